using Microsoft.Playwright;
using Xunit;

namespace Entente.Tests.Brief;

/// <summary>
/// The page in a real browser. Wants Chromium (Debian's <c>chromium</c>, or what <c>ENTENTE_CHROMIUM</c> names); a machine without one
/// skips these tests by name, which .ci/run does not let pass.
/// </summary>
public sealed class BrowserTests(BriefFixture pages) : IClassFixture<BriefFixture>
{
    private static string? Chromium => Environment.GetEnvironmentVariable("ENTENTE_CHROMIUM") is { Length: > 0 } named
        ? named
        : ((string[])["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists);

    [Fact]
    public Task The_page_renders_without_errors_and_asks_for_nothing() => OnPage(pages.Samples, null, async (page, seen) =>
    {
        Assert.Equal(3, await page.Locator("#ties article").CountAsync());
        Assert.True(await page.Locator("#ties svg").First.IsVisibleAsync());
        Assert.True((await page.Locator("#network svg").BoundingBoxAsync())!.Height > 100);
        Assert.Empty(seen.Errors);
        Assert.Single(seen.Requests);
    });

    [Fact]
    public Task Links_lead_to_their_evidence() => OnPage(pages.Samples, null, async (page, _) =>
    {
        var details = page.Locator("#movers details").First;
        await details.Locator("summary").ClickAsync();
        var link = details.Locator("a[href^='#e']").First;
        var target = await link.GetAttributeAsync("href");
        await link.ClickAsync();
        Assert.EndsWith(target!, page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator(target + " blockquote mark").First.IsVisibleAsync());
    });

    [Fact]
    public Task The_keyboard_reaches_everything() => OnPage(pages.Samples, null, async (page, _) =>
    {
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Locator("#movers summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator("#movers details").First.EvaluateAsync<bool>("d => d.open"));
    });

    [Fact]
    public Task A_hostile_title_stays_text() => OnPage(pages.Hostile, null, async (page, seen) =>
    {
        Assert.NotEqual("gone", await page.TitleAsync());
        Assert.Contains("<script>", await page.Locator("#evidence .source").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(seen.Errors);
        Assert.Single(seen.Requests);
    });

    [Theory]
    [InlineData(375, ColorScheme.Light)]
    [InlineData(375, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Dark)]
    public Task It_fits_a_phone_and_a_screen_in_light_and_dark(int width, ColorScheme scheme) => OnPage(pages.Samples, new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme }, async (page, _) =>
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "the page is wider than the window");
        // Contrast of text against paper (WCAG 2.2, 1.4.3): at least 4.5 for the ink, the soft ink and links.
        foreach (var colour in (string[])["--ink", "--soft", "--link", "--warm", "--cold"])
            Assert.True(await Contrast(page, colour) >= 4.5, $"{colour} has too little contrast in {scheme}");
    });

    [Fact]
    public Task Print_opens_what_is_folded() => OnPage(pages.Samples, null, async (page, _) =>
    {
        var hidden = await page.Locator("#movers details li").First.IsVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(hidden);
        Assert.True(await page.Locator("#movers details li").First.IsVisibleAsync());
        Assert.True((await page.PdfAsync()).Length > 10_000);
    });

    private static Task<double> Contrast(IPage page, string colour) => page.EvaluateAsync<double>(
        """
        name => {
          const style = getComputedStyle(document.documentElement);
          const light = v => { const c = v.trim().replace('#', ''); const s = c.length === 3 ? [...c].map(x => x + x).join('') : c;
            const [r, g, b] = [0, 2, 4].map(i => parseInt(s.slice(i, i + 2), 16) / 255).map(x => x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const [a, b] = [light(style.getPropertyValue(name)), light(style.getPropertyValue('--paper'))].sort((x, y) => y - x);
          return (a + 0.05) / (b + 0.05);
        }
        """, colour);

    private static async Task OnPage(string path, BrowserNewContextOptions? options, Func<IPage, Seen, Task> test)
    {
        Assert.SkipWhen(Chromium is null, "there is no Chromium on this machine; install chromium, or name one in ENTENTE_CHROMIUM");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        var context = await browser.NewContextAsync(options ?? new());
        var page = await context.NewPageAsync();
        var seen = new Seen([], []);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") seen.Errors.Add(message.Text);
        };
        page.PageError += (_, error) => seen.Errors.Add(error);
        page.Request += (_, request) => seen.Requests.Add(request.Url);
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        await test(page, seen);
    }

    private sealed record Seen(List<string> Errors, List<string> Requests);
}
