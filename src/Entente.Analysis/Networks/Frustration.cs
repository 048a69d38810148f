using System.Collections.Immutable;

namespace Entente.Analysis.Networks;

/// <summary>The division into two sides that contradicts the ties least.</summary>
/// <param name="Weight">
/// Frustration F: weight of the negative ties within the sides and of the positive ties between them; the number of such ties where all
/// weights are ±1.
/// </param>
/// <param name="Index">1 − F / (m / 2) with the weight m of all ties: 1 for perfect balance, at least 0; NaN where there is no tie.</param>
/// <param name="Sides">The side of each actor, 0 or 1, the first actor's 0.</param>
/// <param name="Exact">Whether no division is better for certain. If not, the index may be too low.</param>
public sealed record Frustration(double Weight, double Index, ImmutableArray<int> Sides, bool Exact);
