using Entente.Language.Learning;
using Entente.Language.Tagging;
using Entente.Language.Tokenising;

namespace Entente.Language.Splitting;

/// <summary>What the sentence splitter looks at. Part of the model's format.</summary>
internal sealed class SplitFeatures
{
    /// <summary>Room that <see cref="Fill"/> needs.</summary>
    public const int Most = 80;

    private const int Margin = 4;

    private readonly string text;
    private readonly List<WordSpan> words;
    private readonly Casing casing;
    private readonly uint style;
    private readonly Seen[] seen;

    /// <summary>Prepares for the words of a paragraph.</summary>
    public SplitFeatures(string text, List<WordSpan> words, HashTable clusters)
    {
        (this.text, this.words) = (text, words);
        casing = CasingOf();
        seen = new Seen[words.Count + 2 * Margin];
        Span<char> buffer = stackalloc char[64];
        for (var i = 0; i < words.Count; i++) Look(i, clusters, buffer);
        style = Style();
    }

    /// <summary>Writes the features of the gap after word <paramref name="i"/>; the sentence began at <paramref name="start"/>.</summary>
    public int Fill(int i, int start, Span<uint> into)
    {
        ref readonly var a3 = ref At(i - 2);
        ref readonly var a2 = ref At(i - 1);
        ref readonly var a = ref At(i);
        ref readonly var b = ref At(i + 1);
        ref readonly var b2 = ref At(i + 2);
        ref readonly var b3 = ref At(i + 3);
        ref readonly var first = ref At(start);
        var gap = Gap(i);
        var brackets = (uint)Math.Clamp(a.Brackets - At(start - 1).Brackets, 0, 1);
        var quotes = (uint)(a.Quotes - At(start - 1).Quotes & 1) + (uint)(a.Quotes & 1) * 2;
        var open = brackets * 4 + quotes;
        var length = (uint)Math.Min(6, (i - start) / 3);
        var fine = (uint)Math.Min(12, i - start);
        var lower = a.Lower - At(start - 1).Lower;
        var titled = lower == 0 ? 0u : (lower * 4 <= i + 1 - start) ? 1u : 2u;
        var isFirst = start == 0 ? 1u : 0u;
        var n = 0;
        into[n++] = Hash.Feature(800, gap, (uint)casing);
        into[n++] = Hash.Feature(801, a.Word, gap);
        into[n++] = Hash.Feature(802, a.Word, b.Word);
        into[n++] = Hash.Feature(803, a.Word, b.Shape, gap);
        into[n++] = Hash.Feature(804, a2.Word, a.Word);
        into[n++] = Hash.Feature(805, a2.Shape, a.Word, b.Shape);
        into[n++] = Hash.Feature(806, a.Word, open, b.Shape);
        into[n++] = Hash.Feature(807, a.Word, length, gap);
        into[n++] = Hash.Feature(808, b.Word, gap);
        into[n++] = Hash.Feature(809, b.Shape, b2.Shape, a.Word);
        into[n++] = Hash.Feature(810, a.Word, b.Cluster >> 4);
        into[n++] = Hash.Feature(811, a.Cluster >> 4, b.Cluster >> 4, b.Shape);
        into[n++] = Hash.Feature(812, a2.Cluster >> 4, a.Word, b.Shape);
        into[n++] = Hash.Feature(813, a3.Word, a2.Word, a.Word);
        into[n++] = Hash.Feature(814, a.Word, b.Word, b2.Word);
        into[n++] = Hash.Feature(815, a.Shape, b.Shape, gap);
        into[n++] = Hash.Feature(816, length, a2.Word, a.Word);
        into[n++] = Hash.Feature(817, a2.Word, a.Word, b.Shape);
        into[n++] = Hash.Feature(818, open, length, a.Shape);
        into[n++] = Hash.Feature(819, a.Word, first.Word, length);
        into[n++] = Hash.Feature(820, b.Shape, a.Shape, length);
        into[n++] = Hash.Feature(821, a.Shape, b.Word);
        into[n++] = Hash.Feature(822, a2.Shape, a.Shape, b.Shape);
        into[n++] = Hash.Feature(823, a.Word, b.Shape, b2.Word);
        into[n++] = Hash.Feature(824, a.End, gap, b.Shape);
        into[n++] = Hash.Feature(825, a.End, a2.End, b.Shape);
        into[n++] = Hash.Feature(826, a.End, b.Word);
        into[n++] = Hash.Feature(827, open, b.Word, a.End);
        // the words beyond as kinds of words
        into[n++] = Hash.Feature(828, a.Sort, b.Sort, b2.Sort);
        into[n++] = Hash.Feature(829, a.Sort, b.Sort, Hash.Feature(0, b2.Sort, b3.Sort));
        into[n++] = Hash.Feature(830, a2.Sort, a.Sort, Hash.Feature(0, b.Sort, b2.Sort));
        into[n++] = Hash.Feature(831, a3.Sort, a2.Sort, Hash.Feature(0, a.Sort, b.Sort));
        into[n++] = Hash.Feature(832, b.Kind, b.Shape, a.Sort);
        into[n++] = Hash.Feature(833, a.Kind, b.Kind, b.Shape);
        into[n++] = Hash.Feature(834, b.Cluster, b.Shape, a.End);
        into[n++] = Hash.Feature(835, a.Cluster, a.Shape, b.Shape);
        into[n++] = Hash.Feature(836, b.Suffix, b.Shape, a.End);
        into[n++] = Hash.Feature(837, a.Suffix, a.Shape, b.Shape);
        // where in the paragraph
        into[n++] = Hash.Feature(838, isFirst * 16 + fine, titled, Hash.Feature(0, a.Sort, b.Sort));
        into[n++] = Hash.Feature(839, isFirst * 4 + titled, a.End, b.Word);
        into[n++] = Hash.Feature(840, style, a.End, b.Shape);
        into[n++] = Hash.Feature(841, style, isFirst * 16 + fine, a.End);
        into[n++] = Hash.Feature(842, style, a.Sort, b.Sort);
        // what follows: a quote, a comma after a name, the length of what is next
        into[n++] = Hash.Feature(843, a.End, b.Word, b.Gap);
        into[n++] = Hash.Feature(844, a.End, quotes, Hash.Feature(0, b.Word, b.Gap));
        into[n++] = Hash.Feature(845, a.Sort, b.Sort, Ahead(i));
        into[n++] = Hash.Feature(846, a.End, Ahead(i), titled);
        into[n++] = Hash.Feature(847, b.Word, b2.Word, a.End);
        into[n++] = Hash.Feature(848, first.Sort, fine, Hash.Feature(0, a.Sort, b.Sort));
        into[n++] = Hash.Feature(849, first.Word, first.Shape, a.End);
        into[n++] = Hash.Feature(850, b.Word == first.Word ? 1u : 0u, a.End, b.Shape);
        into[n++] = Hash.Feature(851, a2.Word, a.Sort, b.Sort);
        into[n++] = Hash.Feature(852, b3.Word, b.Sort, Hash.Feature(0, b2.Sort, a.End));
        return n;
    }

    // What is known of one word. Sums run from the paragraph's beginning to the word.
    private struct Seen
    {
        public uint Word, Shape, Cluster, Kind, Suffix, End, Sort, Gap;
        public int Brackets, Quotes, Lower;
    }

    private ref readonly Seen At(int i) => ref seen[Math.Min(i, words.Count) + Margin];

    private Casing CasingOf()
    {
        int upper = 0, lower = 0;
        foreach (var span in words)
            foreach (var c in text.AsSpan(span.Start, span.Length))
            {
                if (char.IsUpper(c)) upper++;
                else if (char.IsLower(c)) lower++;
            }

        return upper > 4 * lower ? Casing.Upper : Casing.Sentence;
    }

    private void Look(int i, HashTable clusters, Span<char> buffer)
    {
        var form = text.AsSpan(words[i].Start, words[i].Length);
        ref var word = ref seen[i + Margin];
        ref readonly var before = ref seen[i + Margin - 1];
        var plain = buffer[..Outline.Normalise(form, buffer)];
        word.Word = Hash.Text(plain);
        word.Shape = Outline.ShapeOf(form, casing);
        var known = (uint)clusters.Find(word.Word, 0);
        (word.Cluster, word.Kind) = (known & 1023, known >> 10);
        word.Suffix = Hash.Text(plain[^Math.Min(3, plain.Length)..]);
        var last = form[^1];
        word.End = char.IsLetterOrDigit(last) ? 1u : Outline.Straight(last);
        word.Sort = char.IsLetter(form[0]) ? Hash.Feature(1, word.Shape, word.Cluster >> 4) : word.Shape;
        word.Gap = i + 1 < words.Count && words[i + 1].Start > words[i].End ? 1u : 0;
        var quote = form[0] is '"' or '\u201C' or '\u201D' || form.SequenceEqual("''") || form.SequenceEqual("``");
        word.Quotes = before.Quotes + (quote ? 1 : 0);
        word.Brackets = before.Brackets + (form[0] is '(' or '[' ? 1 : form[0] is ')' or ']' ? -1 : 0);
        word.Lower = before.Lower + (char.IsLower(form[0]) && form.Length > 3 ? 1 : 0);
    }

    // How the paragraph as a whole is written: its length, whether it has full stops, whether it uses capitals.
    private uint Style()
    {
        int stops = 0, starts = 0, small = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (At(i).End is not ('.' or '!' or '?')) continue;
            stops++;
            if (i + 1 >= words.Count) continue;
            if (char.IsUpper(text[words[i + 1].Start])) starts++;
            else if (char.IsLower(text[words[i + 1].Start])) small++;
        }

        var size = words.Count < 8 ? 0u : words.Count < 25 ? 1u : words.Count < 80 ? 2u : 3u;
        var dense = stops == 0 ? 0u : words.Count > 60 * stops ? 1u : 2u;
        return size * 16 + dense * 4 + (starts == 0 && small == 0 ? 0u : small > starts ? 1u : small > 0 ? 2u : 3u);
    }

    // How far it is to the next stop, and which it is.
    private uint Ahead(int i)
    {
        for (var k = i + 1; k < Math.Min(words.Count, i + 13); k++)
            if (At(k).End is var end and ('.' or '!' or '?' or ',' or ':' or ';' or ')'))
                return end * 16 + (uint)Math.Min(4, (k - i + 1) / 2);
        return i + 13 >= words.Count ? 1u : 0;
    }

    // Two blanks on one line speak for an end only after a mark: elsewhere they are chance.
    private uint Gap(int i)
    {
        var gap = text.AsSpan(words[i].End, words[i + 1].Start - words[i].End);
        if (gap.Length == 0) return 0;
        return gap.Length == 1 || gap.Contains('\n') || char.IsLetterOrDigit(text[words[i].End - 1]) ? 1u : 2;
    }
}
