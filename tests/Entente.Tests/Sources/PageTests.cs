using System.Net;
using System.Net.Sockets;
using System.Text;
using Entente.Sources;
using NodaTime;
using Xunit;

namespace Entente.Tests.Sources;

public sealed class PageTests : IDisposable
{
    private const string First = "Ministers of the two countries met in Vienna on Tuesday to revive an agreement on fisheries that had lapsed in spring, and they agreed to go on with talks in autumn, an official of the host country said after the meeting.";
    private const string Second = "The opposition in both capitals called the outcome thin, and unions of fishermen announced protests for the weekend, while patrol boats of both navies will be kept apart until then, as the defence ministries confirmed.";
    private const string Third = "“We have come a long way,” the official said, adding that the question of quotas for herring &amp; cod would be settled by experts before the next round, which is to be held in the capital of the neighbouring state.";

    private static readonly string Plain = string.Join("\n\n", First, Second, Third.Replace("&amp;", "&", StringComparison.Ordinal));

    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_news_page_with_all_its_metadata()
    {
        var article = folder.Page($$"""
            <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Talks on herring go on | Sample News</title>
            <meta property="og:title" content="Talks on herring go on"><meta property="og:site_name" content="Sample News">
            <meta property="article:published_time" content="2023-08-03T23:30:00-05:00"><meta name="author" content="Jane Doe">
            <link rel="canonical" href="https://news.example/herring"><script>var a = "<p>not text at all, never read, however long it may become in the end.</p>";</script></head>
            <body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
            <div id="cookie-banner"><p>We use cookies to give you the best experience on our website, and so do our many partners all over the world.</p></div>
            <main><article><h1>Talks on herring go on</h1><p class="byline">By Jane Doe</p><div class="share-buttons"><a href="#">Facebook</a> <a href="#">X</a></div>
            <figure><img src="x.jpg"><figcaption>The harbour of Sample at dawn, seen from the old lighthouse in the north of the town.</figcaption></figure>
            <p>{{First}}</p><h2>Protests at home</h2><p>{{Second}}</p>
            <aside class="related"><h3>Related</h3><p><a href="/1">Herring prices rise in all the ports of the northern seas, and nobody knows why that is so.</a></p></aside>
            <p>{{Third}}</p></article></main><footer><p>Copyright © 2023 Sample News. All rights reserved, in all of the countries of the world.</p></footer></body></html>
            """);
        Assert.Equal(Plain.Replace("\n\n" + Second, "\n\nProtests at home\n\n" + Second, StringComparison.Ordinal), article.Text);
        Assert.Equal(("Talks on herring go on", "Jane Doe", "https://news.example/herring", "Sample News", "en-GB"),
            (article.Title, article.Author, article.Url, article.Source, article.Language));
        Assert.Equal(new LocalDate(2023, 8, 3), article.Published);
        Assert.Equal("page", article.Id);
    }

    [Fact]
    public void Linked_data_tells_what_meta_does_not()
    {
        var article = folder.Page($$"""
            <html><head><title>x</title><script type="application/ld+json">{broken</script>
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"no"},{"@type":["NewsArticle"],"headline":"Herring &amp; cod",
            "datePublished":"2023-08-03T10:00:00Z","author":[{"@type":"Person","name":"Jane Doe"},{"name":"John Roe"}],"publisher":{"name":"Sample News"},"inLanguage":"en"}]}</script></head>
            <body><div class="content"><p>{{First}}</p><p>{{Second}}</p><p>{{Third}}</p></div></body></html>
            """);
        Assert.Equal(("Herring & cod", "Jane Doe, John Roe", "Sample News", "en", new LocalDate(2023, 8, 3)),
            (article.Title, article.Author, article.Source, article.Language, article.Published));
        Assert.Equal(Plain, article.Text);
    }

    [Theory]
    [InlineData("<time datetime='2023-08-03'>3 Aug</time>"), InlineData("<meta itemprop=datePublished content='2023-08-03T01:00'>")]
    [InlineData("<meta name=\"DC.date.issued\" content=\"2023-08-03\">"), InlineData("<p>Published 3 August 2023</p>")]
    public void Days_of_publication(string markup) =>
        Assert.Equal(new LocalDate(2023, 8, 3), folder.Page($"<html><body><article>{markup}<p>{First}</p><p>{Second}</p><p>{Third}</p></article></body></html>").Published);

    [Fact]
    public void An_old_page_of_tables_and_line_breaks()
    {
        var article = folder.Page($"<HTML><BODY><TABLE><TR><TD><A HREF=a>Home</A><BR><A HREF=b>World</A></TD><TD><FONT SIZE=2>{First}<BR><BR>{Second}<br><br>{Third}</FONT></TD></TR></TABLE></BODY></HTML>");
        Assert.Equal(Plain, article.Text);
    }

    [Fact]
    public void A_short_page_is_read_by_its_paragraphs()
    {
        string text = folder.Page($"<html><body><header><p>The newspaper of the northern seas since the year 1900</p></header><p>{First}</p></body></html>").Text;
        Assert.Equal(First, text);
    }

    [Theory]
    [InlineData("<html><body></body></html>"), InlineData("<html><body><nav><a href=a>Home</a></nav></body></html>"), InlineData("<!-- nothing")]
    [InlineData("<html><body><ul><li><a href=1>One headline of many in the list</a></li><li><a href=2>Another headline of the list here</a></li></ul></body></html>")]
    public void A_page_without_an_article_is_told(string html) =>
        Assert.Contains("No article was found", SourceFolder.Reason(SourceFolder.Read(folder.File("a.html", html)).Single()), StringComparison.Ordinal);

    [Fact]
    public void Furniture_inside_the_main_text_is_marked()
    {
        var article = folder.Page($"<html><body><article><p>{First}</p><p>Read more: The price of herring in the northern seas</p><p>{Second}</p><p>{Third}</p><p>(Reporting by Jane Doe; editing by John Roe)</p></article></body></html>");
        var found = article.Furniture.Select(r => article.Text[r.Start..r.End]).ToArray();
        Assert.Contains("(Reporting by Jane Doe; editing by John Roe)", found);
        Assert.StartsWith("Jane Doe", article.Author, StringComparison.Ordinal);
        Assert.All(found, f => Assert.True(f.StartsWith("Read more", StringComparison.Ordinal) || f.StartsWith("(Reporting", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("windows-1251"), InlineData("iso-8859-2"), InlineData("shift_jis"), InlineData("gb2312"), InlineData("koi8-r")]
    public void The_pages_own_charset_is_used(string charset)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset)!;
        string words = charset is "iso-8859-2" ? "Prezydent Polski przyjął gości z całej Europy." : charset is "shift_jis" or "gb2312" ? "首相会談" : "Президент принял гостей.";
        string html = $"<html><head><meta charset={charset}></head><body><article><p>{words} {First}</p><p>{Second}</p></article></body></html>"
            .Replace('“', '"').Replace('”', '"');
        var article = SourceFolder.One(folder.File("a.html", encoding.GetBytes(html)));
        Assert.Contains(words, article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("div"), InlineData("b"), InlineData("blockquote"), InlineData("font color=x"), InlineData("table><tr><td"), InlineData("nav"), InlineData("svg"), InlineData("ul><li"), InlineData("i><p")]
    public void A_hundred_thousand_nested_elements(string tag)
    {
        string open = string.Concat(Enumerable.Repeat($"<{tag}>", 100_000));
        var results = SourceFolder.Read(folder.File("a.html", $"<html><body>{open}<p>{First}</p><p>{Second}</p><p>{Third}</p></body></html>"));
        Assert.Equal(Plain, Assert.IsType<SourceResult.Read>(Assert.Single(results)).Article.Text);
    }

    [Fact]
    public void Masses_of_attributes_entities_comments_and_quotes()
    {
        string[] hostile =
        [
            "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=\"{i}\" ")) + ">x</p>",
            string.Concat(Enumerable.Repeat("&amp;&lt;&#x41;&nonsense;&#99999999;", 50_000)),
            string.Concat(Enumerable.Repeat("<!--", 100_000)),
            string.Concat(Enumerable.Repeat("<a b='>", 100_001)),
            string.Concat(Enumerable.Repeat("</p><p></div>", 100_000)),
            new('<', 500_000),
            string.Concat(Enumerable.Repeat("<script>", 100_000)),
            string.Concat(Enumerable.Repeat("<div class=related>", 50_000)),
            string.Concat(Enumerable.Repeat("<p class=share>", 50_000)),
        ];
        foreach (string html in hostile)
            Assert.NotEmpty(SourceFolder.Read(folder.File("a.html", $"<html><body><p>{First}</p><p>{Second}</p><p>{Third}</p>{html}")));
    }

    [Fact]
    public void A_page_never_makes_a_connection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        _ = folder.Page($"<html><head><base href='{address}/'><link rel=canonical href='{address}/c'><link rel=stylesheet href='{address}/s.css'><script src='{address}/s.js'></script></head>"
            + $"<body><article><img src='{address}/i.png'><iframe src='{address}/f'></iframe><p>{First}</p><p>{Second}</p><p>{Third}</p></article></body></html>");
        Thread.Sleep(100);
        Assert.False(listener.Pending());
    }

    [Fact]
    public void When_the_time_is_over_a_simpler_way_is_taken()
    {
        string path = folder.File("a.html", $"<html><body><article><p>{First}</p><p>{Second}</p><p>{Third}</p></article></body></html>");
        Assert.Equal(Plain, SourceFolder.One(path, new SourceOptions { HtmlTimeLimit = TimeSpan.Zero }).Text);
    }
}
