using DuckDB.NET.Data;

namespace Entente.Store.Incidents;

/// <summary>Makes reports from the events of a store that count.</summary>
/// <param name="store">The store.</param>
/// <param name="knowledge">States, places and words.</param>
internal sealed class IncidentReportReader(EventStore store, IncidentKnowledge knowledge)
{
    /// <summary>How many days before publication an act without a date can have been.</summary>
    private const int Untold = 2;

    /// <summary>Characters of a text that surely hold its first <see cref="IncidentWords.Head"/> words.</summary>
    private const int HeadCharacters = 1600;

    private readonly IncidentWords words = new(knowledge);
    private readonly Dictionary<string, int[]> names = new(StringComparer.Ordinal);

    private sealed record Parties(List<IncidentParty> Actors, List<IncidentParty> Recipients, List<string> Names);

    /// <summary>All reports, and how much their words tell.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public (List<IncidentReport> Reports, WordWeights Weights) Read()
    {
        var stories = Stories();

        // A state that only the text around tells proves nothing for or against that two parties are one.
        var parties = Read("SELECT event_key, side, CASE WHEN how = 'context' THEN NULL ELSE code END, CASE WHEN how = 'context' THEN NULL ELSE country END, sector, person, text FROM actors ORDER BY event_key, side, position");
        var reports = new List<IncidentReport>();
        var leads = Leads();
        foreach (var row in store.Rows("SELECT event_key, id, document_key, event, mode, content_event, quad, status, date_start, date_end, date_basis, published, place_name, place_country, latitude, longitude, text, confidence FROM current_events WHERE origin = 'entente'"))
            reports.Add(Report(row, leads.GetValueOrDefault(row.GetInt64(2)), parties.GetValueOrDefault(row.GetInt64(0)) ?? new([], [], []), stories.GetValueOrDefault(row.GetInt64(2)) ?? []));
        var (weights, numbers) = words.Weigh(stories.Count);
        foreach (var shared in names.Values) Renumber(shared, numbers);
        for (var i = 0; i < reports.Count; i++)
        {
            Renumber(reports[i].Words, numbers);
            Renumber(reports[i].Story, numbers);
            Renumber(reports[i].Names, numbers);
            reports[i] = reports[i] with { WordsSize = weights.Size(reports[i].Words), StorySize = weights.Size(reports[i].Story) };
        }

        return (reports, weights);
    }

    private static void Renumber(int[] all, int[] numbers)
    {
        for (var i = 0; i < all.Length; i++) all[i] = numbers[all[i]];
        Array.Sort(all);
    }

    /// <summary>The words of title and beginning of each text that tells an event.</summary>
    private Dictionary<long, int[]> Stories()
    {
        var stories = new Dictionary<long, int[]>();
        var sql = $"SELECT document_key, title, substring(text, 1, {HeadCharacters}) FROM documents WHERE document_key IN (SELECT document_key FROM current_events WHERE origin = 'entente') ORDER BY document_key";
        var read = new HashSet<int>();
        foreach (var row in store.Rows(sql))
        {
            read.Clear();
            words.Read(Text(row, 1) ?? "", IncidentWords.Head, read);
            words.Read(Text(row, 2) ?? "", IncidentWords.Head, read);
            words.Count(read);
            stories[row.GetInt64(0)] = [.. read];
        }

        return stories;
    }

    private Dictionary<long, Parties> Read(string sql)
    {
        var all = new Dictionary<long, Parties>();
        foreach (var row in store.Rows(sql))
        {
            if (!all.TryGetValue(row.GetInt64(0), out var parties)) all[row.GetInt64(0)] = parties = new([], [], []);
            (row.GetString(1) == "actor" ? parties.Actors : parties.Recipients).Add(new IncidentParty(Text(row, 2), Text(row, 3), Text(row, 4)?.Split(';')[0], Text(row, 5)));
            // The words that name somebody unknown ("a judge") tell of the act.
            if (Text(row, 6) is { } text && (Text(row, 2) ?? Text(row, 3)) is not null) parties.Names.Add(text);
        }

        return all;
    }

    private IncidentReport Report(DuckDBDataReader row, int? lead, Parties parties, int[] story)
    {
        var place = Place(row);
        var told = Text(row, 10) == "text";
        var sentence = Words([Text(row, 16) ?? ""]);
        return new IncidentReport
        {
            Key = row.GetInt64(0),
            Id = row.GetString(1),
            Document = row.GetInt64(2),
            Event = row.GetString(3),
            Mode = Text(row, 4),
            Content = Text(row, 5),
            Quad = row.GetByte(6),
            Status = row.GetString(7),
            Days = Days(Day(row, 8), Day(row, 9), told, Day(row, 11), lead),
            DayTold = told,
            Published = Day(row, 11),
            Actors = [.. parties.Actors],
            Recipients = [.. parties.Recipients],
            Place = place,
            Words = sentence,
            Story = [.. sentence.Union(story)],
            Names = Words(place is null ? parties.Names : [.. parties.Names, place.Name]),
            PlaceWords = place is null || place.IsState ? [] : Place(place.Name),
            Fullness = (2 * parties.Actors.Count(a => a.Known)) + (2 * parties.Recipients.Count(r => r.Known)) + (place is null ? 0 : 1) + (told ? 1 : 0) + row.GetDouble(17),
        };
    }

    private IncidentPlace? Place(DuckDBDataReader row) =>
        Text(row, 12) is { } name
            ? new IncidentPlace(name, Text(row, 13), row.IsDBNull(14) ? null : row.GetDouble(14), row.IsDBNull(15) ? null : row.GetDouble(15), knowledge.States.Contains(name), knowledge.WidePlaces.Contains(name))
            : null;

    private int[] Place(string name)
    {
        if (!names.TryGetValue(name, out var known)) names[name] = known = Words([name]);
        return known;
    }

    /// <summary>The first day that each text tells: what it goes on to tell without a day was not before.</summary>
    private Dictionary<long, int> Leads()
    {
        var leads = new Dictionary<long, int>();
        foreach (var row in store.Rows("SELECT document_key, date_start FROM current_events WHERE origin = 'entente' AND date_basis = 'text' AND date_start IS NOT NULL ORDER BY document_key, sentence, date_start"))
            leads.TryAdd(row.GetInt64(0), Day(row, 1)!.Value);
        return leads;
    }

    private static (int, int) Days(int? start, int? end, bool told, int? published, int? lead)
    {
        if (told) return (start ?? 0, end ?? published ?? DateOnly.MaxValue.DayNumber);
        if ((published ?? end ?? start) is not { } last) return (0, DateOnly.MaxValue.DayNumber);
        return (lead is { } day && day > last - Untold && day <= last ? day : last - Untold, last);
    }

    private int[] Words(IEnumerable<string> texts)
    {
        var read = new HashSet<int>();
        foreach (var text in texts) words.Read(text, int.MaxValue, read);
        return [.. read];
    }

    private static string? Text(DuckDBDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static int? Day(DuckDBDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at).DayNumber;
}
