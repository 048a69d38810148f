using System.Collections.Immutable;
using Entente.Analysis.Statistics;

namespace Entente.Analysis.Networks;

/// <summary>
/// Factions of a signed network: friends within, enemies between (Doreian and Mrvar, A partitioning approach to structural balance, 1996).
/// The partition is the best of local searches that move actors and exchange pairs of them, from random starts; it need not be the best
/// there is. On the Gahuku-Gama tribes three factions leave a criterion of 1 with each tie counted once, the 2 of R's signnet, which
/// counts each tie in both directions.
/// </summary>
public static class Factions
{
    /// <summary>
    /// Divides the actors into a number of factions that it chooses: the least number from 2 on from which no greater one saves more than
    /// <see cref="FactionOptions.Parsimony"/> of the one faction's cost for each additional faction. One faction where there is no enmity
    /// to speak of, none where there is no tie.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static FactionChoice Find(SignedGraph graph, FactionOptions? options = null)
    {
        options ??= new FactionOptions();
        Check(graph, options);
        var tied = Tied(graph);
        if (tied == 0) return new FactionChoice(new FactionPartition(0, [.. Enumerable.Repeat(-1, graph.Count)], 0), []);
        var tried = ImmutableArray.CreateBuilder<FactionPartition>();
        for (var k = 1; k <= Math.Min(options.Most, tied); k++) tried.Add(Divide(graph, k, options, k == 1 ? null : tried[^1]));
        var step = options.Parsimony * tried[0].Criterion;
        // Without enmity no division saves anything; with it, one faction is no answer to the question who stands against whom.
        var chosen = tried.Count > 1 && tried.Skip(1).Any(p => p.Criterion < tried[0].Criterion) ? 1 : 0;
        for (var k = chosen + 1; k < tried.Count; k++)
            if (chosen > 0 && tried[chosen].Criterion - tried[k].Criterion > step * (k - chosen)) chosen = k;
        return new FactionChoice(tried[chosen], tried.ToImmutable());
    }

    /// <summary>Divides the actors that have ties into just so many factions.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="factions">Number of factions, from 1 to the number of actors with ties.</param>
    /// <param name="options">How to search; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many actors with ties, or an option is outside its range.</exception>
    public static FactionPartition Partition(SignedGraph graph, int factions, FactionOptions? options = null)
    {
        options ??= new FactionOptions();
        Check(graph, options);
        ArgumentOutOfRangeException.ThrowIfLessThan(factions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factions, Tied(graph));
        return Divide(graph, factions, options, null);
    }

    /// <summary>What a partition costs; actors of faction −1 are left out.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="members">The faction of each actor.</param>
    /// <param name="alpha">Weight of negative ties within, 0 to 1; positive ties between have 1 − alpha.</param>
    /// <exception cref="ArgumentException">There are not as many members as actors.</exception>
    public static double Criterion(SignedGraph graph, ReadOnlySpan<int> members, double alpha = 0.5)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (members.Length != graph.Count) throw new ArgumentException("Each actor wants a faction.", nameof(members));
        var cost = 0.0;
        foreach (var (i, j, weight) in graph.Ties)
        {
            if (members[i] < 0 || members[j] < 0) continue;
            if (weight < 0 && members[i] == members[j]) cost -= alpha * weight;
            if (weight > 0 && members[i] != members[j]) cost += (1 - alpha) * weight;
        }

        return cost;
    }

    private static FactionPartition Divide(SignedGraph graph, int factions, FactionOptions options, FactionPartition? fewer)
    {
        var random = new SeededRandom(options.Seed + (ulong)factions);
        var search = new FactionSearch(graph, factions, options.Alpha);
        var (best, least) = (Array.Empty<int>(), double.PositiveInfinity);
        for (var restart = 0; restart < options.Restarts; restart++)
        {
            var members = search.Descend(restart == 0 ? fewer?.Members : null, ref random);
            var cost = Criterion(graph, members, options.Alpha);
            if (cost < least - 1e-12) (best, least) = (members, cost);
        }

        return new FactionPartition(factions, Renumber(best), least);
    }

    private static ImmutableArray<int> Renumber(int[] members)
    {
        var order = members.Select((g, i) => (g, i)).Where(m => m.g >= 0).GroupBy(m => m.g)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.First().i).Select(g => g.Key).ToList();
        return [.. members.Select(g => g < 0 ? -1 : order.IndexOf(g))];
    }

    private static int Tied(SignedGraph graph) => Enumerable.Range(0, graph.Count).Count(graph.IsTied);

    private static void Check(SignedGraph graph, FactionOptions options)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (!(options.Alpha is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Alpha, "Alpha lies between 0 and 1.");
        if (!(options.Parsimony is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Parsimony, "A share lies between 0 and 1.");
        if (options.Most < 2) throw new ArgumentOutOfRangeException(nameof(options), options.Most, "At least two factions are tried.");
        if (options.Restarts < 1) throw new ArgumentOutOfRangeException(nameof(options), options.Restarts, "At least one start is wanted.");
    }
}
