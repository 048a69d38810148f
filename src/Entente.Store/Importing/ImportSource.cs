using System.Collections.Immutable;

namespace Entente.Store.Importing;

/// <summary>How the database reads one file: its call of <c>read_csv</c>.</summary>
/// <param name="Format">The layout found; a file of mentions is known by its 16 columns.</param>
/// <param name="Sql">What stands behind FROM.</param>
internal sealed record ImportSource(ImportFormat Format, string Sql)
{
    /// <summary>Looks at a file's first line and says how to read it.</summary>
    /// <exception cref="InvalidDataException">It is no file of the format; the message says why.</exception>
    public static ImportSource Of(ImportFile file, ImportFormat format)
    {
        var first = file.FirstLine();
        var cells = Cells(first, format);
        if (format == ImportFormat.Gdelt2 && cells.Length == 16) format = ImportFormat.Mentions;
        if (format.HasHeader) return new ImportSource(format, Named(file, format, cells));
        var header = cells[0].Equals(format.Columns[0], StringComparison.OrdinalIgnoreCase);
        var columns = format.Columns;
        if (format == ImportFormat.Gdelt1 && cells.Length == 57) columns = columns[..57];
        if (format.Name == "keds" && cells.Length > 4) columns = [.. columns, .. Enumerable.Range(5, cells.Length - 4).Select(n => $"more{n}")];
        if (first.Length > 0 && cells.Length != columns.Length)
            throw new InvalidDataException($"has {cells.Length} columns, {format.Name} has {columns.Length}; is it another format, or are the columns not separated by tabs?");
        var missing = format.Columns.Except(columns).Select(c => $", NULL::VARCHAR AS \"{c}\"");
        return new ImportSource(format, $"(SELECT *{string.Concat(missing)} FROM {Call(file, format, columns, header)})");
    }

    private static string Named(ImportFile file, ImportFormat format, string[] cells)
    {
        var names = cells.Select(c => c.Trim().Trim('"')).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] == "Event Intensity") names[i] = "Intensity";
            if (names[i].Length == 0 || Array.IndexOf(names, names[i]) < i) names[i] = $"column {i + 1}";
            if (format.Columns.FirstOrDefault(c => c.Equals(names[i], StringComparison.OrdinalIgnoreCase)) is { } known) names[i] = known;
        }

        if (format.Columns.Take(format.Needed).FirstOrDefault(c => !names.Contains(c)) is { } lacking)
            throw new InvalidDataException($"has no column {lacking}, which {format.Name} has; is it another format?");
        var missing = format.Columns.Except(names).Select(c => $", NULL::VARCHAR AS \"{c}\"");
        return $"(SELECT *{string.Concat(missing)} FROM {Call(file, format, [.. names], header: true)})";
    }

    private static string Call(ImportFile file, ImportFormat format, ImmutableArray<string> columns, bool header)
    {
        var types = string.Join(", ", columns.Select(c => $"{Text(c)}: '{format.Types.GetValueOrDefault(c, "VARCHAR")}'"));
        var quote = format.Quoted ? "quote = '\"', escape = '\"', parallel = false" : "quote = '', escape = ''";
        var lenient = format.Name == "polecat" ? ", null_padding = true" : "";
        return $"read_csv({Text(file.Path)}, auto_detect = false, header = false, skip = {(header ? 1 : 0)}, delim = {Text(format.Separator.ToString())}, {quote}, "
            + $"columns = {{{types}}}, dateformat = '%Y%m%d', nullstr = '', strict_mode = false, max_line_size = 16777216, store_rejects = true, "
            + $"encoding = '{(file.IsUtf8() ? "utf-8" : "latin-1")}'{lenient})";
    }

    private static string[] Cells(string line, ImportFormat format) => line.Split(format.Separator);

    private static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
