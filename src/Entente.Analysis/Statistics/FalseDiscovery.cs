using System.Collections.Immutable;

namespace Entente.Analysis.Statistics;

/// <summary>
/// Keeps the share of false alarms in a list of findings below a limit q, where many series are looked through at once. Missing values
/// (NaN) are never findings and do not count as tests.
/// </summary>
public static class FalseDiscovery
{
    /// <summary>
    /// Adjusted p-values (q-values) in the order of the p-values: the least limit q at which each test is a finding, min over j ≥ i of
    /// p(j) · n / j, at most 1 (Benjamini and Hochberg, Controlling the false discovery rate, 1995). Valid for independent and for
    /// positively dependent tests. NaN stays NaN.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is not in 0 to 1.</exception>
    public static ImmutableArray<double> Adjust(ReadOnlySpan<double> probabilities)
    {
        var order = Order(probabilities);
        var adjusted = new double[probabilities.Length];
        Array.Fill(adjusted, double.NaN);
        var least = 1.0;
        for (var rank = order.Length; rank >= 1; rank--)
        {
            least = Math.Min(least, probabilities[order[rank - 1]] * order.Length / rank);
            adjusted[order[rank - 1]] = least;
        }

        return ImmutableArray.Create(adjusted);
    }

    /// <summary>Indices of the tests whose adjusted p-value is at most <paramref name="limit"/>, in ascending order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A p-value or the limit is not in 0 to 1.</exception>
    public static ImmutableArray<int> BenjaminiHochberg(ReadOnlySpan<double> probabilities, double limit)
    {
        CheckShare(limit, nameof(limit));
        var adjusted = Adjust(probabilities);
        return [.. Enumerable.Range(0, adjusted.Length).Where(i => adjusted[i] <= limit)];
    }

    /// <summary>
    /// Indices of the findings, most probable first: the longest list, in order of posterior probability, whose mean posterior
    /// probability of being wrong is at most <paramref name="limit"/> (Newton, Noueiry, Sarkar and Ahlquist 2004). Equal probabilities
    /// keep their order. The bound holds as far as the posterior probabilities are calibrated.
    /// </summary>
    /// <param name="posteriors">The posterior probability of each finding, 0 to 1.</param>
    /// <param name="limit">The expected share of wrong findings that is allowed, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability or the limit is not in 0 to 1.</exception>
    public static ImmutableArray<int> ByPosterior(ReadOnlySpan<double> posteriors, double limit)
    {
        CheckShare(limit, nameof(limit));
        var wrong = new double[posteriors.Length];
        for (var i = 0; i < wrong.Length; i++) wrong[i] = 1 - posteriors[i];
        var order = Order(wrong);
        var (kept, sum) = (0, 0.0);
        for (var i = 0; i < order.Length; i++)
        {
            sum += wrong[order[i]];
            // The errors ascend, so their running mean does too.
            if (sum > limit * (i + 1)) break;
            kept = i + 1;
        }

        return [.. order[..kept]];
    }

    private static int[] Order(ReadOnlySpan<double> values)
    {
        var keys = values.ToArray();
        foreach (var value in keys)
            if (!double.IsNaN(value)) CheckShare(value, nameof(values));
        return [.. Enumerable.Range(0, keys.Length).Where(i => !double.IsNaN(keys[i])).OrderBy(i => keys[i])];
    }

    private static void CheckShare(double share, string name)
    {
        if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(name, share, "A probability lies between 0 and 1.");
    }
}
