using Entente.Language.Learning;

namespace Entente.Language.Tagging;

/// <summary>What the tagger looks at. Part of the model's format.</summary>
internal static class TagFeatures
{
    /// <summary>Room that <see cref="Fill"/> needs.</summary>
    public const int Most = 80;

    /// <summary>Writes the features of word <paramref name="i"/> and returns how many there are.</summary>
    public static int Fill(Frame f, int i, Span<uint> into)
    {
        var n = 0;
        Word(f, i, into, ref n);
        Neighbours(f, i, into, ref n);
        History(f, i, into, ref n);
        return n;
    }

    private static void Word(Frame f, int i, Span<uint> into, ref int n)
    {
        var (word, shape, cluster) = (f.Words[i], f.Shapes[i], f.Clusters[i]);
        var suffix = f.Suffixes.AsSpan(i * Frame.Affixes, Frame.Affixes);
        var prefix = f.Prefixes.AsSpan(i * Frame.Affixes, Frame.Affixes);
        into[n++] = Hash.Feature(1, 1);
        into[n++] = Hash.Feature(2, word);
        into[n++] = Hash.Feature(3, word, shape);
        into[n++] = Hash.Feature(4, shape);
        into[n++] = Hash.Feature(5, shape, i == 1 ? 1u : 0u);
        into[n++] = Hash.Feature(6, cluster);
        into[n++] = Hash.Feature(7, cluster >> 4);
        into[n++] = Hash.Feature(8, cluster, shape);
        for (var k = 0; k < Frame.Affixes; k++)
        {
            if (suffix[k] == 0) break;
            into[n++] = Hash.Feature(10 + (uint)k, suffix[k]);
            if (k is 1 or 2) into[n++] = Hash.Feature(15 + (uint)k, suffix[k], shape);
            if (k is 1 or 2) into[n++] = Hash.Feature(18 + (uint)k, suffix[k], cluster >> 4);
            if (k < 4) into[n++] = Hash.Feature(22 + (uint)k, prefix[k]);
        }

        into[n++] = Hash.Feature(70, f.Kinds[i]);
        into[n++] = Hash.Feature(71, f.Kinds[i], shape, i == 1 ? 1u : 0u);
        into[n++] = Hash.Feature(72, f.Kinds[i], suffix[2]);
        into[n++] = Hash.Feature(73, f.Kinds[i], cluster >> 4);
        into[n++] = Hash.Feature(74, f.Kinds[i], suffix[1]);
        if (f.Casing != Casing.Sentence) into[n++] = Hash.Feature(28, (uint)f.Casing, word);
    }

    private static void Neighbours(Frame f, int i, Span<uint> into, ref int n)
    {
        var back = Math.Max(0, i - 2);
        var (word, cluster, shape) = (f.Words[i], f.Clusters[i], f.Shapes[i]);
        var (before, after, after2) = (f.Words[i - 1], f.Words[i + 1], f.Words[i + 2]);
        var (clusterBefore, clusterAfter) = (f.Clusters[i - 1], f.Clusters[i + 1]);
        into[n++] = Hash.Feature(30, before);
        into[n++] = Hash.Feature(31, after);
        into[n++] = Hash.Feature(32, f.Words[back]);
        into[n++] = Hash.Feature(33, after2);
        into[n++] = Hash.Feature(34, before, word);
        into[n++] = Hash.Feature(35, word, after);
        into[n++] = Hash.Feature(36, before, after);
        into[n++] = Hash.Feature(37, clusterBefore, cluster);
        into[n++] = Hash.Feature(38, cluster, clusterAfter);
        into[n++] = Hash.Feature(39, clusterAfter);
        into[n++] = Hash.Feature(40, clusterAfter, f.Clusters[i + 2]);
        into[n++] = Hash.Feature(41, f.Shapes[i - 1], shape);
        into[n++] = Hash.Feature(42, shape, f.Shapes[i + 1]);
        into[n++] = Hash.Feature(43, f.Suffixes[(i + 1) * Frame.Affixes + 2]);
        into[n++] = Hash.Feature(44, f.Suffixes[(i + 1) * Frame.Affixes + 1], word);
        into[n++] = Hash.Feature(45, after, after2);
        into[n++] = Hash.Feature(46, f.Suffixes[(i - 1) * Frame.Affixes + 2]);
        into[n++] = Hash.Feature(47, f.Words[Math.Max(0, i - 3)]);
    }

    private static void History(Frame f, int i, Span<uint> into, ref int n)
    {
        var back = Math.Max(0, i - 2);
        var (last, part) = ((uint)f.Tags[i - 1], f.Parts[i - 1]);
        var (word, cluster) = (f.Words[i], f.Clusters[i]);
        into[n++] = Hash.Feature(50, last);
        into[n++] = Hash.Feature(51, last, (uint)f.Tags[back]);
        into[n++] = Hash.Feature(52, last, word);
        into[n++] = Hash.Feature(53, last, cluster);
        into[n++] = Hash.Feature(54, last, f.Words[i + 1]);
        into[n++] = Hash.Feature(55, part, f.Parts[back], cluster);
        into[n++] = Hash.Feature(56, last, f.Suffixes[i * Frame.Affixes + 2]);
        into[n++] = Hash.Feature(57, part, f.Parts[back], f.Parts[Math.Max(0, i - 3)]);
        into[n++] = Hash.Feature(58, last, f.Clusters[i + 1]);
        into[n++] = Hash.Feature(59, part, word, f.Words[i + 1]);
        into[n++] = Hash.Feature(60, f.Words[back], part);
        into[n++] = Hash.Feature(61, last, cluster, f.Clusters[i + 1]);
        into[n++] = Hash.Feature(62, last, f.Kinds[i]);
        into[n++] = Hash.Feature(63, last, f.Kinds[i], f.Clusters[i + 1]);
        into[n++] = Hash.Feature(64, last, f.Kinds[i + 1], f.Suffixes[(i + 1) * Frame.Affixes + 1]);
    }
}
