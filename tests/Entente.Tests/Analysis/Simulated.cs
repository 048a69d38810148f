using System.Collections.Immutable;
using Entente.Analysis.Series;
using Entente.Analysis.Statistics;
using Entente.Store.Relating;

namespace Entente.Tests.Analysis;

/// <summary>Records made by hand or by chance.</summary>
internal static class Simulated
{
    /// <summary>Verbal cooperation and conflict of a dyad in a period.</summary>
    public static DyadCell Cell(int one, int other, int period, double good, double bad) => new()
    {
        One = one,
        Other = other,
        Period = period,
        Events = (int)Math.Ceiling(good + bad),
        VerbalCooperation = good,
        MaterialCooperation = 0,
        VerbalConflict = bad,
        MaterialConflict = 0,
        Score = (2 * good) - (5 * bad),
        Goldstein = good - bad,
    };

    /// <summary>Rows of cells in any order; parties are called P000, P001 and so on.</summary>
    public static DyadRows Rows(IEnumerable<DyadCell> cells)
    {
        ImmutableArray<DyadCell> sorted = [.. cells.OrderBy(c => c.One).ThenBy(c => c.Other).ThenBy(c => c.Period)];
        var most = sorted.Length == 0 ? 0 : sorted.Max(c => Math.Max(c.One, c.Other)) + 1;
        return new DyadRows([.. Enumerable.Range(0, most).Select(Name)], sorted);
    }

    public static string Name(int party) => FormattableString.Invariant($"P{party:000}");

    public static ImmutableArray<CoverageCell> Coverage(DyadRows rows) => SeriesBuilder.Coverage(rows, new Dictionary<int, long>());

    /// <summary>Even coverage, half cooperation.</summary>
    public static ImmutableArray<CoverageCell> Even(int first, int last, double weight = 100) =>
        [.. Enumerable.Range(first, last - first + 1).Select(p => new CoverageCell(p, (long)weight, weight, weight / 2, weight / 2, 0))];

    /// <summary>A dyad's events of a period: about so many, each cooperation with the given probability.</summary>
    public static DyadCell? Drawn(int one, int other, int period, double events, double share, ref SeededRandom random)
    {
        var (good, bad) = (Draws.Poisson(events * share, ref random), Draws.Poisson(events * (1 - share), ref random));
        return good + bad > 0 ? Cell(one, other, period, good, bad) : null;
    }

    public static double Beta(double a, double b, ref SeededRandom random)
    {
        var (x, y) = (Draws.Gamma(a, 1, ref random), Draws.Gamma(b, 1, ref random));
        return x / (x + y);
    }
}
