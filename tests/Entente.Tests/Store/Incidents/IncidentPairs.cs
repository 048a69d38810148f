using System.Text.Json;
using Entente.Store;
using Entente.Store.Incidents;

namespace Entente.Tests.Store.Incidents;

/// <summary>Pairs of articles that tell the same act or nearly so, with what a perfect coder says of the main act of each.</summary>
internal static class IncidentPairs
{
    private static readonly string[] Sides = ["a", "b"];

    private static string At(string file) => Repository.At(Path.Combine("tests", "Entente.Tests", "Store", "Incidents", file));

    /// <summary>The number of each pair and whether both articles tell the same act.</summary>
    public static List<(string Id, bool Same)> All { get; } = [.. Lines("incident-pairs.jsonl").Select(p => (p.GetProperty("id").ToString(), p.GetProperty("same").GetBoolean()))];

    /// <summary>The articles as the program reads them, with ids such as <c>12a</c>.</summary>
    public static string Articles => string.Concat(Lines("incident-pairs.jsonl").SelectMany(p => Sides.Select(side =>
        JsonSerializer.Serialize(new { id = p.GetProperty("id") + side, date = Day(p, side), title = Text(p.GetProperty(side), "title"), source = Text(p.GetProperty(side), "source"), text = Text(p.GetProperty(side), "text") }) + "\n")));

    /// <summary>Fills a store with the articles and what a perfect coder says of them.</summary>
    public static void Fill(EventStore store)
    {
        long key = 0;
        var events = Lines("incident-events.jsonl").ToDictionary(e => Text(e, "id")!, StringComparer.Ordinal);
        foreach (var pair in Lines("incident-pairs.jsonl"))
        {
            foreach (var side in Sides)
            {
                var (id, article) = (pair.GetProperty("id") + side, pair.GetProperty(side));
                key++;
                store.Execute(
                    "INSERT INTO documents (document_key, id, revision, current, text_hash, published, title, text, run) VALUES ($1, $2, 1, true, $2, $3::DATE, $4, $5, 1)",
                    key, id, Day(pair, side), Text(article, "title"), Text(article, "text"));
                Fill(store, key, id, Day(pair, side), events[id]);
            }
        }
    }

    /// <summary>The pairs whose articles share an incident.</summary>
    public static HashSet<string> Joined(EventStore store)
    {
        const string Sql = """
            SELECT DISTINCT a.id FROM incident_reports ra JOIN incident_reports rb ON ra.incident = rb.incident
            JOIN events ea ON ea.event_key = ra.event_key JOIN events eb ON eb.event_key = rb.event_key
            JOIN documents a ON a.document_key = ea.document_key JOIN documents b ON b.document_key = eb.document_key
            WHERE a.id LIKE '%a' AND b.id LIKE '%b' AND rtrim(a.id, 'a') = rtrim(b.id, 'b')
            """;
        return [.. store.Rows(Sql).Select(r => r.GetString(0).TrimEnd('a'))];
    }

    /// <summary>Precision and recall of what was joined, with the pairs that are wrong for people to look at.</summary>
    public static (double Precision, double Recall, string Wrong) Measure(IReadOnlySet<string> joined)
    {
        var right = All.Count(p => p.Same && joined.Contains(p.Id));
        var wrong = All.Where(p => p.Same != joined.Contains(p.Id)).Select(p => (p.Same ? "missed " : "joined ") + p.Id);
        return (joined.Count == 0 ? 1 : right / (double)joined.Count, right / (double)All.Count(p => p.Same), string.Join(", ", wrong));
    }

    /// <summary>The knowledge of the program.</summary>
    public static IncidentKnowledge Knowledge => IncidentKnowledge.Read(new Entente.Coding.Knowledge.KnowledgeOptions());

    private static void Fill(EventStore store, long key, string id, string day, JsonElement e)
    {
        var told = e.GetProperty("date_told").GetBoolean();
        store.Execute(
            """
            INSERT INTO events (event_key, id, document_key, run, origin, published, date_start, date_end, date_basis, many, event, mode, quad, status, attribution,
                place_name, place_country, latitude, longitude, text, confidence, corrected, rejected)
            VALUES ($1, $2, $1, 1, 'entente', $3::DATE, $4::DATE, $4::DATE, $5, false, $6, $7, 1, $8, 'none', $9, $10, $11, $12, $13, 1, false, false)
            """,
            key, id + ":1:1", day, Text(e, "date") ?? day, told ? "text" : "published", Text(e, "event"), Text(e, "mode"), Text(e, "status"),
            Text(e, "place"), Text(e, "place_country"), Number(e, "latitude"), Number(e, "longitude"), Text(e, "sentence"));
        foreach (var side in (string[])["actor", "recipient"])
        {
            var sectors = e.GetProperty(side + "_sector").EnumerateArray().Select(s => s.GetString()).ToList();
            var position = 0;
            foreach (var code in e.GetProperty(side).EnumerateArray().Select(c => c.GetString()))
            {
                // Codes of states have three letters and those of organisations no country, as those that the program writes.
                var country = code is not null && Knowledges.States.Contains(code) ? code : null;
                store.Execute(
                    "INSERT INTO actors (event_key, side, position, code, country, sector) VALUES ($1, $2, $3, $4, $5, $6)",
                    key, side, position + 1, code, country, sectors.ElementAtOrDefault(position));
                position++;
            }
        }
    }

    private static string Day(JsonElement pair, string side) => Text(pair.GetProperty(side), "published")![..10];

    private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement e, string name) => e.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    private static List<JsonElement> Lines(string file) => [.. File.ReadLines(At(file)).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement)];

    private static class Knowledges
    {
        public static readonly HashSet<string> States = [.. Entente.Coding.Knowledge.KnowledgeBase.Load([]).States.Keys];
    }
}
