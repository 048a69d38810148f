using Entente.Sources;
using Entente.Sources.Web;
using Xunit;

namespace Entente.Tests.Sources.Web;

public sealed class WebInputTests
{
    private static readonly SourceOptions Local = new() { Web = new WebOptions { AllowLocal = true, Pause = TimeSpan.Zero } };

    private static SourceResult[] Read(string address, SourceOptions? options = null, IFeedMemory? memory = null) =>
        [.. new ArticleReader(options ?? Local, null, memory).Read([address])];

    private static string Feed(params string[] items) =>
        TestServer.Ok($"<?xml version='1.0'?><rss><channel><title>Sample News</title>{string.Concat(items)}</channel></rss>", "text/xml", "ETag: \"feed\"\r\n");

    [Fact]
    public void A_page_is_an_article_with_its_address()
    {
        using var server = new TestServer((path, _) => path == "/old" ? TestServer.Empty("301 Moved", "Location: /new\r\n") : TestServer.Ok(SourceText.Page("<meta property='article:published_time' content='2023-08-03'>")));
        var article = Assert.Single(Read(server.At("/old")).Articles());
        Assert.Equal((server.At("/old"), server.At("/new"), SourceText.Plain, SourceText.Day), (article.Id, article.Url, article.Text, article.Published!.Value));
        Assert.Equal("me", Assert.Single(Read(server.At("/old"), Local with { Id = "me" }).Articles()).Id);
    }

    [Fact]
    public void Links_of_summaries_are_followed_and_what_the_feed_says_wins()
    {
        using var server = new TestServer((path, _) => path switch
        {
            "/feed" => Feed(
                "<item><guid>1</guid><title>In the feed</title><link>/page</link><pubDate>Thu, 03 Aug 2023 10:00:00 GMT</pubDate><description>Short.</description></item>",
                "<item><guid>2</guid><link>/gone</link><description>Short, too.</description></item>",
                "<item><guid>3</guid><link>/page</link><description>" + new string('x', 1_000) + "</description></item>",
                "<item><guid>4</guid><link>/menu</link></item>",
                "<item><guid>5</guid><link>/pdf</link><description>A paper.</description></item>"),
            "/page" => TestServer.Ok(SourceText.Page("<meta name=author content='Jane Doe'><meta property='article:published_time' content='2020-01-01'>")),
            "/menu" => TestServer.Ok("<html><body><a href=x>Home</a></body></html>"),
            "/pdf" => TestServer.Ok("%PDF-1.7", "application/pdf"),
            _ => TestServer.Empty("404 Not Found"),
        });
        var results = Read(server.At("/feed"));
        var articles = results.Articles();
        Assert.Equal(["1", "2", "3", "5"], articles.Select(a => a.Id));
        Assert.Equal((SourceText.Plain, "In the feed", "Jane Doe", SourceText.Day, "Sample News", server.At("/page")),
            (articles[0].Text, articles[0].Title, articles[0].Author, articles[0].Published!.Value, articles[0].Source, articles[0].Url));
        Assert.Empty(articles[0].Other);
        Assert.Equal(("Short, too.", "summary"), (articles[1].Text, Assert.Single(articles[1].Other).Key));
        Assert.Equal([server.At("/gone"), server.At("/menu"), server.At("/pdf")], results.Faults().Select(f => f.Where));
        Assert.Contains("404 (NotFound). The feed's summary was taken", results.Faults()[0].Reason, StringComparison.Ordinal);
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public void What_has_not_changed_is_not_read_again()
    {
        bool more = false;
        using var server = new TestServer((path, head) =>
        {
            if (head.Contains($"If-None-Match: \"{path[1..]}{more}\"", StringComparison.Ordinal))
                return TestServer.Empty("304 Not Modified");
            string tag = $"ETag: \"{path[1..]}{more}\"\r\n";
            return path == "/feed"
                ? TestServer.Ok($"<rss><channel><item><guid>1</guid><link>/one</link></item>{(more ? "<item><guid>2</guid><link>/two</link></item>" : "")}</channel></rss>", "application/rss+xml", tag)
                : TestServer.Ok(SourceText.Page(), "text/html", $"ETag: \"{path[1..]}\"\r\n");
        });
        var memory = new Memory();
        Assert.Equal("1", Assert.Single(Read(server.At("/feed"), memory: memory)).Id());
        Assert.Equal([server.At("/one"), server.At("/feed")], memory.Remembered);
        Assert.Empty(Read(server.At("/feed"), memory: memory));
        more = true;
        Assert.Contains(Read(server.At("/feed"), memory: memory), r => r.Id() == "2");
    }

    [Fact]
    public void A_feed_with_a_link_that_failed_is_read_again()
    {
        bool up = false;
        using var server = new TestServer((path, _) => path == "/feed" ? Feed("<item><guid>1</guid><link>/one</link></item>") : up ? TestServer.Ok(SourceText.Page()) : TestServer.Empty("500 x"));
        var memory = new Memory();
        Assert.Empty(Read(server.At("/feed"), memory: memory).Articles());
        Assert.Empty(memory.Remembered);
        up = true;
        Assert.Single(Read(server.At("/feed"), memory: memory).Articles());
        Assert.Equal([server.At("/feed")], memory.Remembered);
    }

    [Fact]
    public void Nothing_is_remembered_before_it_is_handed_over()
    {
        using var server = new TestServer((_, _) => Feed("<item><guid>1</guid><description>One.</description></item>", "<item><guid>2</guid><description>Two.</description></item>"));
        var memory = new Memory();
        _ = new ArticleReader(Local, null, memory).Read([server.At("/feed")]).First();
        Assert.Empty(memory.Remembered);
    }

    [Fact]
    public void Only_so_many_links_are_followed()
    {
        using var server = new TestServer((path, _) => path == "/feed"
            ? Feed([.. Enumerable.Range(1, 5).Select(i => $"<item><guid>{i}</guid><link>/{i}</link><description>Short.</description></item>")]) : TestServer.Ok(SourceText.Page()));
        var results = Read(server.At("/feed"), Local with { Web = Local.Web with { MaxFollowed = 3 } });
        Assert.Equal([0, 0, 0, 1, 1], results.Articles().Select(a => a.Other.Length));
        Assert.Contains("More than 3 links", results.OneFault(), StringComparison.Ordinal);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public void A_feed_or_redirection_does_not_lead_inside()
    {
        using var server = new TestServer((_, _) => TestServer.Ok("secret"));
        var results = Read(server.At("/feed"), new SourceOptions());
        Assert.Contains("--allow-local", results.OneFault(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("/a.csv", "application/octet-stream", "id,text\n1,They met.\n", "1")]
    [InlineData("/a", "text/csv", "id,text\n1,They met.\n", "1")]
    [InlineData("/a", "application/x-ndjson", "{\"id\":\"1\",\"text\":\"They met.\"}\n", "1")]
    [InlineData("/a", "application/json", """{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_text":"They met."}]}""", "1")]
    [InlineData("/a", "text/html", "<?xml version='1.0'?><!-- x --><feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><content>They met.</content></entry></feed>", "1")]
    [InlineData("/a.txt", "text/plain", "They met.", null)]
    [InlineData("/a.pdf", "application/pdf", "They met.", null)]
    public void The_content_tells_its_format(string path, string type, string body, string? id)
    {
        using var server = new TestServer((_, _) => TestServer.Ok(body, type));
        var article = Assert.Single(Read(server.At(path)).Articles());
        Assert.Equal((id ?? server.At(path), "They met."), (article.Id, article.Text));
    }

    [Fact]
    public void A_compressed_file_is_read_too()
    {
        byte[] body = SourceFolder.Gzip("{\"id\":\"1\",\"text\":\"They met.\"}\n");
        using var server = new TestServer((_, _) => (byte[])[.. System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/gzip\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body]);
        Assert.Equal("1", Assert.Single(Read(server.At("/a.jsonl.gz")).Articles()).Id);
    }

    [Fact]
    public void An_empty_feed_at_an_address_is_no_fault()
    {
        using var server = new TestServer((_, _) => Feed());
        Assert.Empty(Read(server.At("/feed")));
    }

    private sealed class Memory : IFeedMemory
    {
        private readonly Dictionary<string, WebVersion> versions = [];

        public List<string> Remembered { get; } = [];

        public WebVersion? Get(string url) => versions.TryGetValue(url, out var version) ? version : null;

        public void Put(string url, string? etag, string? lastModified)
        {
            Remembered.Add(url);
            versions[url] = new WebVersion(etag, lastModified);
        }
    }
}

file static class Results
{
    public static string? Id(this SourceResult result) => (result as SourceResult.Read)?.Article.Id;
}
