using Entente.Analysis.Calendar;
using Entente.Store;
using Entente.Store.Relating;
using NodaTime.Text;

namespace Entente.Cli.Commands.Relations;

/// <summary><c>relations calendar</c>: what the record says will happen.</summary>
internal static class CalendarTable
{
    private static readonly string[] Columns = ["from", "until", "parties", "event", "mode", "outcome", "place", "announced", "by", "announcement", "acts", "text"];

    /// <summary>Makes the table. With parties, at least two of them take part, or the only one that was asked for or that an announcement names.</summary>
    public static RelationTable Make(EventStore store, RelationRequest request)
    {
        var entries = Entries(store, request);
        return new RelationTable(
            Columns,
            entries.Select(Row),
            [FormattableString.Invariant($"{entries.Count(e => e.Outcome == Outcome.Ahead)} ahead, {entries.Count(e => e.Outcome == Outcome.Told)} told as having happened, {entries.Count(e => e.Outcome == Outcome.NotTold)} over and not told of")])
        {
            Shown = [("from", "from"), ("until", "until"), ("parties", "parties"), ("event", "event"), ("mode", "mode"), ("place", "place"), ("outcome", "outcome"), ("announced", "announced"), ("text", "words")],
        };
    }

    /// <summary>The entries of a store.</summary>
    public static IReadOnlyList<CalendarEntry> Entries(EventStore store, RelationRequest request)
    {
        var query = new RelationQuery(store);
        var filter = request.Filter;
        var today = query.LatestDay() is { } day ? LocalDatePattern.Iso.Format(day) : "";
        var announced = query.Announced(filter with { Since = request.Since, Until = request.Until });
        if (announced.IsEmpty) return [];
        var first = LocalDatePattern.Iso.Parse(announced.Select(a => a.Record.Date!.Start ?? a.Record.Date.End!).Min(StringComparer.Ordinal)!).Value;
        var happened = query.Happened(filter with { Since = first, Types = [.. announced.Select(a => a.Record.Content?.Event ?? a.Record.Event).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] });
        var wanted = request.Parties.SelectMany(p => p.Filter.Codes).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        return [.. CalendarBuilder.Build(announced, happened, today).Where(e => wanted.Count == 0 || e.Parties.Count(wanted.Contains) >= Math.Min(2, Math.Min(wanted.Count, Math.Max(1, e.Parties.Length))))];
    }

    private static object?[] Row(CalendarEntry e)
    {
        var first = e.Announcements[0];
        return
        [
            e.From, e.Until, string.Join(';', e.Parties), e.Event, e.Mode, e.Outcome switch { Outcome.Ahead => "ahead", Outcome.Told => "told", _ => "not told" },
            first.Record.Place?.Name, first.Record.Published, first.Source, string.Join(';', e.Announcements.Select(a => a.Record.Id)), string.Join(';', e.Acts.Select(a => a.Record.Id)), first.Record.Evidence[0].Text,
        ];
    }
}
