using System.Collections.Immutable;

namespace Entente.Analysis.Networks;

/// <summary>
/// Krackhardt and Stern's E–I index (Informal networks and organizational crises, 1988): (E − I) / (E + I) with the weight E of ties that
/// leave a group and I of ties within it. −1 where all ties stay inside, 1 where all go outside, NaN where there is none.
/// </summary>
/// <param name="Whole">Of the whole network, each tie once.</param>
/// <param name="Groups">Of each group, by its number: the ties of its members.</param>
/// <param name="Actors">Of each actor; NaN for those without a group.</param>
public sealed record EIIndex(double Whole, ImmutableArray<double> Groups, ImmutableArray<double> Actors)
{
    /// <summary>Of a network and a group for each actor.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="groups">The group of each actor, from 0; a negative number for none: such actors and their ties are left out.</param>
    /// <param name="kind">The ties that count.</param>
    /// <exception cref="ArgumentException">There are not as many groups as actors.</exception>
    public static EIIndex Of(SignedGraph graph, ReadOnlySpan<int> groups, TieKind kind = TieKind.Positive)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (groups.Length != graph.Count) throw new ArgumentException("Each actor wants a group, or a negative number.", nameof(groups));
        var count = Math.Max(0, groups.IsEmpty ? 0 : Most(groups) + 1);
        var (external, total) = (new double[graph.Count], new double[graph.Count]);
        var (groupExternal, groupTotal, allExternal, all) = (new double[count], new double[count], 0.0, 0.0);
        foreach (var (i, j, tie) in graph.Ties)
        {
            if (groups[i] < 0 || groups[j] < 0 || (kind == TieKind.Positive && tie < 0) || (kind == TieKind.Negative && tie > 0)) continue;
            var weight = Math.Abs(tie);
            var leaving = groups[i] == groups[j] ? 0 : weight;
            (all, allExternal) = (all + weight, allExternal + leaving);
            foreach (var actor in (ReadOnlySpan<int>)[i, j])
            {
                total[actor] += weight;
                external[actor] += leaving;
                // A tie within a group is met from both its ends, but is one tie of the group.
                groupTotal[groups[actor]] += leaving > 0 ? weight : weight / 2;
                groupExternal[groups[actor]] += leaving;
            }
        }

        return new EIIndex(Index(allExternal, all), [.. groupExternal.Zip(groupTotal, Index)], [.. external.Zip(total, Index)]);
    }

    private static double Index(double external, double total) => total == 0 ? double.NaN : ((2 * external) - total) / total;

    private static int Most(ReadOnlySpan<int> groups)
    {
        var most = -1;
        foreach (var group in groups) most = Math.Max(most, group);
        return most;
    }
}
