using Entente.Tests.Sources;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary>Inputs that nobody wants: each is named in one clear line, and what is good beside it is coded.</summary>
public sealed class HostileInputTests : IDisposable
{
    private const string Act = "Russia attacked Ukraine on Friday.";
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Codes the folder, in which zz.txt is good; returns the lines that name faults.</summary>
    private string[] Faults(int goodEvents = 1)
    {
        folder.File("zz.txt", Act);
        var run = Program.Run("code", folder.Root, "--format", "jsonl");
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("xception", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("fault in the program", run.Error, StringComparison.Ordinal);
        Assert.Equal("zz", run.Events[^1].GetProperty("document").GetString());
        Assert.Equal(goodEvents, run.Lines.Length);
        Assert.Equal(run.ErrorLines.Length > 1 ? 1 : 0, run.Code);
        return run.ErrorLines[..^1];
    }

    [Theory]
    [InlineData("a.txt"), InlineData("a.html"), InlineData("a.jsonl")]
    public void Binary_files(string name)
    {
        var bytes = new byte[20_000];
        new Random(7).NextBytes(bytes);
        folder.File(name, bytes);
        Assert.Contains(name, Assert.Single(Faults()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt"), InlineData("a.html"), InlineData("a.jsonl"), InlineData("a.txt.gz")]
    public void Empty_files(string name)
    {
        folder.File(name, Array.Empty<byte>());
        Assert.All(Faults(), line => Assert.Contains(name, line, StringComparison.Ordinal));
    }

    [Fact]
    public void Broken_utf8_is_told_and_the_rest_of_the_text_coded()
    {
        folder.File("a.txt", [.. "Iran threatened Norway. "u8, 0xC3, 0x28, 0xFF, .. " It rained."u8]);
        Assert.Contains("a.txt", Assert.Single(Faults(goodEvents: 2)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_50_megabytes()
    {
        using (var writer = new StreamWriter(Path.Combine(folder.Root, "a.jsonl")))
        {
            writer.Write("{\"id\":\"giant\",\"text\":\"");
            var piece = string.Concat(Enumerable.Repeat("Russia attacked Ukraine. ", 4_000));
            for (var i = 0; i < 500; i++) writer.Write(piece);
            writer.WriteLine("\"}");
            writer.WriteLine("{\"id\":\"good\",\"text\":\"Iran threatened Norway.\"}");
        }

        Assert.Contains("a.jsonl:1", Assert.Single(Faults(goodEvents: 2)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_a_blank_of_50_megabytes()
    {
        using (var writer = new StreamWriter(Path.Combine(folder.Root, "a.txt")))
            for (var i = 0; i < 50; i++) writer.Write(new string('a', 1_000_000));
        Assert.Contains("a.txt", Assert.Single(Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_off_gzip_data()
    {
        var whole = SourceFolder.Gzip(string.Join('\n', Enumerable.Range(0, 2_000).Select(i => $$"""{"id":"{{i}}","text":"Number {{i * 7919}} of the day."}""")));
        folder.File("a.jsonl.gz", whole[..(whole.Length / 2)]);
        Assert.Contains("a.jsonl.gz", Faults()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_gzip_data()
    {
        folder.File("a.txt.gz", "Iran threatened Norway.");
        Assert.Contains("a.txt.gz", Assert.Single(Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_nested_100_000_deep()
    {
        folder.File("a.html", string.Concat(Enumerable.Repeat("<div>", 100_000)) + "<p>It rained.</p>");
        Assert.All(Faults(), line => Assert.Contains("a.html", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Json_lines_that_are_broken()
    {
        folder.File("a.jsonl", """
            {"id":"1","text":"Iran threatened Norway."}
            {"id":"2","text":
            not json
            {"id":"4"}
            [1,2]
            {"id":"6","text":"Iran threatened Norway."}
            {"id":"7","text":"Iran threatened \ud800 Norway."}
            """);
        var faults = Faults(goodEvents: 3);
        foreach (var line in (int[])[2, 3, 4, 5]) Assert.Contains(faults, f => f.Contains($"a.jsonl:{line}", StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_with_half_a_surrogate_pair_do_not_end_the_run()
    {
        folder.File("a.jsonl", """{"id":"\ud800","text":"Iran threatened Norway."}""");
        Faults(goodEvents: Program.Run("code", folder.Root, "--format", "jsonl").Lines.Length + 1);
    }

    [Fact]
    public void A_text_of_one_sentence_of_20_000_words()
    {
        folder.File("a.txt", string.Concat(Enumerable.Repeat("Russia and China and ", 5_000)) + "Iran attacked Iraq.");
        folder.File("zz.txt", Act);
        var run = Program.Run("code", folder.Root, "--format", "jsonl");
        Assert.True(run.Code is 0 or 1);
        Assert.Equal("zz", run.Events[^1].GetProperty("document").GetString());
    }
}
