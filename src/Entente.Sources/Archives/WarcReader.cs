using System.Text.Json;
using Entente.Sources.Files;
using Entente.Sources.Furniture;
using Entente.Sources.Html;
using Entente.Sources.Text;

namespace Entente.Sources.Archives;

/// <summary>
/// Web archives (WARC, ISO 28500): the pages and plain texts among their responses. An archive of the web is full of what is no article
/// and of damage; both are counted and told in one line each.
/// </summary>
internal sealed class WarcReader(ArticleFinisher finisher, PageReader pages, PlainTextReader texts) : IFormatReader
{
    /// <inheritdoc/>
    public IEnumerable<SourceResult> Read(InputContent content)
    {
        var (bytes, where) = (content.Bytes, content.Where);
        var records = new WarcRecords(bytes, content.Members, finisher.LongestRecord);
        long unreadable = 0, empty = 0;
        while (records.Next())
        {
            var message = HttpMessage.Read(records.Block, finisher.LongestRecord);
            if (message is { Status: < 200 or > 299 } || message is not null && !IsText(message.MediaType))
                continue;
            if (message?.Body is null)
            {
                unreadable++;
                continue;
            }
            var result = ReadMessage(message, message.Body, records, content, out bool none);
            if (none)
                empty++;
            if (result is not null)
                yield return result;
        }
        if (bytes.Fault is not null)
            yield return new SourceResult.Failed(where, bytes.Fault);
        if (records.Damaged > 0)
            yield return new SourceResult.Failed(where, $"Records are damaged or cut off at {records.Damaged} places and were skipped. Fetch the archive again.");
        if (records.TooLong > 0)
            yield return new SourceResult.Failed(where, $"{records.TooLong} records are longer than {finisher.LongestRecord} bytes and were skipped.");
        if (unreadable > 0)
            yield return new SourceResult.Failed(where, $"The content of {unreadable} records cannot be decoded; they were skipped.");
        if (empty > 0)
            yield return new SourceResult.Failed(where, $"No article was found in {empty} pages; they were skipped.");
        if (records is { Count: 0, Damaged: 0 } && bytes.Fault is null)
            yield return new SourceResult.Failed(where, "It holds no records.");
    }

    private static bool IsText(string mediaType) => mediaType is "text/html" or "application/xhtml+xml" or "text/plain";

    /// <summary>The article of a record, null when there is none; <paramref name="none"/> tells that there should be.</summary>
    private SourceResult.Read? ReadMessage(HttpMessage message, byte[] body, WarcRecords records, InputContent content, out bool none)
    {
        string? address = records.Field("WARC-Target-URI")?.Trim('<', '>', ' ');
        string? id = ArticleFinisher.Told(records.Field("WARC-Record-ID")?.Trim('<', '>', ' ')) ?? ArticleFinisher.Told(address);
        var format = message.MediaType == "text/plain" ? InputFormat.Text : InputFormat.Html;
        var name = new InputName(format, false, id ?? $"{content.Name.Stem}:{records.Count}", false);
        using var page = InputContent.Open(new MemoryStream(body), name, content.Where, body.Length) with
        {
            Charset = HtmlCharset.Named(message.Charset),
            Address = ArticleFinisher.Told(address),
        };
        IFormatReader reader = format == InputFormat.Text ? texts : pages;
        var article = reader.Read(page).OfType<SourceResult.Read>().FirstOrDefault()?.Article;
        none = article is null;
        string? crawled = ArticleFinisher.Told(records.Field("WARC-Date"));
        return article is null ? null
            : new SourceResult.Read(crawled is null ? article : article with { Other = [new("crawled", JsonSerializer.Serialize(crawled))] });
    }
}
