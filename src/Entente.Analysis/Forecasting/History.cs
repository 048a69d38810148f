namespace Entente.Analysis.Forecasting;

/// <summary>What forecasters ask of the counts so far.</summary>
internal static class History
{
    /// <summary>Checks a request; false where the history has no value.</summary>
    /// <exception cref="ArgumentException">A value is negative or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The horizon or the number of draws is not positive.</exception>
    public static bool Check(ReadOnlySpan<double> history, int horizon, int draws)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        var any = false;
        foreach (var value in history)
        {
            if (value < 0 || double.IsInfinity(value)) throw new ArgumentException("A count is finite and at least 0.", nameof(history));
            any |= !double.IsNaN(value);
        }

        return any;
    }
}
