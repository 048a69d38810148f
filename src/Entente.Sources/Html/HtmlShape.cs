namespace Entente.Sources.Html;

/// <summary>Whether a page is tame enough for a tree: parsers recurse on depth and slow down on masses of tags and attributes.</summary>
internal static class HtmlShape
{
    /// <summary>SmartReader's time grows with the square of these; articles have some thousands.</summary>
    private const int MostTags = 60_000;

    private const int MostAttributes = 2_000;

    /// <summary>Null when tame, else why not, in words that follow "the page ".</summary>
    public static string? Wild(string html, int maximumDepth)
    {
        var scanner = new HtmlScanner(html);
        var open = new List<string>();
        int tags = 0;
        while (scanner.Next())
        {
            // End tags count, too: a stray </p> makes an element.
            if (scanner.Part is HtmlPart.Start or HtmlPart.End && ++tags > MostTags)
                return $"has more than {MostTags} tags";
            if (scanner.Part == HtmlPart.Start)
            {
                if (scanner.Content.Length > MostAttributes && HtmlNames.CountAttributes(scanner.Content) > MostAttributes)
                    return $"has a tag with more than {MostAttributes} attributes";
                Open(open, scanner.Name, scanner.Content);
                if (open.Count > maximumDepth)
                    return $"is nested more than {maximumDepth} elements deep";
            }
            else if (scanner.Part == HtmlPart.End)
            {
                int index = open.LastIndexOf(scanner.Name);
                if (index >= 0)
                    open.RemoveRange(index, open.Count - index);
            }
        }
        return null;
    }

    private static void Open(List<string> open, string name, ReadOnlySpan<char> attributes)
    {
        if (HtmlScanner.IsVoid(name) || attributes.EndsWith("/") && open.Contains("svg"))
            return;
        if (HtmlNames.IsBlock(name))
            CloseTop(open, "p", "p");
        if (name is "li" or "dt" or "dd" or "option" or "td" or "th")
            CloseTop(open, name, name is "dt" ? "dd" : name is "dd" ? "dt" : name is "td" ? "th" : name is "th" ? "td" : name);
        if (name is "tr")
        {
            CloseTop(open, "td", "th");
            CloseTop(open, "tr", "tr");
        }
        open.Add(name);
    }

    private static void CloseTop(List<string> open, string name, string other)
    {
        if (open.Count > 0 && (open[^1] == name || open[^1] == other))
            open.RemoveAt(open.Count - 1);
    }
}
