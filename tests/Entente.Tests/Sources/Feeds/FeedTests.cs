using System.Text;
using Entente.Sources;
using NodaTime;
using Xunit;

namespace Entente.Tests.Sources.Feeds;

public sealed class FeedTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Rss_2_with_whole_texts()
    {
        string path = folder.File("news.rss", $$"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><image><title>Logo</title><link>https://img.example/</link></image><title>Sample &amp; Herald</title><link>https://news.example/</link><atom:link href="https://news.example/rss" rel="self"/><language>en-gb</language>
            <item><title>Herring &amp;amp; cod</title><link>https://news.example/herring</link><guid isPermaLink="false">tag-1</guid><pubDate>Thu, 03 Aug 2023 23:10:00 -0500</pubDate>
            <dc:creator><![CDATA[Jane Doe]]></dc:creator><description>Short.</description><media:content><media:title>A picture</media:title><media:description>No text</media:description></media:content>
            <content:encoded><![CDATA[<p>{{SourceText.First}}</p><div class="share-buttons"><a href="#">Share</a></div><p>The second &#8212; and last.</p>]]></content:encoded></item>
            <item><guid>https://news.example/2</guid><title>Two</title><description>&lt;p&gt;Only a summary.&lt;/p&gt;</description><author>j@news.example (John Roe)</author><pubDate>4 Aug 23 10:00 GMT</pubDate></item>
            </channel></rss>
            """);
        var articles = SourceFolder.Read(path).Cast<SourceResult.Read>().Select(r => r.Article).ToArray();
        Assert.Equal(2, articles.Length);
        var (one, two) = (articles[0], articles[1]);
        Assert.Equal(("tag-1", "https://news.example/herring", "Herring & cod"), (one.Id, one.Url, one.Title));
        Assert.Equal(SourceText.First + "\n\nThe second — and last.", one.Text);
        Assert.Equal((SourceText.Day, "Jane Doe", "Sample & Herald", "en-gb"), (one.Published!.Value, one.Author, one.Source, one.Language));
        Assert.Empty(one.Other);
        Assert.Equal(("https://news.example/2", "https://news.example/2", "Only a summary.", "John Roe"), (two.Id, two.Url, two.Text, two.Author));
        Assert.Equal(new LocalDate(2023, 8, 4), two.Published);
        Assert.Equal([new("summary", "true")], two.Other);
    }

    [Fact]
    public void Rss_1_by_rdf()
    {
        string path = folder.File("a.xml", """
            <?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel rdf:about="https://news.example/rdf"><title>Sample</title><link>https://news.example/</link><items><rdf:Seq><rdf:li resource="x"/></rdf:Seq></items></channel>
            <image><title>Logo</title></image>
            <item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link><dc:date>2023-08-03T10:00:00Z</dc:date><dc:creator>A</dc:creator><dc:creator>B</dc:creator><dc:language>fr</dc:language><content:encoded>They met.</content:encoded></item>
            </rdf:RDF>
            """);
        var article = SourceFolder.One(path);
        Assert.Equal(("https://news.example/1", "One", "They met.", "Sample", "A, B", "fr"), (article.Id, article.Title, article.Text, article.Source, article.Author, article.Language));
        Assert.Equal(SourceText.Day, article.Published);
    }

    [Fact]
    public void Atom_with_its_kinds_of_text()
    {
        string path = folder.File("a.atom", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://news.example/"><title type="html">Sample &lt;b&gt;News&lt;/b&gt;</title><author><name>The desk</name><email>d@news.example</email></author>
            <entry><id>urn:1</id><title>AT&amp;T &amp;amp; we</title><link rel="enclosure" href="x.mp3"/><link href="one"/><published>2023-08-03T01:00:00Z</published><updated>2023-09-01T00:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They <em>met</em> &lt; at last.</p><br/><p>Then they went.</p></div></content></entry>
            <entry xml:lang="de"><id>urn:2</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Zwei <b>mal</b></div></title><updated>2023-08-04T00:00:00Z</updated><author><name>Jane</name></author><author><name>John</name></author><summary>Kurz &lt;gesagt&gt;.</summary><source><title>Other</title><id>no</id></source></entry>
            <entry><id>urn:3</id><title>Three</title><content type="text">A line.

            Another &amp;amp; line.</content></entry>
            <entry><id>urn:4</id><content type="image/png">iVBORw0KGgo=</content></entry></feed>
            """);
        var results = SourceFolder.Read(path);
        var articles = results.Articles();
        Assert.Equal(["urn:1", "urn:2", "urn:3"], articles.Select(a => a.Id));
        Assert.Equal(("AT&T &amp; we", "They met < at last.\n\nThen they went.", "https://news.example/one", "The desk", "en", "Sample News"),
            (articles[0].Title, articles[0].Text, articles[0].Url, articles[0].Author, articles[0].Language, articles[0].Source));
        Assert.Equal(SourceText.Day, articles[0].Published);
        Assert.Equal(("Zwei mal", "Kurz <gesagt>.", "Jane, John", "de"), (articles[1].Title, articles[1].Text, articles[1].Author, articles[1].Language));
        Assert.Equal(new LocalDate(2023, 8, 4), articles[1].Published);
        Assert.Contains("A line.\n\n", articles[2].Text, StringComparison.Ordinal);
        Assert.EndsWith("Another &amp; line.", articles[2].Text, StringComparison.Ordinal);
        Assert.Equal(path + ":8", Assert.Single(results.Faults()).Where);
    }

    [Fact]
    public void Json_feeds_of_both_versions()
    {
        string path = folder.File("a.json", """
            {"version":"https://jsonfeed.org/version/1.1","title":"Sample News","home_page_url":"https://news.example/","language":"en","authors":[{"name":"Desk"}],"items":[
            {"id":"1","url":"/one","title":"One","content_html":"<p>They met.</p><p>They left.</p>","date_published":"2023-08-03T10:00:00+02:00","authors":[{"name":"Jane"},{"name":"John"}]},
            {"id":2,"external_url":"https://x.example/2","content_text":"Plain < text.","author":{"name":"Old way"},"date_modified":"2023-08-04","language":"fr"},
            {"id":"3","summary":"Only this."}, 5, {"id":"\ud800","content_text":"x"}, {"id":"6","content_text":"Six.","date_published":"soon"}]}
            """);
        var results = SourceFolder.Read(path);
        var articles = results.Articles();
        Assert.Equal(["1", "2", "3", "6"], articles.Select(a => a.Id));
        Assert.Equal(("They met.\n\nThey left.", "https://news.example/one", "Jane, John", "en", SourceText.Day), (articles[0].Text, articles[0].Url, articles[0].Author, articles[0].Language, articles[0].Published!.Value));
        Assert.Equal(("Plain < text.", "https://x.example/2", "Old way", "fr", "Sample News"), (articles[1].Text, articles[1].Url, articles[1].Author, articles[1].Language, articles[1].Source));
        Assert.Equal(("Desk", "summary"), (articles[2].Author, Assert.Single(articles[2].Other).Key));
        Assert.Equal([":items[3]", ":items[4]", ":items[5]"], results.Faults().Select(f => f.Where[path.Length..]));
    }

    [Fact]
    public void A_long_description_is_a_text_and_no_summary()
    {
        Article Read(int length) => SourceFolder.One(folder.File("a.rss", $"<rss><channel><title>S</title><item><guid>1</guid><description>{new string('x', length)}</description></item></channel></rss>"));
        Assert.Single(Read(999).Other);
        Assert.Empty(Read(1_000).Other);
    }

    [Fact]
    public void Encodings_doctypes_and_forbidden_characters()
    {
        string latin = "<?xml version='1.0' encoding='ISO-8859-1'?><!DOCTYPE rss SYSTEM 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss><channel><item><guid>1</guid><description>Größe\u0001 zählt.</description></item></channel></rss>";
        Assert.Equal("Größe  zählt.", SourceFolder.One(folder.File("a.rss", Encoding.Latin1.GetBytes("\n " + latin))).Text);
        string utf16 = "\ufeff" + latin.Replace("ISO-8859-1", "utf-16", StringComparison.Ordinal);
        Assert.Equal("Größe  zählt.", SourceFolder.One(folder.File("a.rss.gz", SourceFolder.Gzip(Encoding.Unicode.GetBytes(utf16)))).Text);
    }

    [Theory]
    [InlineData("a.xml", "<html><body><p>x</p></body></html>"), InlineData("a.json", "{\"text\":\"x\"}"), InlineData("a.xml", "<urlset><url/></urlset>"), InlineData("a.json", "{\"version\":\"1\",\"items\":[]}")]
    public void Other_xml_and_json_is_told(string name, string text) =>
        Assert.Contains("no feed", SourceFolder.Read(folder.File(name, text)).OneFault(), StringComparison.Ordinal);

    [Theory]
    [InlineData(""), InlineData(" \n"), InlineData("<rss><channel><title>x</title></channel></rss>"), InlineData("<feed/>")]
    public void Empty_feeds_are_told(string text) => Assert.Contains("no text", SourceFolder.Read(folder.File("a.xml", text)).OneFault(), StringComparison.Ordinal);

    [Fact]
    public void A_broken_feed_keeps_what_came_before()
    {
        var results = SourceFolder.Read(folder.File("a.rss", "<rss><channel><item><guid>1</guid><description>One.</description></item><item><guid>2</guid><description>Two &nbsp; x</description></item></channel></rss>"));
        Assert.Equal("One.", Assert.Single(results.Articles()).Text);
        Assert.Contains("broken", results.OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Entity_bombs_and_external_entities_give_nothing()
    {
        string secret = folder.File("secret.txt", "the secret");
        var laughs = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++)
            laughs.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">");
        foreach (string declared in (string[])[laughs.ToString(), $"<!ENTITY l9 SYSTEM \"file://{secret}\">", $"<!ENTITY % p SYSTEM \"file://{secret}\"> %p;"])
        {
            string text = $"<?xml version=\"1.0\"?><!DOCTYPE rss [{declared}]><rss><channel><item><guid>1</guid><description>A &l9; b</description></item></channel></rss>";
            var results = SourceFolder.Read(folder.File("a.rss", text));
            Assert.Empty(results.Articles());
            Assert.Contains("l9", results.OneFault(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Depth_is_limited()
    {
        string Nested(int depth) => "<rss><channel><item><guid>1</guid><description>" + string.Concat(Enumerable.Repeat("<b>", depth)) + "x" + string.Concat(Enumerable.Repeat("</b>", depth)) + "</description></item></channel></rss>";
        Assert.Equal("x", SourceFolder.One(folder.File("a.rss", Nested(60))).Text);
        Assert.Contains("64 elements deep", SourceFolder.Read(folder.File("a.rss", Nested(61))).OneFault(), StringComparison.Ordinal);
        Assert.Contains("64 elements deep", SourceFolder.Read(folder.File("a.rss", Nested(300_000))).OneFault(), StringComparison.Ordinal);
        Assert.Contains("JSON", SourceFolder.Read(folder.File("a.json", "{\"items\":" + new string('[', 100_000))).OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_cut_and_told()
    {
        var options = new SourceOptions { MaxDocumentLength = 5 };
        var results = SourceFolder.Read(folder.File("a.json", """{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"0123456"},{"id":"2","content_text":"01234"}]}"""), options);
        Assert.Equal(["01234", "01234"], results.Articles().Select(a => a.Text));
        Assert.Contains("longer than 5", results.OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_is_read_an_entry_at_a_time()
    {
        var endless = new EndlessFeed();
        var results = new ArticleReader(new SourceOptions { StandardInputFormat = InputFormat.Feed }, endless).Read(["-"]).Take(20_000);
        Assert.Equal(20_000, results.Articles().Length);
        Assert.True(endless.Given < 10_000_000);
    }

    [Fact]
    public void Damaged_feeds_never_throw()
    {
        string[] feeds =
        [
            $"<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>S</title><link>https://n.example/</link><item><title>A &amp;amp; b</title><guid>1</guid><link>/x</link><pubDate>Thu, 03 Aug 2023 10:00:00 GMT</pubDate><author>j@n.example (J)</author><content:encoded><![CDATA[<p>They met &amp; left.</p>]]></content:encoded></item></channel></rss>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>S</title><entry><id>1</id><title type=\"html\">T</title><link href=\"x\"/><updated>2023-08-03</updated><author><name>J</name></author><content type=\"xhtml\"><div a=\"b\"><p>They met.</p><br/></div></content></entry></feed>",
            """{"version":"https://jsonfeed.org/version/1.1","title":"S","items":[{"id":"1","url":"/x","content_html":"<p>A</p>","date_published":"2023-08-03","authors":[{"name":"J"}]},{"id":2,"summary":"B"}]}""",
        ];
        foreach (string feed in feeds)
            SourceText.Damage(Encoding.UTF8.GetBytes(feed), InputFormat.Feed);
    }

    private sealed class EndlessFeed : MemoryStream
    {
        private byte[] rest = Encoding.UTF8.GetBytes("<rss><channel>");

        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (rest.Length == 0)
                rest = Encoding.UTF8.GetBytes("<item><guid>1</guid><description>They met.</description></item>\n");
            int count = Math.Min(rest.Length, buffer.Length);
            rest.AsSpan(0, count).CopyTo(buffer);
            rest = rest[count..];
            Given += count;
            return count;
        }
    }
}
