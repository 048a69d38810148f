using System.Collections.Immutable;
using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Language;

namespace Entente.Coding.Explaining;

/// <summary>Tells how the events of a document came about.</summary>
/// <param name="knowledge">What the coder knows.</param>
/// <param name="judges">The trained judges; null explains what frames alone tell.</param>
public sealed class EventExplainer(KnowledgeBase knowledge, Judges? judges = null)
{
    private const int MostTypes = 4;
    private const int MostWeights = 8;

    /// <summary>Explains every sentence of a document.</summary>
    public IEnumerable<SentenceExplanation> Explain(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var reading = new DocumentReading(document, knowledge);
        return reading.Sentences.Select(s => Explain(s, reading));
    }

    private SentenceExplanation Explain(SentenceReading reading, DocumentReading document)
    {
        var acts = judges is null ? reading.Drafts.Select(d => reading.Finish(d)).Select(e => new ActExplanation(e, Fate(e, EventCoder.Least(document)), [], [])) : Judged(reading, document, judges);
        return new SentenceExplanation(reading.View.Sentence, [.. reading.Actors.Mentions()], [.. Predicates(reading)], [.. acts]);
    }

    private static IEnumerable<ActExplanation> Judged(SentenceReading reading, DocumentReading document, Judges judges)
    {
        var judge = judges.Events;
        var least = EventCoder.Least(document);
        var acts = new JudgedActs(reading, document, judges, least);
        var kept = new List<CodedEvent>();
        foreach (var (draft, e, probability, isKept) in acts.Told())
        {
            if (isKept) kept.Add(e);
            var features = acts.Features(draft);
            var types = judge.Labels.Zip(judge.Probabilities(features)).OrderByDescending(t => t.Second).Take(MostTypes);
            var weights = features.Told!.SelectMany(f => judge.WeightsOf(f.Hash).Where(w => w.Label == e.Event).Select(w => (f.Text, w.Weight))).OrderByDescending(w => Math.Abs(w.Weight)).Take(MostWeights);
            var fate = e.Actor.IsEmpty && e.Recipient.IsEmpty ? "not reported: nobody takes part" : isKept ? "reported"
                : probability < JudgedActs.LeastTold ? FormattableString.Invariant($"not reported: the judge finds {e.Event} improbable (below {JudgedActs.LeastTold})")
                : FormattableString.Invariant($"not reported: the whole is not to be trusted (below {least})");
            yield return new ActExplanation(e, fate, [.. types], [.. weights]);
        }

        foreach (var e in acts.Silent(kept)) yield return new ActExplanation(e, "reported: frames are silent, the judge is sure", [(e.Event, e.Confidence)], []);
    }

    private static string Fate(CodedEvent e, double least) =>
        e.Actor.IsEmpty && e.Recipient.IsEmpty ? "not reported: nobody takes part"
        : e.Confidence < least ? FormattableString.Invariant($"not reported: confidence {e.Confidence:0.00} is below {least}")
        : "reported";

    private IEnumerable<PredicateExplanation> Predicates(SentenceReading reading)
    {
        for (var word = 0; word < reading.View.Count; word++)
        {
            var frames = ImmutableArray.CreateBuilder<FrameTrial>();
            var operators = ImmutableArray.CreateBuilder<string>();
            foreach (var (key, _, _) in reading.Matcher.Keys(word))
            {
                foreach (var frame in knowledge.Frames.Of(key))
                {
                    var failing = reading.Matcher.Failing(frame, word);
                    frames.Add(new FrameTrial($"{frame.Predicate}.{frame.Pos} actor {frame.Actor} recipient {frame.Recipient}", frame.Event, failing is null, failing?.Written ?? ""));
                }

                foreach (var operation in knowledge.Operators.Of(key)) operators.Add($"{key} {operation.Kind.ToString().ToLowerInvariant()} ({string.Join(", ", operation.Complements)})");
            }

            if (frames.Count + operators.Count > 0) yield return new PredicateExplanation(word, frames.ToImmutable(), operators.ToImmutable());
        }
    }
}
