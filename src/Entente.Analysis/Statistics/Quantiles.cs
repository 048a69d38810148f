namespace Entente.Analysis.Statistics;

/// <summary>Quantiles of samples. Missing values (NaN) are left out.</summary>
public static class Quantiles
{
    /// <summary>
    /// The quantile at <paramref name="share"/> of the values in any order: linear interpolation between the order statistics at
    /// (n − 1) · share (type 7 of Hyndman and Fan, Sample quantiles in statistical packages, 1996). NaN where there is no value.
    /// </summary>
    /// <param name="values">The values, not changed.</param>
    /// <param name="share">0 (least) to 1 (greatest).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not in 0 to 1.</exception>
    public static double Of(ReadOnlySpan<double> values, double share) => OfSorted(Sorted(values), share);

    /// <summary>The median, NaN where there is no value.</summary>
    public static double Median(ReadOnlySpan<double> values) => Of(values, 0.5);

    /// <summary>The same of values that are already sorted and without NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not in 0 to 1.</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double share)
    {
        if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        if (sorted.IsEmpty) return double.NaN;
        var at = (sorted.Length - 1) * share;
        var below = (int)at;
        var rest = at - below;
        // Not by a weighted sum at whole positions: zero times infinity is no number.
        return rest == 0 ? sorted[below] : sorted[below] + (rest * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>The values without NaN, in ascending order.</summary>
    public static double[] Sorted(ReadOnlySpan<double> values)
    {
        var (sorted, count) = (new double[values.Length], 0);
        foreach (var value in values)
            if (!double.IsNaN(value)) sorted[count++] = value;
        Array.Sort(sorted, 0, count);
        return count == sorted.Length ? sorted : sorted[..count];
    }
}
