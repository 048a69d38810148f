using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Entente.Store.Querying;

/// <summary>Turns a filter into a condition with parameters; no value of a user ever stands in the statement itself.</summary>
internal sealed class FilterSql
{
    private readonly List<string> conditions = [];
    private readonly List<object?> values = [];

    /// <summary>Reads a filter.</summary>
    public FilterSql(EventFilter filter)
    {
        if (!filter.Actors.IsEmpty) conditions.Add(Any(filter.Actors, p => Side("actor", p)));
        if (!filter.Recipients.IsEmpty) conditions.Add(Any(filter.Recipients, p => Side("recipient", p)));
        foreach (var party in filter.Parties) conditions.Add($"({Side("actor", party)} OR {Side("recipient", party)})");
        In("event", filter.Types);
        In("mode", filter.Modes);
        In("status", filter.Statuses);
        In("attribution", filter.Attributions);
        In("origin", filter.Origins);
        if (!filter.Quads.IsEmpty) conditions.Add($"quad IN ({string.Join(',', filter.Quads.Select(q => q.ToString(CultureInfo.InvariantCulture)))})");
        if (!filter.Contexts.IsEmpty) conditions.Add(Any(filter.Contexts, c => $"list_contains(string_split(context, ';'), {Value(c)})"));
        if (!filter.Cameo.IsEmpty) conditions.Add(Any(filter.Cameo, c => $"starts_with(cameo, {Value(c)})"));
        if (!filter.Places.IsEmpty) conditions.Add(Any(filter.Places, Place));
        if (!filter.Documents.IsEmpty) conditions.Add($"document_key IN (SELECT document_key FROM documents WHERE id IN ({string.Join(',', filter.Documents.Select(d => Value(d)))}))");
        if (filter.Box is { } box) conditions.Add(Inside(box));
        // The bare comparison says nothing that the other does not; with it the database need not look into blocks of other days.
        if (filter.Since is { } since) conditions.Add($"(date_end >= {Day(since)} OR date_end IS NULL) AND coalesce(date_end, date_start, published) >= {Day(since)}");
        if (filter.Until is { } until) conditions.Add($"(date_start <= {Day(until)} OR date_start IS NULL) AND coalesce(date_start, date_end, published) <= {Day(until)}");
        if (filter.LeastConfidence is { } least) conditions.Add($"confidence >= {Value(least)}");
        if (filter.Text is { } text) conditions.Add($"contains(lower(text), lower({Value(text)}))");
    }

    /// <summary>The condition; TRUE when nothing is asked for.</summary>
    public string Where => conditions.Count == 0 ? "TRUE" : string.Join(" AND ", conditions);

    /// <summary>The values of its parameters.</summary>
    public object?[] Values => [.. values];

    private static string Any<T>(ImmutableArray<T> items, Func<T, string> condition) => $"({string.Join(" OR ", items.Select(condition))})";

    private void In(string column, ImmutableArray<string> items)
    {
        if (!items.IsEmpty) conditions.Add($"{column} IN ({string.Join(',', items.Select(i => Value(i)))})");
    }

    private string Value(object value)
    {
        values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"${values.Count}");
    }

    private static string Day(LocalDate day) => $"DATE '{LocalDatePattern.Iso.Format(day)}'";

    private string Place(string place)
    {
        var value = Value(place);
        return $"(place_country = {value} OR place_name = {value})";
    }

    private static string Inside(GeoBox box)
    {
        var longitude = box.West <= box.East
            ? string.Create(CultureInfo.InvariantCulture, $"longitude BETWEEN {box.West:R} AND {box.East:R}")
            : string.Create(CultureInfo.InvariantCulture, $"(longitude >= {box.West:R} OR longitude <= {box.East:R})");
        return string.Create(CultureInfo.InvariantCulture, $"(latitude BETWEEN {box.South:R} AND {box.North:R} AND {longitude})");
    }

    /// <summary>The first actor stands in the event itself; only events with many ask the table of actors.</summary>
    private string Side(string side, PartyFilter party)
    {
        var sector = party.Sector is { } s ? Value(s) : null;
        var first = Any(party.Codes, c => Counts(c, $"{side}_code", $"{side}_country"));
        var many = Any(party.Codes, c => Counts(c, "a.code", "a.country"));
        if (sector is not null)
        {
            first += $" AND list_contains(string_split({side}_sector, ';'), {sector})";
            many += $" AND list_contains(string_split(a.sector, ';'), {sector})";
        }

        return $"(({first}) OR (many AND EXISTS (SELECT 1 FROM actors a WHERE a.event_key = e.event_key AND a.side = '{side}' AND {many})))";
    }

    private string Counts((string Code, LocalDate? From, LocalDate? Until) member, string code, string country)
    {
        var value = Value(member.Code);
        var condition = $"({code} = {value} OR {country} = {value})";
        if (member.From is { } from) condition += $" AND coalesce(date_start, date_end, published) >= {Day(from)}";
        if (member.Until is { } until) condition += $" AND coalesce(date_start, date_end, published) <= {Day(until)}";
        return $"({condition})";
    }
}
