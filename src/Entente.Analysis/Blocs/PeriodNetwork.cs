using System.Collections.Immutable;
using Entente.Analysis.Networks;
using Entente.Analysis.Statistics;

namespace Entente.Analysis.Blocs;

/// <summary>The signed network of a window: who stands with whom and against whom, as far as that is sure.</summary>
public sealed class PeriodNetwork
{
    private readonly ImmutableArray<Tie> kept;

    private PeriodNetwork(SignedGraph graph, ImmutableArray<Tie> kept) => (Graph, this.kept) = (graph, kept);

    /// <summary>The network; weights are affinities, ties without a sure sign are left out.</summary>
    public SignedGraph Graph { get; }

    /// <summary>The ties between its parties, those without a sure sign as well.</summary>
    public ImmutableArray<Tie> Ties => kept;

    /// <summary>The network of the parties with the most events.</summary>
    /// <param name="ties">The ties of the window.</param>
    /// <param name="most">Most parties, at least 2.</param>
    /// <param name="always">Parties that are in it whatever their number of events.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two parties are asked for.</exception>
    public static PeriodNetwork Of(IReadOnlyList<Tie> ties, int most = 40, IReadOnlyCollection<string>? always = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        var events = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var tie in ties)
        {
            events[tie.One] = events.GetValueOrDefault(tie.One) + tie.Affinity.Weight;
            events[tie.Other] = events.GetValueOrDefault(tie.Other) + tie.Affinity.Weight;
        }

        ImmutableArray<string> names = [.. events.OrderByDescending(e => always?.Contains(e.Key) == true).ThenByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal).Take(most).Select(e => e.Key).Order(StringComparer.Ordinal)];
        ImmutableArray<Tie> kept = [.. ties.Where(t => names.Contains(t.One, StringComparer.Ordinal) && names.Contains(t.Other, StringComparer.Ordinal))];
        return new PeriodNetwork(SignedGraph.Of(names, kept.Where(t => t.Sign != 0).Select(t => (names.IndexOf(t.One), names.IndexOf(t.Other), Weight(t.Affinity.Mean, t.Sign)))), kept);
    }

    /// <summary>Networks as they might as well have come out: each tie's share of cooperation is drawn from its distribution.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Seed of the draws.</param>
    public IEnumerable<SignedGraph> Resamples(int count, ulong seed)
    {
        for (var i = 0; i < count; i++)
        {
            var random = new SeededRandom(seed + (ulong)i);
            var drawn = new List<(int, int, double)>(kept.Length);
            foreach (var tie in kept)
            {
                var (a, b) = (Draws.Gamma(tie.Posterior.A, 1, ref random), Draws.Gamma(tie.Posterior.B, 1, ref random));
                var affinity = a + b > 0 ? (a - b) / (a + b) : 0;
                if (tie.Sign != 0 && affinity != 0) drawn.Add((Graph.IndexOf(tie.One), Graph.IndexOf(tie.Other), affinity));
            }

            yield return SignedGraph.Of(Graph.Names, drawn);
        }
    }

    /// <summary>A sure sign with a mean of the other side, or of nought, is kept as a faint tie.</summary>
    private static double Weight(double mean, int sign) => Math.Sign(mean) == sign ? mean : sign * 0.01;
}
