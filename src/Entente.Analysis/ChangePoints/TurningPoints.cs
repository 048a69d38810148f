using System.Collections.Immutable;
using Entente.Analysis.Statistics;

namespace Entente.Analysis.ChangePoints;

/// <summary>Joins both ways of looking: <see cref="Pelt"/> proposes the cuts, <see cref="OnlineChangePoints"/> says how sure they are.</summary>
public static class TurningPoints
{
    /// <summary>The turning points of a series, strongest first, equal ones in order of time.</summary>
    /// <param name="series">One value a period in order of time; NaN is a missing period.</param>
    /// <param name="options">How to look; null for the defaults.</param>
    /// <exception cref="ArgumentException">A value is infinite or, in a model of counts, negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static ImmutableArray<TurningPoint> Find(ReadOnlySpan<double> series, TurningPointOptions? options = null)
    {
        options ??= new TurningPointOptions();
        if (!(options.LeastProbability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(options), options.LeastProbability, "A probability lies between 0 and 1.");
        var cuts = Pelt.Cut(series, options.Cut).Changes;
        var online = new OnlineOptions { Model = options.Cut.Model, Hazard = options.Hazard, Size = options.Cut.Size };
        var (_, probabilities) = OnlineChangePoints.Weigh(series, cuts.AsSpan(), options.Within, online);
        int[] kept = [.. Enumerable.Range(0, cuts.Length).Where(i => probabilities[i] >= options.LeastProbability)];
        var least = Math.Sqrt(Moments.Of(series).Variance) / 20;
        var found = new List<TurningPoint>();
        for (var i = 0; i < kept.Length; i++)
        {
            // Levels are those between the turning points that are kept: an unlikely cut must not shorten a stretch.
            var (start, index, end) = (i == 0 ? 0 : cuts[kept[i - 1]], cuts[kept[i]], i + 1 == kept.Length ? series.Length : cuts[kept[i + 1]]);
            found.Add(Point(index, Moments.Of(series[start..index]), Moments.Of(series[index..end]), least, probabilities[kept[i]]));
        }

        return [.. found.OrderByDescending(p => p.Strength)];
    }

    private static TurningPoint Point(int index, Moments before, Moments after, double least, double probability)
    {
        var freedom = before.Count + after.Count - 2;
        var pooled = freedom > 0 ? Math.Sqrt((Scatter(before) + Scatter(after)) / freedom) : 0;
        var step = after.Mean - before.Mean;
        var size = step == 0 ? 0 : step / Math.Max(pooled, least);
        var weight = Math.Sqrt((double)before.Count * after.Count / (before.Count + after.Count));
        return new TurningPoint(index, before.Mean, after.Mean, size, probability, probability * Math.Abs(size) * weight);
    }

    private static double Scatter(Moments moments) => moments.Count < 2 ? 0 : (moments.Count - 1) * moments.Variance;
}
