namespace Entente.Tests;

/// <summary>A reader of RFC 4180 that forgives nothing: a quote inside an unquoted cell or behind a closing one fails.</summary>
internal static class Csv
{
    public static List<string[]> Read(string text)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            cells.Add(Cell(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at == text.Length || text[at] is '\n' or '\r') cells.Add("");
                if (at < text.Length && text[at] is not ('\n' or '\r')) continue;
            }

            if (at < text.Length && text[at] == '\r') at++;
            if (at < text.Length && text[at++] != '\n') throw new FormatException($"a line end is wanted at {at}");
            rows.Add([.. cells]);
            cells.Clear();
        }

        return rows;
    }

    private static string Cell(string text, ref int at)
    {
        var start = at;
        if (at == text.Length || text[at] != '"')
        {
            while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
                if (text[at++] == '"') throw new FormatException($"a quote in an unquoted cell at {at}");
            return text[start..at];
        }

        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"') continue;
            if (at + 1 < text.Length && text[at + 1] == '"') at++;
            else return text[(start + 1)..at++].Replace("\"\"", "\"", StringComparison.Ordinal);
        }

        throw new FormatException("a quoted cell has no end");
    }
}
