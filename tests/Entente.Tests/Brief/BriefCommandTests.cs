using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Entente.Cli.Briefing;
using Xunit;

namespace Entente.Tests.Brief;

/// <summary>What the page of <c>entente brief</c> promises, read as a document.</summary>
public sealed partial class BriefCommandTests(BriefFixture pages) : IClassFixture<BriefFixture>
{
    private static IDocument Read(string path) => new HtmlParser().ParseDocument(File.ReadAllText(path));

    [Fact]
    public void The_samples_show_ties_movers_network_calendar_disputes_and_evidence()
    {
        var page = Read(pages.Samples);
        Assert.Equal(["ties", "movers", "network", "loneliness", "calendar", "disputes", "evidence", "method"], page.QuerySelectorAll("main > section").Select(s => s.Id));
        Assert.Equal(["China – North Korea", "China – Russia", "North Korea – Russia"], page.QuerySelectorAll("#ties h3").Select(h => h.TextContent));
        Assert.Contains("North Korea", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#movers tbody tr"));
        Assert.NotEmpty(page.QuerySelectorAll("#network svg line"));
        Assert.NotEmpty(page.QuerySelectorAll("#calendar tbody tr"));
        Assert.Contains(page.QuerySelectorAll(".dispute"), d => d.QuerySelector(".voices .denies") is not null);
    }

    [Fact]
    public void Every_link_within_the_page_leads_somewhere_and_every_event_has_its_words_and_source()
    {
        foreach (var path in (string[])[pages.Samples, pages.Hostile])
        {
            var page = Read(path);
            Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
            var ids = page.All.Select(e => e.Id).Where(i => !string.IsNullOrEmpty(i)).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            var events = page.QuerySelectorAll("#evidence article");
            Assert.NotEmpty(events);
            Assert.All(events, e => Assert.NotEmpty(e.QuerySelectorAll("blockquote mark")));
            Assert.All(events, e => Assert.NotEmpty(e.QuerySelector(".source")!.TextContent.Trim()));
        }
    }

    [Fact]
    public void The_marked_words_are_those_of_the_article()
    {
        var page = Read(pages.Samples);
        var texts = Directory.EnumerateFiles(Repository.At("samples"), "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        string Plain(string text) => Spaces().Replace(text, " ");
        foreach (var quote in page.QuerySelectorAll("#evidence blockquote").Take(60))
            Assert.Contains(texts, t => Plain(t).Contains(Plain(quote.TextContent).Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal) || Plain(Plainer(t)).Contains(Plain(quote.TextContent), StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_in_the_page_comes_from_elsewhere_or_runs()
    {
        foreach (var path in (string[])[pages.Samples, pages.Hostile])
        {
            var page = Read(path);
            Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, embed, link, form, input, base, audio, video, foreignObject"));
            Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            Assert.All(page.QuerySelectorAll("a"), a => Assert.Matches("^(#|https?://)", a.GetAttribute("href")));
            Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"), StringComparison.Ordinal);
            Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_hostile_title_stays_text()
    {
        var page = Read(pages.Hostile);
        Assert.Contains(page.QuerySelectorAll("#evidence .source"), s => s.TextContent.Contains("<script>document.title='gone'</script>", StringComparison.Ordinal));
        Assert.DoesNotContain("\u202e", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_say_in_words_what_they_show()
    {
        var page = Read(pages.Samples);
        var charts = page.QuerySelectorAll("svg");
        Assert.NotEmpty(charts);
        Assert.All(charts, c => Assert.Equal("img", c.GetAttribute("role")));
        Assert.All(charts, c => Assert.All(c.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(page.GetElementById(id)!.TextContent)));
        Assert.DoesNotMatch("#0102[0-9a-f]{2}", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public void The_same_input_gives_the_same_page_whatever_the_threads()
    {
        var again = pages.Scratch.At("again.html");
        Assert.Equal(0, Cli.Program.Run("brief", Repository.At("samples"), "--about", "PRK,RUS,CHN", "--threads", "7", "--output", again).Code);
        Assert.Equal(File.ReadAllText(pages.Samples), File.ReadAllText(again));
    }

    [Fact]
    public void A_store_gives_the_page_too_and_wrong_use_is_told()
    {
        var store = pages.Scratch.At("s.entente");
        Assert.Equal(0, Cli.Program.Run("ingest", Repository.At("samples"), "--store", store).Code);
        var page = pages.Scratch.At("store.html");
        Assert.Equal(0, Cli.Program.Run("brief", "--store", store, "--about", "PRK,RUS,CHN", "--output", page).Code);
        Assert.Equal(File.ReadAllText(pages.Samples), File.ReadAllText(page));
        Assert.Equal(2, Cli.Program.Run("brief", "--output", page).Code);
        Assert.Equal(2, Cli.Program.Run("brief", Repository.At("samples"), "--store", store, "--output", page).Code);
        Assert.Equal(2, Cli.Program.Run("brief", "--store", store, "--about", "Nobody Atall", "--output", page).Code);
        var nothing = Cli.Program.Run("brief", pages.Scratch.Write("n.txt", "It rained.\n"), "--output", pages.Scratch.At("n.html"));
        Assert.Equal(1, nothing.Code);
        Assert.Contains("nothing to report", nothing.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(pages.Scratch.At("n.html")));
    }

    [Theory]
    [InlineData("a<b>\"'&\u0000\u202e", "a&lt;b&gt;&quot;&#x27;&amp;  ")]
    public void What_stands_in_a_hole_is_escaped(string text, string html) => Assert.Equal(html, Markup.Of($"{text}").Html);

    /// <summary>The text of JSON or of a page, near enough to find a sentence in.</summary>
    private static string Plainer(string text) => System.Net.WebUtility.HtmlDecode(Tags().Replace(text, " "));

    [GeneratedRegex(@"\s+|\\n")]
    private static partial Regex Spaces();

    [GeneratedRegex("</?(?:p|a|b|i|em|strong|span)[^>]*>")]
    private static partial Regex Tags();
}
