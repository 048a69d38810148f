using System.Collections.Immutable;

namespace Entente.Analysis.Forecasting;

/// <summary>As it was last, with the spread that this rule's errors had so far.</summary>
public sealed class LastValueForecaster : IForecaster
{
    /// <inheritdoc/>
    public string Name => "last value";

    /// <inheritdoc/>
    public ImmutableArray<double> Forecast(ReadOnlySpan<double> history, int horizon, int draws, ulong seed) =>
        NaiveForecast.Draw(history, horizon, draws, seed, static (past, _) => NaiveForecast.Last(past));
}
