using System.Collections.Immutable;
using Entente.Sources;

namespace Entente.Language.Splitting;

/// <summary>Finds the paragraphs of a text outside its page furniture.</summary>
internal static class Paragraphs
{
    // Text with longer lines is not wrapped by hand: there every line break ends a paragraph.
    private const int WrappedLine = 160;

    /// <summary>The paragraphs in order: blank lines end them, and every line break where lines are long.</summary>
    public static IEnumerable<TextRange> Of(string text, ImmutableArray<TextRange> furniture)
    {
        var start = 0;
        foreach (var range in furniture.IsDefault ? [] : furniture)
        {
            var end = Math.Clamp(range.Start, start, text.Length);
            foreach (var paragraph in Within(text, start, end)) yield return paragraph;
            start = Math.Clamp(range.End, end, text.Length);
        }

        foreach (var paragraph in Within(text, start, text.Length)) yield return paragraph;
    }

    private static IEnumerable<TextRange> Within(string text, int start, int end)
    {
        var lines = new List<TextRange>();
        for (var at = start; at < end;)
        {
            var stop = text.IndexOfAny(['\n', '\r', '\u2028', '\u2029'], at, end - at);
            if (stop < 0) stop = end;
            var line = new TextRange(at, stop);
            at = stop + 1;
            if (stop + 1 < end && text[stop] == '\r' && text[stop + 1] == '\n') at++;
            if (!string.IsNullOrWhiteSpace(text[line.Start..line.End]))
            {
                lines.Add(line);
                continue;
            }

            foreach (var paragraph in Close(text, lines)) yield return paragraph;
        }

        foreach (var paragraph in Close(text, lines)) yield return paragraph;
    }

    private static IEnumerable<TextRange> Close(string text, List<TextRange> lines)
    {
        if (lines.Count == 0) yield break;
        var wrapped = lines.TrueForAll(line => line.Length <= WrappedLine);
        var first = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (wrapped && !BeginsItem(text, lines[i])) continue;
            yield return new TextRange(lines[first].Start, lines[i - 1].End);
            first = i;
        }

        yield return new TextRange(lines[first].Start, lines[^1].End);
        lines.Clear();
    }

    private static bool BeginsItem(string text, TextRange line)
    {
        var body = text.AsSpan(line.Start, line.Length).TrimStart();
        return body.Length > 2 && body[0] is '*' or '\u2022' or '\u00B7' && body[1] == ' ';
    }
}
