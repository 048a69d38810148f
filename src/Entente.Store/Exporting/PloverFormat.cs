using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Coding.Records;

namespace Entente.Store.Exporting;

/// <summary>
/// PLOVER's own JSON, one record a line (PLOVER Manual 2021, table of the JSON fields). Its auxiliary modes historical, future, hypothetical and
/// negated stand among the modes, so no event has to stay out.
/// </summary>
public sealed class PloverFormat : IEventFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Name => "plover";

    /// <inheritdoc/>
    public string? Header => null;

    /// <inheritdoc/>
    public ImmutableArray<string> Losses { get; } =
    [
        "attribution: who says so and who denies it stands in words in comment, without offsets",
        "content: the act inside the act stands in comment",
        "CAMEO code, Goldstein scale, confidence, rule: there are no fields; the CAMEO code stands in comment",
        "evidence: the lead only, with its offsets",
        "actors: how they were recognised; several sectors: the main one",
    ];

    /// <inheritdoc/>
    public LeftOut Refuses(EventRecord e) => LeftOut.No;

    /// <inheritdoc/>
    public IEnumerable<string> Lines(ExportItem item, long number)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options)) Write(json, item);
        yield return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, ExportItem item)
    {
        var e = item.Event;
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteBoolean("has_event", true);
        json.WriteString("date", EventFormats.Day(e));
        if (e.Date?.End is { } end && end != e.Date.Start) json.WriteString("enddate", end);
        Entities(json, "actor", e.Actor);
        Entities(json, "recipient", e.Recipient);
        Strings(json, "event", [e.Event]);
        if (e.Place is { } place) Location(json, place);
        json.WriteNumber("quad_code", e.Quad);
        json.WriteNumber("event_scale", e.Score);
        Strings(json, "mode", [.. (e.Mode is { } mode ? new[] { mode } : []).Concat(e.Status == "actual" ? [] : [e.Status])]);
        Strings(json, "context", e.Context);
        if (e.Evidence is [var lead, ..]) Evidence(json, lead);
        json.WriteStartObject("cite_info");
        json.WriteString("citation", e.Document);
        if (item.Url is { } url) json.WriteString("url", url);
        if (item.Title is { } title) json.WriteString("title", title);
        if (item.Source is { } source) json.WriteString("publication", source);
        if (item.Language is { } language) json.WriteString("language", language);
        json.WriteEndObject();
        json.WriteString("coder", e.Coder);
        json.WriteString("comment", Comment(e));
        json.WriteEndObject();
    }

    private static void Entities(Utf8JsonWriter json, string name, ImmutableArray<ActorRecord> all)
    {
        json.WriteStartArray(name);
        foreach (var a in all)
        {
            json.WriteStartObject();
            json.WriteString("code", a.Code ?? a.Country);
            if (!a.Sector.IsEmpty) json.WriteString("sector", a.Sector[0]);
            json.WriteString("entity_text", a.Text);
            if (a.Identifier is { } id) json.WriteString("identifier_id", id.StartsWith("wikidata:", StringComparison.Ordinal) ? id[9..] : id);
            if ((a.Person ?? a.Name) is { } text) json.WriteString("identifier_text", text);
            if (a.Title is { } office) json.WriteString("office", office);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Location(Utf8JsonWriter json, PlaceRecord place)
    {
        json.WriteStartObject("event_loc");
        json.WriteString("extracted_place", place.Text);
        json.WriteString("resolved_place", place.Name);
        if (place.Latitude is { } y) json.WriteNumber("lat", y);
        if (place.Longitude is { } x) json.WriteNumber("lon", x);
        json.WriteString("country_code", place.Country);
        json.WriteEndObject();
    }

    private static void Evidence(Utf8JsonWriter json, EvidenceRecord lead)
    {
        json.WriteString("text", lead.Text);
        json.WriteStartObject("text_info");
        json.WriteNumber("sequence", lead.Sentence);
        if (lead.Span is { } span)
        {
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
        }

        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Comment(EventRecord e)
    {
        var parts = new List<string> { $"cameo {e.Cameo}" };
        if (e.Content is { } inner) parts.Add($"content {inner.Event}{(inner.Mode is { } mode ? "/" + mode : "")}");
        parts.AddRange(e.Attribution.Select(c => $"{c.Stance} by {c.Actor?.Code ?? c.Actor?.Text ?? "unnamed"}"));
        return string.Join("; ", parts);
    }
}
