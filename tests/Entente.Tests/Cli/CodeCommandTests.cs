using System.Text;
using Entente.Tests.Sources;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary><c>entente code</c> as its users meet it: what it reads, what it writes, how it ends.</summary>
public sealed class CodeCommandTests : IDisposable
{
    private const string Act = "Russia attacked Ukraine on Friday.";
    private const string Page = "<html><body><article><h1>News of the day</h1><p>" + Act + " The weather was fine, and nobody else was seen on the long road to the sea, where the old houses stand.</p></article></body></html>";
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static void Quiet(Program.Outcome run, int documents, int events)
    {
        Assert.Equal(0, run.Code);
        Assert.Equal($"{documents} document{(documents == 1 ? "" : "s")}", string.Join(' ', Assert.Single(run.ErrorLines).Split(',')[0]));
        Assert.Matches($", {events} events?, ", run.Error);
    }

    [Fact]
    public void A_text_file_becomes_events_on_standard_output_and_counts_on_standard_error()
    {
        var run = Program.Run("code", folder.File("news.txt", Act), "--published", "2023-08-03", "--format", "jsonl");
        Quiet(run, 1, 1);
        var e = Assert.Single(run.Events);
        Assert.Equal(("news:1:1", "ASSAULT", "2023-07-28"), (e.GetProperty("id").GetString(), e.GetProperty("event").GetString(), e.GetProperty("date").GetProperty("start").GetString()));
    }

    [Fact]
    public void A_folder_is_read_in_name_order_whatever_the_endings()
    {
        folder.File("b/2.jsonl", $$"""{"id":"two","text":"{{Act}}"}""" + "\n" + $$"""{"id":"three","text":"Iran threatened Norway."}""");
        folder.File("a.txt", Act);
        folder.File("c.html", $"<html><body><article><p>{Act} {string.Concat(Enumerable.Repeat("The weather was fine and nobody else was seen on the road. ", 20))}</p></article></body></html>");
        folder.File("d.txt.gz", SourceFolder.Gzip(Act));
        folder.File("e.md", Act);
        var run = Program.Run("code", folder.Root, "--format", "jsonl");
        Quiet(run, 6, 6);
        Assert.Equal(["a", "two", "three", "c", "d", "e"], run.Events.Select(e => e.GetProperty("document").GetString()));
    }

    [Theory]
    [InlineData("csv", "id,text\nx," + Act), InlineData("atom", "<feed><entry><id>x</id><content>" + Act + "</content></entry></feed>")]
    [InlineData("txt", Act), InlineData("jsonl", """{"id":"x","text":"Russia attacked Ukraine on Friday."}"""), InlineData("html", Page)]
    public void Standard_input_is_text_unless_told_otherwise(string format, string text)
    {
        var run = Program.Run(Encoding.UTF8.GetBytes(text), ["code", "-", "--format", "jsonl", "--input-format", format]);
        Quiet(run, 1, 1);
        if (format != "txt") return;
        Assert.Equal("stdin:1:1", Assert.Single(Program.Run(Encoding.UTF8.GetBytes(text), ["code", "-", "-f", "jsonl"]).Events).GetProperty("id").GetString());
        Assert.Equal("mine:1:1", Assert.Single(Program.Run(Encoding.UTF8.GetBytes(text), ["code", "-", "-f", "jsonl", "--id", "mine"]).Events).GetProperty("id").GetString());
    }

    [Fact]
    public void Columns_can_be_named_and_local_addresses_are_asked_only_on_demand()
    {
        var run = Program.Run("code", folder.File("a.csv", "no;story\n7;" + Act), "--columns", "id=no,text=story", "--format", "jsonl");
        Assert.Equal("7", Assert.Single(run.Events).GetProperty("document").GetString());
        Assert.Contains("--allow-local", Program.Run("code", "http://127.0.0.1:1/").Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--allow-local", Program.Run("code", "http://127.0.0.1:1/", "--allow-local").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_is_for_people_and_has_no_colours_in_a_pipe()
    {
        var run = Program.Run("code", folder.File("news.txt", Act + "\n\nIt rained \u001b[31m in Iran."), "--published", "2023-08-03");
        Quiet(run, 1, 1);
        Assert.Contains("ASSAULT", run.Out, StringComparison.Ordinal);
        Assert.Contains("RUS", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Out);
        Assert.Contains("no events", Program.Run("code", folder.File("dull.txt", "It rained.")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_is_a_header_and_a_row_an_event_each_as_wide_as_the_header()
    {
        var run = Program.Run("code", "samples", "--format", "csv");
        Assert.Equal(0, run.Code);
        var rows = Csv.Read(run.Out);
        Assert.Equal("id", rows[0][0]);
        Assert.True(rows.Count > 200);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.Equal(rows.Count - 1, Program.Run("code", "samples", "--format", "jsonl").Lines.Length);
    }

    [Fact]
    public void Output_goes_to_a_file_that_appears_only_when_complete()
    {
        var target = Path.Combine(folder.Root, "events.jsonl");
        var run = Program.Run("code", folder.File("news.txt", Act), "--format", "jsonl", "--output", target);
        Quiet(run, 1, 1);
        Assert.Empty(run.Out);
        var bytes = File.ReadAllBytes(target);
        Assert.Equal((byte)'{', bytes[0]);
        Assert.Equal((byte)'\n', bytes[^1]);
        Assert.False(File.Exists(target + ".part"));
    }

    [Fact]
    public void Order_and_words_do_not_depend_on_the_number_of_threads()
    {
        var one = Program.Run("code", "samples", "--format", "jsonl", "--threads", "1");
        var eight = Program.Run("code", "samples", "--format", "jsonl", "--threads", "8");
        Assert.Equal(one.Out, eight.Out);
        Assert.True(one.Lines.Length > 200);
        Assert.Equal(one.Lines.Length, one.Events.Select(e => e.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public void Own_knowledge_is_laid_over_the_built_in_and_its_faults_are_named()
    {
        var news = folder.File("news.txt", "Iran defenestrated Iraq.");
        folder.File("own/events/frames/own.tsv", "predicate\tevent\tmode\tcameo\tactor\trecipient\twhen\texample\ndefenestrate.v\tASSAULT\tbeat\t180\tsubj\tobj\nzap.v\tWAR\n");
        var run = Program.Run("code", news, "--format", "jsonl", "--knowledge", Path.Combine(folder.Root, "own"));
        Assert.Equal(1, run.Code);
        Assert.Single(run.Lines);
        Assert.Contains("own.tsv:3: there is no type WAR", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--published", "next Tuesday")]
    [InlineData("--published", "2023-13-01")]
    [InlineData("--published", "2023-02-29")]
    [InlineData("--knowledge", "/no/such/folder")]
    [InlineData("--format", "xml")]
    [InlineData("--threads", "0")]
    [InlineData("--threads", "many")]
    [InlineData("--input-format", "pdf")]
    [InlineData("--columns", "words=body")]
    [InlineData("--no-such-option", "x")]
    public void Wrong_use_is_one_line_and_exit_code_2(string option, string value)
    {
        var run = Program.Run("code", folder.File("news.txt", Act), option, value);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith("entente: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void No_input_and_no_command_are_wrong_use()
    {
        Assert.Equal(2, Program.Run("code").Code);
        Assert.Equal(2, Program.Run("decode", "x").Code);
        Assert.Equal(2, Program.Run().Code);
    }

    [Theory]
    [InlineData("--help"), InlineData("code --help"), InlineData("parse --help")]
    public void Help_has_an_example(string arguments)
    {
        var run = Program.Run(arguments.Split(' '));
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("Example: entente ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named_and_the_others_are_coded()
    {
        var missing = Path.Combine(folder.Root, "nowhere.txt");
        var run = Program.Run("code", missing, folder.File("news.txt", Act), "--format", "jsonl");
        Assert.Equal(1, run.Code);
        Assert.Single(run.Lines);
        Assert.Equal(2, run.ErrorLines.Length);
        Assert.Contains(missing, run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_where_nothing_can_be_written_is_a_fault_of_the_machine()
    {
        var run = Program.Run("code", folder.File("news.txt", Act), "--output", Path.Combine(folder.Root, "no", "such", "folder", "events"));
        Assert.Equal((3, ""), (run.Code, run.Out));
        Assert.StartsWith("entente: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_a_fault_of_the_machine()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full here");
        var run = Program.Shell($"\"$entente\" code samples --format jsonl > /dev/full");
        Assert.Equal(3, run.Code);
        Assert.StartsWith("entente: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_in_a_closed_pipe_ends_quietly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no bash here");
        var run = Program.Shell("\"$entente\" code samples samples samples | head -1 > /dev/null; echo ${PIPESTATUS[0]}");
        Assert.Equal(("0\n", ""), (run.Out, run.Error));
    }

    [Fact]
    public void Standard_output_in_a_file_keeps_what_others_wrote_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no bash here");
        var target = Path.Combine(folder.Root, "all.txt");
        Program.Shell($"{{ echo first; \"$entente\" code '{folder.File("news.txt", Act)}' --format jsonl 2>&1; echo last; }} > '{target}'");
        var lines = File.ReadAllLines(target);
        Assert.Equal(("first", '{', "last", 4), (lines[0], lines[1][0], lines[^1], lines.Length));
    }

    [Fact]
    public void A_closed_pipe_ends_quietly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no bash here");
        var many = folder.File("many.jsonl", string.Join('\n', Enumerable.Range(0, 3_000).Select(i => $$"""{"id":"{{i}}","text":"{{Act}}"}""")));
        var run = Program.Shell($"\"$entente\" code '{many}' --format jsonl | head -1; echo ${{PIPESTATUS[0]}}");
        Assert.Equal(["0", ""], [run.Lines[^1], run.Error]);
        Assert.Equal(2, run.Lines.Length);
    }
}
