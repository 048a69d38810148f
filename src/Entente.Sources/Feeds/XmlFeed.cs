using System.Net;
using System.Text;
using System.Xml;
using Entente.Sources.Files;

namespace Entente.Sources.Feeds;

/// <summary>
/// RSS 2.0 (rssboard.org/rss-specification) and its forerunners, RSS 1.0 (RDF) with the modules content and Dublin Core, and Atom
/// (RFC 4287), read forwards, an entry at a time. Entities and external files are never resolved; depth and size are limited.
/// </summary>
internal sealed class XmlFeed : IFeed
{
    private const int MaxDepth = 64;
    private const int LongestByline = 1_000;
    private const long MostCharacters = 256L << 20;
    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";
    private const string ContentNamespace = "http://purl.org/rss/1.0/modules/content/";

    private readonly XmlReader xml;
    private readonly int maximum;
    private readonly char[] chunk = new char[4096];
    private bool rooted;
    private string? part;

    /// <summary>A feed.</summary>
    /// <param name="text">Its XML, from the first <c>&lt;</c> on.</param>
    /// <param name="maximum">Most characters of one text.</param>
    public XmlFeed(TextReader text, int maximum)
    {
        this.maximum = maximum;
        xml = XmlReader.Create(new XmlCharacters(text), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            MaxCharactersInDocument = MostCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }

    public FeedHead Head { get; } = new();

    public FeedEntry? Entry { get; private set; }

    public string? Fault { get; private set; }

    public bool Next()
    {
        try
        {
            while (Fault is null && Step())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (!rooted)
                    TakeRoot();
                else if (xml.LocalName is "item" or "entry" && xml.Depth <= 2)
                    return ReadEntry();
                else
                    TakeHead();
            }
        }
        catch (XmlException e)
        {
            Fault = $"The feed's XML is broken; what came before was read. {Faults.Tell(e)}";
        }
        return false;
    }

    private bool Step()
    {
        if (!xml.Read())
            return false;
        if (xml.Depth > MaxDepth)
            throw new XmlException($"It is nested more than {MaxDepth} elements deep.");
        return true;
    }

    private void TakeRoot()
    {
        rooted = true;
        if (xml.LocalName is not ("rss" or "feed" or "RDF"))
            Fault = FeedReader.NoFeed;
        if (xml.LocalName == "feed")
            part = "channel";
        Head.Language = NullIfEmpty(xml.XmlLang);
        Head.Base = xml.GetAttribute("base", XmlNamespace);
    }

    /// <summary>The feed's own fields: below <c>feed</c>, or below <c>channel</c> and not below its image.</summary>
    private void TakeHead()
    {
        if (xml.Depth == 1 && xml.LocalName is "channel" or "image" or "textinput")
            part = xml.LocalName;
        if (part != "channel" || xml.Depth > 2)
            return;
        switch (xml.LocalName)
        {
            case "title" when Head.Title is null: Head.Title = Construct("html"); break;
            case "language" when Head.Language is null: Head.Language = NullIfEmpty(Text()); break;
            case "author" when Head.Author is null: Head.Author = Person(); break;
            case "link" when Head.Base is null && xml.GetAttribute("href") is null: Head.Base = NullIfEmpty(Text()); break;
        }
    }

    private bool ReadEntry()
    {
        int depth = xml.Depth;
        Entry = new FeedEntry
        {
            At = $":{((IXmlLineInfo)xml).LineNumber}",
            Language = NullIfEmpty(xml.XmlLang),
            Base = xml.GetAttribute("base", XmlNamespace),
        };
        if (xml.IsEmptyElement)
            return true;
        while (Step() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
                Take(Entry);
        }
        return true;
    }

    private void Take(FeedEntry entry)
    {
        switch (xml.LocalName)
        {
            case "guid" or "id":
                TakeId(entry);
                break;
            case "link":
                TakeLink(entry);
                break;
            case "title" when !IsMedia():
                entry.Title ??= Construct("html");
                break;
            case "encoded" when xml.NamespaceURI == ContentNamespace:
                entry.Content ??= new FeedText(Text(), true);
                break;
            case "content" when !IsMedia():
                TakeContent(entry);
                break;
            case "description" or "summary" when !IsMedia():
                entry.Summary ??= Construct("html");
                break;
            case "pubDate" or "published" or "issued":
                entry.Published ??= NullIfEmpty(Text());
                break;
            case "updated" or "modified" or "date":
                entry.Updated ??= NullIfEmpty(Text());
                break;
            case "creator" or "author":
                entry.Author = Joined(entry.Author, Person());
                break;
            case "language":
                entry.Language = NullIfEmpty(Text()) ?? entry.Language;
                break;
        }
    }

    /// <summary>media:title and the like tell about pictures.</summary>
    private bool IsMedia() => xml.NamespaceURI.StartsWith("http://search.yahoo.com/mrss", StringComparison.OrdinalIgnoreCase)
        || xml.NamespaceURI.StartsWith("http://www.itunes.com", StringComparison.OrdinalIgnoreCase);

    private void TakeId(FeedEntry entry)
    {
        bool isLink = xml.LocalName == "guid" && xml.GetAttribute("isPermaLink") != "false";
        entry.Id ??= NullIfEmpty(Text());
        if (isLink && entry.Id?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true)
            entry.Link ??= entry.Id;
    }

    private void TakeLink(FeedEntry entry)
    {
        if (xml.GetAttribute("href") is { } address)
        {
            if (xml.GetAttribute("rel") is null or "alternate")
                entry.Link ??= address.Trim();
            return;
        }
        // The link wins over a guid, which may stand before it.
        entry.Link = NullIfEmpty(Text()) ?? entry.Link;
    }

    /// <summary>RFC 4287, 4.1.3: content elsewhere (src) is a link, content of other kinds than text is none of ours.</summary>
    private void TakeContent(FeedEntry entry)
    {
        if (xml.GetAttribute("src") is { } elsewhere)
        {
            entry.Link ??= elsewhere.Trim();
            return;
        }
        string type = xml.GetAttribute("type")?.Trim() ?? "text";
        bool text = type is "text" or "html" or "xhtml" || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("/xhtml+xml", StringComparison.OrdinalIgnoreCase);
        if (text && !string.Equals(xml.GetAttribute("mode"), "base64", StringComparison.OrdinalIgnoreCase))
            entry.Content ??= Construct("text");
    }

    /// <summary>A text by its <c>type</c> (RFC 4287, 3.1); without one, RSS's is HTML and Atom's plain text.</summary>
    private FeedText Construct(string otherwise)
    {
        bool atom = xml.NamespaceURI is "http://www.w3.org/2005/Atom" or "http://purl.org/atom/ns#";
        string type = xml.GetAttribute("type")?.Trim().ToLowerInvariant() ?? (atom ? "text" : otherwise);
        return type is "xhtml" or "application/xhtml+xml" || xml.GetAttribute("mode") == "xml"
            ? new FeedText(Markup(), true)
            : new FeedText(Text(), type is not ("text" or "text/plain"));
    }

    /// <summary>Atom's person has a name inside; RSS writes "address (name)".</summary>
    private string? Person()
    {
        string? name = null;
        var all = new StringBuilder();
        int depth = xml.Depth;
        if (xml.IsEmptyElement)
            return null;
        while (Step() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "name")
                name ??= NullIfEmpty(Text());
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && xml.Depth == depth + 1)
                Append(all);
        }
        string plain = all.ToString().Trim();
        if (plain.Contains('@') && plain.IndexOf('(', StringComparison.Ordinal) is var from and >= 0 && plain.EndsWith(')'))
            plain = plain[(from + 1)..^1].Trim();
        return name ?? (plain.Contains('@') ? null : NullIfEmpty(plain));
    }

    /// <summary>Names behind each other, up to a length that no byline has.</summary>
    private static string? Joined(string? before, string? next) => before is null || next is null || before == next || before.Length > LongestByline
        ? before ?? next
        : $"{before}, {next}";

    /// <summary>The current element's text with that of the elements in it; stays on its end.</summary>
    private string Text()
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        int depth = xml.Depth;
        while (Step() && xml.Depth > depth)
            Append(text);
        return text.ToString();
    }

    /// <summary>The current element's content as HTML; stays on its end.</summary>
    private string Markup()
    {
        if (xml.IsEmptyElement)
            return "";
        var html = new StringBuilder();
        var text = new StringBuilder();
        int depth = xml.Depth;
        while (Step() && xml.Depth > depth)
        {
            if (html.Length > maximum)
                continue;
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    Open(html);
                    break;
                case XmlNodeType.EndElement:
                    html.Append("</").Append(xml.LocalName).Append('>');
                    break;
                default:
                    Append(text);
                    html.Append(WebUtility.HtmlEncode(text.ToString()));
                    text.Clear();
                    break;
            }
        }
        return html.ToString();
    }

    private void Open(StringBuilder html)
    {
        string name = xml.LocalName;
        bool empty = xml.IsEmptyElement;
        html.Append('<').Append(name);
        while (xml.MoveToNextAttribute())
            html.Append(' ').Append(xml.LocalName).Append("=\"").Append(WebUtility.HtmlEncode(xml.Value)).Append('"');
        xml.MoveToElement();
        html.Append('>');
        if (empty && !Html.HtmlScanner.IsVoid(name))
            html.Append("</").Append(name).Append('>');
    }

    /// <summary>Adds the current node when it is text; piece by piece, so that a giant text is never held.</summary>
    private void Append(StringBuilder text)
    {
        if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
            return;
        while (xml.ReadValueChunk(chunk, 0, chunk.Length) is var count and > 0)
        {
            if (text.Length < maximum)
                text.Append(chunk, 0, count);
        }
    }

    private static string? NullIfEmpty(string? text) => Furniture.ArticleFinisher.Told(text);
}
