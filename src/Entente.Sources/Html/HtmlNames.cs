using System.Net;

namespace Entente.Sources.Html;

/// <summary>Names of tags and values of attributes.</summary>
internal static class HtmlNames
{
    private static readonly System.Buffers.SearchValues<char> NameEnds = System.Buffers.SearchValues.Create("= \t\r\n\f");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = new HashSet<string>(StringComparer.Ordinal)
    {
        "a", "abbr", "address", "article", "aside", "b", "blockquote", "body", "br", "button", "cite", "code", "dd", "details", "div", "dl",
        "dt", "em", "fieldset", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
        "hr", "html", "i", "iframe", "img", "input", "label", "li", "link", "main", "meta", "nav", "noscript", "ol", "option", "p",
        "picture", "pre", "q", "s", "script", "section", "select", "small", "source", "span", "strong", "style", "sub", "summary", "sup",
        "svg", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "u", "ul", "video",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name as a string, without a new one for common names.</summary>
    public static string Find(ReadOnlySpan<char> name) => Known.TryGetValue(name, out string? known) ? known : name.ToString();

    /// <summary>Whether an element of this name begins a new paragraph.</summary>
    public static bool IsBlock(string name) => name is "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "ul" or "ol"
        or "blockquote" or "section" or "article" or "main" or "body" or "header" or "footer" or "table" or "tr" or "td" or "th" or "dl"
        or "dt" or "dd" or "pre" or "hr" or "address" or "figure" or "figcaption" or "details" or "summary" or "fieldset" or "html";

    /// <summary>The value of an attribute with its entities resolved, null when there is none of this name.</summary>
    /// <param name="attributes">The source of the tag behind its name.</param>
    /// <param name="wanted">Name, lower case.</param>
    public static string? Attribute(ReadOnlySpan<char> attributes, string wanted)
    {
        while (true)
        {
            attributes = attributes.TrimStart(" \t\r\n\f/");
            if (attributes.IsEmpty)
                return null;
            int end = attributes.IndexOfAny(NameEnds);
            var name = end < 0 ? attributes : attributes[..Math.Max(end, 1)];
            attributes = attributes[name.Length..].TrimStart(" \t\r\n\f");
            ReadOnlySpan<char> value = default;
            if (attributes.StartsWith("="))
                value = TakeValue(ref attributes);
            if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                return WebUtility.HtmlDecode(value.ToString()).Trim();
        }
    }

    /// <summary>About how many attributes a tag has.</summary>
    public static int CountAttributes(ReadOnlySpan<char> attributes) => attributes.IsEmpty ? 0 : attributes.Count('=') + attributes.Count(' ') / 2;

    private static ReadOnlySpan<char> TakeValue(scoped ref ReadOnlySpan<char> attributes)
    {
        attributes = attributes[1..].TrimStart(" \t\r\n\f");
        if (attributes.IsEmpty)
            return default;
        int end;
        ReadOnlySpan<char> value;
        if (attributes[0] is '"' or '\'')
        {
            end = attributes[1..].IndexOf(attributes[0]);
            value = end < 0 ? attributes[1..] : attributes.Slice(1, end);
            attributes = end < 0 ? default : attributes[(end + 2)..];
            return value;
        }
        end = attributes.IndexOfAny(" \t\r\n\f");
        value = end < 0 ? attributes : attributes[..end];
        attributes = attributes[value.Length..];
        return value;
    }
}
