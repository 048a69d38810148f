using System.IO.Compression;
using System.Text;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Sources.Archives;

public sealed class ZipTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return target.ToArray();
    }

    private static byte[] Texts(params string[] names) => Zip([.. names.Select(n => (n, Encoding.UTF8.GetBytes("They met.")))]);

    private SourceResult[] Read(byte[] archive, ArchiveLimits? limits = null, string name = "a.zip") =>
        SourceFolder.Read(folder.File(name, archive), new SourceOptions { Archives = limits ?? new ArchiveLimits() });

    [Fact]
    public void Entries_are_read_by_their_endings_in_name_order()
    {
        byte[] archive = Zip(("b.txt", "Text."u8.ToArray()), ("2023/a.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}"u8.ToArray()), ("2023/", []), (".hidden.txt", "x"u8.ToArray()), ("__MACOSX/b.txt", "x"u8.ToArray()),
            ("c.pdf", "x"u8.ToArray()), ("2023/p.html.gz", SourceFolder.Gzip(SourceText.Page())), ("n.csv", "id,text\n7,Row.\n8\n"u8.ToArray()), ("f.rss", "<rss><channel><item><guid>g</guid><description>Feed.</description></item></channel></rss>"u8.ToArray()));
        var results = Read(archive);
        Assert.Equal(["2023/a:1", "2023/a:2", "2023/p", "b", "g", "7"], results.Articles().Select(a => a.Id));
        Assert.EndsWith("a.zip/n.csv:3", Assert.Single(results.Faults()).Where, StringComparison.Ordinal);
    }

    [Fact]
    public void It_may_come_through_a_pipe_or_compressed()
    {
        byte[] archive = Texts("a.txt");
        Assert.Equal("a", Assert.Single(SourceText.From(archive, InputFormat.Zip).Articles()).Id);
        Assert.Equal("a", Assert.Single(Read(SourceFolder.Gzip(archive), name: "a.zip.gz").Articles()).Id);
        var limits = new SourceOptions { Archives = new ArchiveLimits { MaxHeldBytes = archive.Length - 1 } };
        using var pipe = new Pipe(archive);
        Assert.Contains("larger than", new ArticleReader(limits with { StandardInputFormat = InputFormat.Zip }, pipe).Read(["-"]).OneFault(), StringComparison.Ordinal);
        using var fits = new Pipe(archive);
        Assert.Single(new ArticleReader(new SourceOptions { StandardInputFormat = InputFormat.Zip, Archives = new ArchiveLimits { MaxHeldBytes = archive.Length } }, fits).Read(["-"]).Articles());
    }

    [Theory]
    [InlineData("../a.txt"), InlineData("x/../../a.txt"), InlineData("/etc/a.txt"), InlineData("C:\\a.txt"), InlineData("..\\a.txt"), InlineData("\\a.txt"), InlineData("a\n.txt"), InlineData("..")]
    public void Names_that_lead_out_are_told_and_not_read(string name)
    {
        var results = Read(Texts("b.txt", name));
        Assert.Equal("b", Assert.Single(results.Articles()).Id);
        Assert.DoesNotContain('\n', Assert.Single(results.Faults()).Where);
        Assert.Contains("was not read", results.OneFault(), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void An_archive_in_an_archive_is_not_entered() =>
        Assert.Contains("archive in an archive", Read(Zip(("b.zip", Texts("a.txt")))).OneFault(), StringComparison.Ordinal);

    [Fact]
    public void Bombs_stop_at_the_ratio()
    {
        var results = Read(Zip(("a.jsonl", Enumerable.Repeat((byte)'\n', 30_000_000).ToArray()), ("b.txt", "Text."u8.ToArray())));
        Assert.Equal("b", Assert.Single(results.Articles()).Id);
        Assert.Contains("200 times", results.OneFault(), StringComparison.Ordinal);
        // A MiB is free, and so is what compresses like text.
        Assert.DoesNotContain("times", Read(Zip(("a.jsonl", Enumerable.Repeat((byte)'\n', 1 << 20).ToArray()))).OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_and_their_sum_are_limited()
    {
        byte[] archive = Zip(("a.txt", new string('a', 1_000).Select(c => (byte)c).ToArray()), ("b.txt", new string('b', 1_000).Select(c => (byte)c).ToArray()));
        Assert.Empty(Read(archive, new ArchiveLimits { MaxEntryBytes = 1_000, MaxTotalBytes = 2_000, MaxEntries = 2 }).Faults());
        var shorter = Read(archive, new ArchiveLimits { MaxEntryBytes = 999 });
        Assert.Equal([999, 999], shorter.Articles().Select(a => a.Text.Length));
        Assert.Equal(2, shorter.Faults().Length);
        var less = Read(archive, new ArchiveLimits { MaxTotalBytes = 1_999 });
        Assert.Equal([1_000, 999], less.Articles().Select(a => a.Text.Length));
        Assert.Contains("from b.txt on", Read(archive, new ArchiveLimits { MaxTotalBytes = 1_000 }).OneFault(), StringComparison.Ordinal);
        Assert.Contains("more than 1 entries", Read(archive, new ArchiveLimits { MaxEntries = 1 }).OneFault(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000, true), InlineData(100_001, false)]
    public void A_hundred_thousand_entries_and_no_more(int count, bool read)
    {
        var results = Read(Zip([.. Enumerable.Range(0, count).Select(i => ($"{i:000000}.x", Array.Empty<byte>()))]));
        Assert.Contains(read ? "no file that can be read" : "more than 100000 entries", results.OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Encrypted_and_damaged_entries_are_told_and_the_rest_is_read()
    {
        byte[] archive = Zip(("a.txt", "They met."u8.ToArray()), ("b.txt", "They met again and again, and again and again."u8.ToArray()), ("c.txt", "Text."u8.ToArray()));
        int directory = archive.AsSpan().IndexOf("PK\x01\x02"u8);
        byte[] encrypted = [.. archive];
        encrypted[6] |= 1;
        encrypted[directory + 8] |= 1;
        var results = Read(encrypted);
        Assert.Equal(["b", "c"], results.Articles().Select(a => a.Id));
        Assert.Contains("encrypted", results.OneFault(), StringComparison.Ordinal);
        int second = archive.AsSpan(4).IndexOf("PK\x03\x04"u8) + 4;
        byte[] damaged = [.. archive];
        damaged[second + 30 + 5 + 6] ^= 0x40;
        results = Read(damaged);
        Assert.Contains(results.Faults(), f => f.Where.EndsWith("b.txt", StringComparison.Ordinal));
        Assert.Equal(["a", "c"], results.Articles().Select(a => a.Id).Where(id => id != "b"));
    }

    [Fact]
    public void No_archive_and_half_an_archive_are_told()
    {
        byte[] archive = Texts("a.txt", "b.txt");
        foreach (byte[] broken in (byte[][])[[], "no zip"u8.ToArray(), archive[..^1], archive[..^30], archive[..(archive.Length / 2)]])
            Assert.Contains("no whole zip archive", Read(broken).OneFault(), StringComparison.Ordinal);
        Assert.Contains("no file that can be read", Read(Texts()).OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_archives_never_throw() =>
        SourceText.Damage(Zip(("a.txt", "They met."u8.ToArray()), ("d/b.csv", "id,text\n1,x\n"u8.ToArray()), ("c.jsonl.gz", SourceFolder.Gzip("{\"text\":\"x\"}"))), InputFormat.Zip);

    /// <summary>A stream that can only be read forwards.</summary>
    private sealed class Pipe(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
