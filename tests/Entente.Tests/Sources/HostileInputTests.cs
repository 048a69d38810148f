using System.Text;
using CsCheck;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Sources;

public sealed class HostileInputTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Utf16_by_byte_order_mark()
    {
        const string Text = "Selenskyj sprach — “ja” \U0001F600.";
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(true)])
        {
            Assert.Equal(Text, SourceFolder.One(folder.File("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)])).Text);
            string json = $"{{\"text\":\"{Text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"}}\n{{\"text\":\"Two.\"}}";
            Assert.Equal(2, SourceFolder.Read(folder.File("a.jsonl", [.. encoding.GetPreamble(), .. encoding.GetBytes(json)])).OfType<SourceResult.Read>().Count());
        }
    }

    [Fact]
    public void Windows_1252_is_read_and_told_and_keeps_good_parts()
    {
        byte[] bytes = [.. "He said "u8, 0x93, .. "yes"u8, 0x94, .. " — and “no”."u8];
        var results = SourceFolder.Read(folder.File("a.txt", bytes));
        Assert.Equal("He said “yes” — and “no”.", Assert.IsType<SourceResult.Read>(results[0]).Article.Text);
        Assert.Contains("Windows-1252", SourceFolder.Reason(results[1]), StringComparison.Ordinal);
        results = SourceFolder.Read(folder.File("a.jsonl", [.. "{\"text\":\""u8, .. bytes, .. "\"}\n{\"text\":\"Two.\"}"u8]));
        Assert.Equal(["a.jsonl:1"], results.OfType<SourceResult.Failed>().Select(f => Path.GetFileName(f.Where)));
        Assert.Equal(2, results.OfType<SourceResult.Read>().Count());
    }

    [Theory]
    [InlineData("a.txt"), InlineData("a.html"), InlineData("a.jsonl")]
    public void Binary_files_are_one_clear_line(string name)
    {
        byte[] bytes = new byte[5_000];
        new Random(1).NextBytes(bytes);
        Assert.Contains("no text", SourceFolder.Reason(SourceFolder.Read(folder.File(name, bytes)).Single()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_giant_text_is_cut_at_a_character()
    {
        string text = string.Concat(Enumerable.Repeat("\U0001F600", 26_000_000 / 2));
        var results = SourceFolder.Read(folder.File("a.txt", text), new SourceOptions { MaxDocumentLength = 1_000_001 });
        Assert.Equal(1_000_000, Assert.IsType<SourceResult.Read>(results[0]).Article.Text.Length);
        Assert.Contains("longer than 1000001", SourceFolder.Reason(results[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_giant_json_line_is_skipped_and_later_lines_read()
    {
        string path = Path.Combine(folder.Root, "a.jsonl");
        using (var writer = new StreamWriter(path))
        {
            writer.Write("{\"id\":\"a\",\"text\":\"One.\"}\n{\"text\":\"");
            for (int i = 0; i < 52; i++)
                writer.Write(new string('x', 1_000_000));
            writer.Write("\"}\n{\"id\":\"c\",\"text\":\"Three.\"}\n");
        }
        var results = SourceFolder.Read(path);
        Assert.Equal(3, results.Length);
        Assert.Equal(path + ":2", Assert.IsType<SourceResult.Failed>(results[1]).Where);
        Assert.Equal("c", Assert.IsType<SourceResult.Read>(results[2]).Article.Id);
    }

    [Fact]
    public void A_long_json_text_is_cut_and_told()
    {
        var results = SourceFolder.Read(folder.File("a.jsonl", "{\"text\":\"0123456789\"}"), new SourceOptions { MaxDocumentLength = 5 });
        Assert.Equal("01234", Assert.IsType<SourceResult.Read>(results[0]).Article.Text);
        Assert.Contains("longer than 5", SourceFolder.Reason(results[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_json_lines_are_told_one_by_one()
    {
        string deep = new string('[', 1_000) + new string(']', 1_000);
        string[] bad = ["{", "nonsense", "[1]", "{\"id\":1}", "{\"text\":5}", "{\"text\":\"\"}", "{\"text\":\"\\ud800\"}", $"{{\"text\":\"T.\",\"x\":{deep}}}", "null"];
        string path = folder.File("a.jsonl", string.Join('\n', bad) + "\n{\"text\":\"Good.\"}");
        var results = SourceFolder.Read(path);
        Assert.Equal(Enumerable.Range(1, bad.Length).Select(i => $"{path}:{i}"), results.OfType<SourceResult.Failed>().Select(f => f.Where));
        Assert.Equal("a:10", Assert.Single(results.OfType<SourceResult.Read>()).Article.Id);
    }

    [Fact]
    public void Cut_off_gzip_keeps_the_good_part()
    {
        var lines = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{\"id\":{i},\"text\":\"Line {i * 7919 % 10_007}.\"}}\n"));
        byte[] whole = SourceFolder.Gzip(lines);
        foreach (int length in (int[])[whole.Length - 1, whole.Length - 8, whole.Length - 9, whole.Length / 2, 100])
        {
            var results = SourceFolder.Read(folder.File("a.jsonl.gz", whole[..length]));
            Assert.Contains("damaged or cut off", SourceFolder.Reason(results[^1]), StringComparison.Ordinal);
            Assert.All(results[..^1], r => Assert.IsType<SourceResult.Read>(r));
            Assert.True(results.Length - 1 >= 19_000L * length / whole.Length - 600, $"{results.Length} of {length}");
        }
        var text = SourceFolder.Read(folder.File("a.txt.gz", whole[..(whole.Length / 2)]));
        Assert.StartsWith("{\"id\":0", Assert.IsType<SourceResult.Read>(text[0]).Article.Text, StringComparison.Ordinal);
        Assert.Equal(2, text.Length);
        Assert.IsType<SourceResult.Failed>(SourceFolder.Read(folder.File("b.txt.gz", "this is no gzip")).Single());
    }

    [Fact]
    public void Gzip_of_several_members_is_whole()
    {
        byte[] two = [.. SourceFolder.Gzip("{\"text\":\"One.\"}\n"), .. SourceFolder.Gzip("{\"text\":\"Two.\"}\n")];
        Assert.Equal(2, SourceFolder.Read(folder.File("a.jsonl.gz", two)).OfType<SourceResult.Read>().Count());
        Assert.Equal(2, SourceFolder.Read(folder.File("b.jsonl.gz", [.. two, .. new byte[512]])).Length);
    }

    [Fact]
    public void Damaged_gzip_never_throws()
    {
        byte[] whole = SourceFolder.Gzip(string.Concat(Enumerable.Range(0, 500).Select(i => $"{{\"text\":\"Line {i}.\"}}\n")));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= value;
            var reader = new ArticleReader(new SourceOptions { StandardInputFormat = InputFormat.Jsonl }, new MemoryStream(damaged));
            return reader.Read(["-"]).ToArray().Length >= 1;
        }, iter: 200, threads: 1);
    }

    [Fact]
    public void A_gzip_bomb_stops_at_the_limit()
    {
        byte[] bomb = SourceFolder.Gzip(new string('\n', 20_000_000));
        var results = SourceFolder.Read(folder.File("a.jsonl.gz", bomb), new SourceOptions { MaxFileBytes = 1_000_000 });
        Assert.Contains("more than 1000000 bytes", SourceFolder.Reason(results.Single()), StringComparison.Ordinal);
    }

    [Fact]
    public void No_permission_is_told()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
            return;
        string path = folder.File("a.txt", "Text.");
        File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.Contains("permission", SourceFolder.Reason(SourceFolder.Read(path).Single()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_stream_is_told()
    {
        var results = new ArticleReader(null, new FailingStream()).Read(["-"]).ToArray();
        Assert.Contains("the wire broke", SourceFolder.Reason(results[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_give_results_and_never_exceptions() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Enum<InputFormat>()).Sample((bytes, format) =>
        {
            var reader = new ArticleReader(new SourceOptions { StandardInputFormat = format }, new MemoryStream(bytes));
            foreach (var result in reader.Read(["-"]))
            {
                if (result is SourceResult.Read { Article: var article } && !Ordered(article))
                    return false;
            }
            return true;
        }, iter: 500, threads: 1);

    internal static bool Ordered(Article article)
    {
        int last = 0;
        foreach (var range in article.Furniture)
        {
            if (range.Start < last || range.End <= range.Start || range.End > article.Text.Length)
                return false;
            last = range.End;
        }
        return true;
    }

    private sealed class FailingStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("the wire broke");
    }
}
