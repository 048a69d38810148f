using System.Text.Json;
using System.Text.Json.Serialization;

namespace Entente.Coding.Records;

/// <summary>Reads records of JSON lines.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(SpanConverter)])]
[JsonSerializable(typeof(EventRecord))]
internal sealed partial class RecordSerializer : JsonSerializerContext;

/// <summary>A span is a list of two numbers.</summary>
internal sealed class SpanConverter : JsonConverter<SpanRecord>
{
    /// <inheritdoc/>
    public override SpanRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read()) throw new JsonException("A span is [start, end].");
        var start = reader.GetInt32();
        reader.Read();
        var end = reader.GetInt32();
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray) throw new JsonException("A span is [start, end].");
        return new SpanRecord(start, end);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SpanRecord value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
