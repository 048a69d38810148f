using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>
/// The days that a document's dates rest on. One for each document, used by one thread. Sentences before are read for dates only
/// where a phrase rests on them ("the next day"), which is seldom.
/// </summary>
internal sealed class DocumentDates
{
    private const int Farthest = 5;
    private const int Deepest = 3;

    private readonly Document document;
    private readonly KnowledgeBase knowledge;
    private readonly Dictionary<(int Sentence, int Depth), ToldDates> known = [];

    public DocumentDates(Document document, KnowledgeBase knowledge)
    {
        this.document = document;
        this.knowledge = knowledge;
        Day = document.Article.Published ?? DatelineDay();
    }

    /// <summary>The day of publication; in an undated document that of the dateline, where it has a year; else null.</summary>
    public LocalDate? Day { get; }

    /// <summary>All date expressions of a sentence.</summary>
    public List<DatePhrase> Of(SentenceView view, int sentence) => new DateReader(view, Day, unit => Before(sentence, unit, 0)).Read();

    private DateAnchor? Before(int sentence, TimeUnit unit, int depth)
    {
        if (depth > Deepest) return null;
        for (var i = sentence - 1; i >= 0 && i >= sentence - Farthest; i--)
            if (Told(i, depth).For(unit) is { } told) return told;
        return null;
    }

    private ToldDates Told(int sentence, int depth)
    {
        if (known.TryGetValue((sentence, depth), out var told)) return told;
        if (!IsDateline(document.Sentences[sentence]))
        {
            var reader = new DateReader(new SentenceView(document, document.Sentences[sentence], knowledge), Day, unit =>
                Before(sentence, unit, depth + 1));
            reader.Read();
            told = reader.Told;
        }

        return known[(sentence, depth)] = told;
    }

    private LocalDate? DatelineDay()
    {
        if (document.Article.DatelineRange is null) return null;
        foreach (var sentence in document.Sentences)
        {
            if (!IsDateline(sentence)) continue;
            foreach (var phrase in new DateReader(new SentenceView(document, sentence, knowledge), null).Read())
                if (phrase.Date.Precision == DatePrecision.Day) return phrase.Date.Start;
        }

        return null;
    }

    private bool IsDateline(ParsedSentence sentence) => document.Article.DatelineRange is { } dateline && dateline.Contains(sentence.Range);
}
