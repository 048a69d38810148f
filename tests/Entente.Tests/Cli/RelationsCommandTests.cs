using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Store;
using Entente.Tests.Store;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary>A store of imported rows over four years, two camps of six, and one of the samples.</summary>
public sealed class RelationsStore : IDisposable
{
    internal static readonly string[] East = ["RUS", "CHN", "PRK", "IRN", "BLR", "SYR"];
    internal static readonly string[] West = ["USA", "GBR", "FRA", "DEU", "JPN", "KOR"];
    private readonly Scratch imported = new();
    private readonly Scratch samples = new();

    public RelationsStore()
    {
        var rows = new StringBuilder();
        var states = East.Concat(West).ToArray();
        for (var month = 0; month < 48; month++)
        {
            for (var i = 0; i < 12; i++)
            {
                for (var j = i + 1; j < 12; j++)
                {
                    // Friends meet, foes accuse; from 2022 on the first two of each camp do the opposite with each other.
                    if ((i * 7 + (j * 3) + month) % 3 != 0) continue;
                    var friends = (i < 6) == (j < 6) && !(month >= 24 && i == 0 && j == 1);
                    for (var n = 0; n < 2; n++)
                        rows.Append(CultureInfo.InvariantCulture, $"{2020 + (month / 12)}{(month % 12) + 1:00}{10 + n}\t{states[i]}\t{states[j]}\t{(friends ? "042" : "111")}\n");
                }
            }
        }

        imported.Run(0, "import", imported.Write("made.tsv", rows.ToString()), "--from", "keds");
        samples.Run(0, "ingest", Repository.At("samples"));
    }

    internal Program.Outcome Imported(int code, params string[] arguments) => imported.Run(code, ["relations", .. arguments]);

    internal Program.Outcome Samples(int code, params string[] arguments) => samples.Run(code, ["relations", .. arguments]);

    internal string ImportedPath => imported.Store;

    public void Dispose()
    {
        imported.Dispose();
        samples.Dispose();
    }
}

/// <summary>What <c>entente relations</c> promises.</summary>
public sealed class RelationsCommandTests(RelationsStore store) : IClassFixture<RelationsStore>
{
    [Theory]
    [InlineData("series --actors RUS,CHN", "dyad,period,from,events", "log-odds")]
    [InlineData("movers", "dyad,direction,probability,accepted", "direction")]
    [InlineData("turning-points", "dyad,date,period,direction", "strength")]
    [InlineData("blocs", "actor,faction,support", "in_between")]
    [InlineData("loneliness --actors RUS,CHN", "group,figure,value", "comparable")]
    [InlineData("forecast --actors RUS,CHN", "dyad,what,period,mean", "median")]
    [InlineData("forecast --actors RUS,CHN --back-test", "forecaster,forecasts,crps", "crps")]
    public void Each_part_prints_a_header_and_rows_in_every_format(string arguments, string header, string heading)
    {
        var words = arguments.Split(' ');
        var csv = Csv.Read(store.Imported(0, [.. words, "--format", "csv"]).Out);
        Assert.StartsWith(header, string.Join(',', csv[0]), StringComparison.Ordinal);
        Assert.True(csv.Count > 1);
        Assert.All(csv, row => Assert.Equal(csv[0].Length, row.Length));
        var lines = store.Imported(0, [.. words, "--format", "jsonl"]).Events;
        Assert.Equal(csv.Count - 1, lines.Length);
        Assert.All(lines, line => Assert.Equal(csv[0], line.EnumerateObject().Select(p => p.Name)));
        Assert.Contains(heading, store.Imported(0, words).Out, StringComparison.Ordinal);
        Assert.Single(store.Imported(0, [.. words, "--format", "jsonl", "--limit", "1"]).Lines);
    }

    [Fact]
    public void The_calendar_of_texts_has_rows_in_every_format()
    {
        var csv = Csv.Read(store.Samples(0, "calendar", "--format", "csv").Out);
        Assert.Equal(["from", "until", "parties", "event"], csv[0][..4]);
        var lines = store.Samples(0, "calendar", "--format", "jsonl").Events;
        Assert.True(lines.Length > 2 && lines.Length == csv.Count - 1);
        Assert.All(lines, l => Assert.Contains(l.GetProperty("outcome").GetString(), (string[])["ahead", "told", "not told"]));
        Assert.Contains("outcome", store.Samples(0, "calendar").Out, StringComparison.Ordinal);
        var russia = store.Samples(0, "calendar", "--actors", "RUS", "--format", "jsonl").Events;
        Assert.NotEmpty(russia);
        Assert.Equal(lines.Where(l => l.GetProperty("parties").GetString()!.Split(';').Contains("RUS")).Select(l => l.GetRawText()), russia.Select(l => l.GetRawText()));
        Assert.All(store.Samples(0, "calendar", "--actors", "RUS,CHN", "--format", "jsonl").Events, l => Assert.Equal("CHN;RUS", l.GetProperty("parties").GetString()));
    }

    [Fact]
    public void Numbers_are_those_of_the_rows_imported()
    {
        var rows = store.Imported(0, "series", "--actors", "RUS,CHN", "--period", "year", "--format", "jsonl").Events;
        Assert.Equal(["2020", "2021", "2022", "2023"], rows.Select(r => r.GetProperty("period").GetString()));
        Assert.All(rows, r => Assert.Equal(8, r.GetProperty("events").GetInt32()));
        Assert.Equal([8, 8, 0, 0], rows.Select(r => r.GetProperty("verbal_cooperation").GetDouble()));
        Assert.Equal([0, 0, 8, 8], rows.Select(r => r.GetProperty("verbal_conflict").GetDouble()));
        Assert.Equal(Math.Round(Math.Log(8.5 / 0.5), 3), rows[0].GetProperty("log_odds").GetDouble(), 1e-9);
        var typed = store.Imported(0, "series", "--actors", "RUS,CHN", "--period", "year", "--types", "--format", "jsonl").Events;
        Assert.Equal([0, 0, 8, 8], typed.Select(r => r.GetProperty("accuse").GetDouble()));
        Assert.Equal(rows.Select(r => r.GetProperty("affinity").GetRawText()), typed.Select(r => r.GetProperty("affinity").GetRawText()));
        var directed = store.Imported(0, "series", "--actors", "RUS,CHN", "--directed", "--format", "jsonl").Events;
        Assert.All(directed, r => Assert.Equal("RUS→CHN", r.GetProperty("dyad").GetString()));
    }

    [Fact]
    public void Who_turned_is_found_by_movers_and_turning_points_and_camps_by_blocs()
    {
        var movers = store.Imported(0, "movers", "--since", "2020-01-01", "--until", "2023-12-31", "--window", "24", "--format", "jsonl").Events;
        Assert.Equal(("CHN–RUS", "apart", true), (movers[0].GetProperty("dyad").GetString(), movers[0].GetProperty("direction").GetString(), movers[0].GetProperty("accepted").GetBoolean()));
        Assert.Single(movers, m => m.GetProperty("accepted").GetBoolean());
        var turn = store.Imported(0, "turning-points", "--actors", "RUS,CHN", "--format", "jsonl").Events[0];
        Assert.InRange(DateTime.Parse(turn.GetProperty("date").GetString()!, CultureInfo.InvariantCulture), new DateTime(2021, 10, 1), new DateTime(2022, 4, 1));
        Assert.Equal("apart", turn.GetProperty("direction").GetString());
        var blocs = store.Imported(0, "blocs", "--format", "jsonl").Events.ToDictionary(b => b.GetProperty("actor").GetString()!, b => b.GetProperty("faction").GetInt32());
        Assert.All(RelationsStore.West, w => Assert.Equal(blocs["USA"], blocs[w]));
        Assert.All(RelationsStore.East[2..], e => Assert.Equal(blocs["PRK"], blocs[e]));
        Assert.NotEqual(blocs["USA"], blocs["PRK"]);
        Assert.Equal(store.Imported(0, "blocs").Out, store.Imported(0, "blocs", "--directed").Out);
    }

    [Fact]
    public void A_bloc_is_lonely_by_its_members_and_who_is_absent_is_named()
    {
        var run = store.Imported(0, "loneliness", "--actors", "@G7,XKX", "--format", "jsonl");
        Assert.Contains("USA", run.Events[0].GetProperty("group").GetString(), StringComparison.Ordinal);
        Assert.Equal("e-i index", run.Events[0].GetProperty("figure").GetString());
        Assert.Contains(run.ErrorLines, l => l.StartsWith("in no event of the window:", StringComparison.Ordinal) && l.Contains("XKX", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("series --actors Nobody_Atall,RUS")]
    [InlineData("series --actors RUS")]
    [InlineData("series --actors RUS,Russia")]
    [InlineData("series --actors ,")]
    [InlineData("series --actors @Atlantis,RUS")]
    [InlineData("series --actors RUS:MIL,USA")]
    [InlineData("movers --window 0")]
    [InlineData("movers --window -3")]
    [InlineData("movers --false-discovery 1")]
    [InlineData("movers --least-confidence 7")]
    [InlineData("movers --since yesterday")]
    [InlineData("loneliness")]
    public void Wrong_use_is_one_line(string arguments)
    {
        var run = store.Imported(2, arguments.Split(' '));
        Assert.Single(run.ErrorLines);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("weather")]
    [InlineData("movers --window many")]
    [InlineData("movers --period decade")]
    public void What_the_command_line_cannot_read_is_refused(string arguments)
    {
        var run = store.Imported(2, arguments.Split(' '));
        Assert.NotEmpty(run.ErrorLines);
        Assert.Empty(run.Out);
    }

    [Fact]
    public void Missing_broken_and_used_stores_are_told_in_one_line()
    {
        using var scratch = new Scratch();
        Assert.Contains("does not exist", Assert.Single(scratch.Run(2, "relations").ErrorLines), StringComparison.Ordinal);
        scratch.Write("news.entente", new string('x', 5000));
        Assert.Single(scratch.Run(3, "relations").ErrorLines);
        using var empty = new Scratch();
        EventStore.OpenOrCreate(empty.Store).Dispose();
        foreach (var part in (string[])["series", "movers", "turning-points", "blocs", "calendar", "forecast"]) Assert.Empty(empty.Run(0, "relations", part, "--format", "jsonl").Out);
        using var open = EventStore.Open(empty.Store);
        Assert.Single(empty.Run(3, "relations").ErrorLines);
    }

    [Fact]
    public void A_record_of_one_period_has_no_movers()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "import", scratch.Write("one.tsv", string.Concat(Enumerable.Repeat("20230801\tRUS\tPRK\t042\n", 30))), "--from", "keds");
        var run = scratch.Run(0, "relations", "movers", "--format", "jsonl");
        Assert.Empty(run.Out);
        Assert.Contains("too short", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_events_moves_the_day_of_the_record()
    {
        using var scratch = new Scratch();
        string Outcome() => scratch.Run(0, "relations", "calendar", "--format", "jsonl").Events.Single().GetProperty("outcome").GetString()!;
        scratch.Run(0, "ingest", scratch.Write("a.txt", "President Putin of Russia will visit China on September 10, 2023.\n"), "--published", "2023-08-01");
        Assert.Equal("ahead", Outcome());
        scratch.Run(0, "ingest", scratch.Write("b.txt", "It rained all day.\n"), "--published", "2023-10-01");
        Assert.Equal("not told", Outcome());
    }

    [Fact]
    public void What_two_condemn_together_is_no_conflict_of_theirs()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", scratch.Write("a.txt", "The United States and Japan condemned the launch on Tuesday. The foreign ministers of Japan and South Korea met in Seoul on Wednesday.\n"), "--published", "2023-08-03");
        var rows = scratch.Run(0, "relations", "series", "--actors", "USA,JPN,KOR", "--format", "jsonl").Events;
        Assert.Equal(("JPN–KOR", 0.0), (Assert.Single(rows).GetProperty("dyad").GetString(), rows[0].GetProperty("verbal_conflict").GetDouble()));
        Assert.True(rows[0].GetProperty("verbal_cooperation").GetDouble() > 0);
        Assert.Contains("no events", scratch.Run(0, "relations", "series", "--actors", "USA,JPN").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Processors_change_nothing()
    {
        foreach (var part in (string[])["series --actors RUS,CHN,USA", "movers", "turning-points", "blocs", "loneliness --actors RUS,CHN", "forecast"])
        {
            string On(int count) => Program.Shell($"DOTNET_PROCESSOR_COUNT={count} $entente relations {part} --store {store.ImportedPath} --format csv").Out;
            Assert.Equal(On(1), On(5));
        }
    }

    [Fact]
    public void Cells_from_articles_are_made_harmless()
    {
        using var scratch = new Scratch();
        string[] visits = ["President Putin of Russia will visit North Korea", "Joe Biden will travel to Japan", "Chancellor Scholz of Germany will meet President Macron of France in Berlin", "Italy will send tanks to Ukraine"];
        var texts = ((string[])["=HYPERLINK(0) ", "+1 ", "-2 ", "@SUM(1) "]).Select((start, i) => JsonSerializer.Serialize(new
        {
            id = $"{start}{i}",
            title = start,
            source = start + "News",
            published = "2023-08-01",
            text = $"{start}{visits[i]} on September {10 + i}, 2023.",
        }));
        scratch.Run(0, "ingest", scratch.Write("a.jsonl", string.Join('\n', texts)));
        var rows = Csv.Read(scratch.Run(0, "relations", "calendar", "--format", "csv").Out);
        Assert.True(rows.Count >= 4, $"{rows.Count} rows");
        Assert.DoesNotContain(rows.SelectMany(r => r), cell => cell.Length > 0 && "=+-@\t\r".Contains(cell[0]));
    }
}
