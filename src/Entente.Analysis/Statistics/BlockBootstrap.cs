namespace Entente.Analysis.Statistics;

/// <summary>
/// The circular block bootstrap (Politis and Romano 1992, after Künsch 1989): resamples a series in blocks of neighbouring periods, so
/// that what depends on what stays together. Missing values (NaN) travel with their block.
/// </summary>
public static class BlockBootstrap
{
    /// <summary>A statistic of a series.</summary>
    /// <param name="series">The series, not to be kept.</param>
    public delegate double Statistic(ReadOnlySpan<double> series);

    /// <summary>The length of block that is used where none is given: the cube root of the number of periods, rounded up, at least 1.</summary>
    public static int DefaultBlock(int periods) => Math.Max(1, (int)Math.Ceiling(Math.Cbrt(periods) - 1e-9));

    /// <summary>
    /// Chooses periods for one resample: for each place the index of the period that takes it. Resample several series with the same
    /// indices to keep what goes on between them.
    /// </summary>
    /// <param name="indices">Filled with indices from 0 to <paramref name="periods"/> − 1.</param>
    /// <param name="periods">Number of periods of the series.</param>
    /// <param name="block">Periods in a block, cut to <paramref name="periods"/>.</param>
    /// <param name="random">The generator.</param>
    /// <exception cref="ArgumentOutOfRangeException">The block or, with places to fill, the number of periods is not positive.</exception>
    public static void Choose(Span<int> indices, int periods, int block, ref SeededRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(block);
        if (indices.IsEmpty) return;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periods);
        block = Math.Min(block, periods);
        var start = 0;
        for (var i = 0; i < indices.Length; i++)
        {
            if (i % block == 0) start = random.NextIndex(periods);
            indices[i] = (start + (i % block)) % periods;
        }
    }

    /// <summary>One resample of a series, of the same length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The block is not positive.</exception>
    public static double[] Resample(ReadOnlySpan<double> series, int block, ref SeededRandom random)
    {
        var (indices, drawn) = (new int[series.Length], new double[series.Length]);
        Choose(indices, series.Length, block, ref random);
        for (var i = 0; i < drawn.Length; i++) drawn[i] = series[indices[i]];
        return drawn;
    }

    /// <summary>
    /// A statistic of a series with its standard error and percentile interval. Resamples in which it is NaN are left out; the
    /// standard error and both ends are NaN where fewer than two are left.
    /// </summary>
    /// <param name="series">The series.</param>
    /// <param name="statistic">What is estimated.</param>
    /// <param name="block">Periods in a block; see <see cref="DefaultBlock"/>.</param>
    /// <param name="resamples">Number of resamples, at least 1.</param>
    /// <param name="coverage">Share of the resamples that the interval holds, between 0 and 1 (0.95 for the usual one).</param>
    /// <param name="seed">Seed of the generator.</param>
    /// <exception cref="ArgumentOutOfRangeException">The block or the number of resamples is not positive, or the coverage is not in 0 to 1.</exception>
    public static Estimate Measure(ReadOnlySpan<double> series, Statistic statistic, int block, int resamples, double coverage, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        if (!(coverage is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "A share lies between 0 and 1.");
        var random = new SeededRandom(seed);
        var drawn = new double[resamples];
        for (var i = 0; i < resamples; i++) drawn[i] = statistic(Resample(series, block, ref random));
        var sorted = Quantiles.Sorted(drawn);
        if (sorted.Length < 2) return new Estimate(statistic(series), double.NaN, double.NaN, double.NaN);
        var tail = (1 - coverage) / 2;
        return new Estimate(statistic(series), Math.Sqrt(Moments.Of(sorted).Variance), Quantiles.OfSorted(sorted, tail), Quantiles.OfSorted(sorted, 1 - tail));
    }
}
