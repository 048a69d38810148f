using System.Text;
using System.Text.Json;
using Entente.Sources;

namespace Entente.Coding.Records;

/// <summary>A marked pair as <c>entente pairs</c> reads and answers it (docs/formats.md).</summary>
public static class PairJson
{
    /// <summary>Reads a line <c>{"id", "text", "actor": [start, end], "recipient": [start, end]}</c>; ranges in Unicode code points.</summary>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    /// <exception cref="FormatException">A field is missing or a range lies outside the text.</exception>
    public static (string Id, string Text, MarkedPair Pair) Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw new FormatException("is no JSON object");
        var id = root.TryGetProperty("id", out var given) ? given.ToString() : "";
        if (!root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String) throw new FormatException("has no text");
        var words = text.GetString()!;
        return (id, words, new MarkedPair(Range(root, "actor", words), Range(root, "recipient", words)));
    }

    /// <summary>Writes an answer.</summary>
    public static string Write(string id, PairAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("event", answer.Event);
            writer.WriteString("mode", answer.Mode);
            if (answer.Quad is { } quad) writer.WriteNumber("quad", quad);
            else writer.WriteNull("quad");
            writer.WriteString("cameo", answer.Cameo);
            writer.WriteString("status", answer.Status?.ToString().ToLowerInvariant());
            writer.WriteNumber("confidence", answer.Confidence);
            writer.WriteStartArray("alternatives");
            foreach (var (type, confidence) in answer.Alternatives)
            {
                writer.WriteStartObject();
                writer.WriteString("event", type);
                writer.WriteNumber("confidence", confidence);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static TextRange Range(JsonElement root, string name, string text)
    {
        if (!root.TryGetProperty(name, out var range) || range.ValueKind != JsonValueKind.Array || range.GetArrayLength() != 2
            || !range[0].TryGetInt32(out var start) || !range[1].TryGetInt32(out var end))
            throw new FormatException($"{name} must be [start, end]");
        if (start < 0 || end <= start) throw new FormatException($"{name} [{start}, {end}] is no range of the text");
        var points = new CodePoints(text);
        return points.CodeUnit(end) is { } last ? new TextRange(points.CodeUnit(start)!.Value, last) : throw new FormatException($"{name} reaches beyond the text");
    }
}
