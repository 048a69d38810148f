using Xunit;

namespace Entente.Tests.Store;

/// <summary>What <c>entente correct</c> and <c>entente recode</c> promise.</summary>
public sealed class CorrectCommandTests
{
    private const string News = "Russian Defence Minister Sergei Shoigu visited Pyongyang on Wednesday. Norway accused Russia of espionage.\n";

    [Fact]
    public void A_correction_stands_above_the_coder_and_survives_coding_anew()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", scratch.Write("a.txt", News), "--published", "2023-07-27");
        var id = scratch.Run(0, "export").Events.First(e => e.GetProperty("event").GetString() == "CONSULT").GetProperty("id").GetString()!;
        scratch.Run(0, "correct", id, "--status", "historical", "--recipient", "PRK:MIL", "--author", "A. Analyst", "--note", "because");
        var corrected = scratch.Run(0, "export").Out;
        var e = scratch.Run(0, "query", "--recipient", "PRK:MIL", "--format", "jsonl").Events.Single();
        Assert.Equal("historical", e.GetProperty("status").GetString());
        Assert.Equal(1, e.GetProperty("confidence").GetDouble());
        Assert.Equal(["recipient A. Analyst", "status A. Analyst"], e.GetProperty("corrections").EnumerateArray().Select(c => $"{c.GetProperty("field").GetString()} {c.GetProperty("author").GetString()}").Order());
        Assert.Contains("up to date", scratch.Run(0, "recode").Error, StringComparison.Ordinal);
        scratch.Run(0, "recode", "--least-confidence", "0.34");
        Assert.Equal(corrected, scratch.Run(0, "export").Out);
        Assert.Contains($"{id},status,historical,A. Analyst,", scratch.Run(0, "correct", "--list").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejected_event_is_gone_until_it_is_confirmed()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", scratch.Write("a.txt", News), "--published", "2023-07-27");
        var before = scratch.Run(0, "export").Events;
        var id = before[0].GetProperty("id").GetString()!;
        scratch.Run(0, "correct", id, "--reject", "--author", "B");
        Assert.Equal(before.Length - 1, scratch.Run(0, "export").Events.Length);
        scratch.Run(0, "correct", id, "--confirm", "--author", "B");
        Assert.Equal(before.Length, scratch.Run(0, "export").Events.Length);
    }

    [Fact]
    public void Wrong_values_are_told_and_nothing_is_entered()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", scratch.Write("a.txt", News), "--published", "2023-07-27");
        var id = scratch.Run(0, "export").Events[0].GetProperty("id").GetString()!;
        foreach (var wrong in (string[][])[["--type", "VISIT"], ["--actor", "XXX"], ["--status", "done"], ["--date", "soon"], ["--cameo", "9"], ["--mode", "walk"]])
            Assert.Single(scratch.Run(2, ["correct", id, .. wrong]).ErrorLines);
        scratch.Run(2, "correct", "no-such-event", "--reject");
        scratch.Run(2, "correct", id);
        Assert.Equal("event,field,value,author,date,note", scratch.Run(0, "correct", "--list").Out.Trim());
    }

    [Fact]
    public void A_file_of_corrections_is_read_row_by_row_and_its_own_list_is_such_a_file()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", scratch.Write("a.txt", News), "--published", "2023-07-27");
        var id = scratch.Run(0, "export").Events[0].GetProperty("id").GetString()!;
        var file = scratch.Write("c.csv", $"event,field,value,author,date,note\r\n{id},status,historical,C,2024-02-01,\"a, b\"\r\nnix,reject,,C,,\r\n{id},colour,red,C,,\r\n{id},status,future,D,tomorrow,\r\n");
        var run = scratch.Run(1, "correct", "--from", file);
        Assert.Equal([":3: ", ":4: ", ":5: "], run.ErrorLines.Take(3).Select(l => l[file.Length..][..4]));
        var list = scratch.Run(0, "correct", "--list").Out;
        Assert.Contains($"{id},status,historical,C,2024-02-01,\"a, b\"", list, StringComparison.Ordinal);
        using var other = new Scratch();
        other.Run(0, "ingest", scratch.At("a.txt"), "--published", "2023-07-27");
        other.Run(0, "correct", "--from", scratch.Write("list.csv", list));
        Assert.Equal(scratch.Run(0, "export").Out, other.Run(0, "export").Out);
    }

    [Fact]
    public void A_correction_whose_words_are_gone_is_named_and_kept()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", scratch.Write("a.txt", News), "--published", "2023-07-27");
        var id = scratch.Run(0, "export").Events[0].GetProperty("id").GetString()!;
        scratch.Run(0, "correct", id, "--confirm", "--author", "A. Analyst");
        var run = scratch.Run(1, "recode", "--least-confidence", "1");
        Assert.Contains($"{id}: no event rests any more on the words that A. Analyst corrected", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{id},confirm,", scratch.Run(1, "correct", "--list").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Corrections_are_examples_for_the_judge()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", scratch.Write("a.txt", News), "--published", "2023-07-27");
        foreach (var e in scratch.Run(0, "export").Events) scratch.Run(0, "correct", e.GetProperty("id").GetString()!, e.GetProperty("event").GetString() == "ACCUSE" ? "--reject" : "--confirm");
        scratch.Run(0, "correct", "--examples", scratch.At("mine.tsv"));
        var lines = File.ReadAllLines(scratch.At("mine.tsv"));
        Assert.Equal("event\tmode\tcameo\tstatus\tclaim\tplv\ttext", lines[0]);
        Assert.Contains(lines, l => l.StartsWith("CONSULT\tvisit\t042\tactual\t-\t-\t[", StringComparison.Ordinal) && l.Contains("*visited* {Pyongyang}", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("-\t-\t-\t-\t-\t-\t", StringComparison.Ordinal) && l.Contains("*accused*", StringComparison.Ordinal));
    }
}
