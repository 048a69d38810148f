using System.Globalization;
using System.Text.Json;
using Entente.Coding.Knowledge;
using Entente.Coding.Records;
using Entente.Store.Exporting;
using Xunit;

namespace Entente.Tests.Store.Exporting;

/// <summary>What goes out in a format and comes in again is the same but for what docs/store.md says that the format cannot say.</summary>
public sealed class RoundTripTests(SampleStore store) : IClassFixture<SampleStore>
{
    private static readonly Lazy<(FormatTables Tables, KnowledgeBase Knowledge)> Known = new(() =>
    {
        var options = new KnowledgeOptions();
        var knowledge = KnowledgeBase.Load(options);
        return (new FormatTables(options, knowledge), knowledge);
    });

    [Theory]
    [InlineData("gdelt2")]
    [InlineData("icews")]
    [InlineData("polecat")]
    public void What_a_format_can_say_comes_back(string name)
    {
        var format = EventExport.Formats(Known.Value.Tables).First(f => f.Name == name);
        var sent = Sent(format);
        var back = Back(name);
        Assert.Equal(sent.Count, back.Count);
        for (var i = 0; i < sent.Count; i++)
        {
            var (e, actor, recipient) = sent[i];
            var row = back[i];
            var day = e.Date?.Start ?? e.Date?.End ?? e.Published;
            Same(e, day, row.GetProperty("date_start").GetString());
            Same(e, actor?.Country, Text(row, "actor_country"));
            Same(e, recipient?.Country, Text(row, "recipient_country"));
            if (name != "polecat") Same(e, e.Cameo, Text(row, "cameo"));
            if (name != "polecat") Assert.Equal(e.Goldstein, row.GetProperty("goldstein").GetDouble(), 1);
            if (name == "polecat") Same(e, e.Mode, Text(row, "mode"));
            if (name == "polecat") Same(e, e.Context.IsEmpty ? null : string.Join(';', e.Context), Text(row, "context"));
            if (name == "polecat") Same(e, e.Event, Text(row, "event"));
            else if (e.Cameo is not ("080" or "085" or "173")) Same(e, e.Event, Text(row, "event"));
            Same(e, e.Place?.Country, Text(row, "place_country"));
            Same(e, Degrees(e.Place?.Latitude), Degrees(Double(row, "latitude")));
            Same(e, Degrees(e.Place?.Longitude), Degrees(Double(row, "longitude")));
        }
    }

    [Fact]
    public void Plover_says_what_happened_with_its_status_and_words()
    {
        var format = EventExport.Formats(Known.Value.Tables).First(f => f.Name == "plover");
        var sent = Records().Where(e => format.Refuses(e) == LeftOut.No).ToList();
        var back = store.Run(0, "export", "--format", "plover").Events;
        Assert.Equal(sent.Count, back.Length);
        for (var i = 0; i < sent.Count; i++)
        {
            var text = back[i].GetRawText();
            Assert.Contains(sent[i].Event, text, StringComparison.Ordinal);
            Assert.All(sent[i].Actor.Concat(sent[i].Recipient).Where(a => a.Country is not null), a => Assert.Contains(a.Country!, text, StringComparison.Ordinal));
            Assert.Contains(JsonEncodedText.Encode(sent[i].Evidence[0].Text!, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Csv_and_parquet_hold_every_event_with_its_fields()
    {
        var csv = Records("csv", "events.csv");
        Assert.Equal(store.All.Length, csv.Count);
        for (var i = 0; i < csv.Count; i++)
        {
            Assert.Equal(store.All[i].GetProperty("id").GetString(), csv[i].GetProperty("id").GetString());
            Assert.Equal(store.All[i].GetProperty("status").GetString(), csv[i].GetProperty("status").GetString());
            Assert.Equal(store.All[i].GetProperty("cameo").GetString(), csv[i].GetProperty("cameo").GetString());
            Assert.Equal(string.Join(';', store.All[i].GetProperty("actor").EnumerateArray().Select(a => a.GetProperty("code").GetString())), Text(csv[i], "actor_code") ?? "");
        }

        var lake = store.At("lake");
        store.Run(0, "export", "--format", "parquet", "--output", lake);
        var read = Duck($"SELECT record FROM read_parquet('{lake}/**/*.parquet') ORDER BY id").Select(r => r.GetProperty("record").GetString());
        Assert.Equal(store.All.OrderBy(e => e.GetProperty("id").GetString(), StringComparer.Ordinal).Select(e => e.GetRawText()), read);
    }

    [Fact]
    public void Every_loss_is_told_in_the_docs()
    {
        var docs = File.ReadAllText(Repository.At("docs", "store.md"));
        Assert.All(EventExport.Formats(Known.Value.Tables), f => Assert.Contains($"| `{f.Name}` |", docs, StringComparison.Ordinal));
        Assert.All(EventExport.Formats(Known.Value.Tables), f => Assert.NotEmpty(f.Losses));
    }

    /// <summary>The events that the format takes, a pair of parties each, in the order of writing.</summary>
    private List<(EventRecord Event, ActorRecord? Actor, ActorRecord? Recipient)> Sent(IEventFormat format) =>
    [
        .. Records().Where(e => format.Refuses(e) == LeftOut.No).SelectMany(e => format.Name == "polecat"
            ? [(e, e.Actor.FirstOrDefault(), e.Recipient.FirstOrDefault())]
            : EventFormats.Pairs(e).Select(p => (e, p.Actor, p.Recipient))),
    ];

    private List<EventRecord> Records() => [.. store.All.Select(e => EventJson.Read(e.GetRawText()))];

    /// <summary>Exports, imports into an empty store and reads its rows.</summary>
    private List<JsonElement> Back(string name)
    {
        var file = store.At($"{name}.tsv");
        store.Run(0, "export", "--format", name, "--output", file);
        var fresh = store.At($"{name}.entente");
        var run = Entente.Tests.Cli.Program.Run("import", file, "--from", name, "--store", fresh);
        Assert.True(run.Code == 0, run.Error);
        return [.. Entente.Tests.Cli.Program.Run("query", "--store", fresh, "--sql", "SELECT * EXCLUDE (record, original) FROM events ORDER BY event_key", "--format", "jsonl").Events];
    }

    private List<JsonElement> Records(string format, string file)
    {
        store.Run(0, "export", "--format", format, "--output", store.At(file));
        return [.. Duck($"SELECT * FROM read_csv('{store.At(file)}', header = true, all_varchar = true)")];
    }

    private static JsonElement[] Duck(string sql)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT to_json(t)::VARCHAR FROM ({sql}) t";
        using var reader = command.ExecuteReader();
        var rows = new List<JsonElement>();
        while (reader.Read()) rows.Add(JsonElement.Parse(reader.GetString(0)));
        return [.. rows];
    }

    private static void Same(EventRecord e, string? sent, string? back) => Assert.True(sent == back, $"{e.Id}: {sent ?? "nothing"} came back as {back ?? "nothing"}");

    private static string? Text(JsonElement row, string column) => row.GetProperty(column) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static double? Double(JsonElement row, string column) => row.GetProperty(column) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static string? Degrees(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);
}
