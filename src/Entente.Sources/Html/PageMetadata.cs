using System.Net;
using Entente.Sources.Text;
using NodaTime;

namespace Entente.Sources.Html;

/// <summary>What a page tells about its article in <c>meta</c>, <c>link</c>, <c>time</c>, JSON-LD and the like.</summary>
internal sealed class PageMetadata
{
    private const int MostLinkedData = 20;
    private const int LongestValue = 1_000;

    private static readonly string[] DateNames =
    [
        "article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date", "sailthru.date", "publishdate",
        "publish-date", "publish_date", "publication_date", "pubdate", "dc.date.issued", "dcterms.created", "dc.date", "dc.date.created", "dcterms.date",
        "citation_publication_date", "rnews:datepublished", "originalpublicationdate", "date",
    ];

    private readonly Dictionary<string, string> meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedData linkedData = new();
    private string? canonical, pageTitle, heading, language, authorText, markedTime, firstTime;
    private int linkedDataRead;

    private PageMetadata()
    {
    }

    /// <summary>Headline.</summary>
    public string? Title => First(Meta("og:title"), linkedData.Headline, Meta("twitter:title"), heading, WithoutSite(pageTitle));

    /// <summary>Authors; addresses of profile pages are no names.</summary>
    public string? Author => First(linkedData.Author, NoAddress(Meta("author")), NoAddress(Meta("article:author")), NoAddress(Meta("byl")),
        NoAddress(Meta("dc.creator")), NoAddress(Meta("parsely-author")), authorText);

    /// <summary>Canonical address.</summary>
    public string? Url => First(Address(canonical), Address(Meta("og:url")), Address(linkedData.Url));

    /// <summary>Outlet.</summary>
    public string? Site => First(Meta("og:site_name"), linkedData.Publisher, Meta("application-name"), Meta("dc.publisher"));

    /// <summary>BCP 47 tag.</summary>
    public string? Language => First(language, linkedData.Language, Meta("og:locale"), Meta("content-language"))?.Replace('_', '-');

    /// <summary>Day of publication.</summary>
    public LocalDate? Published
    {
        get
        {
            if (DateText.Read(Meta("article:published_time")) is { } told)
                return told;
            if (DateText.Read(linkedData.Published) is { } linked)
                return linked;
            foreach (string name in DateNames)
            {
                if (DateText.Read(Meta(name)) is { } day)
                    return day;
            }
            return DateText.Read(markedTime) ?? DateText.Read(firstTime);
        }
    }

    /// <summary>Reads a page from beginning to end, once.</summary>
    public static PageMetadata Read(string html)
    {
        var page = new PageMetadata();
        var scanner = new HtmlScanner(html);
        while (scanner.Next())
        {
            if (scanner.Part == HtmlPart.Start)
                page.Take(ref scanner);
        }
        return page;
    }

    private void Take(ref HtmlScanner scanner)
    {
        var attributes = scanner.Content;
        switch (scanner.Name)
        {
            case "html":
                language ??= HtmlNames.Attribute(attributes, "lang") ?? HtmlNames.Attribute(attributes, "xml:lang");
                break;
            case "meta":
                TakeMeta(attributes);
                break;
            case "link" when canonical is null && IsWord(HtmlNames.Attribute(attributes, "rel"), "canonical"):
                canonical = HtmlNames.Attribute(attributes, "href");
                break;
            case "title" when pageTitle is null:
                pageTitle = TextInside(scanner);
                break;
            case "h1" when heading is null:
                heading = TextInside(scanner);
                break;
            case "time":
                TakeTime(attributes);
                break;
            case "script" when linkedDataRead < MostLinkedData:
                TakeScript(scanner, attributes);
                break;
            case "a" or "span" or "p" or "div" or "address" when authorText is null && !attributes.IsEmpty:
                if (IsAuthor(attributes))
                    authorText = TextInside(scanner) is { Length: <= 120 } name ? WithoutBy(name) : null;
                break;
        }
    }

    private void TakeMeta(ReadOnlySpan<char> attributes)
    {
        string? name = HtmlNames.Attribute(attributes, "property") ?? HtmlNames.Attribute(attributes, "name")
            ?? HtmlNames.Attribute(attributes, "itemprop") ?? HtmlNames.Attribute(attributes, "http-equiv");
        string? content = HtmlNames.Attribute(attributes, "content");
        if (!string.IsNullOrEmpty(name) && !string.IsNullOrEmpty(content) && content.Length <= LongestValue && meta.Count < 1_000)
            meta.TryAdd(name, content);
    }

    private void TakeTime(ReadOnlySpan<char> attributes)
    {
        if (HtmlNames.Attribute(attributes, "datetime") is not { } time)
            return;
        firstTime ??= time;
        if (HtmlNames.Attribute(attributes, "pubdate") is not null || HtmlNames.Attribute(attributes, "itemprop") == "datePublished")
            markedTime ??= time;
    }

    private void TakeScript(HtmlScanner scanner, ReadOnlySpan<char> attributes)
    {
        if (HtmlNames.Attribute(attributes, "type")?.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) != true)
            return;
        linkedDataRead++;
        if (scanner.Next() && scanner.Part == HtmlPart.Raw)
            linkedData.Take(scanner.Content);
    }

    private static bool IsAuthor(ReadOnlySpan<char> attributes)
    {
        if (IsWord(HtmlNames.Attribute(attributes, "rel"), "author") || HtmlNames.Attribute(attributes, "itemprop") == "author")
            return true;
        string? names = HtmlNames.Attribute(attributes, "class");
        return names is not null && (IsWord(names, "byline") || IsWord(names, "author") || IsWord(names, "author-name") || IsWord(names, "byline__name"));
    }

    /// <summary>The text up to the element's end tag, or a little of it where none comes soon.</summary>
    private static string? TextInside(HtmlScanner scanner)
    {
        string name = scanner.Name;
        var text = new System.Text.StringBuilder();
        while (text.Length < 400 && scanner.Next() && !(scanner.Part == HtmlPart.End && scanner.Name == name))
        {
            if (scanner.Part == HtmlPart.Text || scanner.Part == HtmlPart.Raw && name == "title")
                text.Append(scanner.Content[..Math.Min(scanner.Content.Length, 400)]);
            else if (scanner.Part == HtmlPart.Start && scanner.Name is "br")
                text.Append(' ');
        }
        string plain = string.Join(' ', WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Length == 0 ? null : plain;
    }

    private static bool IsWord(string? words, string wanted) =>
        words is not null && words.Split(' ').Contains(wanted, StringComparer.OrdinalIgnoreCase);

    private string? Meta(string name) => meta.TryGetValue(name, out string? value) ? value.Trim() : null;

    private static string? First(params ReadOnlySpan<string?> values)
    {
        foreach (string? value in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
                return value;
        }
        return null;
    }

    private static string? NoAddress(string? value) => value is null || value.Contains("://", StringComparison.Ordinal) ? null : WithoutBy(value);

    private static string WithoutBy(string value) => value.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? value[3..].Trim() : value;

    private static string? Address(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? value : null;

    /// <summary>"Headline | Site" without the site: the last separator, when what stands before it is the longer part.</summary>
    private static string? WithoutSite(string? title)
    {
        if (title is null)
            return null;
        int cut = Math.Max(Math.Max(title.LastIndexOf(" | ", StringComparison.Ordinal), title.LastIndexOf(" - ", StringComparison.Ordinal)),
            Math.Max(title.LastIndexOf(" — ", StringComparison.Ordinal), title.LastIndexOf(" – ", StringComparison.Ordinal)));
        return cut > title.Length / 2 ? title[..cut].Trim() : title;
    }
}
