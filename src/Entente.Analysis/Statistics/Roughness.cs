namespace Entente.Analysis.Statistics;

/// <summary>
/// How much a series varies from one period to the next. Differences of neighbours leave slow changes and single steps nearly out, so
/// these figures measure the noise of a series whose level is not constant. Missing values (NaN) are skipped.
/// </summary>
public static class Roughness
{
    private const double NormalQuartile = 0.6744897501960817;

    /// <summary>
    /// Standard deviation of the noise: median of |x(t) − x(t−1)| over √2 · 0.6745; where more than half the differences are 0, the root
    /// of half their mean square (von Neumann 1941). 0 for a constant, NaN for fewer than two values.
    /// </summary>
    public static double Deviation(ReadOnlySpan<double> series)
    {
        var steps = Steps(series);
        if (steps.Length == 0) return double.NaN;
        var squares = 0.0;
        for (var i = 0; i < steps.Length; i++)
        {
            squares += steps[i] * steps[i];
            steps[i] = Math.Abs(steps[i]);
        }

        var robust = Quantiles.Median(steps) / (Math.Sqrt(2) * NormalQuartile);
        return robust > 0 ? robust : Math.Sqrt(squares / (2 * steps.Length));
    }

    /// <summary>
    /// The size r of negative binomial counts, variance mean + mean²/r, from neighbours: r = Σ x(t)·x(t−1) / Σ (½(x(t) − x(t−1))² −
    /// ½(x(t) + x(t−1))), since the product of two independent counts estimates mean² and half their squared difference the variance.
    /// Infinite where the counts vary no more than Poisson counts, never below 0.01.
    /// </summary>
    public static double NegativeBinomialSize(ReadOnlySpan<double> series)
    {
        var (excess, products, last) = (0.0, 0.0, double.NaN);
        foreach (var value in series)
        {
            if (double.IsNaN(value)) continue;
            if (!double.IsNaN(last))
            {
                excess += (0.5 * (value - last) * (value - last)) - (0.5 * (value + last));
                products += value * last;
            }

            last = value;
        }

        return excess > 0 ? Math.Max(0.01, products / excess) : double.PositiveInfinity;
    }

    private static double[] Steps(ReadOnlySpan<double> series)
    {
        var (steps, last) = (new List<double>(series.Length), double.NaN);
        foreach (var value in series)
        {
            if (double.IsNaN(value)) continue;
            if (!double.IsNaN(last)) steps.Add(value - last);
            last = value;
        }

        return [.. steps];
    }
}
