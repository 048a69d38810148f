using System.Globalization;

namespace Entente.Coding.Knowledge;

/// <summary>Reads events/types.tsv, modes.tsv and cameo.tsv.</summary>
internal static class OntologyReader
{
    /// <summary>Reads the three tables.</summary>
    public static OntologyTables Read(KnowledgeFolder folder)
    {
        var types = new Dictionary<string, (int, double, string)>(StringComparer.Ordinal);
        foreach (var row in folder.Rows("events/types.tsv", ["type", "quad", "score", "cameo"], r => r["type"]))
        {
            if (!int.TryParse(row["quad"], NumberStyles.None, CultureInfo.InvariantCulture, out var quad) || row.Number("score") is not { } score)
                folder.Report(row, "quad must be a whole number and score a number");
            else
                types[row["type"]] = (quad, score, row["cameo"]);
        }

        var modes = new Dictionary<(string, string), double?>();
        foreach (var row in folder.Rows("events/modes.tsv", ["type", "mode"], r => r["type"] + "|" + r["mode"]))
        {
            if (types.ContainsKey(row["type"])) modes[(row["type"], row["mode"])] = row.Number("score");
            else folder.Report(row, $"there is no type {row["type"]}");
        }

        var goldstein = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in folder.Rows("events/cameo.tsv", ["cameo", "goldstein"], r => r["cameo"]))
        {
            if (row.Number("goldstein") is { } value) goldstein[row["cameo"]] = value;
            else folder.Report(row, "goldstein must be a number");
        }

        return new OntologyTables(types, modes, goldstein);
    }
}
