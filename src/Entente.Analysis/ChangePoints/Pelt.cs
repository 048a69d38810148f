using System.Collections.Immutable;
using Entente.Analysis.Statistics;

namespace Entente.Analysis.ChangePoints;

/// <summary>
/// Finds the cuts of a series that minimise Σ cost(stretch) + penalty · (number of cuts), exactly: optimal partitioning with pruning
/// (PELT; Killick, Fearnhead and Eckley, Optimal detection of changepoints with a linear computational cost, 2012). Time grows with n
/// where changes are many and with n² where there are none; memory with n.
/// </summary>
public static class Pelt
{
    /// <summary>Cuts a series.</summary>
    /// <param name="series">One value a period in order of time; NaN is a missing period, which counts for nothing.</param>
    /// <param name="options">The model, the penalty and the least length; null for the defaults.</param>
    /// <returns>One stretch without changes where there are fewer values than two least lengths.</returns>
    /// <exception cref="ArgumentException">A value is infinite or, in a model of counts, negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static Segmentation Cut(ReadOnlySpan<double> series, PeltOptions? options = null)
    {
        options ??= new PeltOptions();
        Check(options);
        var present = PresentValues.Of(series, options.Model);
        var values = present.Values;
        var count = values.Length;
        var penalty = options.Penalty ?? Parameters(options) * Math.Log(Math.Max(count, 1));
        if (count == 0) return new Segmentation(series.IsEmpty ? [] : [new Segment(0, series.Length, 0, double.NaN, double.NaN)], 0, penalty);
        var (starts, cost) = Search(values, options, penalty);
        var segments = ImmutableArray.CreateBuilder<Segment>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var last = i + 1 == starts.Count;
            var stretch = values[starts[i]..(last ? count : starts[i + 1])];
            var moments = Moments.Of(stretch);
            segments.Add(new Segment(i == 0 ? 0 : present.Periods[starts[i]], last ? series.Length : present.Periods[starts[i + 1]],
                moments.Count, moments.Mean, Math.Sqrt(moments.Variance)));
        }

        return new Segmentation(segments.MoveToImmutable(), cost, penalty);
    }

    private static (List<int> Starts, double Cost) Search(ReadOnlySpan<double> values, PeltOptions options, double penalty)
    {
        switch (options.Model)
        {
            case SeriesModel.Normal:
                // Below a twentieth of the noise's variance, chance agreements of few values would pass for quiet stretches.
                return Search(new NormalCost(Centred(values), 0.05 * NoiseVariance(values)), values.Length, options, penalty);
            case SeriesModel.NormalMean:
                return Search(new NormalMeanCost(Centred(values), options.Variance ?? NoiseVariance(values)), values.Length, options, penalty);
            case SeriesModel.Poisson:
                return Search(new PoissonCost(new PrefixSums(values, 0)), values.Length, options, penalty);
            default:
                var size = options.Size ?? Roughness.NegativeBinomialSize(values);
                // Beyond that size the two distributions cannot be told apart, and the logarithms lose their digits.
                return size > 1e7
                    ? Search(new PoissonCost(new PrefixSums(values, 0)), values.Length, options, penalty)
                    : Search(new NegativeBinomialCost(new PrefixSums(values, 0), size), values.Length, options, penalty);
        }
    }

    /// <summary>The recursion over the end of the last stretch; <c>best[t]</c> is the least cost of the first t values.</summary>
    private static (List<int> Starts, double Cost) Search<TCost>(TCost cost, int count, PeltOptions options, double penalty)
        where TCost : struct, ISegmentCost
    {
        var least = options.MinimumLength;
        var (best, from) = (new double[count + 1], new int[count + 1]);
        Array.Fill(best, double.PositiveInfinity);
        best[0] = -penalty;
        // A candidate is a place of the last cut; it is dropped when a later cut is as good for good, at the earliest when that later cut
        // leaves a stretch of the least length.
        var (candidates, dropped, price) = (new List<int>(), new List<int>(), new List<double>());
        for (var end = Math.Min(least, count); end <= count; end++)
        {
            var start = Math.Max(0, end - least);
            if (!double.IsPositiveInfinity(best[start]))
            {
                candidates.Add(start);
                dropped.Add(int.MaxValue);
                price.Add(0);
            }

            var kept = 0;
            for (var i = 0; i < candidates.Count; i++)
            {
                if (dropped[i] <= end) continue;
                (candidates[kept], dropped[kept]) = (candidates[i], dropped[i]);
                price[kept] = best[candidates[i]] + Cost(cost, candidates[i], end, count, options.ModifiedBic);
                if (price[kept] + penalty < best[end]) (best[end], from[end]) = (price[kept] + penalty, candidates[i]);
                kept++;
            }

            candidates.RemoveRange(kept, candidates.Count - kept);
            dropped.RemoveRange(kept, dropped.Count - kept);
            price.RemoveRange(kept, price.Count - kept);
            for (var i = 0; i < kept; i++)
                if (price[i] > best[end]) dropped[i] = Math.Min(dropped[i], end + least);
        }

        return Trace(cost, from, count);
    }

    private static double Cost<TCost>(TCost cost, int start, int end, int count, bool modified)
        where TCost : struct, ISegmentCost => cost.Of(start, end) + (modified ? Math.Log((double)(end - start) / count) : 0);

    private static (List<int> Starts, double Cost) Trace<TCost>(TCost cost, int[] from, int count)
        where TCost : struct, ISegmentCost
    {
        var (starts, sum) = (new List<int>(), 0.0);
        for (var end = count; end > 0; end = from[end])
        {
            starts.Add(from[end]);
            sum += cost.Of(from[end], end);
        }

        starts.Reverse();
        return (starts, sum);
    }

    private static int Parameters(PeltOptions options) => (options.Model == SeriesModel.Normal ? 3 : 2) + (options.ModifiedBic ? 1 : 0);

    private static PrefixSums Centred(ReadOnlySpan<double> values) => new(values, Moments.Of(values).Mean);

    /// <summary>Of the noise; 1 for a constant, which any positive number leaves whole.</summary>
    private static double NoiseVariance(ReadOnlySpan<double> values) => Roughness.Deviation(values) is > 0 and var deviation ? deviation * deviation : 1;

    private static void Check(PeltOptions options)
    {
        if (!(options.Penalty is null or >= 0)) throw new ArgumentOutOfRangeException(nameof(options), options.Penalty, "The penalty is at least 0.");
        if (!(options.Size is null or > 0)) throw new ArgumentOutOfRangeException(nameof(options), options.Size, "The size is positive.");
        if (!(options.Variance is null or > 0)) throw new ArgumentOutOfRangeException(nameof(options), options.Variance, "The variance is positive.");
        if (options.MinimumLength < 1) throw new ArgumentOutOfRangeException(nameof(options), options.MinimumLength, "The least length is at least 1.");
        if (!Enum.IsDefined(options.Model)) throw new ArgumentOutOfRangeException(nameof(options), options.Model, "Unknown model.");
    }
}
