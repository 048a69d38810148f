using System.Collections.Immutable;

namespace Entente.Sources.Web;

/// <summary>What asking an address gives.</summary>
public abstract record WebAnswer
{
    private WebAnswer()
    {
    }

    /// <summary>Its content.</summary>
    /// <param name="Address">The address that answered, behind all redirections.</param>
    /// <param name="MediaType">As in <c>text/html</c>, lower case; null when the server does not tell.</param>
    /// <param name="Charset">The encoding's name as the server tells it, else null.</param>
    /// <param name="Body">The bytes, decompressed, at most <see cref="WebOptions.MaxBytes"/>.</param>
    /// <param name="Version">What the server says about the version; both null when it says nothing.</param>
    public sealed record Content(Uri Address, string? MediaType, string? Charset, ImmutableArray<byte> Body, WebVersion Version) : WebAnswer;

    /// <summary>Nothing has changed since the version that was named (status 304).</summary>
    public sealed record Unchanged : WebAnswer;

    /// <summary>It could not be read.</summary>
    /// <param name="Reason">One sentence for people.</param>
    public sealed record Failed(string Reason) : WebAnswer;
}
