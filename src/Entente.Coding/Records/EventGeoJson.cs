using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Entente.Coding.Records;

/// <summary>
/// Writes events as GeoJSON (RFC 7946): one feature collection, a point a located event, its properties the flat fields that maps show.
/// Events without coordinates have no place on a map and are left out.
/// </summary>
public static class EventGeoJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The collection, a line a feature.</summary>
    public static IEnumerable<string> Parts(IEnumerable<EventRecord> records)
    {
        yield return "{\"type\":\"FeatureCollection\",\"features\":[";
        var first = true;
        foreach (var record in records)
        {
            if (record.Place is not { Latitude: { } latitude, Longitude: { } longitude }) continue;
            yield return (first ? "\n" : ",\n") + Feature(record, latitude, longitude);
            first = false;
        }

        yield return "\n]}\n";
    }

    private static string Feature(EventRecord e, double latitude, double longitude)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", e.Id);
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(longitude);
            json.WriteNumberValue(latitude);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("event", e.Event);
            json.WriteString("mode", e.Mode);
            json.WriteNumber("quad", e.Quad);
            json.WriteString("cameo", e.Cameo);
            json.WriteString("status", e.Status);
            json.WriteString("date_start", e.Date?.Start);
            json.WriteString("date_end", e.Date?.End);
            json.WriteString("actor", string.Join(';', e.Actor.Select(a => a.Code ?? a.Country ?? a.Text)));
            json.WriteString("recipient", string.Join(';', e.Recipient.Select(a => a.Code ?? a.Country ?? a.Text)));
            json.WriteString("attribution", string.Join(';', e.Attribution.Select(a => a.Stance + " " + (a.Actor?.Code ?? a.Actor?.Text))));
            json.WriteString("place", e.Place!.Name);
            json.WriteString("text", e.Evidence.IsEmpty ? null : e.Evidence[0].Text);
            json.WriteNumber("confidence", e.Confidence);
            json.WriteString("document", e.Document);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
