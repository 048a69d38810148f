using System.Text.Json;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary>
/// The program's main job: the samples coded to JSON lines. The file named by the environment variable ENTENTE_EVENTS is checked where it is
/// set (.ci/run does so after running README's own command), else the tests run the program themselves.
/// </summary>
public sealed class MainJobTests
{
    private static readonly string[] Fields = ["id", "document", "sentence", "published", "date", "actor", "recipient", "event", "mode", "context", "quad", "cameo", "goldstein", "score", "content", "status", "attribution", "place", "evidence", "confidence", "coder", "rule"];
    private static readonly Lazy<JsonElement[]> Events = new(() => [.. (Environment.GetEnvironmentVariable("ENTENTE_EVENTS") is { Length: > 0 } file
        ? File.ReadLines(file)
        : Program.Run("code", "samples", "--format", "jsonl").Lines).Select(line => JsonElement.Parse(line))]);

    [Fact]
    public void Every_line_is_json_with_all_fields_and_an_id_of_its_own()
    {
        Assert.True(Events.Value.Length > 200);
        Assert.All(Events.Value, e => Assert.Equal(Fields, e.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(Events.Value.Length, Events.Value.Select(e => e.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public void Spans_slice_back_to_their_words()
    {
        var texts = new ArticleReader().Read([Repository.At("samples")]).OfType<SourceResult.Read>()
            .ToDictionary(r => r.Article.Id, r => r.Article.Text.EnumerateRunes().Select(c => c.ToString()).ToArray());
        foreach (var e in Events.Value)
        {
            var text = texts[e.GetProperty("document").GetString()!];
            Parts(e, text);
            foreach (var evidence in e.GetProperty("evidence").EnumerateArray())
            {
                var (span, trigger) = (evidence.GetProperty("span"), evidence.GetProperty("trigger"));
                Assert.True(span[0].GetInt32() <= trigger[0].GetInt32() && trigger[1].GetInt32() <= span[1].GetInt32());
            }
        }
    }

    [Fact]
    public void The_samples_tell_of_all_sixteen_types_and_every_status()
    {
        Assert.Equal(16, Events.Value.Select(e => e.GetProperty("event").GetString()).Distinct().Count());
        Assert.Equal(["actual", "future", "historical", "hypothetical", "negated"], Events.Value.Select(e => e.GetProperty("status").GetString()).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Whatever has a text and a span, however deep.</summary>
    private static void Parts(JsonElement element, string[] text)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) Parts(item, text);
        if (element.ValueKind != JsonValueKind.Object) return;
        if (element.TryGetProperty("span", out var span) && span.ValueKind == JsonValueKind.Array)
            Assert.Equal(element.GetProperty("text").GetString(), string.Concat(text[span[0].GetInt32()..span[1].GetInt32()]));
        foreach (var property in element.EnumerateObject()) Parts(property.Value, text);
    }
}
