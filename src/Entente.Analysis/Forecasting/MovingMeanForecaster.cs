using System.Collections.Immutable;
using Entente.Analysis.Statistics;

namespace Entente.Analysis.Forecasting;

/// <summary>As the mean of the latest periods, with the spread that this rule's errors had so far.</summary>
public sealed class MovingMeanForecaster : IForecaster
{
    private readonly int periods;

    /// <summary>Of the latest periods.</summary>
    /// <param name="periods">Their number, at least 1: 12 for the last year of months.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public MovingMeanForecaster(int periods = 12)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periods);
        this.periods = periods;
    }

    /// <inheritdoc/>
    public string Name => $"mean of {periods}";

    /// <inheritdoc/>
    public ImmutableArray<double> Forecast(ReadOnlySpan<double> history, int horizon, int draws, ulong seed) =>
        NaiveForecast.Draw(history, horizon, draws, seed, (past, _) => Moments.Of(past[Math.Max(0, past.Length - periods)..]).Mean);
}
