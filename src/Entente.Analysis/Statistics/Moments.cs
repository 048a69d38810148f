using MathNet.Numerics;

namespace Entente.Analysis.Statistics;

/// <summary>Number, mean and variance of the values that are there; missing ones (NaN) are left out.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Mean">Their mean, NaN where there is none.</param>
/// <param name="Variance">Their variance with divisor n − 1, NaN where there are fewer than two.</param>
public readonly record struct Moments(int Count, double Mean, double Variance)
{
    /// <summary>
    /// Index of dispersion, variance / mean: 1 for Poisson counts, above it where events come in bursts (Cox and Lewis 1966). NaN where
    /// the mean is 0 or there are fewer than two values.
    /// </summary>
    public double Dispersion => Mean == 0 ? double.NaN : Variance / Mean;

    /// <summary>
    /// The size r of a negative binomial distribution with these moments: mean² / (variance − mean). Infinite where the counts vary no
    /// more than Poisson counts or have no variance.
    /// </summary>
    public double NegativeBinomialSize => Variance > Mean && Mean > 0 ? Mean * Mean / (Variance - Mean) : double.PositiveInfinity;

    /// <summary>
    /// Probability of so large an index of dispersion or a larger one if the counts were Poisson: (n − 1) · variance / mean against the
    /// χ² distribution with n − 1 degrees of freedom (Fisher 1950). NaN where the index is.
    /// </summary>
    public double PoissonProbability => double.IsNaN(Dispersion)
        ? double.NaN
        : double.IsInfinity(Dispersion) || Dispersion * (Count - 1) > 1e9 ? 0 : SpecialFunctions.GammaUpperRegularized((Count - 1) / 2.0, Dispersion * (Count - 1) / 2);

    /// <summary>Of the values, in one pass (Welford 1962).</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var (count, mean, squares) = (0, 0.0, 0.0);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            var off = value - mean;
            mean += off / ++count;
            squares += off * (value - mean);
        }

        return new Moments(count, count == 0 ? double.NaN : mean, count < 2 ? double.NaN : squares / (count - 1));
    }
}
