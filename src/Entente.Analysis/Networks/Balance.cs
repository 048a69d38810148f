using Entente.Analysis.Statistics;
using MathNet.Numerics.LinearAlgebra;

namespace Entente.Analysis.Networks;

/// <summary>
/// How well a signed network fits together (Cartwright and Harary, Structural balance, 1956). Published values for the Gahuku-Gama
/// tribes (Read 1954): triangles 0.8676, walks 0.3576, frustration 0.7586.
/// </summary>
public static class Balance
{
    /// <summary>The share of balanced triangles, by the signs of the ties. Time grows with the number of ties times that of actors.</summary>
    public static TriangleBalance Triangles(SignedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (balanced, all) = (0L, 0L);
        foreach (var (i, j, weight) in graph.Ties)
        {
            var a = graph.Row(i);
            var b = graph.Row(j);
            for (var k = j + 1; k < graph.Count; k++)
            {
                var sign = Math.Sign(a[k]) * Math.Sign(b[k]) * Math.Sign(weight);
                if (sign != 0) all++;
                if (sign > 0) balanced++;
            }
        }

        return new TriangleBalance(balanced, all);
    }

    /// <summary>
    /// Balance of closed walks: Σ exp(λ) / Σ exp(μ) with the eigenvalues λ of the signed weights and μ of their absolute values
    /// (Estrada and Benzi, Walk-based measure of balance in signed networks, 2014). 1 for perfect balance, towards 0 the less balanced;
    /// large weights and many ties press it down, so compare networks of like size and use <see cref="SignedGraph.Signs"/>. 1 without
    /// ties, NaN without actors.
    /// </summary>
    public static double Walk(SignedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.Count == 0) return double.NaN;
        var signed = Eigenvalues(Matrix<double>.Build.Dense(graph.Count, graph.Count, (i, j) => graph[i, j]));
        var plain = Eigenvalues(Matrix<double>.Build.Dense(graph.Count, graph.Count, (i, j) => Math.Abs(graph[i, j])));
        // The greatest eigenvalue is taken off first: exp(800) is no number.
        var most = plain.Max();
        return signed.Sum(x => Math.Exp(x - most)) / plain.Sum(x => Math.Exp(x - most));
    }

    /// <summary>
    /// The frustration index (Harary 1959; Aref and Wilson 2018): exact by branch and bound for up to 30 actors with ties, as long as the
    /// search takes no more than some ten million steps; else the best of local searches from random starts, which the answer says.
    /// </summary>
    /// <param name="graph">The network. For the number of contradicted ties give <see cref="SignedGraph.Signs"/>.</param>
    /// <param name="restarts">Number of random starts of the local search, at least 1.</param>
    /// <param name="seed">Seed of the generator.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="restarts"/> is not positive.</exception>
    public static Frustration Frustration(SignedGraph graph, int restarts = 50, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(restarts);
        var random = new SeededRandom(seed);
        var sides = FrustrationSearch.Local(graph, restarts, ref random);
        var exact = FrustrationSearch.Exact(graph, sides);
        if (sides.Length > 0 && sides[0] == 1)
            for (var i = 0; i < sides.Length; i++) sides[i] = 1 - sides[i];
        var (weight, total) = (FrustrationSearch.Weight(graph, sides), graph.Ties.Sum(t => Math.Abs(t.Weight)));
        return new Frustration(weight, total == 0 ? double.NaN : 1 - (weight / (total / 2)), [.. sides], exact);
    }

    private static Vector<double> Eigenvalues(Matrix<double> matrix) => matrix.Evd(Symmetricity.Symmetric).EigenValues.Real();
}
