using System.Collections.Immutable;

namespace Entente.Analysis.Forecasting;

/// <summary>Says what a count will be, as a sample of what it might be. Has no state: the history is all it knows.</summary>
public interface IForecaster
{
    /// <summary>A short name for tables.</summary>
    string Name { get; }

    /// <summary>Draws from the forecast distribution of one coming period.</summary>
    /// <param name="history">The counts so far in order of time, at least 0; NaN is a missing period.</param>
    /// <param name="horizon">How many periods after the last one of the history the period lies, at least 1.</param>
    /// <param name="draws">Number of draws, at least 1.</param>
    /// <param name="seed">Seed of the generator: the same seed gives the same draws.</param>
    /// <returns>The draws, counts in no order; empty where the history has no value: then nothing can be said.</returns>
    /// <exception cref="ArgumentException">A value is negative or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The horizon or the number of draws is not positive.</exception>
    ImmutableArray<double> Forecast(ReadOnlySpan<double> history, int horizon, int draws, ulong seed);
}
