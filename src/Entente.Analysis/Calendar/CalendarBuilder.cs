using System.Collections.Immutable;
using Entente.Coding.Records;
using Entente.Store.Relating;

namespace Entente.Analysis.Calendar;

/// <summary>Makes the calendar of what the record says will happen, and looks what the record says came of it.</summary>
public static class CalendarBuilder
{
    private const int MostActs = 5;

    /// <summary>The entries, by their time. Announcements of the same parties, kind and days are one entry.</summary>
    /// <param name="announced">Events that are to come, with days.</param>
    /// <param name="happened">Events that are told as having happened.</param>
    /// <param name="today">Last day of the record, ISO.</param>
    public static ImmutableArray<CalendarEntry> Build(IReadOnlyList<RelationEvidence> announced, IReadOnlyList<RelationEvidence> happened, string today)
    {
        var acts = happened.ToLookup(a => a.Record.Event, StringComparer.Ordinal);
        return
        [
            .. announced.GroupBy(a => (Kind(a.Record), a.Record.Date!.Start, a.Record.Date!.End, string.Join(' ', Parties(a.Record).Order(StringComparer.Ordinal))))
                .Select(g => Entry([.. g.OrderBy(a => a.Record.Published, StringComparer.Ordinal).ThenBy(a => a.Record.Id, StringComparer.Ordinal)], acts, today))
                .OrderBy(e => e.From ?? e.Until, StringComparer.Ordinal).ThenBy(e => e.Announcements[0].Record.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Codes of everybody who takes part, each once, actors first; countries where an actor has no code of its own.</summary>
    public static IEnumerable<string> Parties(EventRecord e) => e.Actor.Concat(e.Recipient).Select(a => a.Country ?? a.Code).OfType<string>().Distinct(StringComparer.Ordinal);

    private static CalendarEntry Entry(ImmutableArray<RelationEvidence> announcements, ILookup<string, RelationEvidence> acts, string today)
    {
        var e = announcements[0].Record;
        var parties = Parties(e).ToImmutableArray();
        ImmutableArray<RelationEvidence> told = [.. acts[Kind(e)].Where(a => Fits(a.Record, announcements, parties)).OrderByDescending(a => Parties(a.Record).Intersect(parties).Count()).ThenByDescending(a => a.Record.Confidence).ThenBy(a => a.Record.Id, StringComparer.Ordinal).Take(MostActs)];
        return new CalendarEntry
        {
            From = e.Date!.Start,
            Until = e.Date.End,
            Event = Kind(e),
            Mode = e.Content is { } content ? content.Mode : e.Mode,
            Parties = parties,
            Announcements = announcements,
            Outcome = told.Length > 0 ? Outcome.Told : string.CompareOrdinal(e.Date.End ?? e.Date.Start, today) > 0 ? Outcome.Ahead : Outcome.NotTold,
            Acts = told,
        };
    }

    /// <summary>The act itself: what is promised, not the promise.</summary>
    private static string Kind(EventRecord e) => e.Content?.Event ?? e.Event;

    /// <summary>
    /// Two parties, or all where there is one, are the same, the days overlap, another document tells it, and it was not over when it was
    /// announced: who will meet this month may have met at its beginning already. A lone meeting of an announced summit is told by the first
    /// of its parties.
    /// </summary>
    private static bool Fits(EventRecord act, ImmutableArray<RelationEvidence> announcements, ImmutableArray<string> parties)
    {
        var announced = announcements[0].Record;
        if (act.Date is not { Start: { } start } || announcements.Any(a => a.Record.Document == act.Document)) return false;
        var end = act.Date.End ?? start;
        if (announced.Published is { } published && string.CompareOrdinal(end, published) < 0) return false;
        if (string.CompareOrdinal(end, announced.Date!.Start ?? end) < 0 || string.CompareOrdinal(start, announced.Date.End ?? start) > 0) return false;
        return parties.Length > 0 && Parties(act).Intersect(parties).Count() >= Math.Min(2, parties.Length);
    }
}
