using System.Globalization;

namespace Entente.Compiler.Judging;

/// <summary>A row of a table of docs/audit, its cells by the names of their columns.</summary>
internal sealed class AuditRow(string[] columns, string[] cells)
{
    /// <summary>A cell.</summary>
    public string this[string column] => cells[Array.IndexOf(columns, column)];

    /// <summary>Whether the table has a column.</summary>
    public bool Has(string column) => Array.IndexOf(columns, column) >= 0;

    /// <summary>First code point of the trigger in the document's text, and one past its last.</summary>
    public (int Start, int End) Span => this["span"].Split('-') is [var start, var end] ? (Number(start), Number(end)) : throw new InvalidDataException($"{this["span"]}: this is no span");

    /// <summary>The rows of a table; lines that begin with # are remarks.</summary>
    public static IEnumerable<AuditRow> Read(string path)
    {
        string[]? columns = null;
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (columns is null) columns = cells;
            else yield return new AuditRow(columns, cells);
        }
    }

    /// <summary>A whole number as tables write it.</summary>
    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
