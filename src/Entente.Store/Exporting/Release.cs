using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Coding.Knowledge;

namespace Entente.Store.Exporting;

/// <summary>What a citable release says of itself.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Authors">Who made it, each as <c>Family, Given</c> or as the name of a body.</param>
/// <param name="Version">Its version.</param>
/// <param name="Date">Day of release, ISO 8601.</param>
public sealed record ReleaseDescription(string Title, ImmutableArray<string> Authors, string Version, string Date);

/// <summary>
/// Puts what makes data citable beside it: a codebook of every variable and value with the coder, models and knowledge that made them,
/// a CITATION.cff (Citation File Format 1.2.0), and the checksums of all files. The same store gives the same bytes.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="knowledge">Types, modes and codes.</param>
/// <param name="tables">Names of the CAMEO codes.</param>
public sealed class Release(EventStore store, KnowledgeBase knowledge, FormatTables tables)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Latest day of publication in the store, for a release whose day nobody tells; null when no document tells one.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static string? LatestDay(EventStore store) =>
        store.Scalar<string>("SELECT CAST(max(coalesce(published, date_end, date_start)) AS VARCHAR) FROM current_events");

    /// <summary>Writes codebook, citation and checksums into a folder that has the data already.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(string folder, ReleaseDescription description, IReadOnlyDictionary<string, ImmutableArray<string>> losses, IReadOnlyDictionary<string, string> leftOut)
    {
        File.WriteAllText(Path.Combine(folder, "CITATION.cff"), Citation(description), Utf8);
        File.WriteAllText(Path.Combine(folder, "codebook.md"), Codebook(description, losses, leftOut), Utf8);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Where(f => f != "SHA256SUMS").Order(StringComparer.Ordinal);
        var sums = files.Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, f))))}  {f}\n");
        File.WriteAllText(Path.Combine(folder, "SHA256SUMS"), string.Concat(sums), Utf8);
    }

    private static string Citation(ReleaseDescription d)
    {
        var text = new StringBuilder("cff-version: 1.2.0\nmessage: \"If you use these data, please cite them.\"\ntype: dataset\n");
        text.Append("title: ").Append(Quoted(d.Title)).Append('\n').Append("version: ").Append(Quoted(d.Version)).Append('\n').Append("date-released: ").Append(d.Date).Append("\nauthors:\n");
        foreach (var author in d.Authors)
        {
            var parts = author.Split(',', 2, StringSplitOptions.TrimEntries);
            text.Append(parts.Length == 2 ? $"  - family-names: {Quoted(parts[0])}\n    given-names: {Quoted(parts[1])}\n" : $"  - name: {Quoted(author)}\n");
        }

        return text.ToString();
    }

    /// <summary>A string of YAML in double quotes, which has JSON's escapes.</summary>
    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private string Codebook(ReleaseDescription d, IReadOnlyDictionary<string, ImmutableArray<string>> losses, IReadOnlyDictionary<string, string> leftOut)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Plain(d.Title)}\nVersion {Plain(d.Version)}, {d.Date}. {string.Join("; ", d.Authors.Select(Plain))}.\n\n## What is in it\n");
        Table(text, "SELECT origin, status, count(*) AS events, CAST(min(coalesce(date_start, published)) AS VARCHAR) AS first_day, CAST(max(coalesce(date_end, published)) AS VARCHAR) AS last_day FROM current_events GROUP BY 1, 2 ORDER BY 1, 2");
        text.Append(CultureInfo.InvariantCulture, $"\nTexts: {store.Scalar<long>("SELECT count(*) FROM live_documents")}; documents that have them: {store.Scalar<long>("SELECT count(*) FROM documents WHERE current")}; events corrected by analysts: {store.Scalar<long>("SELECT count(*) FROM current_events WHERE corrected")}.\n\n## What made it\n");
        Table(text, "SELECT DISTINCT kind, coder, language_model, models_hash, knowledge_hash, view, least_confidence FROM runs WHERE run IN (SELECT run FROM current_events) ORDER BY ALL");
        text.Append("\n## Variables\nOf the table `events`; the records of the JSON lines have the same under the names that the documentation of the formats gives.\n\n");
        Table(text, "SELECT column_name AS variable, data_type AS type, coalesce(comment, '') AS meaning FROM duckdb_columns() WHERE table_name = 'events' AND NOT internal ORDER BY column_index");
        Types(text);
        text.Append("\n## CAMEO codes\n| code | name | Goldstein scale |\n| --- | --- | --- |\n");
        foreach (var code in knowledge.Ontology.CameoCodes.Order(StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"| `{code}` | {Plain(tables.Act(code))} | {knowledge.Ontology.Goldstein(code)} |\n");
        Limits(text, losses, leftOut);
        return text.ToString();
    }

    private void Types(StringBuilder text)
    {
        text.Append("\n## Types and modes (PLOVER)\n| type | mode | quad class | score |\n| --- | --- | --- | --- |\n");
        foreach (var type in knowledge.Ontology.Types)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {type} | | {knowledge.Ontology.Quad(type)} | {knowledge.Ontology.Score(type, null)} |\n");
            foreach (var mode in knowledge.Ontology.Modes(type)) text.Append(CultureInfo.InvariantCulture, $"| {type} | {mode} | {knowledge.Ontology.Quad(type)} | {knowledge.Ontology.Score(type, mode)} |\n");
        }

        text.Append("\n## Values told by the data\n");
        Table(text, "SELECT 'status' AS variable, status AS value, count(*) AS events FROM current_events GROUP BY 2 UNION ALL SELECT 'attribution', attribution, count(*) FROM current_events GROUP BY 2 UNION ALL SELECT 'date_precision', date_precision, count(*) FROM current_events GROUP BY 2 UNION ALL SELECT 'date_basis', date_basis, count(*) FROM current_events GROUP BY 2 ORDER BY 1, 2 NULLS LAST");
    }

    private static void Limits(StringBuilder text, IReadOnlyDictionary<string, ImmutableArray<string>> losses, IReadOnlyDictionary<string, string> leftOut)
    {
        if (losses.Count == 0) return;
        text.Append("\n## What the formats cannot say\n");
        foreach (var (format, lost) in losses.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{format}**: {string.Join("; ", lost)}.");
            if (leftOut.TryGetValue(format, out var counts)) text.Append(CultureInfo.InvariantCulture, $" Left out here: {counts}.");
            text.Append('\n');
        }
    }

    private void Table(StringBuilder text, string sql)
    {
        using var rows = store.Reader(sql);
        var columns = Enumerable.Range(0, rows.FieldCount).ToList();
        text.Append("| ").AppendJoin(" | ", columns.Select(rows.GetName)).Append(" |\n|").Append(string.Concat(columns.Select(_ => " --- |"))).Append('\n');
        while (rows.Read())
            text.Append("| ").AppendJoin(" | ", columns.Select(c => rows.IsDBNull(c) ? "" : Plain(Convert.ToString(rows.GetValue(c), CultureInfo.InvariantCulture) ?? ""))).Append(" |\n");
    }

    /// <summary>Text that cannot end a cell or a line of Markdown.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
