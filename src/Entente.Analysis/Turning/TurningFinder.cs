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

    private readonly TurningPointOptions options = options ?? new TurningPointOptions();

    /// <summary>The turning points in level and in volume of all series, strongest first.</summary>
    public ImmutableArray<DyadTurningPoint> Find(IEnumerable<DyadSeries> series) =>
        [.. series.SelectMany(Of).OrderByDescending(t => t.Strength).ThenBy(t => t.Series.Name, StringComparer.Ordinal).ThenBy(t => t.Period)];

    private IEnumerable<DyadTurningPoint> Of(DyadSeries series)
    {
        if (series.Points.Count(p => p.Events > 0) < FewestPeriods) yield break;
        var (values, usual) = Volumes(series);
        var volumes = TurningPoints.Find(values, options).Select(v => v with { Before = Share(v.Before, usual), After = Share(v.After, usual) }).ToList();
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

    /// <summary>
    /// Numbers of events, brought to the coverage of a usual period and made even in their spread (Anscombe 1948: 2√(x + 3/8)), so that the
    /// chance events of quiet times do not drown the surge of a war.
    /// </summary>
    private static (double[] Values, double Usual) Volumes(DyadSeries series)
    {
        var usual = series.Points.Where(p => p.Covered).Average(p => p.World);
        return ([.. series.Points.Select(p => p.Covered && p.World > 0 ? 2 * Math.Sqrt((p.Weight / p.World * usual) + Added) : double.NaN)], usual);
    }

    /// <summary>A mean of such values as a share of all events.</summary>
    private static double Share(double value, double usual) => Math.Max(0, (value * value / 4) - Added) / usual;
}
