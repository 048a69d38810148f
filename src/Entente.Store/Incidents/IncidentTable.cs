using System.Collections.Immutable;
using System.Text;
using DuckDB.NET.Data;

namespace Entente.Store.Incidents;

/// <summary>Keeps the tables of incidents. They are made anew from the events that count; what made them stale says so first.</summary>
/// <param name="store">The store.</param>
/// <param name="states">Usual English names of states, to tell a place that is no more than a state.</param>
public sealed class IncidentTable(EventStore store, IReadOnlySet<string> states)
{
    /// <summary>How many days before publication an act without a date can have been.</summary>
    private const int Untold = 2;

    /// <summary>Reports that a small store is taken to have besides its own, in which no word of it stands.</summary>
    private const int Prior = 400;

    private readonly Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
    private readonly List<int> frequency = [];

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
        var reports = Reports();
        var weights = new double[frequency.Count];
        foreach (var (word, number) in vocabulary) weights[number] = Weight(word, frequency[number], reports.Count);
        var incidents = new IncidentGrouper(new IncidentMatcher(weights)).Of(reports);
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

    /// <summary>The logarithm of a word's rarity among the reports; what a small store cannot know of rarity yet, the length of short words tells.</summary>
    private static double Weight(string word, int reports, int all) =>
        Math.Max(0.1, Math.Log((Prior + all) / (double)(1 + reports))) * (word.Length <= 3 && !char.IsDigit(word[0]) ? 0.3 : 1);

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

    private List<IncidentReport> Reports()
    {
        var parties = new Dictionary<long, (List<IncidentParty> Actors, List<IncidentParty> Recipients, HashSet<string> Names)>();
        foreach (var row in store.Rows("SELECT event_key, side, code, country, sector, person, text FROM actors ORDER BY event_key, side, position"))
        {
            if (!parties.TryGetValue(row.GetInt64(0), out var both)) parties[row.GetInt64(0)] = both = ([], [], new(StringComparer.Ordinal));
            (row.GetString(1) == "actor" ? both.Actors : both.Recipients).Add(new IncidentParty(Text(row, 2), Text(row, 3), Text(row, 4)?.Split(';')[0], Text(row, 5)));
            if (Text(row, 6) is { } words) both.Names.UnionWith(Stems(words));
        }

        var reports = new List<IncidentReport>();
        foreach (var row in store.Rows("SELECT event_key, id, document_key, event, mode, content_event, quad, status, date_start, date_end, date_basis, published, place_name, place_country, latitude, longitude, text, confidence FROM current_events WHERE origin = 'entente'"))
        {
            var key = row.GetInt64(0);
            var (actors, recipients, names) = parties.TryGetValue(key, out var both) ? both : ([], [], []);
            var place = Place(row);
            if (place is not null) names.UnionWith(Stems(place.Name));
            var told = Text(row, 10) == "text";
            reports.Add(new IncidentReport
            {
                Key = key,
                Id = row.GetString(1),
                Document = row.GetInt64(2),
                Event = row.GetString(3),
                Mode = Text(row, 4),
                Content = Text(row, 5),
                Quad = row.GetByte(6),
                Status = row.GetString(7),
                Days = Days(Day(row, 8), Day(row, 9), told, Day(row, 11)),
                DayTold = told,
                Published = Day(row, 11),
                Actors = [.. actors],
                Recipients = [.. recipients],
                Place = place,
                Words = Words(Text(row, 16) ?? "", names),
                Fullness = (2 * actors.Count(a => a.Known)) + (2 * recipients.Count(r => r.Known)) + (place is null ? 0 : 1) + (told ? 1 : 0) + row.GetDouble(17),
            });
        }

        return reports;
    }

    private IncidentPlace? Place(DuckDBDataReader row) =>
        Text(row, 12) is { } name ? new IncidentPlace(name, Text(row, 13), row.IsDBNull(14) ? null : row.GetDouble(14), row.IsDBNull(15) ? null : row.GetDouble(15), states.Contains(name)) : null;

    private static (int, int) Days(int? start, int? end, bool told, int? published)
    {
        if (told) return (start ?? 0, end ?? published ?? DateOnly.MaxValue.DayNumber);
        var last = published ?? end ?? start;
        return last is { } day ? (day - Untold, day) : (0, DateOnly.MaxValue.DayNumber);
    }

    private int[] Words(string text, HashSet<string> names)
    {
        var words = new SortedSet<int>();
        foreach (var stem in Stems(text))
        {
            if (names.Contains(stem)) continue;
            if (!vocabulary.TryGetValue(stem, out var number))
            {
                vocabulary[stem] = number = frequency.Count;
                frequency.Add(0);
            }

            if (words.Add(number)) frequency[number]++;
        }

        return [.. words];
    }

    /// <summary>Words in small letters without their endings, so that "strikes" and "striking" are one.</summary>
    private static IEnumerable<string> Stems(string text)
    {
        var word = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                word.Append(char.ToLowerInvariant(text[i]));
                continue;
            }

            if (word.Length > 0) yield return Stem(word.ToString());
            word.Clear();
        }
    }

    private static string Stem(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ings", "ing", "ied", "ies", "ed", "es", "s"])
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        return word;
    }

    private static string? Text(DuckDBDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static int? Day(DuckDBDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at).DayNumber;
}
