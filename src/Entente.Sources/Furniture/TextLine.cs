namespace Entente.Sources.Furniture;

/// <summary>A line of a text that is not blank, without the white space around it.</summary>
/// <param name="Range">Where it stands.</param>
/// <param name="Lone">Whether it is a paragraph of its own rather than a piece of one wrapped at a fixed width.</param>
internal readonly record struct TextLine(TextRange Range, bool Lone)
{
    private const string Around = " \t\u00a0*_#>|•·–—-[]()«»→←▶►✉☰+=~\u200b\ufeff";
    private const int ShortestWrapped = 45;
    private const int LongestWrapped = 130;

    /// <summary>The words of a line without the ornaments around them, as patterns see them.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> line) => line.TrimStart(Around).TrimEnd(Around + ".:!…");

    /// <summary>
    /// Cuts a text into lines. Where no line is longer than a page is wide, the text is taken as wrapped: there only paragraphs of one line,
    /// or of short lines, are lone.
    /// </summary>
    public static List<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        var paragraphs = new List<int>();
        Cut(text, lines, paragraphs);
        paragraphs.Add(lines.Count);
        if (lines.TrueForAll(l => l.Range.Length <= LongestWrapped))
        {
            for (int p = 0; p + 1 < paragraphs.Count; p++)
                JudgeParagraph(text, lines, paragraphs[p], paragraphs[p + 1]);
        }
        return lines;
    }

    private static void Cut(string text, List<TextLine> lines, List<int> paragraphs)
    {
        bool blank = true;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.AsSpan(start).IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : start + end;
            var whole = text.AsSpan(start, end - start);
            var trimmed = whole.Trim();
            if (trimmed.IsEmpty)
            {
                // The empty piece between \r and \n is no blank line.
                blank |= start == 0 || text[start - 1] != '\r' || text[start] != '\n';
                continue;
            }
            if (blank)
                paragraphs.Add(lines.Count);
            blank = false;
            int from = start + (whole.Length - whole.TrimStart().Length);
            lines.Add(new TextLine(new TextRange(from, from + trimmed.Length), Lone: true));
        }
    }

    private static void JudgeParagraph(string text, List<TextLine> lines, int first, int behind)
    {
        bool wrapped = false;
        for (int i = first; i < behind && behind - first > 1; i++)
            wrapped |= lines[i].Range.Length >= ShortestWrapped;
        for (int i = first; wrapped && i < behind; i++)
        {
            bool mark = i + 1 == lines.Count && lines[i].Range.Length < ShortestWrapped
                && EndsSentence(text.AsSpan(lines[i - 1].Range.Start, lines[i - 1].Range.Length));
            lines[i] = lines[i] with { Lone = mark };
        }
    }

    /// <summary>Whether the last character ends a sentence.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line) => line[^1] is '.' or '!' or '?' or '…' or '”' or '"' or '’' or '»' or ':';
}
