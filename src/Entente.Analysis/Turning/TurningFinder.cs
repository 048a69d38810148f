using System.Collections.Immutable;
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

    private readonly TurningPointOptions options = options ?? new TurningPointOptions();

    /// <summary>The turning points in level and in volume of all series, strongest first.</summary>
    public ImmutableArray<DyadTurningPoint> Find(IEnumerable<DyadSeries> series) =>
        [.. series.SelectMany(Of).OrderByDescending(t => t.Strength).ThenBy(t => t.Series.Name, StringComparer.Ordinal).ThenBy(t => t.Period)];

    private IEnumerable<DyadTurningPoint> Of(DyadSeries series)
    {
        if (series.Points.Count(p => p.Events > 0) < FewestPeriods) yield break;
        var volumes = Volumes(series);
        foreach (var level in TurningPoints.Find([.. series.Points.Select(Level)], options))
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

    /// <summary>Log-odds of cooperation; missing where nothing happened.</summary>
    private static double Level(SeriesPoint point) => point.Events > 0 ? point.LogOdds : double.NaN;

    /// <summary>The changes of volume, with shares of all events before and after; those that only the news' own volume makes are left out.</summary>
    private List<TurningPoint> Volumes(DyadSeries series)
    {
        var found = TurningPoints.Find(Beyond(series), options);
        int[] cuts = [0, .. found.Select(v => v.Index).Order(), series.Points.Length];
        var volumes = new List<TurningPoint>();
        foreach (var volume in found)
        {
            var at = Array.LastIndexOf(cuts, volume.Index);
            var (before, after) = (Of(series, cuts[at - 1], cuts[at]), Of(series, cuts[at], cuts[at + 1]));
            if (before.World > 0 && after.World > 0 && Differ(before, after)) volumes.Add(volume with { Before = before.Events / before.World, After = after.Events / after.World });
        }

        return volumes;
    }

    /// <summary>
    /// What a period has beyond the dyad's usual part of all that is reported, made even in its spread (Anscombe 1948: 2√(x + 3/8), less
    /// that of the number to be expected), so that neither the chance events of quiet times drown the surge of a war, nor does a lull of
    /// the news, in which each event is a great share, look like a surge.
    /// </summary>
    private static double[] Beyond(DyadSeries series)
    {
        var (events, world) = Of(series, 0, series.Points.Length);
        return [.. series.Points.Select(p => p.Covered && p.World > 0 ? 2 * (Math.Sqrt(p.Weight + Added) - Math.Sqrt((events / world * p.World) + Added)) : double.NaN)];
    }

    private static (double Events, double World) Of(DyadSeries series, int start, int end)
    {
        var (events, world) = (0.0, 0.0);
        for (var i = start; i < end; i++) (events, world) = (events + series.Points[i].Weight, world + series.Points[i].World);
        return (events, world);
    }

    /// <summary>Whether two shares differ by more than the chance of independent events makes them.</summary>
    private static bool Differ((double Events, double World) one, (double Events, double World) other) =>
        2 * Math.Abs(Math.Sqrt(one.Events / one.World) - Math.Sqrt(other.Events / other.World)) > Sure * Math.Sqrt((1 / one.World) + (1 / other.World));
}
