using System.Collections.Immutable;

namespace Entente.Analysis.Forecasting;

/// <summary>As in the same season of the last years, the mean of them, with the spread that this rule's errors had so far.</summary>
public sealed class SeasonalForecaster : IForecaster
{
    private readonly int season;
    private readonly int years;

    /// <summary>Of the same season of the last years.</summary>
    /// <param name="season">Periods in a year, at least 1: 12 for months.</param>
    /// <param name="years">Number of years, at least 1; as many as there are where the history is shorter.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public SeasonalForecaster(int season = 12, int years = 3)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(season);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(years);
        (this.season, this.years) = (season, years);
    }

    /// <inheritdoc/>
    public string Name => $"same season of {years}";

    /// <inheritdoc/>
    public ImmutableArray<double> Forecast(ReadOnlySpan<double> history, int horizon, int draws, ulong seed) =>
        NaiveForecast.Draw(history, horizon, draws, seed, Middle);

    private double Middle(ReadOnlySpan<double> past, int horizon)
    {
        var (sum, count) = (0.0, 0);
        // For a horizon beyond a year the latest same season that is known.
        var first = past.Length + horizon - 1 - (season * (1 + ((horizon - 1) / season)));
        for (var (at, seen) = ((long)first, 0); at >= 0 && seen < years; at -= season, seen++)
        {
            if (double.IsNaN(past[(int)at])) continue;
            sum += past[(int)at];
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }
}
