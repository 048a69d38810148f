using System.Collections.Immutable;
using NodaTime;

namespace Entente.Coding.Knowledge;

/// <summary>A row of a knowledge file, its cells by column name.</summary>
internal sealed class KnowledgeRow(string file, int line, IReadOnlyDictionary<string, int> columns, string[] cells)
{
    /// <summary>Path of the file.</summary>
    public string File => file;

    /// <summary>Line in the file, from 1.</summary>
    public int Line => line;

    /// <summary>Number of cells in the row.</summary>
    public int Count => cells.Length;

    /// <summary>The cell of a column; empty when it is left out or a dash.</summary>
    public string this[string column]
    {
        get
        {
            if (!columns.TryGetValue(column, out var at) || at >= cells.Length) return "";
            var cell = cells[at].Trim();
            return cell == "-" ? "" : cell;
        }
    }

    /// <summary>The values of a cell that holds several.</summary>
    public ImmutableArray<string> List(string column) =>
        [.. this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The cell, or null when empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } cell ? cell : null;

    /// <summary>A decimal number, or null when the cell is empty or no number.</summary>
    public double? Number(string column) =>
        double.TryParse(this[column], System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>First (or last) day of a date of year, month or day precision; null when empty.</summary>
    /// <exception cref="FormatException">The cell is no date.</exception>
    public LocalDate? Day(string column, bool last)
    {
        if (this[column] is not { Length: > 0 } cell) return null;
        var parts = cell.Split('-');
        if (parts.Length > 3 || !int.TryParse(parts[0], out var year) || year is < 1 or > 9999) throw NoDate(column, cell);
        if (parts.Length == 1) return last ? new LocalDate(year, 12, 31) : new LocalDate(year, 1, 1);
        if (!int.TryParse(parts[1], out var month) || month is < 1 or > 12) throw NoDate(column, cell);
        var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (parts.Length == 2) return new LocalDate(year, month, last ? days : 1);
        if (!int.TryParse(parts[2], out var day) || day < 1 || day > days) throw NoDate(column, cell);
        return new LocalDate(year, month, day);
    }

    private static FormatException NoDate(string column, string cell) =>
        new($"'{cell}' in column {column} is no date; write YYYY, YYYY-MM or YYYY-MM-DD");
}
