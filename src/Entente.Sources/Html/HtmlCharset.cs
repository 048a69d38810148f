using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Sources.Html;

/// <summary>The encoding that a page names in its first bytes.</summary>
internal static partial class HtmlCharset
{
    /// <summary>Null when the page names none, UTF-8, or one that is unknown.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> head)
    {
        var match = Declared().Match(Encoding.Latin1.GetString(head));
        return match.Success ? Named(match.Groups[1].Value) : null;
    }

    /// <summary>The encoding of this name (of a page, a feed or an HTTP header); null when it is UTF-8 or unknown.</summary>
    public static Encoding? Named(string? name)
    {
        name = name?.Trim(' ', '"', '\'').ToLowerInvariant();
        if (string.IsNullOrEmpty(name) || name.StartsWith("utf", StringComparison.Ordinal))
            return null;
        // By the web's own rules, pages that say Latin-1 or ASCII are Windows-1252.
        if (name is "iso-8859-1" or "latin1" or "us-ascii" or "ascii")
            name = "windows-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        """(?:<meta\b[^>]{0,300}?\bcharset|<\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}
