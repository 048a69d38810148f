using System.Collections.Immutable;
using DuckDB.NET.Data;

namespace Entente.Store.Incidents;

/// <summary>Keeps the tables of incidents. They are made anew from the events that count; what made them stale says so first.</summary>
/// <param name="store">The store.</param>
/// <param name="knowledge">What is known about telling one act from another.</param>
public sealed class IncidentTable(EventStore store, IncidentKnowledge knowledge)
{
    /// <summary>Whether the tables tell what the events tell.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static bool AreCurrent(EventStore store) => store.Scalar<string>("SELECT value FROM store WHERE key = 'incidents'") == "current";

    /// <summary>Says, within the transaction that changes events, that the tables no longer tell what the events tell.</summary>
    internal static void MarkStale(EventStore store) => store.Execute("INSERT OR REPLACE INTO store VALUES ('incidents', 'stale')");

    /// <summary>Makes them anew when they are stale. A killed run leaves them stale, the next makes that good.</summary>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public void Refresh()
    {
        if (!AreCurrent(store)) Rebuild();
    }

    /// <summary>Makes them anew, all or nothing, and returns the number of incidents.</summary>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public int Rebuild()
    {
        var (reports, words) = new IncidentReportReader(store, knowledge).Read();
        var matcher = new IncidentMatcher(words, knowledge);
        var incidents = new IncidentGrouper(matcher, new IncidentCandidates(words, matcher)).Of(reports);
        store.InTransaction(() =>
        {
            store.Execute("DELETE FROM incidents");
            store.Execute("DELETE FROM incident_reports");
            using (var rows = store.Connection.CreateAppender("incidents"))
                for (var i = 0; i < incidents.Count; i++) Append(rows.CreateRow(), i + 1, incidents[i]);
            using (var rows = store.Connection.CreateAppender("incident_reports"))
                for (var i = 0; i < incidents.Count; i++)
                    foreach (var report in incidents[i]) rows.CreateRow().AppendValue((long)(i + 1)).AppendValue(report.Key).EndRow();
            store.Execute("INSERT OR REPLACE INTO store VALUES ('incidents', 'current')");
        });
        return incidents.Count;
    }

    private static void Append(IDuckDBAppenderRow row, long number, List<IncidentReport> reports)
    {
        var lead = reports.OrderByDescending(r => r.Fullness).ThenBy(r => r.Published ?? int.MaxValue).ThenBy(r => r.Id, StringComparer.Ordinal).First();
        var place = lead.Place ?? reports.Select(r => r.Place).FirstOrDefault(p => p is not null);
        var told = reports.Where(r => r.DayTold).DefaultIfEmpty(lead).ToList();
        row.AppendValue(number).AppendValue(lead.Event).AppendValue(lead.Mode).AppendValue((byte)lead.Quad)
            .AppendValue(Date(told.Max(r => r.Days.First))).AppendValue(Date(told.Min(r => r.Days.Last)))
            .AppendValue(First(lead.Actors)).AppendValue(First(lead.Recipients))
            .AppendValue(place?.Name).AppendValue(place?.Country).AppendValue(place?.Latitude).AppendValue(place?.Longitude)
            .AppendValue(reports.Min(r => r.Published) is { } day ? Date(day) : null).AppendValue(reports.Count).AppendValue(reports.Select(r => r.Document).Distinct().Count())
            .AppendValue(string.Join(';', reports.GroupBy(r => r.Status).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)))
            .AppendValue(lead.Key).EndRow();
    }

    private static string? First(ImmutableArray<IncidentParty> side) => side.IsEmpty ? null : side[0].Code ?? side[0].Country;

    private static DateOnly? Date(int day) => day <= 0 || day >= DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber(day);
}
