using System.Collections.Immutable;
using Entente.Analysis.Statistics;
using Entente.Store.Relating;
using MathNet.Numerics.Distributions;

namespace Entente.Analysis.Affinity;

/// <summary>Finds out who drew together and who drifted apart.</summary>
/// <param name="model">The model of affinity.</param>
public sealed class MoverFinder(AffinityModel model)
{
    /// <summary>Of how many events a dyad's own past has at most the weight, as a prior of both windows.</summary>
    private const double MostPast = 8;

    /// <summary>
    /// All dyads with events in one of the windows, the surest change first. Both windows have the same prior, made of the world's mean
    /// and the dyad's past before the first window, so a single event moves little.
    /// </summary>
    /// <param name="rows">The dyads' numbers, ordered by dyad and period.</param>
    /// <param name="coverage">How much was reported in each period.</param>
    /// <param name="before">The earlier window.</param>
    /// <param name="after">The later window.</param>
    /// <param name="wrong">Share of the accepted list that may not have moved, or not in this direction (false discovery rate of two-sided tests; Benjamini and Hochberg 1995), between 0 and 1.</param>
    public ImmutableArray<Mover> Find(DyadRows rows, IReadOnlyList<CoverageCell> coverage, PeriodWindow before, PeriodWindow after, double wrong = 0.1)
    {
        if (coverage.Count == 0) return [];
        var world = new WorldMean(coverage, model.Kept(1));
        var movers = new List<Mover>();
        for (var (start, end) = (0, 0); start < rows.Cells.Length; start = end)
        {
            end = AffinityModel.Dyad(rows, start);
            if (Compare(rows, rows.Cells.AsSpan(start, end - start), world, before, after) is { } mover) movers.Add(mover);
        }

        var sorted = movers.OrderByDescending(m => m.Certainty).ThenByDescending(m => Math.Abs(m.Change.Mean)).ThenBy(m => m.One, StringComparer.Ordinal).ThenBy(m => m.Other, StringComparer.Ordinal).ToList();
        // A posterior of the direction takes for granted that there was a change; where most dyads stand still, a list made of it is full of them.
        var adjusted = FalseDiscovery.Adjust([.. sorted.Select(m => 2 * (1 - m.Certainty))]);
        return [.. sorted.Select((m, i) => m with { Accepted = adjusted[i] <= wrong })];
    }

    private Mover? Compare(DyadRows rows, ReadOnlySpan<DyadCell> cells, WorldMean world, PeriodWindow before, PeriodWindow after)
    {
        var (past, one, two) = (default(Sums), default(Sums), default(Sums));
        foreach (var cell in cells)
        {
            if (cell.Period < before.First) past = past.With(model, cell, model.Kept(before.First - cell.Period));
            else if (cell.Period >= before.First && cell.Period <= before.Last) one = one.With(model, cell, 1);
            else if (cell.Period >= after.First && cell.Period <= after.Last) two = two.With(model, cell, 1);
        }

        if (one.Events + two.Events == 0) return null;
        var kept = past.Weight > MostPast ? MostPast / past.Weight : 1;
        var mean = world.Before(before.First) is var m && before.First <= world.First ? world.At(before.Last) : m;
        var (first, second) = (
            model.Posterior((past.Good * kept) + one.Good, (past.Bad * kept) + one.Bad, mean),
            model.Posterior((past.Good * kept) + two.Good, (past.Bad * kept) + two.Bad, mean));
        var change = second.Mean - first.Mean;
        var reach = model.Reach * Math.Sqrt(first.Variance + second.Variance);
        var (was, become) = (first.Angle, second.Angle);
        return new Mover
        {
            One = rows.Parties[cells[0].One],
            Other = rows.Parties[cells[0].Other],
            Before = first.Estimate(model.Intervals, one.Weight),
            After = second.Estimate(model.Intervals, two.Weight),
            Change = (change, Math.Max(-2, change - reach), Math.Min(2, change + reach)),
            Rose = Normal.CDF(0, 1, (become.Mean - was.Mean) / Math.Sqrt(was.Variance + become.Variance)),
            Events = (one.Events, two.Events),
        };
    }

    private readonly record struct Sums(double Good, double Bad, int Events)
    {
        public double Weight => Good + Bad;

        public Sums With(AffinityModel model, in DyadCell cell, double kept)
        {
            var (good, bad) = (0.0, 0.0);
            model.Enter(cell, ref good, ref bad);
            return new Sums(Good + (good * kept), Bad + (bad * kept), Events + cell.Events);
        }
    }
}
