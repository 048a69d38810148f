namespace Entente.Sources.Html;

/// <summary>What a scanner's step found.</summary>
internal enum HtmlPart
{
    /// <summary>Text between tags.</summary>
    Text,

    /// <summary>The content of a script, style, title or the like, which holds no tags.</summary>
    Raw,

    /// <summary>A start tag.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,
}

/// <summary>
/// Walks over tags and text of a page from left to right in linear time and constant memory, whatever the page's nesting.
/// It builds no tree and mends nothing.
/// </summary>
internal ref struct HtmlScanner(string html)
{
    private readonly string html = html;
    private int next;
    private string? rawUntil;
    private bool noCommentEnd;

    /// <summary>The kind of the current part.</summary>
    public HtmlPart Part { get; private set; }

    /// <summary>Lower-case name of the current tag.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The attributes' source of a start tag, or the text with its entities unresolved.</summary>
    public ReadOnlySpan<char> Content { get; private set; }

    /// <summary>Where the current part begins in the page.</summary>
    public int Position { get; private set; }

    /// <summary>Steps to the next part; false at the end.</summary>
    public bool Next()
    {
        while (next < html.Length)
        {
            Position = next;
            if (rawUntil is not null)
            {
                if (TakeRaw())
                    return true;
                continue;
            }
            if (html[next] != '<')
                return TakeText(html.IndexOf('<', next));
            char after = next + 1 < html.Length ? html[next + 1] : ' ';
            if (char.IsAsciiLetter(after))
                return TakeTag(HtmlPart.Start, next + 1);
            if (after == '/' && next + 2 < html.Length && char.IsAsciiLetter(html[next + 2]))
                return TakeTag(HtmlPart.End, next + 2);
            if (after is not ('!' or '?' or '/'))
                return TakeText(html.IndexOf('<', next + 1));
            SkipComment();
        }
        return false;
    }

    /// <summary>Goes on at <paramref name="position"/>, the beginning of a part.</summary>
    public void MoveTo(int position)
    {
        next = position;
        rawUntil = null;
    }

    /// <summary>Whether an element of this name has no end tag.</summary>
    public static bool IsVoid(string name) => name is "br" or "img" or "input" or "meta" or "link" or "hr" or "wbr" or "source" or "area"
        or "base" or "col" or "embed" or "param" or "track";

    private bool TakeText(int end)
    {
        Part = HtmlPart.Text;
        if (end < 0)
            end = html.Length;
        Content = html.AsSpan(next, end - next);
        next = end;
        return true;
    }

    private bool TakeRaw()
    {
        int end = html.AsSpan(next).IndexOf(rawUntil, StringComparison.OrdinalIgnoreCase);
        rawUntil = null;
        int stop = end < 0 ? html.Length : next + end;
        bool any = stop > next;
        Content = html.AsSpan(next, stop - next);
        Part = HtmlPart.Raw;
        next = stop;
        return any;
    }

    private bool TakeTag(HtmlPart part, int start)
    {
        int end = start;
        while (end < html.Length && !char.IsWhiteSpace(html[end]) && html[end] is not ('>' or '/'))
            end++;
        Part = part;
        Name = TagName(html.AsSpan(start, end - start));
        int close = TagEnd(end);
        Content = html.AsSpan(end, close - end);
        next = Math.Min(close + 1, html.Length);
        if (part == HtmlPart.Start && Name is "script" or "style" or "title" or "textarea" or "xmp" or "iframe" or "noembed" or "noframes")
            rawUntil = part == HtmlPart.Start ? "</" + Name : null;
        return true;
    }

    /// <summary>The tag's '>', not one inside a quoted value; when a quote never ends, the first one.</summary>
    private readonly int TagEnd(int position)
    {
        int first = html.IndexOf('>', position);
        if (first < 0)
            return html.Length;
        int i = position;
        while (true)
        {
            int found = html.AsSpan(i).IndexOfAny('>', '"', '\'');
            if (found < 0)
                return first;
            i += found;
            if (html[i] == '>')
                return i;
            if (PreviousIsEquals(i, position))
            {
                int quote = html.IndexOf(html[i], i + 1);
                if (quote < 0)
                    return first;
                i = quote;
            }
            i++;
        }
    }

    private readonly bool PreviousIsEquals(int position, int floor)
    {
        int i = position - 1;
        while (i >= floor && char.IsWhiteSpace(html[i]) && position - i < 16)
            i--;
        return i >= floor && html[i] == '=';
    }

    private void SkipComment()
    {
        if (!noCommentEnd && html.AsSpan(next).StartsWith("<!--"))
        {
            int end = html.IndexOf("-->", next + 2, StringComparison.Ordinal);
            if (end >= 0)
            {
                next = end + 3;
                return;
            }
            noCommentEnd = true;
        }
        int close = html.IndexOf('>', next);
        next = close < 0 ? html.Length : close + 1;
    }

    private static string TagName(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[24];
        if (name.Length > lower.Length)
            return "unknown";
        name.ToLowerInvariant(lower);
        return HtmlNames.Find(lower[..name.Length]);
    }
}
