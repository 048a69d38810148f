using Entente.Sources;
using Entente.Store.Duplicates;

namespace Entente.Store.Ingesting;

/// <summary>A text that others may repeat.</summary>
/// <param name="document">The document with it.</param>
internal sealed class KnownText(StoredDocument document)
{
    private TextOutline? outline;

    /// <summary>The document.</summary>
    public Article Article => document.Article;

    /// <summary>Its words; made when they are first asked for.</summary>
    public TextOutline Outline => outline ??= TextOutline.Of(Article);
}

/// <summary>
/// The texts that documents which arrive may repeat: those of the store, and those of the run that are not written yet. Where a text comes from makes no
/// difference to what it says. Used by the thread that writes the store.
/// </summary>
/// <param name="store">The store.</param>
internal sealed class KnownTexts(EventStore store)
{
    private const int MostKept = 1024;

    private readonly StoredDocuments documents = new(store);
    private readonly Dictionary<long, KnownText> kept = [];
    private int least = MostKept;

    /// <summary>Keeps a text of this run, at least until the store has it.</summary>
    public void Keep(long key, string hash, Article article)
    {
        if (kept.Count >= least)
        {
            var written = store.Scalar<long>("SELECT coalesce(max(document_key), 0) FROM documents");
            foreach (var old in kept.Keys.Where(k => k <= written).ToList()) kept.Remove(old);
            least = Math.Max(MostKept, 2 * kept.Count);
        }

        kept[key] = new KnownText(new StoredDocument(key, hash, article));
    }

    /// <summary>The texts of some documents by their numbers.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public Dictionary<long, KnownText> Of(IReadOnlyList<long> keys)
    {
        var found = keys.Where(kept.ContainsKey).ToDictionary(k => k, k => kept[k]);
        if (found.Count < keys.Count)
            foreach (var document in documents.Of([.. keys.Where(k => !found.ContainsKey(k))])) found[document.Key] = new KnownText(document);
        return found;
    }
}
