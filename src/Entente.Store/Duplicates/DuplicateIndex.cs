using System.Runtime.InteropServices;

namespace Entente.Store.Duplicates;

/// <summary>A text that another one repeats.</summary>
/// <param name="Key">Its number.</param>
/// <param name="Similarity">Estimated Jaccard similarity, 0 to 1.</param>
public readonly record struct DuplicateMatch(long Key, double Similarity);

/// <summary>
/// Finds the text that another one repeats (locality-sensitive hashing by bands of a MinHash signature; Leskovec, Rajaraman and
/// Ullman, Mining of Massive Datasets, chapter 3). Not safe for several threads.
/// </summary>
public sealed class DuplicateIndex
{
    /// <summary>Least similarity of a repeated text.</summary>
    public const double LeastSimilarity = 0.5;

    private const int Bands = 21;
    private const int Rows = Fingerprint.Size / Bands;

    private readonly Dictionary<(int Band, ulong Hash), List<int>> buckets = [];
    private readonly List<(long Key, Fingerprint Print)> texts = [];

    /// <summary>Enters a text.</summary>
    public void Add(long key, Fingerprint print)
    {
        for (var band = 0; band < Bands; band++)
        {
            if (Hash(print, band) is not { } hash) continue;
            ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(buckets, (band, hash), out _);
            (bucket ??= []).Add(texts.Count);
        }

        texts.Add((key, print));
    }

    /// <summary>The text most like this one, the first entered of several; null when none is like it.</summary>
    public DuplicateMatch? Find(Fingerprint print)
    {
        DuplicateMatch? best = null;
        var looked = new HashSet<int>();
        for (var band = 0; band < Bands; band++)
        {
            if (Hash(print, band) is not { } hash || !buckets.TryGetValue((band, hash), out var bucket)) continue;
            foreach (var at in bucket)
            {
                if (!looked.Add(at)) continue;
                var similarity = texts[at].Print.SimilarTo(print);
                if (similarity < LeastSimilarity) continue;
                if (best is not { } b || similarity > b.Similarity || (similarity == b.Similarity && texts[at].Key < b.Key)) best = new DuplicateMatch(texts[at].Key, similarity);
            }
        }

        return best;
    }

    private static ulong? Hash(Fingerprint print, int band)
    {
        var rows = print.Least.Slice(band * Rows, Rows);
        if (rows[0] == uint.MaxValue) return null;
        var hash = 14695981039346656037UL;
        foreach (var row in rows) hash = (hash ^ row) * 0x100000001B3UL;
        return hash;
    }
}
