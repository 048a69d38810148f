using System.Collections.Immutable;
using Entente.Analysis.Statistics;

namespace Entente.Analysis.Networks;

/// <summary>How far the factions of a network would have come out alike if the news had been a little different.</summary>
public sealed class FactionStability
{
    private readonly double[] together;

    private FactionStability(FactionPartition factions, int resamples, double[] together, ImmutableArray<ActorPlace> places) =>
        (Factions, Resamples, this.together, Places) = (factions, resamples, together, places);

    /// <summary>The factions of the network as it is.</summary>
    public FactionPartition Factions { get; }

    /// <summary>Number of resampled networks.</summary>
    public int Resamples { get; }

    /// <summary>The place of each actor, in the order of the actors.</summary>
    public ImmutableArray<ActorPlace> Places { get; }

    /// <summary>
    /// Share of the resamples in which two actors are in the same faction, 0 to 1, of those in which both have ties; NaN where there is
    /// none. 1 for an actor with itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such actor.</exception>
    public double Together(int i, int j) => (uint)i >= (uint)Places.Length
        ? throw new ArgumentOutOfRangeException(nameof(i), i, "No such actor.")
        : (uint)j < (uint)Places.Length ? together[(i * Places.Length) + j] : throw new ArgumentOutOfRangeException(nameof(j), j, "No such actor.");

    /// <summary>
    /// Finds the factions of a network and of resamples of it. In each resample the number of factions is chosen anew, so that doubts about
    /// it count too. Factions of different resamples are never matched by number; only who is with whom is compared.
    /// </summary>
    /// <param name="graph">The network as it is.</param>
    /// <param name="resamples">Networks of the same actors from resampled events; read one by one, so they may be made while they are read.</param>
    /// <param name="options">How to search; null for the defaults.</param>
    /// <exception cref="ArgumentException">A resample has other actors.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static FactionStability Measure(SignedGraph graph, IEnumerable<SignedGraph> resamples, FactionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(resamples);
        var factions = Networks.Factions.Find(graph, options).Chosen;
        var count = graph.Count;
        var (same, both, number) = (new double[count * count], new int[count * count], 0);
        foreach (var resample in resamples)
        {
            if (!resample.Names.SequenceEqual(graph.Names)) throw new ArgumentException("A resample has other actors than the network.", nameof(resamples));
            number++;
            Enter(Networks.Factions.Find(resample, options).Chosen.Members, same, both);
        }

        for (var i = 0; i < same.Length; i++) same[i] = i % (count + 1) == 0 ? 1 : both[i] == 0 ? double.NaN : same[i] / both[i];
        return new FactionStability(factions, number, same, [.. Enumerable.Range(0, count).Select(i => Place(graph, factions, same, i))]);
    }

    /// <summary>The same with resamples that are made by number, 0 to <paramref name="resamples"/> − 1.</summary>
    /// <exception cref="ArgumentException">A resample has other actors.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range, or the number of resamples is negative.</exception>
    public static FactionStability Measure(SignedGraph graph, int resamples, Func<int, SignedGraph> resample, FactionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(resample);
        ArgumentOutOfRangeException.ThrowIfNegative(resamples);
        return Measure(graph, Enumerable.Range(0, resamples).Select(resample), options);
    }

    private static void Enter(ImmutableArray<int> members, double[] same, int[] both)
    {
        for (var i = 0; i < members.Length; i++)
        {
            for (var j = 0; j < members.Length; j++)
            {
                if (members[i] < 0 || members[j] < 0) continue;
                both[(i * members.Length) + j]++;
                if (members[i] == members[j]) same[(i * members.Length) + j]++;
            }
        }
    }

    private static ActorPlace Place(SignedGraph graph, FactionPartition factions, double[] together, int actor)
    {
        var home = factions.Members[actor];
        var (positive, own) = (0.0, 0.0);
        for (var j = 0; j < graph.Count; j++)
        {
            if (graph[actor, j] <= 0) continue;
            positive += graph[actor, j];
            if (home >= 0 && factions.Members[j] == home) own += graph[actor, j];
        }

        var share = positive == 0 ? double.NaN : own / positive;
        if (home < 0) return new ActorPlace(actor, -1, double.NaN, share, -1, double.NaN);
        var (rival, with) = (-1, 0.0);
        for (var g = 0; g < factions.Factions; g++)
        {
            var support = g == home ? double.NaN : Support(factions, together, actor, g);
            if (double.IsNaN(support) || (rival >= 0 && support <= with)) continue;
            (rival, with) = (g, support);
        }

        var at = Support(factions, together, actor, home);
        if (double.IsNaN(at)) at = 1 - with;
        return new ActorPlace(actor, home, at, share, rival, at + with == 0 ? 1 : Math.Min(1, 2 * with / (at + with)));
    }

    /// <summary>
    /// Median over the other members of a faction of the share of resamples together, NaN where there is none to be with. The median,
    /// so that a member who is itself in between does not make its fellows look so.
    /// </summary>
    private static double Support(FactionPartition factions, double[] together, int actor, int faction)
    {
        var count = factions.Members.Length;
        return Quantiles.Median([.. Enumerable.Range(0, count).Where(j => j != actor && factions.Members[j] == faction).Select(j => together[(actor * count) + j])]);
    }
}
