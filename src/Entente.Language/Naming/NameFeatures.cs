using System.Numerics;
using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Naming;

/// <summary>What the name tagger looks at. Part of the model's format.</summary>
internal static class NameFeatures
{
    /// <summary>Room that <see cref="Fill"/> needs.</summary>
    public const int Most = 110;

    /// <summary>Whether the word can be part of a name at all: a capital, a proper noun, or inside one.</summary>
    public static bool CanBeName(Frame f, int i) =>
        f.Parts[i] == (uint)Upos.PROPN + 1 || f.Names[i - 1] != 0 || f.Forms[i].Length > 0 && char.IsUpper(f.Forms[i][0]);

    /// <summary>Writes the features of word <paramref name="i"/> and returns how many there are.</summary>
    public static int Fill(Frame f, int i, Span<uint> into)
    {
        var n = 0;
        var last = (uint)f.Names[i - 1];
        var back = Math.Max(0, i - 2);
        into[n++] = Hash.Feature(700, last);
        into[n++] = Hash.Feature(701, last, f.Words[i]);
        into[n++] = Hash.Feature(702, last, f.Parts[i], f.Parts[i + 1]);
        into[n++] = Hash.Feature(703, last, f.Clusters[i]);
        into[n++] = Hash.Feature(704, last, f.Words[i + 1]);
        into[n++] = Hash.Feature(705, last, f.Shapes[i], f.Shapes[i + 1]);
        into[n++] = Hash.Feature(706, last, (uint)f.Names[back]);
        into[n++] = Hash.Feature(707, last, f.Parts[i], (uint)f.Labels[i]);
        for (var k = -2; k <= 2; k++)
        {
            var x = Math.Max(0, i + k);
            var t = 710 + (uint)(k + 2) * 8;
            into[n++] = Hash.Feature(t, f.Words[x]);
            into[n++] = Hash.Feature(t + 1, f.Clusters[x]);
            into[n++] = Hash.Feature(t + 2, f.Clusters[x] >> 4);
            into[n++] = Hash.Feature(t + 3, f.Shapes[x], f.Parts[x]);
            into[n++] = Hash.Feature(t + 4, f.Suffixes[x * Frame.Affixes + 2]);
        }

        Own(f, i, into, ref n);
        Tree(f, i, into, ref n);
        Lists(f, i, into, ref n);
        return n;
    }

    private static void Own(Frame f, int i, Span<uint> into, ref int n)
    {
        for (var k = 1; k < Frame.Affixes; k++)
        {
            into[n++] = Hash.Feature(750 + (uint)k, f.Suffixes[i * Frame.Affixes + k]);
            into[n++] = Hash.Feature(755 + (uint)k, f.Prefixes[i * Frame.Affixes + k]);
        }

        into[n++] = Hash.Feature(760, f.Words[i - 1], f.Words[i]);
        into[n++] = Hash.Feature(761, f.Words[i], f.Words[i + 1]);
        into[n++] = Hash.Feature(762, f.Clusters[i - 1], f.Clusters[i]);
        into[n++] = Hash.Feature(763, f.Clusters[i], f.Clusters[i + 1]);
        into[n++] = Hash.Feature(764, f.Shapes[i], i == 1 ? 1u : 0u);
        into[n++] = Hash.Feature(765, f.Words[i - 1], f.Shapes[i], f.Shapes[i + 1]);
    }

    private static void Lists(Frame f, int i, Span<uint> into, ref int n)
    {
        var (last, own, next) = ((uint)f.Names[i - 1], (uint)f.Lists[i], (uint)f.Lists[i + 1]);
        into[n++] = Hash.Feature(780, last, own);
        into[n++] = Hash.Feature(781, last, own, next);
        into[n++] = Hash.Feature(782, own, (uint)f.Lists[i - 1]);
        into[n++] = Hash.Feature(783, own, f.Parts[i], last);
        into[n++] = Hash.Feature(784, (uint)f.Lists[i - 1], next);
        into[n++] = Hash.Feature(785, own, i == 1 ? 1u : 0u, f.Shapes[i]);
        into[n++] = Hash.Feature(786, next, f.Parts[i], last);
        into[n++] = Hash.Feature(787, (uint)f.Lists[Math.Max(0, i - 2)]);
        into[n++] = Hash.Feature(788, (uint)f.Lists[i + 2]);
        for (var bits = own; bits != 0; bits &= bits - 1) into[n++] = Hash.Feature(789, (uint)BitOperations.TrailingZeroCount(bits), last);
    }

    private static void Tree(Frame f, int i, Span<uint> into, ref int n)
    {
        var (head, label) = (f.Heads[i], (uint)f.Labels[i]);
        into[n++] = Hash.Feature(770, label, f.Words[head]);
        into[n++] = Hash.Feature(771, label, f.Clusters[head]);
        into[n++] = Hash.Feature(772, label, f.Parts[head]);
        into[n++] = Hash.Feature(773, label, f.Clusters[head] >> 4, f.Clusters[i] >> 4);
        into[n++] = Hash.Feature(774, (uint)f.Labels[head], f.Words[f.Heads[head]], label);
        into[n++] = Hash.Feature(775, (uint)f.Labels[head], f.Clusters[f.Heads[head]], label);
    }
}
