using Entente.Language.Tagging;

namespace Entente.Language.Neural;

/// <summary>Numbers the rows of the two tables that a word's input is made of. Part of the model's format.</summary>
internal static class WordInputs
{
    /// <summary>Rows of the form table that one word may take.</summary>
    public const int MostForms = 16;

    // How many rows the affixes of each length share, by hash.
    private static readonly int[] SuffixRows = [256, 1024, 3072, 6144, 6144];
    private static readonly int[] PrefixRows = [256, 1024, 3072, 4096];

    private const int ShapeRows = 768;
    private const int ClusterRows = 1024;
    private const int KindRows = 64;
    private const int PlaceRows = 8;

    /// <summary>Rows of the form table.</summary>
    public static int FormRows { get; } = SuffixRows.Sum() + PrefixRows.Sum() + ShapeRows + ClusterRows + 64 + KindRows + PlaceRows;

    /// <summary>Writes the rows of the form table for word <paramref name="i"/> and returns how many there are.</summary>
    public static int Forms(Frame f, int i, Span<int> into)
    {
        var n = 0;
        var start = 0;
        for (var k = 0; k < SuffixRows.Length; k++)
        {
            var hash = f.Suffixes[i * Frame.Affixes + k];
            if (hash != 0) into[n++] = start + Bucket(hash, SuffixRows[k]);
            start += SuffixRows[k];
        }

        for (var k = 0; k < PrefixRows.Length; k++)
        {
            var hash = f.Prefixes[i * Frame.Affixes + k];
            if (hash != 0) into[n++] = start + Bucket(hash, PrefixRows[k]);
            start += PrefixRows[k];
        }

        into[n++] = start + Bucket(f.Shapes[i], ShapeRows);
        start += ShapeRows;
        into[n++] = start + (int)f.Clusters[i];
        start += ClusterRows;
        into[n++] = start + (int)(f.Clusters[i] >> 4);
        start += 64;
        into[n++] = start + (int)f.Kinds[i];
        start += KindRows;
        into[n++] = start + (int)f.Casing * 2 + (i == 1 ? 1 : 0);
        return n;
    }

    private static int Bucket(uint hash, int rows) => (int)((hash * 0x9E3779B97F4A7C15UL >> 32) * (ulong)rows >> 32);
}
