using System.Globalization;

namespace Entente.Compiler.Judging;

/// <summary>What a reader said of a coded event.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Start">First code point of the trigger in the document's text.</param>
/// <param name="End">One past its last code point.</param>
/// <param name="Event">The type that was coded.</param>
/// <param name="Right">Whether type, actor, recipient and status are all right; null when the reader was not sure.</param>
internal sealed record Verdict(string Document, int Start, int End, string Event, bool? Right)
{
    private static readonly string[] Fields = ["type", "actor", "recipient", "status"];

    /// <summary>Reads a table of verdicts (docs/audit/events-*.tsv).</summary>
    public static IEnumerable<Verdict> Read(string path)
    {
        string[]? columns = null;
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = cells;
                continue;
            }

            string Cell(string name) => cells[Array.IndexOf(columns, name)];
            var span = Cell("span").Split('-');
            var said = Fields.Select(Cell).ToList();
            bool? right = said.Contains("wrong") ? false : said.Contains("unsure") ? null : true;
            yield return new Verdict(Cell("document"), int.Parse(span[0], CultureInfo.InvariantCulture), int.Parse(span[1], CultureInfo.InvariantCulture), Cell("event"), right);
        }
    }
}
