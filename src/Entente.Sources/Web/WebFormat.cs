using System.Text;
using System.Text.RegularExpressions;
using Entente.Sources.Files;

namespace Entente.Sources.Web;

/// <summary>What kind of content an address has: by its first bytes where they are plain, else by what the server says, else by its ending.</summary>
internal static partial class WebFormat
{
    private const int Looked = 4096;

    /// <summary>The format, and <paramref name="id"/> as the id of a single document.</summary>
    public static InputName Of(WebAnswer.Content answer, string id)
    {
        var body = answer.Body.AsSpan();
        var named = InputName.Of(Uri.UnescapeDataString(answer.Address.AbsolutePath));
        bool compressed = body is [0x1F, 0x8B, ..];
        var format = (compressed ? null : ByContent(body) ?? ByMediaType(answer.MediaType)) ?? named?.Format ?? Otherwise(body);
        return new InputName(format, compressed, id, named?.Markdown == true);
    }

    private static InputFormat? ByContent(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("PK\x03\x04"u8))
            return InputFormat.Zip;
        if (body.StartsWith("WARC/"u8))
            return InputFormat.Warc;
        string head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, Looked)]);
        return FeedRoot().IsMatch(head) || JsonFeed().IsMatch(head) ? InputFormat.Feed : null;
    }

    /// <summary>Null for kinds that say little (plain text, bytes).</summary>
    private static InputFormat? ByMediaType(string? type) => type switch
    {
        "text/html" or "application/xhtml+xml" => InputFormat.Html,
        "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/xml" or "text/xml" => InputFormat.Feed,
        "application/feed+json" or "application/json" => InputFormat.Feed,
        "application/jsonl" or "application/x-ndjson" or "application/ndjson" or "application/x-jsonlines" => InputFormat.Jsonl,
        "text/csv" => InputFormat.Csv,
        "text/tab-separated-values" => InputFormat.Tsv,
        "application/warc" => InputFormat.Warc,
        "application/zip" => InputFormat.Zip,
        _ => null,
    };

    private static InputFormat Otherwise(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] ? InputFormat.Html : InputFormat.Text;

    [GeneratedRegex(@"^(?:ï»¿)?\s*(?:<\?[^>]*>\s*|<!--(?>[^-]|-(?!->))*-->\s*|<![A-Za-z][^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]", RegexOptions.CultureInvariant)]
    private static partial Regex FeedRoot();

    [GeneratedRegex(@"^(?:ï»¿)?\s*\{[^\0]*""https?:\\?/\\?/jsonfeed\.org\\?/version", RegexOptions.CultureInvariant)]
    private static partial Regex JsonFeed();
}
