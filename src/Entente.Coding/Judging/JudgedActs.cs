using Entente.Coding.Clauses;

namespace Entente.Coding.Judging;

/// <summary>
/// The events of a sentence after the judge. What frames tell is kept where the judge finds the type probable enough; where frames are
/// silent between two parties, the judge of pairs tells the act if it is very sure.
/// </summary>
internal sealed class JudgedActs(SentenceReading reading, Judges judges)
{
    /// <summary>Least probability of the type that frames tell; below it the act is taken for none.</summary>
    public static double LeastTold { get; set; } = double.Parse(Environment.GetEnvironmentVariable("TOLD") ?? "0.2", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Least probability of a type that only the judge tells.</summary>
    public static double LeastSilent { get; set; } = double.Parse(Environment.GetEnvironmentVariable("SILENT") ?? "0.9", System.Globalization.CultureInfo.InvariantCulture);

    private readonly EventQuestion question = new(reading);

    /// <summary>The acts that frames tell, each with the event, its probability by the judge and whether it is kept.</summary>
    public IEnumerable<(Draft Draft, CodedEvent Event, double Probability, bool Kept)> Told()
    {
        foreach (var (draft, e) in question.Acts)
        {
            var probability = judges.Events.Probabilities(question.Features(draft, e))[judges.Events.Labels.IndexOf(e.Event)];
            yield return (draft, e with { Confidence = Calibrated(probability, e) }, probability, probability >= LeastTold);
        }
    }

    /// <summary>What the judge looks at for an act, for explanations.</summary>
    public FeatureList Features(Draft draft, CodedEvent e) => question.Features(draft, e, told: true);

    /// <summary>The events, still without ids.</summary>
    public List<CodedEvent> Events()
    {
        var kept = Told().Where(t => t.Kept).Select(t => t.Event).ToList();
        kept.AddRange(Silent(kept));
        return kept;
    }

    /// <summary>Acts between two parties about which frames are silent.</summary>
    public IEnumerable<CodedEvent> Silent(IReadOnlyList<CodedEvent> told)
    {
        if (LeastSilent >= 1) yield break;
        var found = new List<CodedEvent>(told);
        foreach (var draft in reading.Silent())
        {
            if (found.Exists(k => Binds(k, draft))) continue;
            var probabilities = judges.Pairs.Probabilities(question.PairOf(draft.Actor[0].Range, draft.Recipient[0].Range));
            var best = Array.IndexOf(probabilities, probabilities.Max());
            var type = judges.Pairs.Labels[best];
            if (type == AuthoredExample.Nothing || probabilities[best] < LeastSilent) continue;
            var e = reading.Finish(draft with { Event = type, Cameo = reading.View.Knowledge.Ontology.Cameo(type) });
            e = e with { Confidence = Calibrated(probabilities[best], e) };
            found.Add(e);
            yield return e;
        }
    }

    private static double Calibrated(double probability, CodedEvent e) => Math.Round(Confidence.Of(probability, e), 3);

    /// <summary>Whether an event already tells of the two.</summary>
    private static bool Binds(CodedEvent e, Draft draft)
    {
        var parties = e.Actor.Concat(e.Recipient).ToList();
        return parties.Exists(p => p.Range.Overlaps(draft.Actor[0].Range)) && parties.Exists(p => p.Range.Overlaps(draft.Recipient[0].Range));
    }
}
