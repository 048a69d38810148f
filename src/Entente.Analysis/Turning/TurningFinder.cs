using System.Collections.Immutable;
using Entente.Analysis.Affinity;
using Entente.Analysis.ChangePoints;

namespace Entente.Analysis.Turning;

/// <summary>Finds the turning points of dyads.</summary>
/// <param name="shifts">When sources changed.</param>
/// <param name="options">How to look; null for the defaults.</param>
public sealed class TurningFinder(SourceShifts shifts, TurningPointOptions? options = null)
{
    /// <summary>Fewer periods with events tell of no turning.</summary>
    private const int FewestPeriods = 8;

    /// <summary>Changes of level and volume so many periods apart are one turning point.</summary>
    private const int Together = 2;

    private const double Added = 3.0 / 8;

    /// <summary>Standard deviations of a normal variable that chance passes once in a hundred times.</summary>
    private const double Sure = 2.576;

    /// <summary>Events of a period repeat one another; those of a busy one do not count for more than its like.</summary>
    private static readonly AffinityOptions Repeats = new();

    private readonly TurningPointOptions options = options ?? new TurningPointOptions();

    /// <summary>The turning points in level and in volume of all series, strongest first.</summary>
    public ImmutableArray<DyadTurningPoint> Find(IEnumerable<DyadSeries> series) =>
        [.. series.SelectMany(Of).OrderByDescending(t => t.Strength).ThenBy(t => t.Series.Name, StringComparer.Ordinal).ThenBy(t => t.Period)];

    private IEnumerable<DyadTurningPoint> Of(DyadSeries series)
    {
        if (series.Points.Count(p => p.Events > 0) < FewestPeriods) yield break;
        var volumes = Volumes(series);
        foreach (var level in Levels(series))
        {
            var volume = volumes.Where(v => Math.Abs(v.Index - level.Index) <= Together).OrderBy(v => Math.Abs(v.Index - level.Index)).ThenBy(v => v.Index).FirstOrDefault();
            if (volume is not null) volumes.Remove(volume);
            yield return Point(series, level, volume);
        }

        foreach (var volume in volumes) yield return Point(series, null, volume);
    }

    private DyadTurningPoint Point(DyadSeries series, TurningPoint? level, TurningPoint? volume)
    {
        var stronger = (level?.Strength ?? -1) >= (volume?.Strength ?? -1) ? level! : volume!;
        var period = series.Points[stronger.Index].Period;
        return new DyadTurningPoint { Series = series, Period = period, Level = level, Volume = volume, SourcesChanged = shifts.At(period) };
    }

    /// <summary>Changes of level, with the log-odds of cooperation before and after; those that only the dyad's own volume makes are left out.</summary>
    private List<TurningPoint> Levels(DyadSeries series) => Found(series, Friendlier(series), static (before, after) =>
        before.Effective > 0 && after.Effective > 0 && Differ(Math.Asin(Math.Sqrt(before.Share)), Math.Asin(Math.Sqrt(after.Share)), before.Effective, after.Effective)
            ? (before.LogOdds, after.LogOdds)
            : null);

    /// <summary>Changes of volume, with shares of all events before and after; those that only the news' own volume makes are left out.</summary>
    private List<TurningPoint> Volumes(DyadSeries series) => Found(series, Beyond(series), static (before, after) =>
        before.World > 0 && after.World > 0 && Differ(Math.Sqrt(before.Events / before.World), Math.Sqrt(after.Events / after.World), before.World, after.World)
            ? (before.Events / before.World, after.Events / after.World)
            : null);

    private List<TurningPoint> Found(DyadSeries series, double[] values, Func<Stretch, Stretch, (double Before, double After)?> tell)
    {
        var found = TurningPoints.Find(values, options);
        int[] cuts = [0, .. found.Select(v => v.Index).Order(), series.Points.Length];
        var kept = new List<TurningPoint>();
        foreach (var point in found)
        {
            var at = Array.LastIndexOf(cuts, point.Index);
            if (tell(Stretch.Of(series, cuts[at - 1], cuts[at]), Stretch.Of(series, cuts[at], cuts[at + 1])) is var (before, after)) kept.Add(point with { Before = before, After = after });
        }

        return kept;
    }

    /// <summary>
    /// How much friendlier a period is than the dyad on the whole, made even in its spread (Anscombe 1948: arcsin √((x + 3/8) / (n + 3/4)), less
    /// that of the number to be expected), so that a dyad does not turn when there is less of it: log-odds of few events vary more and lie
    /// nearer to nought. Missing where nothing happened.
    /// </summary>
    private static double[] Friendlier(DyadSeries series)
    {
        var share = Stretch.Of(series, 0, series.Points.Length).Share;
        return
        [
            .. series.Points.Select(p =>
            {
                double Angle(double good) => Math.Asin(Math.Sqrt((good + Added) / (p.Weight + (2 * Added))));
                return p.Events > 0 ? Math.Sqrt((4 * Repeats.Effective(p.Weight)) + 2) * (Angle(p.Cooperation) - Angle(share * p.Weight)) : double.NaN;
            }),
        ];
    }

    /// <summary>
    /// What a period has beyond the dyad's usual part of all that is reported, made even in its spread (Anscombe 1948: 2√(x + 3/8), less
    /// that of the number to be expected), so that neither the chance events of quiet times drown the surge of a war, nor does a lull of
    /// the news, in which each event is a great share, look like a surge.
    /// </summary>
    private static double[] Beyond(DyadSeries series)
    {
        var all = Stretch.Of(series, 0, series.Points.Length);
        return [.. series.Points.Select(p => p.Covered && p.World > 0 ? 2 * (Math.Sqrt(p.Weight + Added) - Math.Sqrt((all.Events / all.World * p.World) + Added)) : double.NaN)];
    }

    /// <summary>Whether two values of variance 1 / 4n differ by more than the chance of independent events makes them.</summary>
    private static bool Differ(double one, double other, double n, double m) => 2 * Math.Abs(one - other) > Sure * Math.Sqrt((1 / n) + (1 / m));

    /// <summary>Sums of some periods: the dyad's cooperation and conflict, of how many independent events they have the weight, and all that was reported.</summary>
    private readonly record struct Stretch(double Good, double Bad, double Effective, double World)
    {
        public double Events => Good + Bad;

        public double Share => Events > 0 ? Good / Events : 0.5;

        public double LogOdds => Statistics.LogOdds.Of(Good, Bad).Value;

        public static Stretch Of(DyadSeries series, int start, int end)
        {
            var sum = default(Stretch);
            for (var i = start; i < end; i++)
            {
                var point = series.Points[i];
                sum = new Stretch(sum.Good + point.Cooperation, sum.Bad + point.Conflict, sum.Effective + Repeats.Effective(point.Weight), sum.World + point.World);
            }

            return sum;
        }
    }
}
