using Entente.Sources.Files;
using Entente.Sources.Text;
using NodaTime;

namespace Entente.Sources.Furniture;

/// <summary>What all formats do with what they have read.</summary>
internal sealed class ArticleFinisher(SourceOptions options, FurnitureTable furniture)
{
    /// <summary>How inputs are read.</summary>
    public SourceOptions Options => options;

    /// <summary>What page furniture looks like.</summary>
    public FurnitureTable Furniture => furniture;

    /// <summary>The longest line of JSON, row of a table or record of an archive that a document within the limits can need, in bytes or characters.</summary>
    public int LongestRecord => (int)Math.Min((options.MaxDocumentLength * 4L) + (1 << 20), 1 << 30);

    /// <summary>Adds furniture and what it tells; the document's own fields win over bylines, and both over the options.</summary>
    /// <param name="article">As its format tells it.</param>
    /// <param name="title">Where the headline stands in the text, empty when it does not.</param>
    public SourceResult Finish(Article article, TextRange title = default)
    {
        var found = FurnitureFinder.Find(furniture, article.Text, title);
        LocalDate? published = article.Published ?? found.Published ?? options.Published;
        return new SourceResult.Read(article with
        {
            Furniture = found.Ranges,
            Author = article.Author ?? found.Author,
            Source = article.Source ?? found.Source,
            Dateline = article.Dateline ?? found.Dateline,
            DatelineRange = found.DatelineRange,
            Published = published,
        });
    }

    /// <summary>The faults of a text that was read whole.</summary>
    public IEnumerable<SourceResult.Failed> Faults(GuardedStream bytes, DecodedText decoded, string where)
    {
        if (decoded.Cut)
            yield return new(where, $"It is longer than {options.MaxDocumentLength} characters; what lies behind them is left out. Split the file.");
        if (decoded.Mended && decoded.Value is not null)
            yield return new(where, TextDecoder.MendedReason);
        if (bytes.Fault is not null)
            yield return new(where, bytes.Fault);
        else if (decoded.Value is not null && string.IsNullOrWhiteSpace(decoded.Value))
            yield return new(where, "It holds no text.");
    }

    /// <summary>The fault of a day of publication that is none, null when it is one or is not told.</summary>
    public static string? DateFault(string? told, LocalDate? day)
    {
        if (day is not null || string.IsNullOrWhiteSpace(told))
            return null;
        string shown = TextDecoder.Cut(told.Trim(), 40).ReplaceLineEndings(" ");
        return $"The date '{shown}' is not understood; the article was read without it. Write it as 2023-08-03.";
    }

    /// <summary>Null for what is only white space, else the value without white space around it.</summary>
    public static string? Told(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
