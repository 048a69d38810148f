using System.Net;
using System.Text;
using Entente.Sources.Furniture;

namespace Entente.Sources.Html;

/// <summary>The plain text of a piece of HTML that is all article, as feeds carry it: nothing is looked for, little is left out.</summary>
internal static class FragmentText
{
    /// <summary>The text, a blank line between blocks; where there are no tags, the lines as they are.</summary>
    /// <param name="html">A piece of HTML, or plain text with entities.</param>
    /// <param name="furniture">Knows the classes of containers to leave out.</param>
    /// <param name="maximum">About the most characters; what lies behind may be left out.</param>
    public static string Of(string html, FurnitureTable furniture, int maximum)
    {
        if (!html.Contains('<'))
            return WebUtility.HtmlDecode(html).Trim();
        var blocks = HtmlBlocks.Read(html, furniture, wholePage: false, maximum);
        return Join(blocks, b => !b.IsLinks) is { Length: > 0 } text ? text : Join(blocks, _ => true);
    }

    /// <summary>The same in one line, for headlines.</summary>
    public static string Line(string html, FurnitureTable furniture) => Of(html, furniture, html.Length).ReplaceLineEndings(" ");

    /// <summary>The blocks that are kept, a blank line between them.</summary>
    public static string Join(List<HtmlBlock> blocks, Func<HtmlBlock, bool> keep)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            if (!keep(block))
                continue;
            if (text.Length > 0)
                text.Append("\n\n");
            text.Append(block.Text);
        }
        return text.ToString();
    }
}
