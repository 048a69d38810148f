using System.Runtime.InteropServices;

namespace Entente.Store.Duplicates;

/// <summary>A text that another one resembles.</summary>
/// <param name="Key">Its number.</param>
/// <param name="Similarity">Estimated Jaccard similarity of the shingles, 0 to 1.</param>
public readonly record struct DuplicateMatch(long Key, double Similarity);

/// <summary>
/// Finds the texts that another one may repeat: those whose MinHash signatures share values with its own (locality-sensitive hashing
/// with bands of one row; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3). A light rewrite and a text cut to a
/// third have a Jaccard similarity of 0.2 to 0.3 only, which wider bands would miss; what is no repeat is told by <see cref="DuplicateJudge"/>.
/// Not safe for several threads.
/// </summary>
public sealed class DuplicateIndex
{
    /// <summary>Fewest values that a candidate shares. One whose similarity is 0.17 is found with a probability of 0.99, one of 0.1 with 0.88.</summary>
    public const int FewestShared = 4;

    /// <summary>Most candidates of a text.</summary>
    public const int MostCandidates = 8;

    /// <summary>So many of the texts entered last are looked at for one value. A value that more have is that of a phrase, not of a text.</summary>
    private const int LongestWalk = 128;

    private readonly Dictionary<ulong, int> newest = [];
    private readonly List<(long Key, Fingerprint Print, int[] Older)> texts = [];

    /// <summary>Enters a text.</summary>
    public void Add(long key, Fingerprint print)
    {
        var older = new int[Fingerprint.Size];
        for (var i = 0; i < Fingerprint.Size; i++)
        {
            if (print.Least[i] == uint.MaxValue) continue;
            ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(newest, Value(print, i), out var there);
            older[i] = there ? first : -1;
            first = texts.Count;
        }

        texts.Add((key, print, older));
    }

    /// <summary>The texts that this one may repeat, the most similar first, of equally similar ones the one with the least key; at most <see cref="MostCandidates"/>.</summary>
    public IReadOnlyList<DuplicateMatch> Find(Fingerprint print)
    {
        var shared = new Dictionary<int, int>();
        for (var i = 0; i < Fingerprint.Size; i++)
        {
            if (print.Least[i] == uint.MaxValue || !newest.TryGetValue(Value(print, i), out var at)) continue;
            for (var step = 0; at >= 0 && step < LongestWalk; step++, at = texts[at].Older[i])
                CollectionsMarshal.GetValueRefOrAddDefault(shared, at, out _)++;
        }

        return
        [
            .. shared.Where(s => s.Value >= FewestShared).Select(s => new DuplicateMatch(texts[s.Key].Key, texts[s.Key].Print.SimilarTo(print)))
                .OrderByDescending(m => m.Similarity).ThenBy(m => m.Key).Take(MostCandidates),
        ];
    }

    private static ulong Value(Fingerprint print, int at) => ((ulong)at << 32) | print.Least[at];
}
