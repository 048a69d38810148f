using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Entente.Coding.Records;

/// <summary>Writes events as JSON, one object a line, in the form of docs/formats.md: every field always there, offsets in code points.</summary>
public static class EventJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event as one line of JSON without line end.</summary>
    /// <param name="coded">The event.</param>
    /// <param name="points">Code points of the document's text.</param>
    public static string Line(CodedEvent coded, CodePoints points) => Line(EventRecord.Of(coded, points));

    /// <summary>The record as one line of JSON without line end.</summary>
    public static string Line(EventRecord record)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options)) new Writer(json).Event(record);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Reads a line that <see cref="Line(EventRecord)"/> wrote.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static EventRecord Read(string line)
    {
        var record = JsonSerializer.Deserialize(line, RecordSerializer.Default.EventRecord) ?? throw new JsonException("A record is an object.");
        return record.Corrections.IsDefault ? record with { Corrections = [] } : record;
    }

    /// <summary>An ISO date, null stays null.</summary>
    public static string? Day(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;

    /// <summary>An enumeration's value as it stands in records.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>Unpaired surrogates cannot be written as UTF-8; each becomes one replacement character, so that offsets hold.</summary>
    internal static string? Whole(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return text;
        var whole = text.ToCharArray();
        for (var i = 0; i < whole.Length; i++)
        {
            if (!char.IsSurrogate(whole[i])) continue;
            if (i + 1 < whole.Length && char.IsSurrogatePair(whole[i], whole[i + 1])) i++;
            else whole[i] = '\uFFFD';
        }

        return new string(whole);
    }

    private sealed class Writer(Utf8JsonWriter json)
    {
        public void Event(EventRecord e)
        {
            json.WriteStartObject();
            json.WriteString("id", e.Id);
            json.WriteString("document", e.Document);
            json.WriteNumber("sentence", e.Sentence);
            json.WriteString("published", e.Published);
            Date(e.Date);
            Actors("actor", e.Actor);
            Actors("recipient", e.Recipient);
            json.WriteString("event", e.Event);
            json.WriteString("mode", e.Mode);
            Strings("context", e.Context);
            json.WriteNumber("quad", e.Quad);
            json.WriteString("cameo", e.Cameo);
            json.WriteNumber("goldstein", e.Goldstein);
            json.WriteNumber("score", e.Score);
            Content(e.Content);
            json.WriteString("status", e.Status);
            Claims("attribution", e.Attribution);
            Place(e.Place);
            Evidence(e.Evidence);
            json.WriteNumber("confidence", e.Confidence);
            json.WriteString("coder", e.Coder);
            json.WriteString("rule", e.Rule);
            if (!e.Corrections.IsEmpty) Corrections(e.Corrections);
            json.WriteEndObject();
        }

        private void Corrections(ImmutableArray<CorrectionRecord> corrections)
        {
            json.WriteStartArray("corrections");
            foreach (var one in corrections)
            {
                json.WriteStartObject();
                json.WriteString("field", one.Field);
                json.WriteString("author", one.Author);
                json.WriteString("made", one.Made);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void Date(DateRecord? date)
        {
            json.WritePropertyName("date");
            if (date is null)
            {
                json.WriteNullValue();
                return;
            }

            json.WriteStartObject();
            json.WriteString("start", date.Start);
            json.WriteString("end", date.End);
            json.WriteString("precision", date.Precision);
            json.WriteString("basis", date.Basis);
            json.WriteString("text", date.Text);
            json.WriteEndObject();
        }

        private void Actors(string name, ImmutableArray<ActorRecord> actors)
        {
            json.WriteStartArray(name);
            foreach (var actor in actors) Actor(actor);
            json.WriteEndArray();
        }

        private void Actor(ActorRecord actor)
        {
            json.WriteStartObject();
            json.WriteString("code", actor.Code);
            json.WriteString("country", actor.Country);
            Strings("sector", actor.Sector);
            json.WriteString("name", actor.Name);
            json.WriteString("person", actor.Person);
            json.WriteString("title", actor.Title);
            json.WriteString("identifier", actor.Identifier);
            json.WriteString("text", actor.Text);
            Span("span", actor.Span);
            json.WriteString("how", actor.How);
            json.WriteNumber("confidence", actor.Confidence);
            json.WriteEndObject();
        }

        private void Content(EventContent? content)
        {
            json.WritePropertyName("content");
            if (content is null)
            {
                json.WriteNullValue();
                return;
            }

            json.WriteStartObject();
            json.WriteString("event", content.Event);
            json.WriteString("mode", content.Mode);
            json.WriteString("cameo", content.Cameo);
            json.WriteEndObject();
        }

        private void Claims(string name, ImmutableArray<ClaimRecord> claims)
        {
            json.WriteStartArray(name);
            foreach (var claim in claims)
            {
                json.WriteStartObject();
                json.WritePropertyName("actor");
                if (claim.Actor is { } actor) Actor(actor);
                else json.WriteNullValue();
                json.WriteString("stance", claim.Stance);
                json.WriteString("text", claim.Text);
                Span("span", claim.Span);
                Claims("via", claim.Via);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void Place(PlaceRecord? place)
        {
            json.WritePropertyName("place");
            if (place is null)
            {
                json.WriteNullValue();
                return;
            }

            json.WriteStartObject();
            json.WriteString("name", place.Name);
            json.WriteString("country", place.Country);
            Number("latitude", place.Latitude);
            Number("longitude", place.Longitude);
            json.WriteString("text", place.Text);
            Span("span", place.Span);
            json.WriteEndObject();
        }

        private void Evidence(ImmutableArray<EvidenceRecord> evidence)
        {
            json.WriteStartArray("evidence");
            foreach (var one in evidence)
            {
                json.WriteStartObject();
                json.WriteNumber("sentence", one.Sentence);
                json.WriteString("text", one.Text);
                Span("span", one.Span);
                Span("trigger", one.Trigger);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void Span(string name, SpanRecord? span)
        {
            if (span is not { } range)
            {
                json.WriteNull(name);
                return;
            }

            json.WriteStartArray(name);
            json.WriteNumberValue(range.Start);
            json.WriteNumberValue(range.End);
            json.WriteEndArray();
        }

        private void Strings(string name, ImmutableArray<string> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }

        private void Number(string name, double? value)
        {
            if (value is { } number) json.WriteNumber(name, number);
            else json.WriteNull(name);
        }
    }
}
