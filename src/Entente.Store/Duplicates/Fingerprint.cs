using System.Buffers.Binary;
using System.Collections.Immutable;
using Entente.Sources;

namespace Entente.Store.Duplicates;

/// <summary>
/// A text's signature, by which light rewrites of it are found: the least values that <see cref="Size"/> hash functions take over its
/// shingles of three words (MinHash; Broder, On the resemblance and containment of documents, 1997). The share of equal values
/// estimates the Jaccard similarity of the shingle sets, with a standard error of at most 0.07.
/// </summary>
public sealed class Fingerprint
{
    /// <summary>Number of hash functions.</summary>
    public const int Size = 64;

    private const int Shingle = 3;

    private static readonly ulong[] Factors = [.. Enumerable.Range(0, Size).Select(i => Mix((ulong)i + 1) | 1)];

    private readonly uint[] least;

    private Fingerprint(uint[] least) => this.least = least;

    /// <summary>The least values, <see cref="Size"/> of them.</summary>
    internal ReadOnlySpan<uint> Least => least;

    /// <summary>Of a text without its page furniture. Letter case and all but letters and digits are ignored.</summary>
    public static Fingerprint Of(string text, ImmutableArray<TextRange> furniture)
    {
        var least = new uint[Size];
        Array.Fill(least, uint.MaxValue);
        Span<ulong> words = stackalloc ulong[Shingle];
        var count = 0;
        var (word, next) = (0UL, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            while (!furniture.IsDefaultOrEmpty && next < furniture.Length && furniture[next].End <= i) next++;
            var hidden = !furniture.IsDefaultOrEmpty && next < furniture.Length && furniture[next].Start <= i;
            if (i < text.Length && !hidden && char.IsLetterOrDigit(text[i]))
            {
                word = (word ^ char.ToLowerInvariant(text[i])) * 0x100000001B3UL;
                if (word == 0) word = 1;
                continue;
            }

            if (word == 0) continue;
            words[count++ % Shingle] = word;
            word = 0;
            if (count >= Shingle) Enter(least, Mix(words[(count - 3) % Shingle] + (3 * words[(count - 2) % Shingle]) + (7 * words[(count - 1) % Shingle])));
        }

        return new Fingerprint(least);
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="ArgumentException">It is not as long as a signature.</exception>
    public static Fingerprint FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size * sizeof(uint)) throw new ArgumentException($"A signature has {Size * sizeof(uint)} bytes, not {bytes.Length}.", nameof(bytes));
        var least = new uint[Size];
        for (var i = 0; i < Size; i++) least[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
        return new Fingerprint(least);
    }

    /// <summary>The values in little-endian order.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size * sizeof(uint)];
        for (var i = 0; i < Size; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), least[i]);
        return bytes;
    }

    /// <summary>Estimated Jaccard similarity of two texts, 0 to 1. Texts of fewer than three words resemble nothing.</summary>
    public double SimilarTo(Fingerprint other)
    {
        var same = 0;
        for (var i = 0; i < Size; i++)
            if (least[i] == other.least[i] && least[i] != uint.MaxValue) same++;
        return (double)same / Size;
    }

    private static void Enter(uint[] least, ulong shingle)
    {
        for (var i = 0; i < Size; i++)
        {
            var value = (uint)((shingle * Factors[i]) >> 32);
            if (value < least[i]) least[i] = value;
        }
    }

    /// <summary>Spreads the bits of a number (the finaliser of SplitMix64).</summary>
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
