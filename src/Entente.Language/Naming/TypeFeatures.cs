using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Naming;

/// <summary>What tells a person's name from an organisation's or a place's. Part of the model's format.</summary>
internal static class TypeFeatures
{
    /// <summary>Room that <see cref="Fill"/> needs.</summary>
    public const int Most = 500;

    private const int LongestName = 16;

    /// <summary>Writes the features of the name from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public static int Fill(Frame f, int start, int end, HashTable phrases, Span<uint> into)
    {
        var n = 0;
        var head = Head(f, start, end);
        var length = (uint)Math.Min(6, end - start);
        var phrase = (uint)phrases.Find(PhraseHash(f, start, end), 0);
        into[n++] = Hash.Feature(990, phrase);
        into[n++] = Hash.Feature(991, phrase >> 4);
        into[n++] = Hash.Feature(992, phrase >> 4, f.Words[start - 1]);
        into[n++] = Hash.Feature(900, length);
        into[n++] = Hash.Feature(901, (uint)f.Labels[head], length);
        into[n++] = Hash.Feature(902, (uint)f.Casing, length);
        for (var i = start; i < Math.Min(end, start + LongestName); i++)
        {
            into[n++] = Hash.Feature(903, f.Words[i]);
            into[n++] = Hash.Feature(904, f.Clusters[i]);
            into[n++] = Hash.Feature(905, f.Clusters[i] >> 4);
            into[n++] = Hash.Feature(906, f.Suffixes[i * Frame.Affixes + 2]);
            into[n++] = Hash.Feature(907, f.Parts[i]);
            if (i > start) into[n++] = Hash.Feature(908, f.Words[i - 1], f.Words[i]);
            if (i > start) into[n++] = Hash.Feature(909, (uint)f.Labels[i], length);
        }

        Word(f, start, 910, length, into, ref n);
        Word(f, end - 1, 930, length, into, ref n);
        Word(f, head, 950, length, into, ref n);
        Context(f, start, end, into, ref n);
        Tree(f, start, end, head, into, ref n);
        Lists(f, start, end, head, into, ref n);
        return n;
    }

    // The name as the clusters of names know it; 0, which is none, when it is too long.
    private static uint PhraseHash(Frame f, int start, int end)
    {
        Span<char> buffer = stackalloc char[160];
        var length = 0;
        for (var i = start; i < end; i++)
        {
            if (length + 66 > buffer.Length) return 0;
            if (i > start) buffer[length++] = ' ';
            length += Outline.Normalise(f.Forms[i], buffer.Slice(length, 64));
        }

        return Hash.Text(buffer[..length]);
    }

    // The name's word that hangs on a word outside it.
    private static int Head(Frame f, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (f.Heads[i] < start || f.Heads[i] >= end)
                return i;
        return start;
    }

    private static void Word(Frame f, int i, uint t, uint length, Span<uint> into, ref int n)
    {
        into[n++] = Hash.Feature(t, f.Words[i]);
        into[n++] = Hash.Feature(t + 1, f.Clusters[i], length);
        into[n++] = Hash.Feature(t + 2, f.Clusters[i] >> 4, length);
        into[n++] = Hash.Feature(t + 3, f.Shapes[i], length);
        for (var k = 1; k < Frame.Affixes; k++) into[n++] = Hash.Feature(t + 4 + (uint)k, f.Suffixes[i * Frame.Affixes + k]);
        into[n++] = Hash.Feature(t + 10, f.Prefixes[i * Frame.Affixes + 2]);
    }

    private static void Lists(Frame f, int start, int end, int head, Span<uint> into, ref int n)
    {
        var (any, all) = (ListBits.None, ~ListBits.None);
        for (var i = start; i < end; i++)
        {
            any |= f.Lists[i];
            all &= f.Lists[i];
        }

        var length = (uint)Math.Min(4, end - start);
        into[n++] = Hash.Feature(1000, (uint)f.Lists[start], (uint)f.Lists[end - 1], length);
        into[n++] = Hash.Feature(1001, (uint)any);
        into[n++] = Hash.Feature(1002, (uint)all, length);
        into[n++] = Hash.Feature(1003, (uint)f.Lists[head], (uint)f.Labels[head]);
        into[n++] = Hash.Feature(1004, (uint)f.Lists[start - 1], (uint)any);
        into[n++] = Hash.Feature(1005, (uint)any, f.Words[start - 1]);
        into[n++] = Hash.Feature(1006, (uint)any, f.Clusters[f.Heads[head]] >> 4);
        into[n++] = Hash.Feature(1007, (uint)f.Lists[end], (uint)f.Lists[start]);
        into[n++] = Hash.Feature(1011, (uint)any, f.Clusters[end]);
        for (var k = 0; k < NameLists.BitCount; k++)
        {
            var bit = (ListBits)(1 << k);
            if ((f.Lists[start] & bit) != 0) into[n++] = Hash.Feature(1008, (uint)k, length);
            if ((f.Lists[end - 1] & bit) != 0) into[n++] = Hash.Feature(1009, (uint)k, length);
            if ((any & bit) != 0) into[n++] = Hash.Feature(1010, (uint)k);
        }
    }

    private static void Context(Frame f, int start, int end, Span<uint> into, ref int n)
    {
        into[n++] = Hash.Feature(970, f.Words[start - 1]);
        into[n++] = Hash.Feature(971, f.Clusters[start - 1]);
        into[n++] = Hash.Feature(972, f.Words[end]);
        into[n++] = Hash.Feature(973, f.Clusters[end]);
        into[n++] = Hash.Feature(974, f.Words[Math.Max(0, start - 2)], f.Words[start - 1]);
        into[n++] = Hash.Feature(975, f.Words[end], f.Words[end + 1]);
        into[n++] = Hash.Feature(976, f.Words[start - 1], f.Words[end]);
        into[n++] = Hash.Feature(977, f.Clusters[Math.Max(0, start - 2)]);
        into[n++] = Hash.Feature(978, f.Clusters[end + 1]);
        into[n++] = Hash.Feature(979, f.Clusters[start - 1] >> 4, f.Clusters[end] >> 4);
    }

    private static void Tree(Frame f, int start, int end, int head, Span<uint> into, ref int n)
    {
        var (up, label) = (f.Heads[head], (uint)f.Labels[head]);
        into[n++] = Hash.Feature(980, label, f.Words[up]);
        into[n++] = Hash.Feature(981, label, f.Clusters[up]);
        into[n++] = Hash.Feature(982, label, f.Clusters[up] >> 4);
        into[n++] = Hash.Feature(983, label, f.Parts[up]);
        var room = n + 60;
        for (var i = Math.Max(1, start - 12); i < Math.Min(f.Count + 1, end + 12) && n + 4 < room; i++)
        {
            if (f.Heads[i] != head || i >= start && i < end) continue;
            into[n++] = Hash.Feature(984, (uint)f.Labels[i], f.Words[i]);
            into[n++] = Hash.Feature(985, (uint)f.Labels[i], f.Clusters[i]);
            into[n++] = Hash.Feature(986, label, f.Words[i], f.Words[up]);
        }
    }
}
