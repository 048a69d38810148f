using System.Text.Json;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary>What <c>entente pairs</c> and <c>entente explain</c> promise.</summary>
public sealed class PairsCommandTests
{
    private static readonly string[] Fields = ["id", "event", "mode", "quad", "cameo", "status", "confidence", "alternatives"];

    private const string Pairs =
        """
        {"id": "a", "text": "😀 Iran has refused to release two French hikers.", "actor": [2, 6], "recipient": [30, 48]}
        {"id": "b", "text": "Norway sent food to Haiti.", "actor": [0, 6], "recipient": [20, 25]}
        this is no JSON
        {"id": "c", "text": "Norway sent food to Haiti.", "actor": [0, 6], "recipient": [20, 250]}
        {"id": "d", "text": "Police in Ankara arrested three Kurdish journalists.", "actor": [0, 16], "recipient": [26, 51]}
        """;

    [Fact]
    public void A_line_is_answered_in_its_order_and_a_bad_one_is_named()
    {
        var run = With(Pairs, file => Program.Run("pairs", file, "--forced"));
        Assert.Equal(1, run.Code);
        var rows = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.All(rows, row => Assert.Equal(Fields, row.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(["a REJECT 3", "b AID 2", "d COERCE 4"], rows.Select(r => $"{r.GetProperty("id").GetString()} {r.GetProperty("event").GetString()} {r.GetProperty("quad").GetInt32()}"));
        Assert.Contains(":3: is no JSON object", run.Error, StringComparison.Ordinal);
        Assert.Contains(":4: recipient reaches beyond the text", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_threads_makes_no_difference_and_the_scheme_does()
    {
        var one = With(Pairs, file => Program.Run("pairs", file, "--threads", "1"));
        var four = With(Pairs, file => Program.Run("pairs", file, "--threads", "4"));
        Assert.Equal(one.Out, four.Out);
        const string convicted = """{"id": "e", "text": "A Dutch court convicted two Serbian officers of war crimes.", "actor": [0, 13], "recipient": [24, 44]}""";
        Assert.Contains("SANCTION", With(convicted, file => Program.Run("pairs", file, "--forced")).Out[..40], StringComparison.Ordinal);
        Assert.Contains("ACCUSE", With(convicted, file => Program.Run("pairs", file, "--forced", "--scheme", "plv")).Out[..40], StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_use_is_told_in_a_line()
    {
        Assert.Equal(2, Program.Run("pairs", "no-such-file.jsonl").Code);
        Assert.Equal(2, With(Pairs, file => Program.Run("pairs", file, "--scheme", "other")).Code);
        Assert.Equal(2, With(Pairs, file => Program.Run("pairs", file, "--judges", "no-such-folder")).Code);
        Assert.Equal(2, Program.Run("explain", " ").Code);
    }

    [Fact]
    public void An_explanation_shows_tree_actors_frames_operators_judge_and_result()
    {
        var run = Program.Run("explain", "Moscow threatened to cut off gas supplies to Ukraine.", "--published", "2023-08-03");
        Assert.Equal(0, run.Code);
        foreach (var part in (string[])["Tree", "threatened  VERB root", "Mentions", "UKR", "operator threaten.v threaten", "Acts", "THREATEN", "content", "judge THREATEN", "because", "reported"])
            Assert.Contains(part, run.Out, StringComparison.Ordinal);
        Assert.Contains("fails, as this is not so", Program.Run("explain", "--all", "The girl raised the flag.").Out, StringComparison.Ordinal);
    }

    private static T With<T>(string lines, Func<string, T> run)
    {
        var file = Path.Combine(Path.GetTempPath(), $"pairs-{Guid.NewGuid():N}.jsonl");
        File.WriteAllText(file, lines);
        try
        {
            return run(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
