namespace Entente.Analysis.Statistics;

/// <summary>
/// A generator of random numbers that gives the same numbers for the same seed on every machine: xoshiro256** (Blackman and Vigna,
/// Scrambled linear pseudorandom number generators, 2021), its state filled by SplitMix64. A value with state: pass it by reference, a
/// copy would give the same numbers again. Not safe for several threads; give each a <see cref="Fork"/>.
/// </summary>
public struct SeededRandom
{
    private ulong a, b, c, d;

    /// <summary>Starts from a seed; every seed, zero too, is good.</summary>
    public SeededRandom(ulong seed)
    {
        a = Split(ref seed);
        b = Split(ref seed);
        c = Split(ref seed);
        d = Split(ref seed);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        // The default value has no state at all, and would give zeros for ever.
        if ((a | b | c | d) == 0) this = new SeededRandom(0);
        var result = ulong.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = ulong.RotateLeft(d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), in steps of 2⁻⁵³.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform over the whole numbers 0 to <paramref name="count"/> − 1 (Lemire 2019, without bias).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public int NextIndex(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var range = (uint)count;
        var product = (NextBits() >> 32) * range;
        if ((uint)product < range)
        {
            var least = (0u - range) % range;
            while ((uint)product < least) product = (NextBits() >> 32) * range;
        }

        return (int)(product >> 32);
    }

    /// <summary>Another generator, seeded from this one.</summary>
    public SeededRandom Fork() => new(NextBits());

    /// <summary>Puts the items into random order (Fisher and Yates 1938).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextIndex(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Split(ref ulong seed)
    {
        seed += 0x9E3779B97F4A7C15UL;
        var x = seed;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
