using Entente.Coding.Clauses;

namespace Entente.Coding.Judging;

/// <summary>The events of a sentence after the judge: how sure they are, which are none, and what frames are silent about.</summary>
internal sealed class JudgedActs(SentenceReading reading, Judges judges)
{
    /// <summary>Least probability of the type that frames tell; below it the act is taken for none.</summary>
    public static double LeastTold { get; set; } = 0.2;

    /// <summary>Least probability of a type that only the judge tells.</summary>
    public static double LeastSilent { get; set; } = 0.7;

    private readonly EventQuestion question = new(reading);

    /// <summary>The events, still without ids.</summary>
    public IEnumerable<CodedEvent> Events()
    {
        var kept = new List<CodedEvent>();
        foreach (var (draft, e) in question.Acts)
        {
            var probability = judges.Events.Probabilities(question.Features(draft, e))[judges.Events.Labels.IndexOf(e.Event)];
            if (probability >= LeastTold) kept.Add(e with { Confidence = Math.Round(probability, 3) });
        }

        if (LeastSilent >= 1) return kept;
        foreach (var draft in reading.Silent())
        {
            if (kept.Exists(k => Binds(k, draft))) continue;
            var probabilities = judges.Pairs.Probabilities(question.PairOf(draft.Actor[0].Range, draft.Recipient[0].Range));
            var best = Array.IndexOf(probabilities, probabilities.Max());
            var type = judges.Pairs.Labels[best];
            if (type == AuthoredExample.Nothing || probabilities[best] < LeastSilent) continue;
            var e = reading.Finish(draft with { Event = type, Cameo = reading.View.Knowledge.Ontology.Cameo(type) });
            kept.Add(e with { Confidence = Math.Round(probabilities[best], 3) });
        }

        return kept;
    }

    /// <summary>Whether an event already tells of the two.</summary>
    private static bool Binds(CodedEvent e, Draft draft)
    {
        var parties = e.Actor.Concat(e.Recipient).ToList();
        return parties.Exists(p => p.Range.Overlaps(draft.Actor[0].Range)) && parties.Exists(p => p.Range.Overlaps(draft.Recipient[0].Range));
    }
}
