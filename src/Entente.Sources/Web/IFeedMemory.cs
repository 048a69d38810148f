namespace Entente.Sources.Web;

/// <summary>What servers said about the version of an answer; given back to them, they answer only when there is a newer one.</summary>
/// <param name="ETag">The <c>ETag</c> header as it came, null when there was none.</param>
/// <param name="LastModified">The <c>Last-Modified</c> header as it came, null when there was none.</param>
public readonly record struct WebVersion(string? ETag, string? LastModified);

/// <summary>
/// Remembers the versions of addresses that were read, so that what has not changed is not read again. It is called from the reading
/// thread only.
/// </summary>
public interface IFeedMemory
{
    /// <summary>The version of <paramref name="url"/> that was read last, null when it is new or is to be read anyhow.</summary>
    /// <param name="url">The address as it was given or linked to.</param>
    WebVersion? Get(string url);

    /// <summary>
    /// Takes the version of an address that was read. It is called when everything the address holds has been handed over, and for a
    /// feed only when all the links that were followed could be read; only where the server gave a version.
    /// </summary>
    /// <param name="url">The address as it was given or linked to.</param>
    /// <param name="etag">The <c>ETag</c> header, null when there was none.</param>
    /// <param name="lastModified">The <c>Last-Modified</c> header, null when there was none.</param>
    void Put(string url, string? etag, string? lastModified);
}
