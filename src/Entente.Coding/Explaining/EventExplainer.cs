using System.Collections.Immutable;
using Entente.Coding.Actors;
using Entente.Coding.Clauses;
using Entente.Coding.Knowledge;
using Entente.Coding.Time;
using Entente.Language;

namespace Entente.Coding.Explaining;

/// <summary>Tells how the events of a document came about.</summary>
/// <param name="knowledge">What the coder knows.</param>
public sealed class EventExplainer(KnowledgeBase knowledge)
{
    /// <summary>Explains every sentence of a document.</summary>
    public IEnumerable<SentenceExplanation> Explain(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var memory = new DocumentMemory { Day = document.Article.Published, Chooser = knowledge.Coreferees };
        var dates = new DocumentDates(document, knowledge);
        for (var i = 0; i < document.Sentences.Length; i++) yield return Explain(new SentenceReading(document, i, knowledge, memory, dates));
    }

    private SentenceExplanation Explain(SentenceReading reading)
    {
        var acts = reading.Drafts.Select(d => reading.Finish(d)).Select(e => new ActExplanation(e, Fate(e), [], []));
        return new SentenceExplanation(reading.View.Sentence, [.. reading.Actors.Mentions()], [.. Predicates(reading)], [.. acts]);
    }

    private static string Fate(CodedEvent e) =>
        e.Actor.IsEmpty && e.Recipient.IsEmpty ? "not reported: nobody takes part"
        : e.Confidence < EventCoder.LeastConfidence ? FormattableString.Invariant($"not reported: confidence {e.Confidence:0.00} is below {EventCoder.LeastConfidence}")
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
