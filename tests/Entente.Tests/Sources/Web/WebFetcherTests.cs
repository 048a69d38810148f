using System.Diagnostics;
using System.Net;
using System.Text;
using Entente.Sources.Web;
using Xunit;

namespace Entente.Tests.Sources.Web;

public sealed class WebFetcherTests
{
    private static readonly WebOptions Local = new() { AllowLocal = true, Pause = TimeSpan.Zero, TimeLimit = TimeSpan.FromSeconds(10) };

    private static WebAnswer Fetch(string address, WebOptions? options = null, WebVersion? known = null)
    {
        using var fetcher = new WebFetcher(options ?? Local);
        return fetcher.FetchAsync(address, known).GetAwaiter().GetResult();
    }

    private static string Reason(WebAnswer answer) => Assert.IsType<WebAnswer.Failed>(answer).Reason;

    [Fact]
    public void An_answer_with_its_version_and_the_programs_name()
    {
        using var server = new TestServer((_, _) => TestServer.Ok("hello", "text/html; charset=ISO-8859-2", "ETag: W/\"v 1\"\r\nLast-Modified: Thu, 03 Aug 2023 10:00:00 GMT\r\n"));
        var content = Assert.IsType<WebAnswer.Content>(Fetch(server.At("/a")));
        Assert.Equal("hello", Encoding.UTF8.GetString(content.Body.AsSpan()));
        Assert.Equal(("text/html", "ISO-8859-2"), (content.MediaType, content.Charset));
        Assert.Equal(new WebVersion("W/\"v 1\"", "Thu, 03 Aug 2023 10:00:00 GMT"), content.Version);
        Assert.Contains("User-Agent: Entente/", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public void A_known_version_is_asked_for_and_may_be_unchanged()
    {
        using var server = new TestServer((_, head) => head.Contains("If-None-Match: \"1\"", StringComparison.Ordinal) && head.Contains("If-Modified-Since: then", StringComparison.Ordinal)
            ? TestServer.Empty("304 Not Modified") : TestServer.Ok("new"));
        Assert.IsType<WebAnswer.Unchanged>(Fetch(server.At("/"), known: new WebVersion("\"1\"", "then")));
        Assert.IsType<WebAnswer.Content>(Fetch(server.At("/"), known: new WebVersion("\"2\"", null)));
        Assert.IsType<WebAnswer.Content>(Fetch(server.At("/"), known: new WebVersion("bad\r\nX: y", null)));
        Assert.DoesNotContain(server.Requests, r => r.Contains("X: y", StringComparison.Ordinal));
    }

    [Fact]
    public void Five_redirections_are_followed_and_not_six()
    {
        using var server = new TestServer((path, _) => path == "/0" ? TestServer.Ok("there")
            : TestServer.Empty("302 Found", $"Location: {(path == "/end" ? "/end" : (int.Parse(path[1..], System.Globalization.CultureInfo.InvariantCulture) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture))}\r\n"));
        Assert.Equal(server.At("/0"), Assert.IsType<WebAnswer.Content>(Fetch(server.At("/5"))).Address.AbsoluteUri);
        Assert.Contains("more than 5 times", Reason(Fetch(server.At("/6"))), StringComparison.Ordinal);
        Assert.Contains("more than 5 times", Reason(Fetch(server.At("/end"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/"), InlineData("file:///etc/passwd"), InlineData("gopher://x/"), InlineData("http:nonsense"), InlineData("")]
    public void Other_kinds_of_addresses_are_refused_also_behind_a_redirection(string address)
    {
        Assert.IsType<WebAnswer.Failed>(Fetch(address));
        using var server = new TestServer((_, _) => TestServer.Empty("301 Moved", $"Location: {address}\r\n"));
        Assert.IsType<WebAnswer.Failed>(Fetch(server.At("/")));
    }

    [Theory]
    [InlineData("http://127.0.0.1"), InlineData("http://localhost"), InlineData("http://127.1"), InlineData("http://0x7f000001"), InlineData("http://2130706433"),
     InlineData("http://[::1]"), InlineData("http://[::ffff:127.0.0.1]"), InlineData("http://0.0.0.0"), InlineData("http://0")]
    public void No_spelling_of_the_own_machine_is_asked(string host)
    {
        using var server = new TestServer((_, _) => TestServer.Ok("secret"));
        Assert.Contains("own machine or network", Reason(Fetch($"{host}:{server.Port}/", Local with { AllowLocal = false })), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("10.1.2.3"), InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.168.1.1"), InlineData("169.254.169.254"), InlineData("100.64.0.1"),
     InlineData("100.127.255.255"), InlineData("224.0.0.1"), InlineData("255.255.255.255"), InlineData("0.1.2.3"), InlineData("198.18.0.1"),
     InlineData("[fc00::1]"), InlineData("[fd12::1]"), InlineData("[fe80::1]"), InlineData("[ff02::1]"), InlineData("[::]"), InlineData("[::ffff:192.0.2.1]"),
     InlineData("[64:ff9b::7f00:1]"), InlineData("[2002:7f00:1::]"), InlineData("[::127.0.0.1]"), InlineData("[2001:0:1::1]")]
    public void Local_addresses_are_refused_without_a_connection(string host)
    {
        var clock = Stopwatch.StartNew();
        Assert.Contains("own machine or network", Reason(Fetch($"http://{host}/", new WebOptions())), StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("127.0.0.2"), InlineData("[::1]"), InlineData("localhost")]
    public async Task A_redirection_from_outside_does_not_lead_inside(string inside)
    {
        string target = "";
        using var server = new TestServer((path, _) => path == "/secret" ? TestServer.Ok("secret") : TestServer.Empty("302 Found", $"Location: {target}\r\n"));
        target = $"http://{inside}:{server.Port}/secret";
        // For this fetcher the server is the world; only its first address is.
        using var fetcher = new WebFetcher(Local with { AllowLocal = false }, a => inside == "localhost" ? !server.Requests.IsEmpty : !a.Equals(IPAddress.Loopback));
        Assert.Contains("own machine or network", Reason(await fetcher.FetchAsync(server.At("/"), null, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("9.255.255.255", false), InlineData("10.0.0.0", true), InlineData("11.0.0.0", false), InlineData("100.63.255.255", false), InlineData("100.128.0.0", false),
     InlineData("172.15.255.255", false), InlineData("172.32.0.0", false), InlineData("126.255.255.255", false), InlineData("128.0.0.1", false), InlineData("223.255.255.255", false),
     InlineData("1.0.0.0", false), InlineData("2606:4700::1111", false), InlineData("2a00::1", false), InlineData("fbff::1", false), InlineData("fec0::1", true), InlineData("::ffff:8.8.8.8", true), InlineData("8.8.8.8", false)]
    public void Borders_of_the_local_networks(string address, bool local) => Assert.Equal(local, LocalAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public void An_endless_body_ends_at_the_limit()
    {
        using var server = new TestServer((_, _) => (Func<Stream, Task>)(async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray());
            while (true)
                await stream.WriteAsync(new byte[100_000]);
        }));
        Assert.Contains("larger than 1000000 bytes", Reason(Fetch(server.At("/"), Local with { MaxBytes = 1_000_000 })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000_000, true), InlineData(1_000_001, false)]
    public void The_size_counts_after_decompression(int size, bool fits)
    {
        byte[] body = SourceFolder.Gzip(new byte[size]);
        using var server = new TestServer((_, _) => (byte[])[.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body]);
        var answer = Fetch(server.At("/"), Local with { MaxBytes = 1_000_000 });
        Assert.Equal(fits, answer is WebAnswer.Content { Body.Length: 1_000_000 });
    }

    [Fact]
    public void A_large_announced_body_is_not_even_read()
    {
        using var server = new TestServer((_, _) => "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\nx");
        Assert.Contains("larger than", Reason(Fetch(server.At("/"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""), InlineData("HTTP/1.1 200 OK\r\n"), InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")]
    public void A_slow_server_ends_at_the_time_limit(string begin)
    {
        using var server = new TestServer((_, _) => (Func<Stream, Task>)(async stream =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(begin));
            for (int i = 0; i < 100; i++)
            {
                await Task.Delay(100);
                if (begin.EndsWith("\r\n\r\n", StringComparison.Ordinal))
                    await stream.WriteAsync("x"u8.ToArray());
            }
        }));
        var clock = Stopwatch.StartNew();
        Assert.Contains("within 0.5 seconds", Reason(Fetch(server.At("/"), Local with { TimeLimit = TimeSpan.FromSeconds(0.5) })), StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Broken_answers_are_values()
    {
        string[] broken = ["", "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\nConnection: close\r\n\r\nno gzip!", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "HTTP/1.1 200 OK\r\nX: " + new string('x', 100_000) + "\r\n\r\n", TestServer.Empty("404 Not Found"), TestServer.Empty("599 x")];
        foreach (string answer in broken)
        {
            using var server = new TestServer((_, _) => answer);
            var fetched = Fetch(server.At("/"));
            Assert.True(fetched is WebAnswer.Failed, answer);
            string reason = Reason(fetched);
            Assert.EndsWith(".", reason, StringComparison.Ordinal);
            Assert.DoesNotContain("\n", reason, StringComparison.Ordinal);
        }
        Assert.IsType<WebAnswer.Failed>(Fetch("http://127.0.0.1:1/"));
    }

    [Fact]
    public void Retry_after_is_heeded_once()
    {
        int asked = 0;
        using var server = new TestServer((path, _) => path == "/long" ? TestServer.Empty("503 Busy", "Retry-After: 3600\r\n")
            : path == "/date" ? TestServer.Empty("429 Too Many", "Retry-After: Thu, 03 Aug 2090 10:00:00 GMT\r\n")
            : path == "/again" || Interlocked.Increment(ref asked) == 1 ? TestServer.Empty("429 Too Many", "Retry-After: 1\r\n") : TestServer.Ok("now"));
        var clock = Stopwatch.StartNew();
        Assert.IsType<WebAnswer.Content>(Fetch(server.At("/")));
        Assert.True(clock.Elapsed > TimeSpan.FromSeconds(0.9));
        Assert.Contains("3600 seconds", Reason(Fetch(server.At("/long"))), StringComparison.Ordinal);
        Assert.Contains("come back", Reason(Fetch(server.At("/date"))), StringComparison.Ordinal);
        Assert.Contains("come back", Reason(Fetch(server.At("/again"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_host_is_asked_with_pauses()
    {
        using var server = new TestServer((_, _) => TestServer.Ok("x"));
        using var fetcher = new WebFetcher(Local with { Pause = TimeSpan.FromSeconds(0.3), TimeLimit = TimeSpan.FromSeconds(5) });
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < 3; i++)
            Assert.IsType<WebAnswer.Content>(await fetcher.FetchAsync(server.At("/"), null, TestContext.Current.CancellationToken));
        Assert.True(clock.Elapsed > TimeSpan.FromSeconds(0.55));
    }

    [Fact]
    public async Task The_callers_cancellation_is_an_exception()
    {
        using var server = new TestServer((_, _) => (Func<Stream, Task>)(_ => Task.Delay(10_000)));
        using var fetcher = new WebFetcher(Local);
        using var cancel = new CancellationTokenSource(200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(server.At("/"), null, cancel.Token));
    }
}
