using System.Collections.Immutable;
using System.Text;
using Entente.Coding.Judging;

namespace Entente.Coding.Knowledge;

/// <summary>
/// Checks knowledge files as <c>entente knowledge check</c> does: what reading them finds, and besides tables and columns that nobody reads,
/// codes, sectors and kinds that do not exist, terms that end before they begin, coordinates off the globe, rows that repeat another.
/// </summary>
public static class KnowledgeChecker
{
    /// <summary>The faults of a folder, in the order of its files and lines.</summary>
    /// <param name="folder">The user's folder, read over the built-in one; null checks the built-in one itself.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static ImmutableArray<KnowledgeFault> Check(string? folder)
    {
        var root = folder ?? KnowledgeBase.BuiltInFolder;
        var knowledge = KnowledgeBase.Load(folder is null ? [] : [folder]);
        var faults = new List<KnowledgeFault>(knowledge.Faults.Where(f => f.File.StartsWith(root, StringComparison.Ordinal)));
        foreach (var file in Directory.EnumerateFiles(root, "*.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/');
            if (TableLayout.All.FirstOrDefault(t => t.Holds(path)) is not { } table)
                faults.Add(new KnowledgeFault(file, 0, "no table is read from here; knowledge/README.md lists where tables lie"));
            else
                faults.AddRange(Check(file, table, knowledge));
        }

        faults.AddRange(ExampleChecks.Of([root], knowledge.Ontology));
        return [.. faults.Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)];
    }

    private static IEnumerable<KnowledgeFault> Check(string file, TableLayout table, KnowledgeBase knowledge)
    {
        if (!IsUtf8(file)) yield return new KnowledgeFault(file, 0, "is not written in UTF-8; save it as UTF-8 text");
        var folder = new KnowledgeFolder([Path.GetDirectoryName(file)!]);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        string[]? columns = null;
        foreach (var row in folder.Rows(Path.GetFileName(file), [], _ => ""))
        {
            if (columns is null)
            {
                columns = row.Columns;
                foreach (var column in columns.Where(c => c.Length > 0 && !table.Required.Contains(c) && !table.Optional.Contains(c)))
                    yield return new KnowledgeFault(file, row.Line, $"column '{column}' is not read; the columns are {string.Join(", ", table.Required.Concat(table.Optional))}");
            }

            foreach (var reason in RowChecks.Of(row, table, knowledge)) yield return new KnowledgeFault(file, row.Line, reason);
            if (table.Key.Length == 0) continue;
            var key = string.Join('|', table.Key.Select(k => row[k]));
            if (!seen.TryAdd(key, row.Line)) yield return new KnowledgeFault(file, row.Line, $"repeats line {seen[key]} ({key.Replace("|", ", ", StringComparison.Ordinal)})");
        }
    }

    private static bool IsUtf8(string file)
    {
        try
        {
            foreach (var _ in File.ReadLines(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)))
            {
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
