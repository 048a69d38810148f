namespace Entente.Analysis.Networks;

/// <summary>How many triangles agree with "the enemy of my enemy is my friend".</summary>
/// <param name="Balanced">Number of triangles with an even number of negative ties.</param>
/// <param name="All">Number of triangles.</param>
public sealed record TriangleBalance(long Balanced, long All)
{
    /// <summary>Balanced / all, 0 to 1; NaN where there is no triangle.</summary>
    public double Share => All == 0 ? double.NaN : (double)Balanced / All;
}
