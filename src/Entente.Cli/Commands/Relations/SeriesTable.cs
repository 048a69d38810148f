using Entente.Analysis;
using Entente.Analysis.Affinity;
using Entente.Store.Relating;

namespace Entente.Cli.Commands.Relations;

/// <summary><c>relations series</c>: dyads by period.</summary>
internal static class SeriesTable
{
    private static readonly string[] Columns =
    [
        "dyad", "period", "from", "events", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "score_sum", "score_mean",
        "goldstein_sum", "goldstein_mean", "log_odds", "share", "per_1000_documents", "affinity", "affinity_low", "affinity_high",
    ];

    /// <summary>Makes the table.</summary>
    public static RelationTable Make(RelationData data)
    {
        var affinity = data.Request.Directed ? null : new AffinityModel(data.Affinity).Estimate(Merged(data.Rows), data.Coverage);
        string[] types = [.. data.Rows.Cells.Select(c => c.Event).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new RelationTable([.. Columns, .. types.Select(t => t.ToLowerInvariant())], Rows(data, affinity, types), data.Rows.Cells.IsEmpty ? ["no events between two of these parties"] : [])
        {
            Shown =
            [
                ("dyad", "dyad"), ("period", "period"), ("events", "events"), ("verbal_cooperation", "verbal coop."), ("material_cooperation", "material coop."), ("verbal_conflict", "verbal conf."),
                ("material_conflict", "material conf."), ("score_mean", "score"), ("log_odds", "log-odds"), ("affinity", "affinity"), ("affinity_low", "from"), ("affinity_high", "to"),
                .. types.Select(t => (t.ToLowerInvariant(), t)),
            ],
        };
    }

    private static IEnumerable<object?[]> Rows(RelationData data, AffinityTable? affinity, string[] types)
    {
        foreach (var series in data.Series())
        {
            var dyad = affinity?.Find(series.One, series.Other) ?? -1;
            foreach (var point in series.Points)
                yield return [.. Row(series, point, dyad < 0 ? null : affinity!.At(dyad, point.Period)), .. types.Select(t => point.Covered ? RelationTable.Number(point.Types?.GetValueOrDefault(t) ?? 0) : null)];
        }
    }

    private static object?[] Row(DyadSeries series, in SeriesPoint point, AffinityEstimate? affinity)
    {
        var row = new object?[Columns.Length];
        row[0] = series.Name;
        row[1] = Periods.Name(point.Period, series.Unit);
        row[2] = NodaTime.Text.LocalDatePattern.Iso.Format(Periods.First(point.Period, series.Unit));
        if (!point.Covered) return row;
        row[3] = (long)point.Events;
        ReadOnlySpan<double> numbers =
        [
            point.VerbalCooperation, point.MaterialCooperation, point.VerbalConflict, point.MaterialConflict, point.Score, point.MeanScore, point.Goldstein,
            point.MeanGoldstein, point.LogOdds,
        ];
        for (var i = 0; i < numbers.Length; i++) row[4 + i] = RelationTable.Number(numbers[i]);
        row[13] = RelationTable.Number(point.Share, 6);
        row[14] = RelationTable.Number(point.PerThousandDocuments);
        if (affinity is not { } a) return row;
        (row[15], row[16], row[17]) = (RelationTable.Number(a.Mean), RelationTable.Number(a.Low), RelationTable.Number(a.High));
        return row;
    }

    /// <summary>Cells by type put together again, for the affinity.</summary>
    private static DyadRows Merged(DyadRows rows)
    {
        if (rows.Cells.All(c => c.Event is null)) return rows;
        var cells = rows.Cells.GroupBy(c => (c.One, c.Other, c.Period)).Select(g => new DyadCell
        {
            One = g.Key.One,
            Other = g.Key.Other,
            Period = g.Key.Period,
            Events = g.Sum(c => c.Events),
            VerbalCooperation = g.Sum(c => c.VerbalCooperation),
            MaterialCooperation = g.Sum(c => c.MaterialCooperation),
            VerbalConflict = g.Sum(c => c.VerbalConflict),
            MaterialConflict = g.Sum(c => c.MaterialConflict),
            Score = g.Sum(c => c.Score),
            Goldstein = g.Sum(c => c.Goldstein),
        });
        return rows with { Cells = [.. cells] };
    }
}
