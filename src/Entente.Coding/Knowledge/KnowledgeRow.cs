using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Entente.Coding.Knowledge;

/// <summary>A row of a knowledge file, its cells by column name.</summary>
internal sealed class KnowledgeRow(string file, int line, string[] columns, string[] cells)
{
    /// <summary>Path of the file.</summary>
    public string File => file;

    /// <summary>Line in the file, from 1.</summary>
    public int Line => line;

    /// <summary>The columns of the file.</summary>
    public string[] Columns => columns;

    /// <summary>The cell of a column; empty when it is left out or a dash.</summary>
    public string this[string column]
    {
        get
        {
            // A dozen columns at most: looking through them is faster than a dictionary.
            var at = 0;
            while (at < columns.Length && columns[at] != column) at++;
            return at < columns.Length && at < cells.Length ? cells[at] : "";
        }
    }

    /// <summary>The values of a cell that holds several.</summary>
    public ImmutableArray<string> List(string column)
    {
        var cell = this[column];
        if (cell.Length == 0) return [];
        return cell.Contains(';', StringComparison.Ordinal)
            ? ImmutableArray.Create(cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : [cell];
    }

    /// <summary>The cell, or null when empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } cell ? cell : null;

    /// <summary>A decimal number, or null when the cell is empty.</summary>
    /// <exception cref="FormatException">The cell is no number.</exception>
    public double? Number(string column)
    {
        if (this[column] is not { Length: > 0 } cell) return null;
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"'{cell}' in column {column} is no number");
    }

    /// <summary>First (or last) day of a date of year, month or day precision; null when empty.</summary>
    /// <exception cref="FormatException">The cell is no date.</exception>
    public LocalDate? Day(string column, bool last) => KnowledgeDate.Parse(this[column], last, column);

    /// <summary>Dated memberships of a cell.</summary>
    /// <exception cref="FormatException">One of them is none.</exception>
    public ImmutableArray<Membership> Memberships(string column) =>
        this[column].Length == 0 ? [] : [.. List(column).Select(m => Membership.Parse(m, column))];
}
