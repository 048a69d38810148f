using System.Text;

namespace Entente.Coding.Knowledge;

/// <summary>
/// Reads knowledge files from the built-in folder and the user's folders laid over it. A row whose key a later folder repeats
/// is replaced by the later one.
/// </summary>
internal sealed class KnowledgeFolder(IReadOnlyList<string> folders)
{
    private readonly List<KnowledgeFault> faults = [];

    /// <summary>Faults found so far.</summary>
    public IReadOnlyList<KnowledgeFault> Faults => faults;

    /// <summary>Adds a fault about a row.</summary>
    public void Report(KnowledgeRow row, string reason) => faults.Add(new KnowledgeFault(row.File, row.Line, reason));

    /// <summary>The rows of one table: a file, or all files of a folder in name order (<c>leaders/*.tsv</c>).</summary>
    /// <param name="name">Path below the knowledge folder, with <c>/</c>; <c>*.tsv</c> for all files of a folder.</param>
    /// <param name="required">Columns that no row may leave empty.</param>
    /// <param name="key">What makes two rows the same.</param>
    public IReadOnlyList<KnowledgeRow> Rows(string name, IReadOnlyList<string> required, Func<KnowledgeRow, string> key)
    {
        var rows = new List<KnowledgeRow>();
        for (var layer = 0; layer < folders.Count; layer++)
        {
            var read = Files(folders[layer], name).SelectMany(file => Read(file, required)).ToList();
            if (layer > 0 && read.Count > 0)
            {
                var replaced = read.Select(key).ToHashSet(StringComparer.Ordinal);
                rows.RemoveAll(row => replaced.Contains(key(row)));
            }

            rows.AddRange(read);
        }

        return rows;
    }

    /// <summary>Files of the user's folders below a path that end in <c>.txt</c>, in name order.</summary>
    public IEnumerable<string> TextFiles(string directory) =>
        folders.Skip(1).Select(f => Path.Combine(f, directory)).Where(Directory.Exists)
            .SelectMany(d => Directory.EnumerateFiles(d, "*.txt").OrderBy(f => f, StringComparer.Ordinal));

    /// <summary>Adds a fault about a line of a file that is no table.</summary>
    public void Report(string file, int line, string reason) => faults.Add(new KnowledgeFault(file, line, reason));

    private static IEnumerable<string> Files(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!name.EndsWith("*.tsv", StringComparison.Ordinal)) return File.Exists(path) ? [path] : [];
        var directory = Path.GetDirectoryName(path)!;
        return Directory.Exists(directory)
            ? Directory.EnumerateFiles(directory, "*.tsv").OrderBy(f => f, StringComparer.Ordinal)
            : [];
    }

    private IEnumerable<KnowledgeRow> Read(string file, IReadOnlyList<string> required)
    {
        string[]? columns = null;
        var number = 0;
        foreach (var line in File.ReadLines(file, Encoding.UTF8))
        {
            number++;
            if (line.Length == 0 || line[0] == '#' || string.IsNullOrWhiteSpace(line)) continue;
            var cells = Cells(line);
            if (columns is null)
            {
                columns = cells;
                if (required.FirstOrDefault(c => !columns.Contains(c)) is not { } missing) continue;
                faults.Add(new KnowledgeFault(file, number, $"the first line must name the columns and lacks '{missing}'"));
                yield break;
            }

            var row = new KnowledgeRow(file, number, columns, cells);
            if (cells.Length > columns.Length)
                Report(row, $"{cells.Length} cells, but the file has {columns.Length} columns; separate cells by one tab");
            else if (required.FirstOrDefault(c => row[c].Length == 0) is { } empty)
                Report(row, $"column {empty} is empty");
            else
                yield return row;
        }
    }

    /// <summary>The cells of a line; a lone dash is an empty one.</summary>
    private static string[] Cells(string line)
    {
        var cells = line.Split('\t', StringSplitOptions.TrimEntries);
        for (var i = 0; i < cells.Length; i++)
            if (cells[i] is "-") cells[i] = "";
        return cells;
    }
}
