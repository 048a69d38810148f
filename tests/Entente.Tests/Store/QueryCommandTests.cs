using System.Text.Json;
using Xunit;

namespace Entente.Tests.Store;

/// <summary>A store of samples/, asked in many ways.</summary>
public sealed class SampleStore : IDisposable
{
    private readonly Scratch scratch = new();

    public SampleStore()
    {
        scratch.Run(0, "ingest", Repository.At("samples"));
        All = scratch.Run(0, "export").Events;
    }

    public JsonElement[] All { get; }

    internal Entente.Tests.Cli.Program.Outcome Ask(int code, params string[] arguments) => scratch.Run(code, ["query", .. arguments]);

    internal string At(string name) => scratch.At(name);

    internal Entente.Tests.Cli.Program.Outcome Run(int code, params string[] arguments) => scratch.Run(code, arguments);

    public void Dispose() => scratch.Dispose();
}

/// <summary>What <c>entente query</c> promises.</summary>
public sealed class QueryCommandTests(SampleStore store) : IClassFixture<SampleStore>
{
    public static TheoryData<string, Func<JsonElement, bool>> Filters() => new()
    {
        { "--type ASSAULT,PROTEST", e => Is(e, "event", "ASSAULT") || Is(e, "event", "PROTEST") },
        { "--quad 4 --status actual", e => e.GetProperty("quad").GetInt32() == 4 && Is(e, "status", "actual") },
        { "--actor RUS", e => Side(e, "actor", "RUS") },
        { "--recipient UKR --actor RUS", e => Side(e, "actor", "RUS") && Side(e, "recipient", "UKR") },
        { "--either PRK --either RUS", e => (Side(e, "actor", "PRK") || Side(e, "recipient", "PRK")) && (Side(e, "actor", "RUS") || Side(e, "recipient", "RUS")) },
        { "--actor RUS:GOV", e => e.GetProperty("actor").EnumerateArray().Any(a => Named(a, "RUS") && a.GetProperty("sector").EnumerateArray().Any(s => s.GetString() == "GOV")) },
        { "--mode visit", e => Is(e, "mode", "visit") },
        { "--cameo 19", e => e.GetProperty("cameo").GetString()!.StartsWith("19", StringComparison.Ordinal) },
        { "--attribution none", e => e.GetProperty("attribution").GetArrayLength() == 0 },
        { "--least-confidence 0.7", e => e.GetProperty("confidence").GetDouble() >= 0.7 },
        { "--text SUMMIT", e => e.GetProperty("evidence")[0].GetProperty("text").GetString()!.Contains("summit", StringComparison.OrdinalIgnoreCase) },
        { "--since 2023-01-01 --until 2023-03-31", e => Ends(e, "end", "start") is { } end && string.CompareOrdinal(end, "2023-01-01") >= 0 && string.CompareOrdinal(Ends(e, "start", "end"), "2023-03-31") <= 0 },
        { "--document article", e => Is(e, "document", "article") },
        { "--context economic", e => e.GetProperty("context").EnumerateArray().Any(c => c.GetString() == "economic") },
        { "--box 33,124,43,132", e => e.GetProperty("place") is { ValueKind: JsonValueKind.Object } p && p.GetProperty("latitude").ValueKind == JsonValueKind.Number && p.GetProperty("latitude").GetDouble() is >= 33 and <= 43 && p.GetProperty("longitude").GetDouble() is >= 124 and <= 132 },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_finds_just_what_it_asks_for(string arguments, Func<JsonElement, bool> wanted)
    {
        var found = store.Ask(0, [.. arguments.Split(' '), "--format", "jsonl"]).Events;
        Assert.NotEmpty(found);
        Assert.Equal(store.All.Where(wanted).Select(e => e.GetProperty("id").GetString()), found.Select(e => e.GetProperty("id").GetString()));
    }

    [Fact]
    public void A_bloc_counts_by_its_members_of_the_day()
    {
        var finland = store.Ask(0, "--sql", "SELECT count(*) AS n FROM current_events", "--format", "csv");
        Assert.Equal(store.All.Length, int.Parse(finland.Out.Split("\r\n")[1], System.Globalization.CultureInfo.InvariantCulture));
        var nato = store.Ask(0, "--actor", "@NATO", "--format", "jsonl").Events;
        Assert.Contains(nato, e => Side(e, "actor", "USA"));
        Assert.DoesNotContain(nato, e => e.GetProperty("actor").EnumerateArray().All(a => Named(a, "FIN")) && string.CompareOrdinal(Ends(e, "start", "end"), "2023-04-04") < 0);
        Assert.Equal(2, store.Ask(2, "--actor", "@Atlantis").Code);
    }

    [Fact]
    public void Names_are_understood() => Assert.Equal(store.Ask(0, "--actor", "JPN", "--format", "jsonl").Out, store.Ask(0, "--actor", "Japan", "--format", "jsonl").Out);

    [Fact]
    public void Groups_add_up()
    {
        var rows = store.Ask(0, "--group-by", "year,quad", "--format", "jsonl").Events;
        Assert.Equal(store.All.Length, rows.Sum(r => r.GetProperty("events").GetInt32()));
        Assert.Equal(rows.Select(r => (r.GetProperty("year").GetString(), r.GetProperty("quad").GetInt32())), rows.Select(r => (r.GetProperty("year").GetString(), r.GetProperty("quad").GetInt32())).OrderBy(r => r.Item1 is null).ThenBy(r => r.Item1, StringComparer.Ordinal).ThenBy(r => r.Item2));
        store.Ask(2, "--group-by", "weather");
    }

    [Fact]
    public void Sorting_and_limits_hold()
    {
        var surest = store.Ask(0, "--sort", "confidence", "--limit", "20", "--format", "jsonl").Events.Select(e => e.GetProperty("confidence").GetDouble()).ToList();
        Assert.Equal(20, surest.Count);
        Assert.Equal(surest.OrderDescending(), surest);
        Assert.Equal(store.All.Max(e => e.GetProperty("confidence").GetDouble()), surest[0]);
    }

    [Theory]
    [InlineData("DROP TABLE events")]
    [InlineData("UPDATE events SET quad = 1")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("COPY events TO 'stolen.csv'")]
    [InlineData("ATTACH 'other.db'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SELECT nothing FROM nowhere")]
    [InlineData("SELEC")]
    public void Statements_of_ones_own_read_the_store_and_nothing_else(string sql) =>
        Assert.Single(store.Ask(2, "--sql", sql).ErrorLines);

    [Fact]
    public void Every_table_and_its_columns_say_what_they_are()
    {
        var tables = store.Ask(0, "--format", "csv", "--sql", "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL OR comment = ''");
        Assert.Equal("table_name", tables.Out.Trim());
    }

    [Fact]
    public void Geojson_is_one_collection_of_what_has_a_place()
    {
        var json = JsonElement.Parse(store.Ask(0, "--format", "geojson").Out);
        var features = json.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(store.All.Count(e => e.GetProperty("place") is { ValueKind: JsonValueKind.Object } p && p.GetProperty("latitude").ValueKind == JsonValueKind.Number), features.Count);
        Assert.All(features, f => Assert.InRange(f.GetProperty("geometry").GetProperty("coordinates")[1].GetDouble(), -90, 90));
    }

    [Fact]
    public void Parquet_lies_by_year_and_month_and_holds_every_event()
    {
        var folder = store.At("lake");
        store.Run(0, "export", "--format", "parquet", "--output", folder);
        Assert.True(Directory.Exists(Path.Combine(folder, "year=2023", "month=7")));
        using var connection = new DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM read_parquet('{folder}/**/*.parquet', hive_partitioning = true)";
        Assert.Equal((long)store.All.Length, command.ExecuteScalar());
        store.Run(2, "export", "--format", "parquet", "--output", folder);
    }

    private static bool Is(JsonElement e, string field, string value) => e.GetProperty(field).GetString() == value;

    private static bool Side(JsonElement e, string side, string code) => e.GetProperty(side).EnumerateArray().Any(a => Named(a, code));

    private static bool Named(JsonElement actor, string code) => actor.GetProperty("code").GetString() == code || actor.GetProperty("country").GetString() == code;

    private static string? Ends(JsonElement e, string first, string second)
    {
        if (e.GetProperty("date") is not { ValueKind: JsonValueKind.Object } date) return e.GetProperty("published").GetString();
        return date.GetProperty(first).GetString() ?? date.GetProperty(second).GetString() ?? e.GetProperty("published").GetString();
    }
}
