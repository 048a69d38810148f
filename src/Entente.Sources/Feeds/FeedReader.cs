using Entente.Sources.Files;
using Entente.Sources.Furniture;
using Entente.Sources.Html;
using Entente.Sources.Text;
using Entente.Sources.Web;

namespace Entente.Sources.Feeds;

/// <summary>
/// Feeds: RSS, Atom and JSON Feed, an article an entry. An entry that has but a summary is read from the page it links to where links may
/// be followed, else the summary is its text, and the article says so.
/// </summary>
internal sealed class FeedReader(ArticleFinisher finisher) : IFormatReader
{
    /// <summary>For messages about other XML and JSON.</summary>
    public const string NoFeed = "It is no feed (RSS, Atom or JSON Feed); give web pages as .html, JSON documents as .jsonl, a document a line.";

    /// <summary>RSS has but one field for summaries and whole texts: from this length on it is a text.</summary>
    private const int LongestSummary = 1_000;

    /// <inheritdoc/>
    public IEnumerable<SourceResult> Read(InputContent content)
    {
        using var text = TextStream.Open(content.Bytes, content.Charset ?? HtmlCharset.Of(content.Bytes.Head));
        if (text is null)
        {
            yield return new SourceResult.Failed(content.Where, TextDecoder.BinaryReason);
            yield break;
        }
        var feed = Open(text);
        using var held = feed as IDisposable;
        int number = 0;
        while (feed?.Next() == true)
        {
            number++;
            foreach (var result in ReadEntry(feed.Head, feed.Entry!, number, content))
                yield return result;
        }
        // An empty feed at an address is an outlet with no news.
        string? fault = content.Bytes.Fault ?? feed?.Fault ?? (feed is null || number == 0 && content.Address is null ? "It holds no text." : null);
        if (fault is not null)
            yield return new SourceResult.Failed(content.Where, fault);
        else if (text.Mended)
            yield return new SourceResult.Failed(content.Where, TextDecoder.MendedReason);
    }

    /// <summary>Null when there is nothing but white space.</summary>
    private IFeed? Open(TextStream text)
    {
        while (text.Peek() is var c and >= 0 && (char.IsWhiteSpace((char)c) || c == '\ufeff'))
            text.Read();
        int first = text.Peek();
        if (first == '{')
            return new JsonFeed(Whole(text));
        return first < 0 ? null : new XmlFeed(text, finisher.LongestRecord);
    }

    /// <summary>What is beyond the limit is cut off, which the parser then tells.</summary>
    private static string Whole(TextStream text)
    {
        var whole = new System.Text.StringBuilder();
        var part = new char[16 * 1024];
        while (whole.Length < JsonFeed.MostCharacters && text.Read(part) is var count and > 0)
            whole.Append(part, 0, count);
        return whole.ToString();
    }

    private IEnumerable<SourceResult> ReadEntry(FeedHead head, FeedEntry entry, int number, InputContent content)
    {
        string at = content.Where + entry.At;
        if (entry.Fault is not null)
        {
            yield return new SourceResult.Failed(at, entry.Fault);
            yield break;
        }
        var article = Described(head, entry, $"{content.Name.Stem}:{number}", content.Address);
        string summary = Plain(entry.Summary);
        string text = Plain(entry.Content) is { Length: > 0 } whole ? whole : summary.Length >= LongestSummary ? summary : "";
        if (text.Length > 0)
            yield return finisher.Finish(article with { Text = TextDecoder.Cut(text, finisher.Options.MaxDocumentLength) });
        else if (content.Pages is not null && article.Url is not null)
            foreach (var result in Follow(content.Pages, article, summary))
                yield return result;
        else if (summary.Length > 0)
            yield return Summarised(article, summary);
        else
            yield return new SourceResult.Failed(at, "The entry holds no text.");
        if (text.Length > finisher.Options.MaxDocumentLength)
            yield return new SourceResult.Failed(at, $"The text is longer than {finisher.Options.MaxDocumentLength} characters; what lies behind them is left out.");
        if (ArticleFinisher.DateFault(Told(entry), article.Published) is { } fault)
            yield return new SourceResult.Failed(at, fault);
    }

    /// <summary>The page behind the link; what the feed says about it wins over what it says itself.</summary>
    private IEnumerable<SourceResult> Follow(IPages pages, Article entry, string summary)
    {
        var (page, unchanged, fault) = pages.Follow(entry.Url!);
        if (unchanged)
            yield break;
        if (page is not null)
        {
            yield return finisher.Finish(entry with
            {
                Text = page.Text,
                Title = entry.Title ?? page.Title,
                Author = entry.Author ?? page.Author,
                Published = entry.Published ?? page.Published,
                Source = entry.Source ?? page.Source,
                Language = entry.Language ?? page.Language,
            });
        }
        else if (summary.Length > 0)
        {
            yield return Summarised(entry, summary);
        }
        if (fault is not null)
            yield return new SourceResult.Failed(entry.Url!, page is null && summary.Length > 0 ? fault + " The feed's summary was taken instead." : fault);
    }

    private SourceResult Summarised(Article article, string summary) =>
        finisher.Finish(article with { Text = TextDecoder.Cut(summary, finisher.Options.MaxDocumentLength), Other = [new("summary", "true")] });

    private Article Described(FeedHead head, FeedEntry entry, string defaultId, string? address) => new()
    {
        Id = entry.Id ?? entry.Link ?? defaultId,
        Text = "",
        Published = FeedDate.Read(Told(entry)),
        Title = Line(entry.Title),
        Author = entry.Author ?? head.Author,
        Url = Absolute(entry.Link, entry.Base, head.Base, address),
        Source = Line(head.Title),
        Language = entry.Language ?? head.Language,
    };

    private static string? Told(FeedEntry entry) => entry.Published ?? entry.Updated;

    private static string? Absolute(string? link, params ReadOnlySpan<string?> bases)
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https")
            return link;
        Uri? from = null;
        foreach (string? text in bases)
        {
            if (from is null && Uri.TryCreate(text, UriKind.Absolute, out var found) && found.Scheme is "http" or "https")
                from = found;
        }
        return link is not null && from is not null && Uri.TryCreate(from, link, out var joined) && joined.Scheme is "http" or "https" ? joined.AbsoluteUri : null;
    }

    private string? Line(FeedText? text) => text is not { } told ? null
        : ArticleFinisher.Told((told.IsHtml ? FragmentText.Line(told.Value, finisher.Furniture) : told.Value).ReplaceLineEndings(" "));

    private string Plain(FeedText? text) => text is not { } told ? ""
        : told.IsHtml ? FragmentText.Of(told.Value, finisher.Furniture, finisher.Options.MaxDocumentLength)
        : told.Value.Trim();
}
