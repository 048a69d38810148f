using System.Net;
using System.Text;
using Entente.Sources.Furniture;

namespace Entente.Sources.Html;

/// <summary>One paragraph, heading or list item of a page.</summary>
/// <param name="Tag">The innermost block element.</param>
/// <param name="Text">Its text, white space collapsed, entities resolved.</param>
/// <param name="Linked">How many of its characters stand in links.</param>
/// <param name="InArticle">Whether it stands inside an <c>article</c> or <c>main</c> element.</param>
internal readonly record struct HtmlBlock(string Tag, string Text, int Linked, bool InArticle)
{
    /// <summary>Whether the block is a heading.</summary>
    public bool IsHeading => Tag is ['h', >= '1' and <= '6'];

    /// <summary>Whether the block is little more than links.</summary>
    public bool IsLinks => Linked * 5 > Text.Length * 4 && (IsHeading || Tag == "li" || Text.Length < 120 || Text[^1] is not ('.' or '”' or '"'));
}

/// <summary>Reads a page's paragraphs without a tree: linear time, no recursion. Leaves out scripts, navigation, captions and forms.</summary>
internal sealed class HtmlBlocks
{
    private const int MostWrongContainers = 20;

    private readonly string html;
    private readonly FurnitureTable furniture;
    private readonly bool wholePage;
    private readonly int maximum;
    private readonly List<HtmlBlock> blocks = [];
    private readonly StringBuilder text = new();
    private readonly HashSet<string> neverClosed = new(StringComparer.Ordinal);
    private int total, linked, linkDepth, articleDepth, wrongContainers;
    private bool lastWasBreak;
    private string tag = "body";

    private HtmlBlocks(string html, FurnitureTable furniture, bool wholePage, int maximum) =>
        (this.html, this.furniture, this.wholePage, this.maximum) = (html, furniture, wholePage, maximum);

    /// <summary>All blocks of text, in order, up to <paramref name="maximum"/> characters.</summary>
    /// <param name="html">A page or a part of one.</param>
    /// <param name="furniture">Knows the classes of containers to leave out.</param>
    /// <param name="wholePage">Whether headers and footers are to be left out, too.</param>
    /// <param name="maximum">Most characters.</param>
    public static List<HtmlBlock> Read(string html, FurnitureTable furniture, bool wholePage, int maximum)
    {
        var reader = new HtmlBlocks(html, furniture, wholePage, maximum);
        reader.Run();
        return reader.blocks;
    }

    private void Run()
    {
        var scanner = new HtmlScanner(html);
        while (total <= maximum && scanner.Next())
        {
            switch (scanner.Part)
            {
                case HtmlPart.Text:
                    Append(scanner.Content);
                    break;
                case HtmlPart.Start:
                    Start(ref scanner);
                    break;
                case HtmlPart.End:
                    End(scanner.Name);
                    break;
            }
        }
        Flush();
    }

    private void Start(ref HtmlScanner scanner)
    {
        string name = scanner.Name;
        if (name == "br")
        {
            if (lastWasBreak)
                Flush();
            else
                Space();
            lastWasBreak = true;
            return;
        }
        if (!HtmlScanner.IsVoid(name) && (NeverText(name) || IsFurniture(name, scanner.Content)) && SkipElement(ref scanner))
        {
            if (HtmlNames.IsBlock(name) || name is "aside" or "nav" or "form")
                Flush();
            else
                Space();
            return;
        }
        if (name == "a")
            linkDepth = 1;
        if (name is "article" or "main")
            articleDepth++;
        if (!HtmlNames.IsBlock(name))
            return;
        Flush();
        tag = name;
    }

    private void End(string name)
    {
        if (name == "a")
            linkDepth = 0;
        if (name is "article" or "main" && articleDepth > 0)
            articleDepth--;
        if (!HtmlNames.IsBlock(name))
            return;
        Flush();
        tag = "div";
    }

    private bool NeverText(string name) => name is "script" or "style" or "noscript" or "nav" or "aside" or "figure" or "figcaption" or "form"
        or "button" or "select" or "svg" or "iframe" or "template" or "textarea" or "title" or "head" or "video" or "audio" or "object"
        or "canvas" or "dialog" or "math" || wholePage && name is "header" or "footer";

    private bool IsFurniture(string name, ReadOnlySpan<char> attributes)
    {
        if (attributes.IsEmpty || wrongContainers >= MostWrongContainers || name is "body" or "html" or "main" or "article")
            return false;
        if (HtmlNames.Attribute(attributes, "hidden") is not null || HtmlNames.Attribute(attributes, "aria-hidden") == "true")
            return true;
        return furniture.IsContainer(HtmlNames.Attribute(attributes, "class")) || furniture.IsContainer(HtmlNames.Attribute(attributes, "id"));
    }

    /// <summary>
    /// Moves behind the element's end tag; false, and nothing is skipped, when there is none or when the element is most of the page:
    /// then its class misleads.
    /// </summary>
    private bool SkipElement(ref HtmlScanner scanner)
    {
        string name = scanner.Name;
        if (neverClosed.Contains(name))
            return false;
        var ahead = scanner;
        int depth = 1;
        while (ahead.Next())
        {
            if (name == "p" && ahead.Part == HtmlPart.Start && HtmlNames.IsBlock(ahead.Name))
            {
                scanner.MoveTo(ahead.Position);
                return true;
            }
            if (ahead.Part == HtmlPart.Start && ahead.Name == name)
                depth++;
            else if (ahead.Part == HtmlPart.End && ahead.Name == name && --depth == 0)
                return Accept(ref scanner, ahead);
        }
        neverClosed.Add(name);
        return false;
    }

    private bool Accept(ref HtmlScanner scanner, HtmlScanner behind)
    {
        if (!NeverText(scanner.Name) && (behind.Position - scanner.Position) * 2L > html.Length)
        {
            wrongContainers++;
            return false;
        }
        scanner = behind;
        return true;
    }

    private void Append(ReadOnlySpan<char> content)
    {
        ReadOnlySpan<char> plain = content.Contains('&') ? WebUtility.HtmlDecode(content.ToString()) : content;
        int before = text.Length;
        foreach (char c in plain)
        {
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\0')
                Space();
            else
                text.Append(c);
        }
        if (text.Length > before)
            lastWasBreak &= plain.IsWhiteSpace();
        if (linkDepth > 0)
            linked += text.Length - before;
    }

    private void Space()
    {
        if (text.Length > 0 && text[^1] != ' ')
            text.Append(' ');
    }

    private void Flush()
    {
        if (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        if (text.Length > 0)
        {
            blocks.Add(new HtmlBlock(tag, text.ToString(), linked, articleDepth > 0));
            total += text.Length + 2;
        }
        text.Clear();
        linked = 0;
        lastWasBreak = false;
    }
}
