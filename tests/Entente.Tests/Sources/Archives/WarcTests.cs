using System.Globalization;
using System.IO.Compression;
using System.Text;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Sources.Archives;

public sealed class WarcTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static byte[] Record(string id, byte[] block, string type = "response", string more = "") =>
    [
        .. Encoding.UTF8.GetBytes($"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{id}>\r\nWARC-Target-URI: https://news.example/{id}\r\nWARC-Date: 2023-09-01T10:00:00Z\r\n"
            + $"{more}Content-Type: application/http; msgtype=response\r\nContent-Length: {block.Length}\r\n\r\n"),
        .. block, .. "\r\n\r\n"u8,
    ];

    private static byte[] Http(byte[] body, string fields = "", string type = "text/html; charset=utf-8", string status = "200 OK") =>
        [.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{fields}\r\n"), .. body];

    private static byte[] Http(string body, string fields = "", string type = "text/html; charset=utf-8", string status = "200 OK") => Http(Encoding.UTF8.GetBytes(body), fields, type, status);

    private static byte[] Text(string id, string text = "They met.") => Record(id, Http(text, type: "text/plain"));

    private static byte[] Chunked(byte[] body) =>
    [
        .. body.Chunk(100).SelectMany(c => (byte[])[.. Encoding.ASCII.GetBytes(c.Length.ToString("X", CultureInfo.InvariantCulture) + ";x=y\r\n"), .. c, .. "\r\n"u8]),
        .. "0\r\nTrailer: x\r\n\r\n"u8,
    ];

    [Theory]
    [InlineData(false), InlineData(true)]
    public void Responses_are_articles_and_other_records_none(bool compressed)
    {
        byte[][] records =
        [
            Record("info", "software: x\r\n"u8.ToArray(), "warcinfo"), Record("ask", "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), "request"),
            Record("page", Http(SourceText.Page("<meta property='article:published_time' content='2023-08-03'>"))), Record("image", Http("GIF89a", type: "image/gif")),
            Record("moved", Http("Moved.", type: "text/html", status: "301 Moved")), Text("plain"), Record("gone", Http("<p>404</p>", status: "404 Not Found")),
        ];
        byte[] all = [.. records.SelectMany(r => compressed ? SourceFolder.Gzip(r) : r)];
        var results = SourceFolder.Read(folder.File(compressed ? "a.warc.gz" : "a.warc", all));
        Assert.Empty(results.Faults());
        var articles = results.Articles();
        Assert.Equal(["urn:uuid:page", "urn:uuid:plain"], articles.Select(a => a.Id));
        Assert.Equal((SourceText.Plain, SourceText.Day, "https://news.example/page"), (articles[0].Text, articles[0].Published!.Value, articles[0].Url));
        Assert.Null(articles[1].Published);
        Assert.All(articles, a => Assert.Equal([new("crawled", "\"2023-09-01T10:00:00Z\"")], a.Other));
    }

    [Fact]
    public void Chunks_and_compression_are_undone_and_charsets_heeded()
    {
        byte[] page = Encoding.UTF8.GetBytes(SourceText.Page());
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(page);
        using var brotli = new MemoryStream();
        using (var stream = new BrotliStream(brotli, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(page);
        byte[][] records =
        [
            Record("1", Http(Chunked(page), "Transfer-Encoding: chunked\r\n")), Record("2", Http(SourceFolder.Gzip(page), "Content-Encoding: gzip\r\n")),
            Record("3", Http(Chunked(SourceFolder.Gzip(page)), "content-encoding: x-gzip\r\ntransfer-encoding: Chunked\r\n")), Record("4", Http(deflated.ToArray(), "Content-Encoding: deflate\r\n")),
            Record("5", Http(brotli.ToArray(), "Content-Encoding: br\r\n")),
            // Crawlers that undo both and keep the headers.
            Record("6", Http(page, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")),
            Record("7", Http(Encoding.Latin1.GetBytes("Größe"), type: "text/plain; charset=\"ISO-8859-1\"")),
        ];
        var results = SourceFolder.Read(folder.File("a.warc", [.. records.SelectMany(r => r)]));
        Assert.Empty(results.Faults());
        Assert.Equal([.. Enumerable.Repeat(SourceText.Plain, 6), "Größe"], results.Articles().Select(a => a.Text));
    }

    [Fact]
    public void Folded_fields_and_records_without_id()
    {
        string block = "HTTP/1.0 200 OK\nContent-Type: text/plain\n\nThey met.";
        string record = $"WARC/1.0\nwarc-type: response\nWARC-Target-URI:\n <https://news.example/x>\nContent-Length: {block.Length}\n\n{block}\n\n";
        var article = SourceFolder.One(folder.File("a.warc", record));
        Assert.Equal(("https://news.example/x", "https://news.example/x", "They met."), (article.Id, article.Url, article.Text));
        Assert.Empty(article.Other);
    }

    [Fact]
    public void Damaged_records_are_skipped_and_counted()
    {
        byte[] noLength = Encoding.UTF8.GetBytes("WARC/1.1\r\nWARC-Type: response\r\n\r\nx\r\n\r\n");
        byte[] wrongLength = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Text("b")).Replace("Content-Length: 54", "Content-Length: 53", StringComparison.Ordinal));
        byte[] all = [.. Text("a"), .. noLength, .. Text("c"), .. "garbage\0\u0001\r\nmore\r\n"u8, .. Text("d"), .. wrongLength, .. Text("e"), .. Record("f", "no http"u8.ToArray()), .. Text("g")[..^30]];
        var results = SourceFolder.Read(folder.File("a.warc", all));
        Assert.Equal(["a", "c", "d", "b", "e"], results.Articles().Select(a => a.Id["urn:uuid:".Length..]));
        Assert.Contains("at 4 places", results.Faults()[0].Reason, StringComparison.Ordinal);
        Assert.Contains("content of 1 records", results.Faults()[1].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0), InlineData(2), InlineData(12), InlineData(60)]
    public void A_damaged_member_loses_only_its_own_record(int at)
    {
        var members = Enumerable.Range(0, 50).Select(i => SourceFolder.Gzip(Text($"{i}", $"They met {i * 7919 % 10_007} times, in {i * 104_729 % 1_299_709} places."))).ToArray();
        members[20][at] ^= 0x55;
        var results = SourceFolder.Read(folder.File("a.warc.gz", [.. members.SelectMany(m => m)]));
        Assert.Equal(Enumerable.Range(0, 50).Where(i => i != 20).Select(i => $"urn:uuid:{i}"), results.Articles().Select(a => a.Id));
        Assert.Contains("at 1 places", results.OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_off_archives_keep_what_is_whole()
    {
        byte[][] members = [.. Enumerable.Range(0, 3).Select(i => SourceFolder.Gzip(Text($"{i}")))];
        byte[] all = [.. members.SelectMany(m => m)];
        for (int length = members[0].Length; length <= all.Length; length++)
        {
            var results = SourceText.From(all[..length], InputFormat.Warc);
            bool whole = length == members[0].Length || length == all.Length - members[2].Length || length == all.Length;
            Assert.Equal(whole, results.Faults().Length == 0);
            Assert.True(results.Articles().Length >= (length >= all.Length - members[2].Length ? 2 : 1));
            Assert.All(results.Faults(), f => Assert.Contains("cut off", f.Reason, StringComparison.Ordinal));
        }
        byte[] plain = [.. Text("a"), .. Text("b")];
        Assert.Single(SourceFolder.Read(folder.File("a.warc", plain[..^20])).Articles());
    }

    [Fact]
    public void One_member_for_all_records_is_read_as_well() =>
        Assert.Equal(2, SourceFolder.Read(folder.File("a.warc.gz", SourceFolder.Gzip([.. Text("a"), .. Text("b")]))).Articles().Length);

    [Fact]
    public void Long_records_are_skipped_and_bombs_in_them_cut()
    {
        var options = new SourceOptions { MaxDocumentLength = 1_000 };
        int longest = 4 * 1_000 + (1 << 20);
        byte[] Block(int length) => Http(new string('x', length - Http("", type: "text/plain").Length), type: "text/plain");
        var results = SourceText.From([.. Record("a", Block(longest)), .. Record("b", Block(longest + 1)), .. Text("c")], InputFormat.Warc, options);
        Assert.Equal(["urn:uuid:a", "urn:uuid:c"], results.Articles().Select(a => a.Id));
        Assert.Contains("1 records are longer", results.OneFault(), StringComparison.Ordinal);
        byte[] bomb = Http(SourceFolder.Gzip(new string('x', 50_000_000)), "Content-Encoding: gzip\r\n", "text/plain");
        Assert.Equal(1_000, Assert.Single(SourceText.From(Record("a", bomb), InputFormat.Warc, options).Articles()).Text.Length);
        byte[] nested = Http(SourceFolder.Gzip("x"), "Content-Encoding: gzip, gzip, gzip\r\n", "text/plain");
        Assert.Contains("cannot be decoded", SourceText.From(Record("a", nested), InputFormat.Warc).OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_without_an_article_are_counted_and_empty_archives_told()
    {
        byte[] menu = Record("a", Http("<html><body><a href=x>Home</a></body></html>"));
        Assert.Contains("in 2 pages", SourceFolder.Read(folder.File("a.warc", [.. menu, .. menu])).OneFault(), StringComparison.Ordinal);
        Assert.Contains("no records", SourceFolder.Read(folder.File("a.warc", "")).OneFault(), StringComparison.Ordinal);
        Assert.Contains("no records", SourceFolder.Read(folder.File("a.warc.gz", [])).OneFault(), StringComparison.Ordinal);
        Assert.Contains("damaged", SourceFolder.Read(folder.File("a.warc", "this is none")).OneFault(), StringComparison.Ordinal);
        Assert.Contains("damaged", SourceFolder.Read(folder.File("a.warc.gz", "this is no gzip")).OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_archives_never_throw()
    {
        byte[] text = Encoding.UTF8.GetBytes("They met.");
        byte[] all = [.. Text("a"), .. Record("b", Http(Chunked(text), "Transfer-Encoding: chunked\r\n", "text/plain")), .. Record("c", Http(SourceFolder.Gzip(text), "Content-Encoding: gzip\r\n", "text/plain")), .. Text("d")];
        SourceText.Damage(all, InputFormat.Warc);
        SourceText.Damage([.. SourceFolder.Gzip(all), .. SourceFolder.Gzip(Text("e"))], InputFormat.Warc);
        using var brotli = new MemoryStream();
        using (var stream = new BrotliStream(brotli, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(text);
        SourceText.Damage([.. Record("f", Http(brotli.ToArray(), "Content-Encoding: br\r\n", "text/plain")), .. Record("g", Http(text, "Content-Encoding: deflate\r\n", "text/plain"))], InputFormat.Warc);
    }
}
