using System.Collections.Immutable;
using Entente.Analysis.Blocs;
using Entente.Analysis.Statistics;

namespace Entente.Analysis.Loneliness;

/// <summary>
/// Measures the loneliness of groups in a window. Intervals come from resampling: each tie's weighted numbers of cooperation and conflict
/// are drawn anew from gamma distributions with the numbers as mean and variance, as counts of independent events would vary, and
/// the draws are moved so that their mean is the figure itself.
/// Comparable groups have as many members, each drawn from the actors nearest to one member by their number of events.
/// </summary>
public sealed class LonelinessMeter
{
    private const int Draws = 400;
    private const int Groups = 200;

    /// <summary>So many actors above and below a member by their number of events are like it.</summary>
    private const int Neighbours = 10;

    private readonly ImmutableArray<string> names;
    private readonly ImmutableArray<(int One, int Other, Tie Tie)> ties;
    private readonly ImmutableArray<int> busiest;
    private readonly IReadOnlyList<Tie> earlier;
    private readonly double level;

    /// <summary>Reads the ties.</summary>
    /// <param name="ties">Of the window.</param>
    /// <param name="earlier">Of the window before, empty when there is none.</param>
    /// <param name="level">Probability that an interval holds the true value.</param>
    public LonelinessMeter(IReadOnlyList<Tie> ties, IReadOnlyList<Tie> earlier, double level)
    {
        names = [.. ties.SelectMany(t => (string[])[t.One, t.Other]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numbers = names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i, StringComparer.Ordinal);
        this.ties = [.. ties.Select(t => (numbers[t.One], numbers[t.Other], t))];
        var weights = new double[names.Length];
        foreach (var (one, other, tie) in this.ties)
        {
            weights[one] += tie.Affinity.Weight;
            weights[other] += tie.Affinity.Weight;
        }

        busiest = [.. Enumerable.Range(0, names.Length).OrderByDescending(i => weights[i]).ThenBy(i => i)];
        (this.earlier, this.level) = (earlier, level);
    }

    /// <summary>Measures a group; null when none of its members takes part in any event.</summary>
    /// <param name="members">The members.</param>
    /// <param name="seed">Seed of the resampling.</param>
    public LonelinessFigures? Measure(IReadOnlyCollection<string> members, ulong seed = 1)
    {
        var group = new bool[names.Length];
        foreach (var member in members)
            if (names.IndexOf(member) is >= 0 and var at) group[at] = true;
        if (!group.Contains(true)) return null;
        var random = new SeededRandom(seed);
        var value = Figures(group, ref random, resample: false);
        var drawn = new double[4][];
        for (var f = 0; f < 4; f++) drawn[f] = new double[Draws];
        for (var d = 0; d < Draws; d++) Enter(Figures(group, ref random, resample: true), drawn, d);
        var others = Others(group, ref random);
        var compared = new double[4][];
        for (var f = 0; f < 4; f++) compared[f] = new double[others.Count];
        for (var g = 0; g < others.Count; g++) Enter(Figures(others[g], ref random, resample: false), compared, g);
        var (won, lost) = Changed(members);
        return new LonelinessFigures
        {
            Members = [.. members],
            EIIndex = Of(value.EIIndex, drawn[0], compared[0], -1, 1),
            OutwardShare = Of(value.Outward, drawn[1], compared[1], 0, 1),
            Warmth = Of(value.Warmth, drawn[2], compared[2], -1, 1),
            Partners = Of(value.Partners, drawn[3], compared[3], 0, names.Length),
            Won = won,
            Lost = lost,
            Compared = others.Count,
        };
    }

    private Measured Of(double value, double[] drawn, double[] compared, double least, double most)
    {
        var known = Quantiles.Sorted(compared);
        // What is drawn has fewer partners than what it is drawn from; without that bias the draws lie around the figure itself.
        var drawnKnown = Quantiles.Sorted(drawn);
        var bias = drawnKnown.Length == 0 ? 0 : value - drawnKnown.Average();
        return new Measured(
            value, Math.Max(least, Quantiles.Of(drawn, (1 - level) / 2) + bias), Math.Min(most, Quantiles.Of(drawn, (1 + level) / 2) + bias),
            known.Length == 0 ? double.NaN : Quantiles.OfSorted(known, 0.5), known.Length == 0 || double.IsNaN(value) ? double.NaN : (double)known.Count(k => k < value) / known.Length);
    }

    private static void Enter((double EIIndex, double Outward, double Warmth, double Partners) figures, double[][] into, int at) =>
        (into[0][at], into[1][at], into[2][at], into[3][at]) = (figures.EIIndex, figures.Outward, figures.Warmth, figures.Partners);

    private (double EIIndex, double Outward, double Warmth, double Partners) Figures(bool[] group, ref SeededRandom random, bool resample)
    {
        var (inward, outward, all, conflict) = (0.0, 0.0, 0.0, 0.0);
        var partners = new double[names.Length];
        foreach (var (one, other, tie) in ties)
        {
            var good = resample ? Drawn(tie.Cooperation, ref random) : tie.Cooperation;
            var bad = resample ? Drawn(tie.Conflict, ref random) : tie.Conflict;
            all += good;
            if (!group[one] && !group[other]) continue;
            if (group[one] && group[other])
            {
                inward += good;
                continue;
            }

            outward += good;
            conflict += bad;
            partners[group[one] ? other : one] += good;
        }

        var entropy = 0.0;
        foreach (var partner in partners)
            if (partner > 0) entropy -= partner / outward * Math.Log(partner / outward);
        return (
            outward + inward > 0 ? (outward - inward) / (outward + inward) : double.NaN,
            all > 0 ? outward / all : double.NaN,
            outward + conflict > 0 ? (outward - conflict) / (outward + conflict) : double.NaN,
            outward > 0 ? Math.Exp(entropy) : 0);
    }

    private static double Drawn(double mean, ref SeededRandom random) => mean > 0 ? Statistics.Draws.Gamma(mean, 1, ref random) : 0;

    /// <summary>Groups of actors that are each as busy as one of the members.</summary>
    private List<bool[]> Others(bool[] group, ref SeededRandom random)
    {
        var places = Enumerable.Range(0, busiest.Length).Where(p => group[busiest[p]]).ToArray();
        var found = new List<bool[]>();
        if (busiest.Length - places.Length < 2 * places.Length) return found;
        for (var g = 0; g < Groups; g++)
        {
            var other = new bool[names.Length];
            var count = 0;
            foreach (var place in places)
            {
                var (first, last) = (Math.Max(0, place - Neighbours), Math.Min(busiest.Length - 1, place + Neighbours));
                int[] free = [.. Enumerable.Range(first, last - first + 1).Select(p => busiest[p]).Where(i => !group[i] && !other[i])];
                if (free.Length == 0) break;
                other[free[random.NextIndex(free.Length)]] = true;
                count++;
            }

            if (count == places.Length) found.Add(other);
        }

        return found;
    }

    private (ImmutableArray<string> Won, ImmutableArray<string> Lost) Changed(IReadOnlyCollection<string> members)
    {
        var (now, before) = (Friends(ties.Select(t => t.Tie), members), Friends(earlier, members));
        return ([.. now.Except(before, StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. before.Except(now, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static HashSet<string> Friends(IEnumerable<Tie> ties, IReadOnlyCollection<string> members) =>
        ties.Where(t => t.Sign > 0 && members.Contains(t.One) != members.Contains(t.Other)).Select(t => members.Contains(t.One) ? t.Other : t.One).ToHashSet(StringComparer.Ordinal);
}
