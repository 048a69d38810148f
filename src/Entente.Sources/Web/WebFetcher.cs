using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Entente.Sources.Web;

/// <summary>
/// Fetches addresses politely and with limits of time, size and redirections; by default none of the local network, whatever names or
/// redirections lead there: the address that is really connected to is checked. Proxies and cookies are not used. One request at a time.
/// </summary>
public sealed class WebFetcher : IDisposable
{
    private readonly WebOptions options;
    private readonly Func<IPAddress, bool> isLocal;
    private readonly HttpClient client;
    private readonly Dictionary<string, long> asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A fetcher; it makes no connection before it is asked to.</summary>
    /// <param name="options">Limits; null for the defaults.</param>
    public WebFetcher(WebOptions? options = null)
        : this(options ?? new WebOptions(), LocalAddress.Is)
    {
    }

    /// <summary>A fetcher with another notion of what is local, so that tests have an outside.</summary>
    internal WebFetcher(WebOptions options, Func<IPAddress, bool> isLocal)
    {
        this.options = options;
        this.isLocal = isLocal;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            UseProxy = false,
            MaxResponseHeadersLength = 64,
            ConnectCallback = ConnectAsync,
        };
        client = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Entente", typeof(WebFetcher).Assembly.GetName().Version?.ToString(3)));
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.8");
    }

    /// <summary>Asks for an address. Failures are values; the only exception is the caller's own cancellation.</summary>
    /// <param name="address">An absolute http or https address.</param>
    /// <param name="known">The version that was read before; with it the answer may be <see cref="WebAnswer.Unchanged"/>.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public async Task<WebAnswer> FetchAsync(string address, WebVersion? known = null, CancellationToken cancel = default)
    {
        var spent = new Stopwatch();
        bool waited = false;
        int redirects = 0;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return new WebAnswer.Failed("It is no address; write it as in https://example.org/feed.");
        while (true)
        {
            if (uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
                return new WebAnswer.Failed($"Addresses of the kind '{uri.Scheme}:' are not read, only http and https.");
            await PauseAsync(uri.Host, cancel).ConfigureAwait(false);
            var step = await AskAsync(uri, known, spent, cancel).ConfigureAwait(false);
            if (step.Answer is not null)
                return step.Answer;
            if (step.Redirect is not null)
            {
                if (++redirects > options.MaxRedirects)
                    return new WebAnswer.Failed($"It redirects more than {options.MaxRedirects} times.");
                uri = step.Redirect;
                continue;
            }
            if (waited || step.Wait > options.LongestRetryAfter)
                return new WebAnswer.Failed($"The server is overloaded and asks to come back in {Math.Ceiling(step.Wait.TotalSeconds):0} seconds.");
            waited = true;
            await Task.Delay(step.Wait, cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>What one request leads to: an answer, another address, or waiting.</summary>
    private readonly record struct Step(WebAnswer? Answer, Uri? Redirect = null, TimeSpan Wait = default);

    private async Task PauseAsync(string host, CancellationToken cancel)
    {
        if (!asked.TryGetValue(host, out long last))
            return;
        var left = options.Pause - Stopwatch.GetElapsedTime(last);
        if (left > TimeSpan.Zero)
            await Task.Delay(left, cancel).ConfigureAwait(false);
    }

    private async Task<Step> AskAsync(Uri uri, WebVersion? known, Stopwatch spent, CancellationToken cancel)
    {
        var left = options.TimeLimit - spent.Elapsed;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        spent.Start();
        try
        {
            using var request = Request(uri, known);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return Told(uri, response) ?? new Step(await ContentAsync(uri, response, limit.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Step(new WebAnswer.Failed($"It gave no whole answer within {options.TimeLimit.TotalSeconds:0.#} seconds."));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or SocketException or InvalidOperationException
            or NotSupportedException or UriFormatException)
        {
            return new Step(new WebAnswer.Failed(Reason(e)));
        }
        finally
        {
            spent.Stop();
            asked[uri.Host] = Stopwatch.GetTimestamp();
        }
    }

    private static HttpRequestMessage Request(Uri uri, WebVersion? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        Add(request, "If-None-Match", known?.ETag);
        Add(request, "If-Modified-Since", known?.LastModified);
        return request;
    }

    /// <summary>Adds what a memory gave; it is somebody else's code and must not write further headers.</summary>
    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value) && value.All(c => c is >= ' ' and <= '~'))
            request.Headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>What the status alone tells; null where the content is to be read.</summary>
    private static Step? Told(Uri uri, HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        switch (status)
        {
            case 304:
                return new Step(new WebAnswer.Unchanged());
            case 301 or 302 or 303 or 307 or 308:
                string? target = response.Headers.TryGetValues("Location", out var targets) ? targets.FirstOrDefault() : null;
                return target is not null && Uri.TryCreate(uri, target, out var next)
                    ? new Step(null, next)
                    : new Step(new WebAnswer.Failed("It redirects to no valid address."));
            case 429 or 503 when response.Headers.RetryAfter is { } after:
                var wait = after.Delta ?? (after.Date - DateTimeOffset.UtcNow) ?? TimeSpan.Zero;
                return new Step(null, null, wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            case >= 200 and <= 299:
                return null;
            default:
                return new Step(new WebAnswer.Failed($"The server answered {status}{Known(response.StatusCode)}."));
        }
    }

    private static string Known(HttpStatusCode status) => Enum.IsDefined(status) ? $" ({status})" : "";

    private async Task<WebAnswer> ContentAsync(Uri uri, HttpResponseMessage response, CancellationToken cancel)
    {
        var tooLarge = new WebAnswer.Failed($"It is larger than {options.MaxBytes} bytes; fetch it as a file.");
        if (response.Content.Headers.ContentLength > options.MaxBytes)
            return tooLarge;
        var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        using var body = new MemoryStream();
        var part = new byte[64 * 1024];
        while (await stream.ReadAsync(part, cancel).ConfigureAwait(false) is var count and > 0)
        {
            if (body.Length + count > options.MaxBytes)
                return tooLarge;
            body.Write(part, 0, count);
        }
        var type = response.Content.Headers.ContentType;
        var version = new WebVersion(Header(response.Headers, "ETag"), Header(response.Content.Headers, "Last-Modified"));
        return new WebAnswer.Content(uri, type?.MediaType?.ToLowerInvariant(), type?.CharSet, ImmutableCollectionsMarshal.AsImmutableArray(body.ToArray()), version);
    }

    private static string? Header(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static string Reason(Exception e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is LocalAddressException or SocketException or System.Security.Authentication.AuthenticationException)
                return Files.Faults.Tell(inner);
        }
        return e is InvalidDataException ? "Its compression is damaged." : Files.Faults.Tell(e);
    }

    /// <summary>Connects only to addresses that were looked at, so that a name that changes its meaning in between gains nothing.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        string host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancel).ConfigureAwait(false);
        if (!options.AllowLocal)
            addresses = [.. addresses.Where(a => !isLocal(a))];
        if (addresses.Length == 0)
            throw new LocalAddressException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
