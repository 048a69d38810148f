namespace Entente.Coding.Knowledge;

/// <summary>What an act becomes inside another one: mode and code of the outer act.</summary>
internal sealed class ComposedActs(Dictionary<(string Outer, string Inner, string Mode), (string? Mode, string Cameo)> rows)
{
    /// <summary>Mode and CAMEO code of <paramref name="outer"/> around an act; the type's own code when the table has no row.</summary>
    public (string? Mode, string Cameo) Of(string outer, string inner, string? innerMode, string fallback)
    {
        if (rows.TryGetValue((outer, inner, innerMode ?? ""), out var exact)) return exact;
        return rows.TryGetValue((outer, inner, ""), out var general) ? general : (null, fallback);
    }
}

/// <summary>Reads events/composed.tsv.</summary>
internal static class ComposedReader
{
    /// <summary>Reads the table and checks it against the ontology.</summary>
    public static ComposedActs Read(KnowledgeFolder folder, OntologyTables ontology)
    {
        var rows = new Dictionary<(string, string, string), (string?, string)>();
        foreach (var row in folder.Rows("events/composed.tsv", ["outer", "inner", "cameo"], r => r["outer"] + "|" + r["inner"] + "|" + r["inner_mode"]))
        {
            if (!ontology.HasType(row["outer"]) || !ontology.HasType(row["inner"]))
                folder.Report(row, "outer and inner must be types");
            else if (!ontology.HasCameo(row["cameo"]))
                folder.Report(row, $"there is no CAMEO code {row["cameo"]}");
            else if (row.Optional("mode") is { } mode && !ontology.HasMode(row["outer"], mode))
                folder.Report(row, $"{row["outer"]} has no mode {mode}");
            else
                rows[(row["outer"], row["inner"], row["inner_mode"])] = (row.Optional("mode"), row["cameo"]);
        }

        return new ComposedActs(rows);
    }
}
