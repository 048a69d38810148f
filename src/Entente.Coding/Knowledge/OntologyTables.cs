using System.Collections.Immutable;

namespace Entente.Coding.Knowledge;

/// <summary>The ontology's types, modes and codes with their scores.</summary>
public sealed class OntologyTables
{
    private readonly Dictionary<string, (int Quad, double Score, string Cameo)> types;
    private readonly Dictionary<(string Type, string Mode), double?> modes;
    private readonly Dictionary<string, double> goldstein;

    internal OntologyTables(
        Dictionary<string, (int Quad, double Score, string Cameo)> types,
        Dictionary<(string Type, string Mode), double?> modes,
        Dictionary<string, double> goldstein)
    {
        this.types = types;
        this.modes = modes;
        this.goldstein = goldstein;
        Types = [.. types.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The sixteen PLOVER types in alphabetical order.</summary>
    public ImmutableArray<string> Types { get; }

    /// <summary>Modes of a type in alphabetical order.</summary>
    public IEnumerable<string> Modes(string type) => modes.Keys.Where(k => k.Type == type).Select(k => k.Mode).Order(StringComparer.Ordinal);

    /// <summary>All CAMEO codes.</summary>
    public IReadOnlyCollection<string> CameoCodes => goldstein.Keys;

    /// <summary>PLOVER's quad class of a type, 1 to 4.</summary>
    public int Quad(string type) => types[type].Quad;

    /// <summary>The CAMEO code that a type takes when the words tell no closer one.</summary>
    public string Cameo(string type) => types[type].Cameo;

    /// <summary>PLOVER's conflict-cooperation score; a mode without one takes its type's.</summary>
    public double Score(string type, string? mode) =>
        mode is not null && modes.GetValueOrDefault((type, mode)) is { } score ? score : types[type].Score;

    /// <summary>Goldstein scale of a CAMEO code, or of the nearest code above it.</summary>
    public double Goldstein(string cameo)
    {
        for (var length = cameo.Length; length >= 2; length--)
            if (goldstein.TryGetValue(cameo[..length], out var value)) return value;
        return 0;
    }

    /// <summary>Whether the type is in the ontology.</summary>
    public bool HasType(string type) => types.ContainsKey(type);

    /// <summary>Whether the type has the mode.</summary>
    public bool HasMode(string type, string mode) => modes.ContainsKey((type, mode));

    /// <summary>Whether the CAMEO code exists.</summary>
    public bool HasCameo(string cameo) => goldstein.ContainsKey(cameo);
}
