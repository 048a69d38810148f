using Entente.Store.Relating;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Entente.Analysis.Affinity;

/// <summary>
/// Estimates the affinity of each dyad in each period with a beta-binomial filter. What a dyad does in a period is seen as draws from a
/// share of cooperation p; the prior of p is made of the world's mean (with the weight of <see cref="AffinityOptions.PriorStrength"/>
/// events) and of the dyad's own past, which loses half its weight in <see cref="AffinityOptions.HalfLife"/> periods (power steady
/// model; Smith 1979, West and Harrison 1997, chapter 14). So a dyad with few events stays close to its past and the world's mean, with
/// a wide interval. A period's figure rests on it and what came before, never on what came later.
/// </summary>
public sealed class AffinityModel
{
    private readonly AffinityOptions options;
    private readonly double keep;
    private readonly double z;

    /// <summary>Makes a model.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public AffinityModel(AffinityOptions options)
    {
        options.Check();
        this.options = options;
        keep = Math.Pow(0.5, 1 / options.HalfLife);
        z = Normal.InvCDF(0, 1, (1 + options.Level) / 2);
        Intervals = new BetaIntervals(options.Level);
    }

    /// <summary>The options.</summary>
    public AffinityOptions Options => options;

    /// <summary>The affinity of all dyads in all periods from the first of a dyad to the last with coverage.</summary>
    /// <param name="rows">The dyads' numbers by quad class, ordered by dyad and period.</param>
    /// <param name="coverage">How much was reported in each period.</param>
    public AffinityTable Estimate(DyadRows rows, IReadOnlyList<CoverageCell> coverage)
    {
        if (coverage.Count == 0) return AffinityTable.Empty;
        var world = new WorldMean(coverage, keep);
        var table = new AffinityTable.Builder(rows.Parties, world.Last);
        for (var (start, end) = (0, 0); start < rows.Cells.Length; start = end)
        {
            end = Dyad(rows, start);
            var cells = rows.Cells.AsSpan(start, end - start);
            table.Begin(cells[0].One, cells[0].Other, cells[0].Period);
            var (good, bad, next) = (0.0, 0.0, 0);
            for (var period = cells[0].Period; period <= world.Last; period++)
            {
                (good, bad) = (good * keep, bad * keep);
                if (next < cells.Length && cells[next].Period == period) Enter(cells[next++], ref good, ref bad);
                table.Add(Posterior(good, bad, world.At(period)).Estimate(Intervals, good + bad));
            }
        }

        return table.Finish();
    }

    /// <summary>The state of each dyad after the last of its events: the posterior of a window, given a prior.</summary>
    internal AffinityPosterior Posterior(double good, double bad, double mean) =>
        new((options.PriorStrength * mean) + good, (options.PriorStrength * (1 - mean)) + bad);

    /// <summary>Adds what a period brought.</summary>
    internal void Enter(in DyadCell cell, ref double good, ref double bad)
    {
        var (more, less) = (cell.VerbalCooperation + cell.MaterialCooperation, cell.VerbalConflict + cell.MaterialConflict);
        var all = more + less;
        if (all <= 0) return;
        var share = options.Effective(all) / all;
        good += more * share;
        bad += less * share;
    }

    /// <summary>What is left of a state after some periods.</summary>
    internal double Kept(int periods) => Math.Pow(keep, periods);

    /// <summary>Intervals of the wanted probability.</summary>
    internal BetaIntervals Intervals { get; }

    /// <summary>Half the width of an interval, in standard deviations.</summary>
    internal double Reach => z;

    /// <summary>
    /// The options among a grid under which what each dyad does next is foretold best (beta-binomial likelihood one period ahead, over
    /// about <paramref name="most"/> periods of dyads taken at even distances). With fewer than a hundred such forecasts the defaults stay.
    /// </summary>
    public static AffinityOptions Learn(DyadRows rows, IReadOnlyList<CoverageCell> coverage, PeriodUnit unit, int most = 30_000)
    {
        var start = new AffinityOptions { HalfLife = Periods.PerYear(unit) };
        var dyads = Dyads(rows);
        if (coverage.Count < 3 || dyads.Count == 0) return start;
        var step = Math.Max(1, rows.Cells.Length / most);
        var (best, likelihood) = (start, double.NegativeInfinity);
        foreach (var strength in (ReadOnlySpan<double>)[1, 2, 4, 8])
        {
            foreach (var years in (ReadOnlySpan<double>)[0.25, 0.5, 1, 2, 4, 8])
            {
                foreach (var repetition in (ReadOnlySpan<double>)[0, 0.02, 0.05, 0.1, 0.2])
                {
                    var tried = new AffinityOptions { PriorStrength = strength, HalfLife = years * Periods.PerYear(unit), Repetition = repetition };
                    var (sum, count) = new AffinityModel(tried).Foretold(rows, coverage, dyads, step);
                    if (count < 100) return start;
                    if (sum > likelihood) (best, likelihood) = (tried, sum);
                }
            }
        }

        return best;
    }

    private (double LogLikelihood, int Count) Foretold(DyadRows rows, IReadOnlyList<CoverageCell> coverage, List<int> dyads, int step)
    {
        var world = new WorldMean(coverage, keep);
        var (sum, count) = (0.0, 0);
        for (var d = 0; d < dyads.Count; d += step)
        {
            var (good, bad) = (0.0, 0.0);
            var end = d + 1 < dyads.Count ? dyads[d + 1] : rows.Cells.Length;
            for (var i = dyads[d]; i < end; i++)
            {
                var cell = rows.Cells[i];
                if (i > dyads[d])
                {
                    var kept = Kept(cell.Period - rows.Cells[i - 1].Period);
                    (good, bad) = (good * kept, bad * kept);
                    sum += LogLikelihood(Posterior(good, bad, world.Before(cell.Period)), cell);
                    count++;
                }

                Enter(cell, ref good, ref bad);
            }
        }

        return (sum, count);
    }

    /// <summary>
    /// Beta-binomial log-likelihood of a period's cooperation and conflict with repetition within the period: the beta distribution of the
    /// period's own share has at most the weight of 1/ρ − 1 events.
    /// </summary>
    private double LogLikelihood(AffinityPosterior p, in DyadCell cell)
    {
        var (good, bad) = (cell.VerbalCooperation + cell.MaterialCooperation, cell.VerbalConflict + cell.MaterialConflict);
        var weight = p.A + p.B;
        var sharp = options.Repetition > 0 ? 1 / ((1 / weight) + (options.Repetition / (1 - Math.Min(0.99, options.Repetition)))) : weight;
        var (a, b) = (p.A * sharp / weight, p.B * sharp / weight);
        return SpecialFunctions.GammaLn(a + good) + SpecialFunctions.GammaLn(b + bad) - SpecialFunctions.GammaLn(a + b + good + bad)
            - SpecialFunctions.GammaLn(a) - SpecialFunctions.GammaLn(b) + SpecialFunctions.GammaLn(a + b);
    }

    private static List<int> Dyads(DyadRows rows)
    {
        var starts = new List<int>();
        for (var i = 0; i < rows.Cells.Length; i = Dyad(rows, i)) starts.Add(i);
        return starts;
    }

    /// <summary>Where the next dyad begins.</summary>
    internal static int Dyad(DyadRows rows, int start)
    {
        var end = start;
        while (end < rows.Cells.Length && rows.Cells[end].One == rows.Cells[start].One && rows.Cells[end].Other == rows.Cells[start].Other) end++;
        return end;
    }
}
