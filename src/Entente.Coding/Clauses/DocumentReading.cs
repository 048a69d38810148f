using System.Collections.Immutable;
using Entente.Coding.Actors;
using Entente.Coding.Knowledge;
using Entente.Coding.Time;
using Entente.Language;

namespace Entente.Coding.Clauses;

/// <summary>A document with all its sentences read in order. For one thread.</summary>
internal sealed class DocumentReading
{
    /// <summary>Most sentences of a text that counts as picked.</summary>
    private const int MostPicked = 3;

    private readonly Lazy<DocumentStates> states;

    /// <summary>Reads the sentences of a document; a dateline that stands alone is none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="knowledge">What is known.</param>
    /// <param name="chooser">Who resolves pronouns; null takes the one of the knowledge.</param>
    public DocumentReading(Document document, KnowledgeBase knowledge, ICorefereeChooser? chooser = null)
    {
        Document = document;
        var memory = Memory(document, knowledge, chooser);
        var dates = new DocumentDates(document, knowledge);
        var sentences = ImmutableArray.CreateBuilder<SentenceReading>(document.Sentences.Length);
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            if (IsDateline(document, document.Sentences[i])) continue;
            var reading = new SentenceReading(document, i, knowledge, memory, dates);
            _ = reading.Drafts; // now, as the memory stands at this sentence
            sentences.Add(reading);
        }

        Sentences = sentences.ToImmutable();
        states = new(() => new DocumentStates(this, knowledge));
    }

    /// <summary>An empty memory for a document.</summary>
    public static DocumentMemory Memory(Document document, KnowledgeBase knowledge, ICorefereeChooser? chooser = null) =>
        new() { Day = document.Article.Published, Chooser = chooser ?? knowledge.Coreferees };

    /// <summary>Whether a sentence is nothing but a dateline.</summary>
    public static bool IsDateline(Document document, ParsedSentence sentence) =>
        document.Article.DatelineRange is { } dateline && dateline.Contains(sentence.Range);

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>The sentences in order.</summary>
    public ImmutableArray<SentenceReading> Sentences { get; }

    /// <summary>
    /// Whether the text is a few sentences that somebody picked rather than a story as it was published: short, without a headline and
    /// without a dateline.
    /// </summary>
    public bool IsPicked => string.IsNullOrWhiteSpace(Document.Article.Title) && IsBare && Sentences.Length <= MostPicked;

    /// <summary>
    /// Whether the text is bare: without dateline, and without a headline other than its own first line. Somebody hands such a text in to know what
    /// it tells; feeds, pages and archives give the headline apart.
    /// </summary>
    public bool IsBare => Document.Article.DatelineRange is null && (string.IsNullOrWhiteSpace(Document.Article.Title) || HeadlineMerger.StartsWithHeadline(Document));

    /// <summary>Where the document names which state.</summary>
    public DocumentStates States => states.Value;
}
