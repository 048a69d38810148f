using Entente.Language.Learning;
using Entente.Language.Tagging;
using Entente.Language.Tokenising;

namespace Entente.Language.Splitting;

/// <summary>What the sentence splitter looks at. Part of the model's format.</summary>
internal sealed class SplitFeatures
{
    /// <summary>Room that <see cref="Fill"/> needs.</summary>
    public const int Most = 48;

    private readonly string text;
    private readonly List<WordSpan> words;
    private readonly HashTable clusters;
    private readonly Casing casing;
    private readonly int[] quotes;

    /// <summary>Prepares for the words of a paragraph.</summary>
    public SplitFeatures(string text, List<WordSpan> words, HashTable clusters)
    {
        (this.text, this.words, this.clusters) = (text, words, clusters);
        int upper = 0, lower = 0;
        quotes = new int[words.Count + 1];
        for (var i = 0; i < words.Count; i++)
        {
            var word = text.AsSpan(words[i].Start, words[i].Length);
            foreach (var c in word)
            {
                if (char.IsUpper(c)) upper++;
                else if (char.IsLower(c)) lower++;
            }

            quotes[i + 1] = quotes[i] + (word[0] is '"' or '(' or '\u201C' or '[' || word.SequenceEqual("''") || word.SequenceEqual("``") ? 1 : 0);
            if (word[0] is ')' or '\u201D' or ']') quotes[i + 1]++;
        }

        casing = upper > 4 * lower ? Casing.Upper : Casing.Sentence;
    }

    /// <summary>Writes the features of the gap after word <paramref name="i"/>; the sentence began at <paramref name="start"/>.</summary>
    public int Fill(int i, int start, Span<uint> into)
    {
        var (w2, w1, w0, n1, n2) = (Word(i - 2), Word(i - 1), Word(i), Word(i + 1), Word(i + 2));
        var (s1, s0, next, next2) = (Shape(i - 1), Shape(i), Shape(i + 1), Shape(i + 2));
        var gap = Gap(i);
        var open = (uint)(quotes[i + 1] - quotes[start] & 1);
        var length = (uint)Math.Min(6, (i - start) / 3);
        var n = 0;
        into[n++] = Hash.Feature(800, gap, (uint)casing);
        into[n++] = Hash.Feature(801, w0, gap);
        into[n++] = Hash.Feature(802, w0, n1);
        into[n++] = Hash.Feature(803, w0, next, gap);
        into[n++] = Hash.Feature(804, w1, w0);
        into[n++] = Hash.Feature(805, s1, w0, next);
        into[n++] = Hash.Feature(806, w0, open, next);
        into[n++] = Hash.Feature(807, w0, length, gap);
        into[n++] = Hash.Feature(808, n1, gap);
        into[n++] = Hash.Feature(809, next, next2, w0);
        into[n++] = Hash.Feature(810, w0, Cluster(i + 1));
        into[n++] = Hash.Feature(811, Cluster(i), Cluster(i + 1), next);
        into[n++] = Hash.Feature(812, Cluster(i - 1), w0, next);
        into[n++] = Hash.Feature(813, w2, w1, w0);
        into[n++] = Hash.Feature(814, w0, n1, n2);
        into[n++] = Hash.Feature(815, s0, next, gap);
        into[n++] = Hash.Feature(816, length, w1, w0);
        into[n++] = Hash.Feature(817, w1, w0, next);
        into[n++] = Hash.Feature(818, open, length, s0);
        into[n++] = Hash.Feature(819, w0, Word(start), length);
        into[n++] = Hash.Feature(820, next, s0, length);
        into[n++] = Hash.Feature(821, s0, n1);
        into[n++] = Hash.Feature(822, s1, s0, next);
        into[n++] = Hash.Feature(823, w0, Shape(i + 1), n2);
        into[n++] = Hash.Feature(824, Ends(i), gap, next);
        into[n++] = Hash.Feature(825, Ends(i), Ends(i - 1), next);
        into[n++] = Hash.Feature(826, Ends(i), n1);
        into[n++] = Hash.Feature(827, open, n1, Ends(i));
        return n;
    }

    private uint Word(int i)
    {
        if (i < 0 || i >= words.Count) return 0;
        Span<char> buffer = stackalloc char[64];
        return Hash.Text(buffer[..Outline.Normalise(Span(i), buffer)]);
    }

    private uint Shape(int i) => i < 0 || i >= words.Count ? 0 : Outline.ShapeOf(Span(i), casing);

    private uint Cluster(int i) => i < 0 || i >= words.Count ? 0 : ((uint)clusters.Find(Word(i), 0) & 1023) >> 4;

    // The kind of the word's last character.
    private uint Ends(int i)
    {
        if (i < 0) return 0;
        var last = Span(i)[^1];
        return char.IsLetterOrDigit(last) ? 1u : Outline.Straight(last);
    }

    // Two blanks on one line speak for an end only after a mark: elsewhere they are chance.
    private uint Gap(int i)
    {
        var gap = text.AsSpan(words[i].End, words[i + 1].Start - words[i].End);
        if (gap.Length == 0) return 0;
        return gap.Length == 1 || gap.Contains('\n') || char.IsLetterOrDigit(text[words[i].End - 1]) ? 1u : 2;
    }

    private ReadOnlySpan<char> Span(int i) => text.AsSpan(words[i].Start, words[i].Length);
}
