using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Sources;

namespace Entente.Coding.Records;

/// <summary>Writes mentions as JSON, one object a line for each actor that a phrase names, in the form of docs/formats.md.</summary>
public static class MentionJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The mentions of a document as lines without line end. Mentions of the same actor share the number <c>chain</c>.</summary>
    public static IEnumerable<string> Lines(string document, ImmutableArray<Mention> mentions, CodePoints points)
    {
        foreach (var mention in mentions)
            foreach (var actor in mention.Actors) yield return Line(document, mention, actor, points);
    }

    private static string Line(string document, Mention mention, ActorReference actor, CodePoints points)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("document", document);
            json.WriteNumber("sentence", mention.Sentence);
            Span(json, "span", mention.Range, points);
            Span(json, "head", mention.Head, points);
            json.WriteString("text", EventJson.Whole(actor.Text));
            json.WriteString("code", actor.Code);
            json.WriteString("country", actor.Country);
            json.WriteStartArray("sector");
            foreach (var sector in actor.Sectors) json.WriteStringValue(sector);
            json.WriteEndArray();
            json.WriteString("person", EventJson.Whole(actor.Person));
            json.WriteString("how", EventJson.Word(actor.How));
            json.WriteNumber("confidence", Math.Round(actor.Confidence, 3));
            json.WriteNumber("chain", actor.Chain);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Span(Utf8JsonWriter json, string name, TextRange range, CodePoints points)
    {
        var (start, end) = points.Range(range);
        json.WriteStartArray(name);
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
    }
}
