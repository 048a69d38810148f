namespace Entente.Sources.Text;

/// <summary>Finds the headline of a plain text.</summary>
internal static class Titles
{
    private const int LongestTitle = 200;

    /// <summary>
    /// The first line when it is short, has no end punctuation, and a blank line and more text follow; null otherwise.
    /// Its line is <paramref name="range"/> in <paramref name="text"/>.
    /// </summary>
    public static string? Of(string text, bool markdown, out TextRange range)
    {
        range = default;
        int start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        int end = text.AsSpan(start).IndexOfAny('\n', '\r') is var i and >= 0 ? start + i : text.Length;
        if (end - start > LongestTitle || !BlankLineThenText(text.AsSpan(end)))
            return null;
        string line = text[start..end].Trim();
        if (markdown && line.StartsWith('#'))
            line = line.Trim('#', ' ');
        if (line.Length == 0 || line[^1] is '.' or '!' or '?' or '…' or ':' or ';' or ',' || !line.Any(char.IsLetter))
            return null;
        range = new TextRange(start, end);
        return line;
    }

    private static bool BlankLineThenText(ReadOnlySpan<char> rest)
    {
        int breaks = 0;
        for (int i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '\n' || rest[i] == '\r' && (i + 1 == rest.Length || rest[i + 1] != '\n'))
                breaks++;
            else if (!char.IsWhiteSpace(rest[i]))
                return breaks >= 2;
        }
        return false;
    }
}
