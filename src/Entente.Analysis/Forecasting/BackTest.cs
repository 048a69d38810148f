using System.Collections.Immutable;
using Entente.Analysis.Statistics;

namespace Entente.Analysis.Forecasting;

/// <summary>
/// Tries forecasters on the past by a rolling origin: at each period they see only what was known then (Tashman, Out-of-sample tests of
/// forecasting accuracy, 2000), all the same histories, and are scored by what came.
/// </summary>
public static class BackTest
{
    /// <summary>Runs all forecasters over all series.</summary>
    /// <param name="series">Counts, at least 0, in order of time; NaN is a missing period, which is not scored. Their starts are one period.</param>
    /// <param name="forecasters">The forecaster that is judged first, then those that it is compared with.</param>
    /// <param name="options">Horizon, first origin, number of draws; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no forecaster, or a count is negative or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static BackTestReport Run(ImmutableArray<ImmutableArray<double>> series, ImmutableArray<IForecaster> forecasters, BackTestOptions? options = null)
    {
        options ??= new BackTestOptions();
        Check(options);
        if (forecasters.IsDefaultOrEmpty) throw new ArgumentException("There is no forecaster.", nameof(forecasters));
        if (series.IsDefault) series = [];
        var marks = forecasters.Select(f => Mark(series, f, options)).ToList();
        return new BackTestReport(series.Length, [.. forecasters.Select((f, i) => Row(f.Name, marks[i], marks[0], options))]);
    }

    private static Marks Mark(ImmutableArray<ImmutableArray<double>> series, IForecaster forecaster, BackTestOptions options)
    {
        var marks = new Marks(series.Length, Math.Max(0, series.Select(s => s.Length).DefaultIfEmpty().Max() - options.First - options.Horizon + 1));
        for (var s = 0; s < series.Length; s++)
        {
            for (var at = 0; at < marks.Origins; at++)
            {
                var target = options.First + at + options.Horizon - 1;
                if (target >= series[s].Length || double.IsNaN(series[s][target])) continue;
                // The seed depends on series and origin only, so that all forecasters have the same luck.
                var seed = options.Seed + ((ulong)s << 32) + (ulong)at;
                var draws = forecaster.Forecast(series[s].AsSpan()[..(options.First + at)], options.Horizon, options.Draws, seed).AsSpan();
                if (!draws.IsEmpty) marks.Enter(s, at, draws, series[s][target], options.Alpha);
            }
        }

        return marks;
    }

    private static ForecasterScore Row(string name, Marks marks, Marks first, BackTestOptions options)
    {
        var differences = new double[marks.Origins];
        for (var at = 0; at < differences.Length; at++)
            differences[at] = Mean(Enumerable.Range(0, marks.Series).Select(s => first.Crps[s, at] - marks.Crps[s, at]));
        var (ratios, won) = (new List<double>(), 0);
        for (var s = 0; s < marks.Series; s++)
        {
            var (a, b) = (MeanOf(first, s), MeanOf(marks, s));
            if (a < b) won++;
            // A series that is always 0 and always foreseen to be says nothing of either.
            if (a > 0 && b > 0) ratios.Add(Math.Log(a / b));
        }

        return new ForecasterScore(
            name, marks.Transforms.Count, Mean(marks.Crps.Cast<double>()), marks.Ignorance, marks.Interval, Calibration.Of(marks.Transforms),
            ScoreDifference.Of(differences, options.Horizon), ratios.Count == 0 ? double.NaN : Math.Exp(ratios.Average()), won);
    }

    private static double MeanOf(Marks marks, int series) => Mean(Enumerable.Range(0, marks.Origins).Select(at => marks.Crps[series, at]));

    private static double Mean(IEnumerable<double> values) => Moments.Of(values.ToArray()).Mean;

    private static void Check(BackTestOptions options)
    {
        if (options.Horizon < 1) throw new ArgumentOutOfRangeException(nameof(options), options.Horizon, "At least one period ahead is forecast.");
        if (options.First < 1) throw new ArgumentOutOfRangeException(nameof(options), options.First, "At least one period is history.");
        if (options.Draws < 1) throw new ArgumentOutOfRangeException(nameof(options), options.Draws, "At least one draw is wanted.");
        if (!(options.Alpha is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Alpha, "Alpha lies between 0 and 1.");
    }

    /// <summary>The scores of one forecaster; NaN where nothing was forecast.</summary>
    private sealed class Marks
    {
        private double ignorance;
        private double interval;

        public Marks(int series, int origins)
        {
            (Series, Origins, Crps) = (series, origins, new double[series, origins]);
            for (var s = 0; s < series; s++)
                for (var at = 0; at < origins; at++) Crps[s, at] = double.NaN;
        }

        public int Series { get; }

        public int Origins { get; }

        public double[,] Crps { get; }

        public List<(double Below, double NotAbove)> Transforms { get; } = [];

        public double Ignorance => ignorance / Transforms.Count;

        public double Interval => interval / Transforms.Count;

        public void Enter(int series, int origin, ReadOnlySpan<double> draws, double outcome, double alpha)
        {
            Crps[series, origin] = Scores.Crps(draws, outcome);
            ignorance += Scores.Ignorance(draws, outcome);
            interval += Scores.Interval(draws, outcome, alpha);
            Transforms.Add(Calibration.Transform(draws, outcome));
        }
    }
}
