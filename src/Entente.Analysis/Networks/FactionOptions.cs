namespace Entente.Analysis.Networks;

/// <summary>How <see cref="Factions"/> are looked for.</summary>
public sealed record FactionOptions
{
    /// <summary>
    /// What a negative tie within a faction costs against a positive one between two, 0 to 1. Default: 0.5, both alike; lower values
    /// forgive quarrels in the family.
    /// </summary>
    public double Alpha { get; init; } = 0.5;

    /// <summary>The greatest number of factions that is tried, at least 2. Default: 6.</summary>
    public int Most { get; init; } = 6;

    /// <summary>
    /// How much of the cost of having one faction only an additional faction must save to be worth its while, 0 to 1. Default: 0.05.
    /// </summary>
    public double Parsimony { get; init; } = 0.05;

    /// <summary>Number of random starts for each number of factions, at least 1. Default: 30.</summary>
    public int Restarts { get; init; } = 30;

    /// <summary>Seed of the generator. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;
}
