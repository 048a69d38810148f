using System.Collections.Immutable;
using Entente.Coding.Actors;
using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Coding.Places;
using Entente.Language;

namespace Entente.Coding;

/// <summary>Reads the events out of a parsed document. Thread-safe and deterministic.</summary>
/// <param name="knowledge">What it knows.</param>
/// <param name="judges">The trained judges; null reports what frames tell as it is.</param>
/// <param name="leastConfidence">
/// Least confidence of an event that is reported, 0 to 1; with judges the probability that it is right as a whole. Null takes
/// <see cref="LeastConfidence"/>, and <see cref="LeastBare"/> in a text without dateline and without a headline of its own field.
/// </param>
public sealed class EventCoder(KnowledgeBase knowledge, Judges? judges = null, double? leastConfidence = null)
{
    private readonly ICorefereeChooser? chooser;

    /// <summary>A coder whose pronouns somebody else resolves, for training.</summary>
    internal EventCoder(KnowledgeBase knowledge, ICorefereeChooser chooser)
        : this(knowledge) => this.chooser = chooser;

    /// <summary>Least confidence of an event that is reported unless another is asked for: below it more events of news are wrong than right.</summary>
    public const double LeastConfidence = 0.55;

    /// <summary>The same in a text without dateline and without a headline of its own field: somebody asks what it tells, and feels a miss more than in a stream of news.</summary>
    public const double LeastBare = 0.22;

    /// <summary>Least confidence of an event of a document unless another is asked for.</summary>
    internal static double Least(DocumentReading document) => document.IsBare ? LeastBare : LeastConfidence;

    /// <summary>Name and version that every event carries.</summary>
    public static string Version { get; } = "entente " + typeof(EventCoder).Assembly.GetName().Version!.ToString(3);

    /// <summary>The events of a document in text order; those told more than once carry all their evidence.</summary>
    public ImmutableArray<CodedEvent> Code(Document document)
    {
        var reading = new DocumentReading(document, knowledge, chooser);
        var events = reading.Sentences.SelectMany(s => Code(s, reading)).ToList();
        if (PlaceReader.OfDateline(document.Article, knowledge) is { } dateline)
        {
            for (var i = 0; i < events.Count; i++)
                if (events[i].Place is null && PlaceReader.IsLocal(dateline, events[i])) events[i] = events[i] with { Place = dateline };
        }

        return DocumentMerger.Merge(HeadlineMerger.Join(DenialLinker.Link(events, knowledge), document));
    }

    /// <summary>Who is mentioned in a document, in text order.</summary>
    public ImmutableArray<Mention> Mentions(Document document)
    {
        var memory = DocumentReading.Memory(document, knowledge, chooser);
        return
        [
            .. document.Sentences.Where(s => !DocumentReading.IsDateline(document, s))
                .SelectMany(s => new ActorResolver(new SentenceView(document, s, knowledge), memory).Mentions()),
        ];
    }

    private List<CodedEvent> Code(SentenceReading sentence, DocumentReading document)
    {
        var least = leastConfidence ?? Least(document);
        var events = judges is null ? sentence.Events() : new JudgedActs(sentence, document, judges, least).Events();
        return DocumentMerger.WithinSentence([.. events.Where(e => e.Confidence >= least && e.Actor.Length + e.Recipient.Length > 0)]);
    }
}
