using System.Collections.Immutable;
using Entente.Analysis;
using Entente.Analysis.Forecasting;
using Entente.Analysis.Statistics;
using Entente.Store.Relating;

namespace Entente.Cli.Commands.Relations;

/// <summary><c>relations forecast</c>: counts of the next period, and how such forecasts did in the past.</summary>
internal static class ForecastTable
{
    private const int Draws = 2000;
    private const int MostDyads = 20;

    private static readonly string[] Columns = ["dyad", "what", "period", "mean", "median", "low80", "high80", "low95", "high95", "any", "last", "mean_of_year"];
    private static readonly string[] Scores = ["forecaster", "forecasts", "crps", "crps_less", "standard_error", "p_value", "crps_ratio", "series_won", "ignorance_bits", "interval_score", "inside50", "inside80", "inside95"];

    /// <summary>A request for whole numbers: what is told as having happened counts once, everything else not at all.</summary>
    public static RelationRequest Counts(RelationRequest request) => request with
    {
        ByConfidence = false,
        Weights = [.. request.Weights.Select(w => w with { Weight = w.Status is "actual" or "historical" && w.Attribution != "denied" ? 1 : 0 })],
    };

    /// <summary>The forecasts of the next period, or the scores of the past.</summary>
    /// <param name="data">The record, of <see cref="Counts"/>.</param>
    /// <param name="backTest">Whether the scores are wanted.</param>
    public static RelationTable Make(RelationData data, bool backTest)
    {
        var series = Series(data);
        if (series.Length == 0) return new RelationTable(Columns, [], ["no events between two parties"]);
        var season = (int)Math.Max(1, Math.Round(Periods.PerYear(data.Request.Unit)));
        ImmutableArray<IForecaster> forecasters = [new DiscountForecaster(), new LastValueForecaster(), new MovingMeanForecaster(season), new SeasonalForecaster(season)];
        var report = BackTest.Run([.. series.Select(s => s.Counts)], forecasters, new BackTestOptions { First = 3 * season });
        var verdict = report.Rows[0].Forecasts == 0
            ? "too short a record to try forecasts on the past; take these as guesses"
            : report.FirstBeatsAll ? "on the past of these series this forecast beats the last value, the mean of a year and the same season" : "on the past of these series this forecast does NOT beat every simple one beyond chance; see --back-test";
        if (backTest) return Scored(report, verdict, series.Length);
        var next = data.Coverage[^1].Period + 1;
        return new RelationTable(Columns, series.Select(s => Row(s, next, data.Request.Unit, season)), [verdict, "any: probability of at least one event; counts of events told as having happened"])
        {
            Shown = [("dyad", "dyad"), ("what", "what"), ("period", "period"), ("median", "median"), ("low80", "80 % from"), ("high80", "to"), ("any", "any"), ("last", "last"), ("mean_of_year", "mean of a year")],
        };
    }

    private static RelationTable Scored(BackTestReport report, string verdict, int series) => new(
        Scores,
        report.Rows.Select(object?[] (r) =>
        [
            r.Name, (long)r.Forecasts, RelationTable.Number(r.Crps), RelationTable.Number(r.AgainstFirst.Mean), RelationTable.Number(r.AgainstFirst.StandardError), RelationTable.Number(r.AgainstFirst.Probability, 5),
            RelationTable.Number(r.Ratio), (long)r.SeriesWon, RelationTable.Number(r.Ignorance), RelationTable.Number(r.Interval), RelationTable.Number(r.Calibration.Coverage50), RelationTable.Number(r.Calibration.Coverage80), RelationTable.Number(r.Calibration.Coverage95),
        ]),
        [verdict, FormattableString.Invariant($"{series} series, one period ahead, rolling origin; crps_less: CRPS of the first less that of this one, below 0 where the first is better, with its standard error (Diebold and Mariano)")]);

    /// <summary>Cooperation and conflict of the dyads asked for, or of those with the most events.</summary>
    private static (string Dyad, string What, ImmutableArray<double> Counts)[] Series(RelationData data)
    {
        var all = data.Series().OrderByDescending(s => s.Points.Sum(p => p.Events)).ThenBy(s => s.Name, StringComparer.Ordinal).ToList();
        var chosen = data.Request.Parties.IsEmpty ? all.Take(MostDyads) : all;
        return
        [
            .. chosen.SelectMany(s => ((string, string, ImmutableArray<double>)[])
            [
                (s.Name, "cooperation", [.. s.Points.Select(p => p.Covered ? p.Cooperation : double.NaN)]),
                (s.Name, "conflict", [.. s.Points.Select(p => p.Covered ? p.Conflict : double.NaN)]),
            ]),
        ];
    }

    private static object?[] Row((string Dyad, string What, ImmutableArray<double> Counts) s, int next, PeriodUnit unit, int season)
    {
        var draws = Quantiles.Sorted(new DiscountForecaster().Forecast(s.Counts.AsSpan(), 1, Draws, 1).AsSpan());
        double At(double share) => draws.Length == 0 ? double.NaN : Quantiles.OfSorted(draws, share);
        double[] year = [.. s.Counts.TakeLast(season).Where(c => !double.IsNaN(c))];
        return
        [
            s.Dyad, s.What, Periods.Name(next, unit), RelationTable.Number(draws.Length == 0 ? double.NaN : draws.Average(), 2), RelationTable.Number(At(0.5)), RelationTable.Number(At(0.1)), RelationTable.Number(At(0.9)),
            RelationTable.Number(At(0.025)), RelationTable.Number(At(0.975)), RelationTable.Number(draws.Length == 0 ? double.NaN : (double)draws.Count(d => d > 0) / draws.Length),
            RelationTable.Number(s.Counts[^1]), RelationTable.Number(year.Length == 0 ? double.NaN : year.Average(), 2),
        ];
    }
}
