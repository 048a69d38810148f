namespace Entente.Coding.Judging;

/// <summary>
/// Features of one question to the judge, as hashes of their names and values. The hash is part of the model's format: a change here
/// asks for a new training.
/// </summary>
internal sealed class FeatureList
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    private readonly HashSet<uint> all = [];

    /// <summary>The hashes, each once, in the order in which they were added.</summary>
    public IReadOnlyCollection<uint> All => all;

    /// <summary>When set, the features as people read them, for explanations.</summary>
    public List<(uint Hash, string Text)>? Told { get; init; }

    /// <summary>When set, the names of the features that are wanted; others are left out.</summary>
    public Func<string, bool>? Wanted { get; init; }

    /// <summary>Adds a feature with up to three values; one whose first value is empty is left out.</summary>
    public void Add(string name, string first, string second = "", string third = "")
    {
        if (first.Length == 0 || Wanted?.Invoke(name) == false) return;
        var hash = Mix(Mix(Mix(Mix(Offset, name), first), second), third);
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        hash ^= hash >> 12;
        if (all.Add(hash)) Told?.Add((hash, $"{name}={first}{(second.Length > 0 ? "," + second : "")}{(third.Length > 0 ? "," + third : "")}"));
    }

    private static uint Mix(uint hash, string text)
    {
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return (hash ^ 0x1F) * Prime;
    }
}
