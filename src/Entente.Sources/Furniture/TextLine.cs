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

    /// <summary>Cuts a text into lines.</summary>
    public static List<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        int start = 0;
        bool wrapped = false;
        while (start < text.Length)
        {
            int end = text.AsSpan(start).IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : start + end;
            var whole = text.AsSpan(start, end - start);
            var trimmed = whole.Trim();
            if (trimmed.IsEmpty)
            {
                // The empty piece between \r and \n is no blank line.
                if (start == 0 || text[start - 1] != '\r' || start >= text.Length || text[start] != '\n')
                    wrapped = false;
            }
            else
            {
                int from = start + (whole.Length - whole.TrimStart().Length);
                lines.Add(new TextLine(new TextRange(from, from + trimmed.Length), !wrapped));
                wrapped = trimmed.Length is >= ShortestWrapped and <= LongestWrapped && !EndsSentence(trimmed);
            }
            start = end + 1;
        }
        return lines;
    }

    /// <summary>Whether the last character ends a sentence.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line) => line[^1] is '.' or '!' or '?' or '…' or '”' or '"' or '’' or '»' or ':';
}
