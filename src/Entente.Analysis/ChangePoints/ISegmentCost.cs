namespace Entente.Analysis.ChangePoints;

/// <summary>
/// The cost of a stretch: −2 · log likelihood of its values at the parameters that make it least. Cutting a stretch never raises it,
/// which is what the pruning of <see cref="Pelt"/> rests on.
/// </summary>
internal interface ISegmentCost
{
    /// <summary>Of the values from <paramref name="start"/> to before <paramref name="end"/>, at least one.</summary>
    double Of(int start, int end);
}

/// <summary>Normal values, mean and variance free.</summary>
/// <param name="sums">Of the values.</param>
/// <param name="floor">The least variance: two equal values in a row must not look infinitely likely.</param>
internal readonly struct NormalCost(PrefixSums sums, double floor) : ISegmentCost
{
    public double Of(int start, int end)
    {
        var (count, scatter) = (end - start, sums.Scatter(start, end));
        var variance = Math.Max(scatter / count, floor);
        return (count * Math.Log(2 * Math.PI * variance)) + (scatter / variance);
    }
}

/// <summary>Normal values of known variance, mean free.</summary>
/// <param name="sums">Of the values.</param>
/// <param name="variance">The variance.</param>
internal readonly struct NormalMeanCost(PrefixSums sums, double variance) : ISegmentCost
{
    public double Of(int start, int end) => sums.Scatter(start, end) / variance;
}

/// <summary>Poisson counts.</summary>
/// <param name="sums">Of the counts, centred at 0.</param>
internal readonly struct PoissonCost(PrefixSums sums) : ISegmentCost
{
    public double Of(int start, int end)
    {
        var sum = sums.Sum(start, end);
        return sum <= 0 ? 0 : 2 * (sum - (sum * Math.Log(sum / (end - start))));
    }
}

/// <summary>Negative binomial counts of known size; the greatest likelihood is at the stretch's mean, as for Poisson counts.</summary>
/// <param name="sums">Of the counts, centred at 0.</param>
/// <param name="size">The size, finite.</param>
internal readonly struct NegativeBinomialCost(PrefixSums sums, double size) : ISegmentCost
{
    public double Of(int start, int end)
    {
        var (count, sum) = (end - start, sums.Sum(start, end));
        if (sum <= 0) return 0;
        var mean = sum / count;
        return -2 * ((sum * Math.Log(mean / (size + mean))) - (size * count * Math.Log(1 + (mean / size))));
    }
}
