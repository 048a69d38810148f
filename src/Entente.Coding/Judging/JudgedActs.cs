using Entente.Coding.Clauses;

namespace Entente.Coding.Judging;

/// <summary>
/// The events of a sentence after the judges. What frames tell is kept where its type is probable and the whole event may be trusted; where
/// frames are silent between two parties, the judge of pairs tells the act if it is very sure.
/// </summary>
/// <param name="reading">The sentence.</param>
/// <param name="document">Its document.</param>
/// <param name="judges">The judges.</param>
/// <param name="least">Least confidence of an event that is reported.</param>
internal sealed class JudgedActs(SentenceReading reading, DocumentReading document, Judges judges, double least)
{
    /// <summary>Least probability of the type that frames tell; below it the act is taken for none.</summary>
    public const double LeastTold = 0.02;

    /// <summary>Least probability of a type that only the judge of pairs tells.</summary>
    public const double LeastSilent = 0.9;

    private readonly PartyReviser parties = new(reading, document.States, judges.States, judges.Roles);
    private readonly TrustQuestion trust = new(reading, document.States, judges.Events, judges.Roles);
    private EventQuestion? asked;

    /// <summary>The acts as frames tell them: so the judge of types has learnt them.</summary>
    private readonly EventQuestion framed = new(reading);

    /// <summary>The same acts with their parties mended; mostly nothing is to mend.</summary>
    private EventQuestion Question => asked ??= Mended();

    /// <summary>The acts that frames tell, each with the event, the probability of its type and whether it is kept.</summary>
    public IEnumerable<(Draft Draft, CodedEvent Event, double Probability, bool Kept)> Told()
    {
        foreach (var ((draft, e), (plain, before)) in Question.Acts.Zip(framed.Acts))
        {
            var ofType = framed.Features(plain, before);
            var (probability, confidence) = Confidence(draft, e, ofType, ReferenceEquals(Question, framed) ? ofType : Question.Features(draft, e));
            yield return (draft, e with { Confidence = confidence }, probability, probability >= LeastTold && confidence >= least);
        }
    }

    /// <summary>What the judge of types looks at for an act, for explanations.</summary>
    public FeatureList Features(Draft draft)
    {
        var (plain, before) = Question.Acts.Zip(framed.Acts).First(a => ReferenceEquals(a.First.Draft, draft)).Second;
        return framed.Features(plain, before, told: true);
    }

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
        var found = new List<CodedEvent>(told);
        foreach (var draft in reading.Silent())
        {
            if (found.Exists(k => Binds(k, draft))) continue;
            var probabilities = judges.Pairs.Probabilities(Question.PairOf(draft.Actor[0].Range, draft.Recipient[0].Range));
            var best = Array.IndexOf(probabilities, probabilities.Max());
            var type = judges.Pairs.Labels[best];
            if (type == AuthoredExample.Nothing || probabilities[best] < LeastSilent) continue;
            var typed = parties.WithStates(draft with { Event = type, Cameo = reading.View.Knowledge.Ontology.Cameo(type) });
            var e = reading.Finish(typed);
            var words = Question.Features(typed, e);
            e = e with { Confidence = Confidence(typed, e, words, words).Whole };
            if (e.Confidence < least) continue;
            found.Add(e);
            yield return e;
        }
    }

    private EventQuestion Mended()
    {
        var mended = reading.Drafts.ConvertAll(parties.Revise);
        return mended.SequenceEqual(reading.Drafts, ReferenceEqualityComparer.Instance) ? framed : new EventQuestion(reading, mended);
    }

    /// <summary>How probable the type is, and how probable it is that type, actor, recipient and status are all right, as readers of real news judge it.</summary>
    /// <param name="draft">The act with its parties mended.</param>
    /// <param name="e">Its event.</param>
    /// <param name="ofType">The features by which the judge of types is asked.</param>
    /// <param name="words">The features of the act as it is now.</param>
    private (double Type, double Whole) Confidence(Draft draft, CodedEvent e, FeatureList ofType, FeatureList words)
    {
        var told = Question.Features(draft, e, wanted: TrustQuestion.Wants);
        var numbers = new int[TrustQuestion.Numbers];
        var type = trust.AddTo(told, numbers, ofType, draft, e);
        return (type, Math.Round(judges.Acceptance.Probability(told.All, words.All, numbers, document.IsPicked), 3));
    }

    /// <summary>Whether an event already tells of the two.</summary>
    private static bool Binds(CodedEvent e, Draft draft)
    {
        var parties = e.Actor.Concat(e.Recipient).ToList();
        return parties.Exists(p => p.Range.Overlaps(draft.Actor[0].Range)) && parties.Exists(p => p.Range.Overlaps(draft.Recipient[0].Range));
    }
}
