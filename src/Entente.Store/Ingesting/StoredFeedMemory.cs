using Entente.Sources.Web;

namespace Entente.Store.Ingesting;

/// <summary>
/// Remembers in a store what addresses said of their state. What is put counts only when <see cref="Save"/> keeps it at the end of a run, after
/// all documents are kept: a run that is killed asks again and loses nothing.
/// </summary>
/// <param name="store">The store.</param>
public sealed class StoredFeedMemory(EventStore store) : IFeedMemory
{
    private readonly Dictionary<string, WebVersion> fresh = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public WebVersion? Get(string url)
    {
        foreach (var row in store.Rows("SELECT etag, last_modified FROM feeds WHERE url = $1", url))
            return new WebVersion(row.IsDBNull(0) ? null : row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1));
        return null;
    }

    /// <inheritdoc/>
    public void Put(string url, string? etag, string? lastModified) => fresh[url] = new WebVersion(etag, lastModified);

    /// <summary>Keeps what was put.</summary>
    /// <exception cref="StoreException">The machine did not let it be kept.</exception>
    public void Save()
    {
        if (fresh.Count == 0) return;
        store.InTransaction(() =>
        {
            foreach (var (url, version) in fresh) store.Execute("INSERT OR REPLACE INTO feeds VALUES ($1, $2, $3)", url, version.ETag, version.LastModified);
        });
        fresh.Clear();
    }
}
