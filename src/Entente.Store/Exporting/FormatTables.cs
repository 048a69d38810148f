using System.Collections.Immutable;
using Entente.Coding.Knowledge;

namespace Entente.Store.Exporting;

/// <summary>How other formats call countries, sectors and acts (knowledge/formats).</summary>
public sealed class FormatTables
{
    private readonly Dictionary<string, string> fips = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Cameo, string? Icews, string? Polecat)> sectors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> acts = new(StringComparer.Ordinal);
    private readonly KnowledgeBase knowledge;

    /// <summary>Reads the tables.</summary>
    /// <param name="options">Where they lie.</param>
    /// <param name="knowledge">States and organisations.</param>
    public FormatTables(KnowledgeOptions options, KnowledgeBase knowledge)
    {
        this.knowledge = knowledge;
        var folder = new KnowledgeFolder([options.Base, .. options.Overlays]);
        foreach (var row in folder.Rows("formats/fips.tsv", ["fips", "iso3"], r => r["fips"])) fips.TryAdd(row["iso3"], row["fips"]);
        foreach (var row in folder.Rows("formats/sectors.tsv", ["sector"], r => r["sector"])) sectors[row["sector"]] = (Some(row["cameo"]), Some(row["icews"]), Some(row["polecat"]));
        foreach (var row in folder.Rows("formats/cameo-names.tsv", ["cameo", "name"], r => r["cameo"])) acts[row["cameo"]] = row["name"];
        Faults = [.. folder.Faults];
    }

    /// <summary>Faults of the files.</summary>
    public ImmutableArray<KnowledgeFault> Faults { get; }

    /// <summary>FIPS 10-4 code of a state, empty when it has none.</summary>
    public string Fips(string? iso3) => iso3 is not null && fips.TryGetValue(iso3, out var code) ? code : "";

    /// <summary>Usual English name of a state, empty when unknown.</summary>
    public string Country(string? iso3) => iso3 is not null && knowledge.States.TryGetValue(iso3, out var state) ? state.Name : "";

    /// <summary>Whether a code is a state's.</summary>
    public bool IsState(string? code) => code is not null && knowledge.States.ContainsKey(code);

    /// <summary>Role in a CAMEO actor code, empty when it has none.</summary>
    public string CameoRole(string? sector) => sector is not null && sectors.TryGetValue(sector, out var names) ? names.Cameo ?? "" : "";

    /// <summary>ICEWS's word for a sector, empty when it has none.</summary>
    public string IcewsSector(string sector) => sectors.TryGetValue(sector, out var names) ? names.Icews ?? "" : "";

    /// <summary>POLECAT's code of a sector, empty when it has none.</summary>
    public string PolecatSector(string sector) => sectors.TryGetValue(sector, out var names) ? names.Polecat ?? "" : "";

    /// <summary>Name of a CAMEO code, or of the nearest code above it.</summary>
    public string Act(string cameo)
    {
        for (var length = cameo.Length; length >= 2; length--)
            if (acts.TryGetValue(cameo[..length], out var name)) return name;
        return cameo;
    }

    private static string? Some(string cell) => cell.Length == 0 || cell == "-" ? null : cell;
}
