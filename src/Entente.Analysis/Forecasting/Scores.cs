using System.Collections.Immutable;
using Entente.Analysis.Statistics;

namespace Entente.Analysis.Forecasting;

/// <summary>
/// How good a forecast was, given as a sample of what might come: the scores of the ViEWS prediction competition 2023 (Hegre and others
/// 2025). All are the smaller the better, and NaN where the sample is empty or the outcome missing.
/// </summary>
public static class Scores
{
    /// <summary>Lower bounds of the bins of the ignorance score: 0, 1–2, 3–5, 6–10, 11–25, 26–50, 51–100, 101–250, 251–500, 501–1000, more.</summary>
    public static ImmutableArray<double> IgnoranceBins { get; } = [0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5];

    /// <summary>
    /// Continuous ranked probability score: mean |x − y| − ½ · mean |x − x′| over the draws x, x′ and the outcome y, in units of the count
    /// (Gneiting and Raftery 2007). The absolute error where all draws are alike. O(n log n), by the sorted form of the second mean,
    /// Σ (2i − n − 1) · x(i) / n².
    /// </summary>
    public static double Crps(ReadOnlySpan<double> draws, double outcome)
    {
        if (draws.IsEmpty || double.IsNaN(outcome)) return double.NaN;
        var sorted = draws.ToArray();
        Array.Sort(sorted);
        var (error, spread, count) = (0.0, 0.0, (double)sorted.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            error += Math.Abs(sorted[i] - outcome);
            spread += ((2 * (i + 1)) - count - 1) * sorted[i];
        }

        return (error / count) - (spread / (count * count));
    }

    /// <summary>
    /// Ignorance score: −log₂ of the share of the draws that fall into the outcome's bin, after one draw has been added to every bin, so
    /// that it is never infinite. In bits.
    /// </summary>
    /// <exception cref="ArgumentException">The outcome or a draw is below 0.</exception>
    public static double Ignorance(ReadOnlySpan<double> draws, double outcome)
    {
        if (draws.IsEmpty || double.IsNaN(outcome)) return double.NaN;
        var (bin, same) = (Bin(outcome), 1);
        foreach (var draw in draws)
            if (Bin(draw) == bin) same++;
        return -Math.Log2((double)same / (draws.Length + IgnoranceBins.Length));
    }

    /// <summary>
    /// Interval score of the central interval [L, U] that leaves <paramref name="alpha"/> / 2 of the draws on each side: (U − L) +
    /// 2/alpha · (L − y)⁺ + 2/alpha · (y − U)⁺, in units of the count (Gneiting and Raftery 2007).
    /// </summary>
    /// <param name="draws">The sample.</param>
    /// <param name="outcome">What came.</param>
    /// <param name="alpha">Share outside the interval, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not between 0 and 1.</exception>
    public static double Interval(ReadOnlySpan<double> draws, double outcome, double alpha = 0.05)
    {
        if (!(alpha is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Alpha lies between 0 and 1.");
        if (draws.IsEmpty || double.IsNaN(outcome)) return double.NaN;
        var sorted = Quantiles.Sorted(draws);
        var (low, high) = (Quantiles.OfSorted(sorted, alpha / 2), Quantiles.OfSorted(sorted, 1 - (alpha / 2)));
        return high - low + (2 / alpha * (Math.Max(0, low - outcome) + Math.Max(0, outcome - high)));
    }

    private static int Bin(double value)
    {
        if (!(value >= 0)) throw new ArgumentException("A count is at least 0.", nameof(value));
        var bin = 0;
        while (bin + 1 < IgnoranceBins.Length && value >= IgnoranceBins[bin + 1]) bin++;
        return bin;
    }
}
