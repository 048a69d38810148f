using Entente.Analysis;
using Entente.Analysis.ChangePoints;
using Entente.Analysis.Turning;
using Entente.Store;
using Entente.Store.Relating;

namespace Entente.Cli.Commands.Relations;

/// <summary><c>relations turning-points</c>: when relations turned.</summary>
internal static class TurningTable
{
    private const int MostEvents = 3;
    private static readonly string[] Columns =
    [
        "dyad", "date", "period", "direction", "volume", "probability", "strength", "log_odds_before", "log_odds_after", "level_size", "share_before", "share_after", "volume_size", "sources_changed", "events", "text",
    ];

    /// <summary>Makes the table, the strongest turning points first.</summary>
    public static RelationTable Make(EventStore store, RelationData data)
    {
        var query = new RelationQuery(store);
        var found = new TurningFinder(new SourceShifts(query.Sources(data.Request.Unit))).Find(data.Series());
        return new RelationTable(Columns, found.Select(t => Row(query, data, t)), ["direction: how the log-odds of cooperation changed; volume: how the share of all events did; sizes in standard deviations"])
        {
            Shown =
            [
                ("dyad", "dyad"), ("period", "period"), ("direction", "direction"), ("volume", "volume"), ("probability", "probability"), ("strength", "strength"), ("log_odds_before", "log-odds"), ("log_odds_after", "after"),
                ("share_before", "share"), ("share_after", "after"), ("sources_changed", "sources changed"), ("text", "words"),
            ],
        };
    }

    /// <summary>The events that made a turning point: the weightiest of its first period that go in its direction.</summary>
    public static IReadOnlyList<RelationEvidence> Events(RelationQuery query, RelationData data, DyadTurningPoint turn, int most)
    {
        var unit = data.Request.Unit;
        var request = data.Request with { Since = Periods.First(turn.Period, unit), Until = Periods.Last(turn.Period, unit) };
        var all = query.Evidence(request, turn.Series.One, turn.Series.Other, 4 * most);
        bool Fits(RelationEvidence e) => turn.Level is not { } level || (level.After > level.Before) == (e.Record.Quad <= 2);
        return [.. all.OrderByDescending(Fits).Take(most)];
    }

    /// <summary>In which direction a dyad turned, in words.</summary>
    public static (string? Level, string? Volume) Direction(DyadTurningPoint t) =>
        (t.Level is { } l ? l.After > l.Before ? "closer" : "apart" : null, t.Volume is { } v ? v.After > v.Before ? "more" : "less" : null);

    private static object?[] Row(RelationQuery query, RelationData data, DyadTurningPoint t)
    {
        var events = Events(query, data, t, MostEvents);
        var (direction, volume) = Direction(t);
        object? Of(TurningPoint? point, Func<TurningPoint, double> value, int decimals) => point is null ? null : RelationTable.Number(value(point), decimals);
        return
        [
            t.Series.Name, NodaTime.Text.LocalDatePattern.Iso.Format(Periods.First(t.Period, t.Series.Unit)), Periods.Name(t.Period, t.Series.Unit), direction, volume,
            RelationTable.Number(t.Probability), RelationTable.Number(t.Strength, 2),
            Of(t.Level, p => p.Before, 3), Of(t.Level, p => p.After, 3), Of(t.Level, p => p.Size, 2), Of(t.Volume, p => p.Before, 5), Of(t.Volume, p => p.After, 5), Of(t.Volume, p => p.Size, 2),
            t.SourcesChanged, string.Join(';', events.Select(e => e.Record.Id)), events.Count > 0 && !events[0].Record.Evidence.IsEmpty ? events[0].Record.Evidence[0].Text : null,
        ];
    }
}
