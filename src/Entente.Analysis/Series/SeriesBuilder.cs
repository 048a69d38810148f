using System.Collections.Immutable;
using Entente.Store.Relating;

namespace Entente.Analysis.Series;

/// <summary>Makes series without gaps of what the store counts.</summary>
public static class SeriesBuilder
{
    /// <summary>
    /// The series of all dyads that have events, in the order of their names. Periods that no event of the whole store falls into are
    /// not covered; periods in which others are told of, but not this dyad, are true zeros.
    /// </summary>
    /// <param name="rows">The dyads' numbers, ordered by dyad and period.</param>
    /// <param name="coverage">How much was reported in each period.</param>
    /// <param name="unit">The length of a period.</param>
    /// <param name="directed">Whether the rows are directed.</param>
    public static ImmutableArray<DyadSeries> Build(DyadRows rows, IReadOnlyList<CoverageCell> coverage, PeriodUnit unit, bool directed)
    {
        if (coverage.Count == 0) return [];
        var (first, last) = (coverage[0].Period, coverage[^1].Period);
        var world = new CoverageCell?[last - first + 1];
        foreach (var cell in coverage) world[cell.Period - first] = cell;
        var series = ImmutableArray.CreateBuilder<DyadSeries>();
        for (var (start, end) = (0, 0); start < rows.Cells.Length; start = end)
        {
            var (one, other) = (rows.Cells[start].One, rows.Cells[start].Other);
            while (end < rows.Cells.Length && rows.Cells[end].One == one && rows.Cells[end].Other == other) end++;
            series.Add(new DyadSeries
            {
                One = rows.Parties[one],
                Other = rows.Parties[other],
                Directed = directed,
                Unit = unit,
                Points = Points(rows.Cells.AsSpan(start, end - start), world, first),
            });
        }

        return series.DrainToImmutable();
    }

    private static ImmutableArray<SeriesPoint> Points(ReadOnlySpan<DyadCell> cells, CoverageCell?[] world, int first)
    {
        var points = new SeriesPoint[world.Length];
        for (var i = 0; i < points.Length; i++)
            points[i] = new SeriesPoint { Period = first + i, Covered = world[i] is not null, World = world[i]?.Weight ?? 0, Documents = world[i]?.Documents ?? 0 };
        foreach (var cell in cells)
        {
            var at = cell.Period - first;
            if (at < 0 || at >= points.Length) continue;
            var weight = cell.VerbalCooperation + cell.MaterialCooperation + cell.VerbalConflict + cell.MaterialConflict;
            points[at] = points[at] with
            {
                Events = points[at].Events + cell.Events,
                VerbalCooperation = points[at].VerbalCooperation + cell.VerbalCooperation,
                MaterialCooperation = points[at].MaterialCooperation + cell.MaterialCooperation,
                VerbalConflict = points[at].VerbalConflict + cell.VerbalConflict,
                MaterialConflict = points[at].MaterialConflict + cell.MaterialConflict,
                Score = points[at].Score + cell.Score,
                Goldstein = points[at].Goldstein + cell.Goldstein,
                Types = cell.Event is { } type ? (points[at].Types ?? ImmutableSortedDictionary<string, double>.Empty.WithComparers(StringComparer.Ordinal)).SetItem(type, weight) : null,
            };
        }

        return ImmutableArray.Create(points);
    }
}
