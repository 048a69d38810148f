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
        var cut = Pelt.Cut(series, options.Cut);
        if (cut.Segments.Length < 2) return [];
        var online = new OnlineOptions { Model = options.Cut.Model, Hazard = options.Hazard, Size = options.Cut.Size };
        var (_, probabilities) = OnlineChangePoints.Weigh(series, cut.Changes.AsSpan(), options.Within, online);
        var least = Math.Sqrt(Moments.Of(series).Variance) / 20;
        var found = new List<TurningPoint>();
        for (var i = 0; i + 1 < cut.Segments.Length; i++)
        {
            if (probabilities[i] < options.LeastProbability) continue;
            var (before, after) = (cut.Segments[i], cut.Segments[i + 1]);
            var size = Size(before, after, least);
            var weight = Math.Sqrt((double)before.Count * after.Count / (before.Count + after.Count));
            found.Add(new TurningPoint(after.Start, before.Mean, after.Mean, size, probabilities[i], probabilities[i] * Math.Abs(size) * weight));
        }

        return [.. found.OrderByDescending(p => p.Strength)];
    }

    private static double Size(Segment before, Segment after, double least)
    {
        var freedom = before.Count + after.Count - 2;
        var pooled = freedom > 0 ? Math.Sqrt((Scatter(before) + Scatter(after)) / freedom) : 0;
        var step = after.Mean - before.Mean;
        return step == 0 ? 0 : step / Math.Max(pooled, least);
    }

    private static double Scatter(Segment segment) => segment.Count < 2 ? 0 : (segment.Count - 1) * segment.Deviation * segment.Deviation;
}
