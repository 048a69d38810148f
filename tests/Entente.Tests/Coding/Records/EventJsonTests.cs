using System.Text;
using System.Text.Json;
using Entente.Coding.Records;
using Xunit;

namespace Entente.Tests.Coding.Records;

/// <summary>The JSON record as docs/formats.md promises it.</summary>
public sealed class EventJsonTests(Engine engine)
{
    private static readonly string[] Fields = ["id", "document", "sentence", "published", "date", "actor", "recipient", "event", "mode", "context", "quad", "cameo", "goldstein", "score", "content", "status", "attribution", "place", "evidence", "confidence", "coder", "rule"];
    private static readonly string[] ActorFields = ["code", "country", "sector", "name", "person", "title", "identifier", "text", "span", "how", "confidence"];

    private static JsonElement Json(Entente.Coding.CodedEvent coded, string text) => JsonElement.Parse(EventJson.Line(coded, new CodePoints(text)));

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    [Fact]
    public void Every_field_is_there_in_this_order_also_when_nothing_is_known()
    {
        var full = Json(Sample.Full, Sample.Text);
        var bare = Json(Sample.Bare, Sample.Text);
        Assert.Equal(Fields, Names(full));
        Assert.Equal(Fields, Names(bare));
        Assert.All(full.GetProperty("actor").EnumerateArray().Concat(full.GetProperty("recipient").EnumerateArray()), a => Assert.Equal(ActorFields, Names(a)));
        Assert.Equal(["start", "end", "precision", "basis", "text"], Names(full.GetProperty("date")));
        Assert.Equal(["event", "mode", "cameo"], Names(full.GetProperty("content")));
        Assert.Equal(["name", "country", "latitude", "longitude", "text", "span"], Names(full.GetProperty("place")));
        Assert.Equal(["sentence", "text", "span", "trigger"], Names(full.GetProperty("evidence")[0]));
        Assert.Equal(["actor", "stance", "text", "span", "via"], Names(full.GetProperty("attribution")[0]));
        Assert.Equal(ActorFields, Names(full.GetProperty("attribution")[0].GetProperty("actor")));
        foreach (var unknown in (string[])["published", "date", "mode", "content", "place"]) Assert.Equal(JsonValueKind.Null, bare.GetProperty(unknown).ValueKind);
        foreach (var empty in (string[])["actor", "recipient", "context", "attribution"]) Assert.Equal(0, bare.GetProperty(empty).GetArrayLength());
    }

    [Fact]
    public void Values_are_written_as_other_programs_expect_them()
    {
        var json = Json(Sample.Full, Sample.Text);
        Assert.Equal("0195", json.GetProperty("cameo").GetString());
        Assert.Equal(JsonValueKind.Number, json.GetProperty("quad").ValueKind);
        Assert.Equal(-9.5, json.GetProperty("goldstein").GetDouble());
        Assert.Equal(0.877, json.GetProperty("confidence").GetDouble());
        Assert.Equal("hypothetical", json.GetProperty("status").GetString());
        Assert.Equal(("2023-08-03", JsonValueKind.Null, "2023-08-01", "range", "text"), (json.GetProperty("published").GetString(), json.GetProperty("date").GetProperty("start").ValueKind, json.GetProperty("date").GetProperty("end").GetString(), json.GetProperty("date").GetProperty("precision").GetString(), json.GetProperty("date").GetProperty("basis").GetString()));
        var claim = json.GetProperty("attribution")[0];
        Assert.Equal(("denies", "doubts"), (claim.GetProperty("stance").GetString(), claim.GetProperty("via")[0].GetProperty("stance").GetString()));
        Assert.Equal(JsonValueKind.Null, claim.GetProperty("via")[0].GetProperty("actor").ValueKind);
        Assert.Equal("title", json.GetProperty("actor")[0].GetProperty("how").GetString());
    }

    [Fact]
    public void A_record_is_one_line_of_valid_utf8_even_with_half_a_surrogate_pair()
    {
        var line = EventJson.Line(Sample.Full, new CodePoints(Sample.Text));
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain('\r', line);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        Assert.Equal(line, strict.GetString(strict.GetBytes(line)));
        Assert.Equal(Sample.Text.Replace("\uD83D \"", "\uFFFD \"", StringComparison.Ordinal), Json(Sample.Full, Sample.Text).GetProperty("evidence")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Spans_count_code_points_as_python_and_r_do()
    {
        var json = Json(Sample.Full, Sample.Text);
        var points = Points(Sample.Text);
        foreach (var part in json.GetProperty("actor").EnumerateArray().Concat(json.GetProperty("recipient").EnumerateArray()).Append(json.GetProperty("place")).Append(json.GetProperty("attribution")[0]).Append(json.GetProperty("evidence")[1]))
            Assert.Equal(part.GetProperty("text").GetString(), Slice(points, part.GetProperty("span")));
        Assert.Equal("attacked", Slice(points, json.GetProperty("evidence")[0].GetProperty("trigger")));
    }

    [Theory]
    [InlineData("😀😀 On Friday Russia attacked Ukraine.")]
    [InlineData("𝔘𝔫𝔦𝔠𝔬𝔡𝔢 first.\n\n“🇺🇦” On Friday Russian troops attacked a Ukrainian port. 🚢")]
    [InlineData("\uD83D Iran attacked Iraq 😀 on Tuesday. \uDE00 Iran threatened Norway.")]
    public void Spans_of_coded_events_slice_back_to_their_words(string text)
    {
        var points = Points(text);
        var index = new CodePoints(text);
        var events = engine.Code(text).Select(e => JsonElement.Parse(EventJson.Line(e, index))).ToArray();
        Assert.NotEmpty(events);
        foreach (var e in events)
            foreach (var part in e.GetProperty("actor").EnumerateArray().Concat(e.GetProperty("recipient").EnumerateArray()).Concat(e.GetProperty("evidence").EnumerateArray()))
                Assert.Equal(part.GetProperty("text").GetString(), Slice(points, part.GetProperty("span")));
    }

    [Fact]
    public void Real_events_read_back_by_any_json_library_as_they_were()
    {
        foreach (var e in engine.Code("The United States said on Tuesday that North Korea had provided weapons to Russia in Odesa. Joe Biden will visit France on August 18."))
        {
            var json = JsonElement.Parse(EventJson.Line(e, new CodePoints("")));
            Assert.Equal(Fields, Names(json));
            Assert.Equal((e.Id, e.Event, e.Mode, e.Cameo, e.Rule), (json.GetProperty("id").GetString()!, json.GetProperty("event").GetString()!, json.GetProperty("mode").GetString(), json.GetProperty("cameo").GetString()!, json.GetProperty("rule").GetString()!));
            Assert.Equal(e.Actor.Select(a => a.Code), json.GetProperty("actor").EnumerateArray().Select(a => a.GetProperty("code").GetString()));
            Assert.Equal(e.Attribution.Select(a => a.Actor?.Code), json.GetProperty("attribution").EnumerateArray().Select(a => a.GetProperty("actor").GetProperty("code").GetString()));
        }
    }

    /// <summary>The text as Python sees it: a list of code points, half surrogate pairs as replacement characters.</summary>
    internal static string[] Points(string text) => [.. text.EnumerateRunes().Select(r => r.ToString())];

    internal static string Slice(string[] points, JsonElement span) => string.Concat(points[span[0].GetInt32()..span[1].GetInt32()]);
}
