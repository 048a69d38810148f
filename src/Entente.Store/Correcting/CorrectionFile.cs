using System.Globalization;

namespace Entente.Store.Correcting;

/// <summary>A row of a file of corrections.</summary>
/// <param name="EventId">Id of the event.</param>
/// <param name="Field">One of <see cref="CorrectionField.All"/>.</param>
/// <param name="Value">The right value, empty for none.</param>
/// <param name="Author">Who says so, null when not told.</param>
/// <param name="Made">The day, null when not told.</param>
/// <param name="Note">Why, null when not told.</param>
public sealed record CorrectionRow(string EventId, string Field, string? Value, string? Author, DateOnly? Made, string? Note);

/// <summary>Reads files of corrections: CSV (RFC 4180) with the columns event, field, value and, when told, author, date, note.</summary>
public static class CorrectionFile
{
    private static readonly string[] Needed = ["event", "field", "value"];

    /// <summary>The rows with their numbers, from 2 (the header is 1); a row that is wrong comes with the reason instead.</summary>
    /// <exception cref="ArgumentException">It is no such file.</exception>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static IEnumerable<(int Line, CorrectionRow? Row, string? Fault)> Read(EventStore store, string path)
    {
        var quoted = path.Replace("'", "''", StringComparison.Ordinal);
        var columns = store.Rows($"SELECT column_name FROM (DESCRIBE SELECT * FROM read_csv('{quoted}', header = true, all_varchar = true, null_padding = true, delim = ','))").Select(r => r.GetString(0).Trim().ToLowerInvariant()).ToList();
        if (Needed.FirstOrDefault(n => !columns.Contains(n)) is { } missing) throw new ArgumentException($"{path}: there is no column {missing}; the columns are event, field, value, author, date, note");
        var rows = store.Rows($"SELECT * FROM read_csv('{quoted}', header = true, all_varchar = true, null_padding = true, delim = ',')").Select(r => columns.Select((_, i) => r.IsDBNull(i) ? null : Plain(r.GetString(i))).ToArray()).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            string? Cell(string name) => columns.IndexOf(name) is var at and >= 0 && rows[i][at] is { Length: > 0 } cell ? cell : null;
            if (Cell("event") is not { } id || Cell("field") is not { } field) yield return (i + 2, null, "the row names no event or no field");
            else if (Cell("date") is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) yield return (i + 2, null, $"{day}: write the date as YYYY-MM-DD");
            else yield return (i + 2, new CorrectionRow(id, field, Cell("value"), Cell("author"), Cell("date") is { } made ? DateOnly.ParseExact(made, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, Cell("note")), null);
        }
    }

    /// <summary>Without the apostrophe that keeps spreadsheets from taking a text for a formula.</summary>
    private static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && cell[1] is '=' or '+' or '-' or '@' ? cell[1..] : cell;
}
