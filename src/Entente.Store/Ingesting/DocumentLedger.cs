using System.Globalization;
using Entente.Sources;
using Entente.Store.Duplicates;

namespace Entente.Store.Ingesting;

/// <summary>
/// Tells what documents that arrive are to the store. What it has told counts at once, before it is written, so its answers depend on
/// the order of arrival alone, never on when something is written. It is kept in memory and grows with the number of documents.
/// </summary>
public sealed class DocumentLedger
{
    private readonly Dictionary<(string Id, string Hash), long> known = [];
    private readonly Dictionary<string, (long Key, int Revision)> latest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> originals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);
    private readonly DuplicateIndex near = new();
    private readonly KnownTexts texts;
    private long last;

    /// <summary>Reads what the store has.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public DocumentLedger(EventStore store)
    {
        texts = new KnownTexts(store);
        foreach (var row in store.Rows("SELECT document_key, id, revision, text_hash, duplicate_of, fingerprint FROM documents ORDER BY document_key"))
        {
            var (key, id, hash) = (row.GetInt64(0), row.GetString(1), row.GetString(3));
            Enter(key, id, row.GetInt32(2), hash);
            if (!row.IsDBNull(4)) continue;
            originals.TryAdd(hash, key);
            if (!row.IsDBNull(5)) near.Add(key, Fingerprint.FromBytes(ReadBytes(row.GetStream(5))));
        }
    }

    /// <summary>What an article is to the store.</summary>
    public Arrival Receive(Article article)
    {
        var hash = ContentHash.Of(article.Text);
        var id = IdOf(article.Id, hash);
        if (id != article.Id) article = article with { Id = id };
        if (known.TryGetValue((id, hash), out var there)) return new Arrival(article, ArrivalKind.Known, there, 0, hash, null, null, null);
        var revision = latest.TryGetValue(id, out var before) ? before.Revision + 1 : 1;
        var key = last + 1;
        var print = Fingerprint.Of(article.Text, article.Furniture);
        var repeated = Repeated(article, hash, print);
        Enter(key, id, revision, hash);
        if (repeated is null)
        {
            originals.TryAdd(hash, key);
            near.Add(key, print);
            texts.Keep(key, hash, article);
        }

        var kind = revision > 1 ? ArrivalKind.Changed : repeated is null ? ArrivalKind.New : ArrivalKind.Repeated;
        return new Arrival(article, kind, key, revision, hash, print, repeated?.Key, repeated?.Similarity);
    }

    /// <summary>
    /// The text that an article repeats: the same one, else that of another document which it repeats most surely. What has changed since an earlier
    /// revision of the document itself is to be read, so it can only repeat that word for word.
    /// </summary>
    private DuplicateMatch? Repeated(Article article, string hash, Fingerprint print)
    {
        long? same = originals.TryGetValue(hash, out var first) ? first : null;
        var candidates = near.Find(print);
        if (same is null && candidates.Count == 0) return null;
        var outline = TextOutline.Of(article);
        if (same is { } there && (DuplicateJudge.CanTell(outline) || Score(texts.Of([there])[there]) > 0)) return new DuplicateMatch(there, 1);
        var found = texts.Of([.. candidates.Select(c => c.Key)]);
        (DuplicateMatch? Match, double Score) best = (null, DuplicateJudge.LeastScore);
        foreach (var candidate in candidates)
        {
            if (found[candidate.Key].Article.Id != article.Id && Score(found[candidate.Key]) is var score && score > best.Score) best = (candidate, score);
        }

        return best.Match;

        double Score(KnownText text) => DuplicateJudge.Score(outline, text.Outline, DuplicateJudge.Apart(article.Published, text.Article.Published));
    }

    /// <summary>The id itself; within one run another text of the same id is another document and gets <c>~2</c>, <c>~3</c>, …</summary>
    private string IdOf(string id, string hash)
    {
        var one = id;
        for (var n = 2; seen.TryGetValue(one, out var text) && text != hash; n++) one = string.Create(CultureInfo.InvariantCulture, $"{id}~{n}");
        seen[one] = hash;
        return one;
    }

    private void Enter(long key, string id, int revision, string hash)
    {
        known[(id, hash)] = key;
        latest[id] = (key, revision);
        last = Math.Max(last, key);
    }

    private static byte[] ReadBytes(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
