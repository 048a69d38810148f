using Entente.Analysis;
using Entente.Analysis.Affinity;
using Entente.Store.Relating;

namespace Entente.Cli.Commands.Relations;

/// <summary><c>relations movers</c>: who drew together and who drifted apart.</summary>
internal static class MoversTable
{
    private static readonly string[] Columns =
    [
        "dyad", "direction", "probability", "accepted", "change", "change_low", "change_high", "before", "before_low", "before_high", "after", "after_low", "after_high", "events_before", "events_after",
    ];

    /// <summary>Makes the table.</summary>
    /// <param name="data">The record.</param>
    /// <param name="length">Periods of each window; null for twelve months, or half of what there is.</param>
    /// <param name="wrong">Share of the accepted ones that may not have moved so.</param>
    public static RelationTable Make(RelationData data, int? length, double wrong)
    {
        if (data.Coverage.IsEmpty) return new RelationTable(Columns, [], ["no events between two parties"]);
        var (before, after) = Windows(data, length);
        if (before.Last < data.Coverage[0].Period) return new RelationTable(Columns, [], ["the record is too short: there is nothing before the later window to compare it with"]);
        var movers = new MoverFinder(new AffinityModel(data.Affinity)).Find(data.Rows, data.Coverage, before, after, wrong);
        var unit = data.Request.Unit;
        string Span(PeriodWindow w) => w.First == w.Last ? Periods.Name(w.First, unit) : $"{Periods.Name(w.First, unit)} to {Periods.Name(w.Last, unit)}";
        var accepted = movers.Count(m => m.Accepted);
        return new RelationTable(
            Columns,
            movers.Select(m => Row(m, data.Request.Directed)),
            [
                $"from {Span(before)} to {Span(after)}: {movers.Length} dyads with events",
                FormattableString.Invariant($"{accepted} accepted: at most {wrong:0.##} of these are expected not to have moved so"),
            ])
        {
            Shown =
            [
                ("dyad", "dyad"), ("direction", "direction"), ("probability", "probability"), ("accepted", "accepted"), ("before", "before"), ("after", "after"), ("change", "change"), ("change_low", "from"), ("change_high", "to"),
                ("events_before", "events"), ("events_after", "events after"),
            ],
        };
    }

    /// <summary>The last periods, and as many before them.</summary>
    public static (PeriodWindow Before, PeriodWindow After) Windows(RelationData data, int? length)
    {
        var (first, last) = (data.Coverage[0].Period, data.Coverage[^1].Period);
        var most = Math.Max(1, (last - first + 1) / 2);
        var size = length ?? Math.Min(most, (int)Math.Ceiling(Periods.PerYear(data.Request.Unit)));
        return (new PeriodWindow(last - (2 * size) + 1, last - size), new PeriodWindow(last - size + 1, last));
    }

    private static object?[] Row(Mover m, bool directed) =>
    [
        m.One + (directed ? "→" : "–") + m.Other, m.Rose >= 0.5 ? "closer" : "apart", RelationTable.Number(m.Certainty), m.Accepted,
        RelationTable.Number(m.Change.Mean), RelationTable.Number(m.Change.Low), RelationTable.Number(m.Change.High),
        RelationTable.Number(m.Before.Mean), RelationTable.Number(m.Before.Low), RelationTable.Number(m.Before.High),
        RelationTable.Number(m.After.Mean), RelationTable.Number(m.After.Low), RelationTable.Number(m.After.High),
        (long)m.Events.Before, (long)m.Events.After,
    ];
}
