using System.Runtime.InteropServices;
using Entente.Sources.Files;
using Entente.Sources.Html;

namespace Entente.Sources.Web;

/// <summary>Reads inputs that are addresses: a page, a feed with the pages it links to, or any other format.</summary>
internal sealed class WebReader(FormatReaders formats, SourceOptions options, IFeedMemory? memory) : IDisposable
{
    private WebFetcher? fetcher;

    /// <summary>Whether an input is an address, not a path.</summary>
    public static bool IsAddress(string input) => input.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Streams the documents of an address; none when nothing is new there.</summary>
    /// <param name="address">The address.</param>
    /// <param name="id">Id of a single document, null for the address.</param>
    public IEnumerable<SourceResult> Read(string address, string? id)
    {
        var answer = Ask(address);
        if (answer is WebAnswer.Failed failed)
            yield return new SourceResult.Failed(address, failed.Reason);
        if (answer is not WebAnswer.Content content)
            yield break;
        var pages = new FollowedPages(this, formats.Pages, options.Web.MaxFollowed);
        using var opened = Open(content, WebFormat.Of(content, id ?? address), address) with { Pages = pages };
        foreach (var result in formats.Read(opened))
        {
            yield return result;
            pages.Remember();
        }
        if (!pages.Incomplete)
            Remember(address, content.Version);
    }

    /// <summary>Opens an answer.</summary>
    public static InputContent Open(WebAnswer.Content answer, InputName name, string address)
    {
        var body = new MemoryStream(ImmutableCollectionsMarshal.AsArray(answer.Body)!, writable: false);
        // What is compressed once more must not grow without limit, either.
        return InputContent.Open(body, name, address, Math.Max(answer.Body.Length, 256L << 20)) with
        {
            Charset = HtmlCharset.Named(answer.Charset),
            Address = answer.Address.AbsoluteUri,
        };
    }

    /// <summary>Asks for what is new at an address. Waits for it: reading goes on in one thread, a document at a time.</summary>
    public WebAnswer Ask(string address)
    {
        fetcher ??= new WebFetcher(options.Web);
        return fetcher.FetchAsync(address, memory?.Get(address)).GetAwaiter().GetResult();
    }

    /// <summary>Takes note of a version, where there is a memory and the server told one.</summary>
    public void Remember(string address, WebVersion version)
    {
        if (version != default)
            memory?.Put(address, version.ETag, version.LastModified);
    }

    /// <inheritdoc/>
    public void Dispose() => fetcher?.Dispose();
}
