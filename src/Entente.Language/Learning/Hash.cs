using System.Runtime.CompilerServices;

namespace Entente.Language.Learning;

/// <summary>
/// The hash functions of words and features. They are part of the model's format: the same text gives the same number on every
/// machine, and a change here asks for a new training.
/// </summary>
internal static class Hash
{
    private const ulong K1 = 0x9E3779B97F4A7C15;
    private const ulong K2 = 0xC2B2AE3D27D4EB4F;
    private const ulong K3 = 0xD6E8FEB86659FD93;

    /// <summary>Hash of a text's UTF-16 code units; never 0, which stands for "no word".</summary>
    public static uint Text(ReadOnlySpan<char> text)
    {
        var x = K2 ^ (ulong)text.Length;
        foreach (var c in text) x = (x ^ c) * K1 + (x >> 29);
        x ^= x >> 32;
        x *= K3;
        var result = (uint)(x >> 32);
        return result == 0 ? 1 : result;
    }

    /// <summary>A feature of one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Feature(uint template, uint a) => Feature(template, a, 0);

    /// <summary>A feature of two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Feature(uint template, uint a, uint b)
    {
        var x = ((ulong)a << 32 | b) * K1 + template * K2;
        x ^= x >> 32;
        x *= K3;
        return (uint)(x >> 32) | 1;
    }

    /// <summary>A feature of three values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Feature(uint template, uint a, uint b, uint c)
    {
        var x = ((ulong)a << 32 | b) * K1;
        x ^= x >> 29;
        x = (x + c) * K3 + template * K2;
        x ^= x >> 32;
        x *= K3;
        return (uint)(x >> 32) | 1;
    }
}
