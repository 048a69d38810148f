namespace Entente.Analysis.Statistics;

/// <summary>How much more cooperation than conflict there is, on a scale that does not grow with the volume of news.</summary>
/// <param name="Value">ln((cooperation + ½) / (conflict + ½)): 0 for balance, positive for cooperation; 1 is a ratio of about 2.7.</param>
/// <param name="StandardError">√(1 / (cooperation + ½) + 1 / (conflict + ½)): wide where few events are known.</param>
public readonly record struct LogOdds(double Value, double StandardError)
{
    /// <summary>Of two counts, which may be sums of weights (the half is Haldane's and Anscombe's, 1956).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or no finite number.</exception>
    public static LogOdds Of(double cooperation, double conflict)
    {
        Check(cooperation, nameof(cooperation));
        Check(conflict, nameof(conflict));
        return new LogOdds(Math.Log((cooperation + 0.5) / (conflict + 0.5)), Math.Sqrt((1 / (cooperation + 0.5)) + (1 / (conflict + 0.5))));
    }

    private static void Check(double count, string name)
    {
        if (!(count >= 0) || double.IsInfinity(count)) throw new ArgumentOutOfRangeException(name, count, "A count is finite and at least 0.");
    }
}
