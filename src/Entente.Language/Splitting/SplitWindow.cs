using Entente.Language.Learning;
using Entente.Language.Tagging;
using Entente.Language.Tokenising;

namespace Entente.Language.Splitting;

/// <summary>What is known of one word. Sums run from the window's beginning to the word.</summary>
internal struct SeenWord
{
    /// <summary>Hashes of the normal form, the outline and the last three letters.</summary>
    public uint Word, Shape, Suffix;

    /// <summary>The last character, 1 for letters and digits; the word's sort; whether a blank follows.</summary>
    public uint End, Sort, Gap;

    /// <summary>Brackets open, quotation marks, long words in small letters and verbs so far.</summary>
    public int Brackets, Quotes, Lower, Verbs;

    /// <summary>What the lexicon says.</summary>
    public WordFacts Facts;
}

/// <summary>A stretch of a paragraph's words, each looked at once.</summary>
internal sealed class SplitWindow
{
    // Longer than the longest sentence and the farthest look ahead together; small enough to stay off the large heap.
    private const int Longest = 1000;
    private const int LookAhead = 32;
    private const int Margin = 4;
    private const int VerbSearch = 30;
    private const int StopSearch = 12;

    private readonly string text;
    private readonly List<WordSpan> words;
    private readonly int from;
    private readonly int count;
    private readonly SeenWord[] seen;
    private readonly Casing casing;

    /// <summary>Looks at the words from number <paramref name="from"/>.</summary>
    public SplitWindow(string text, List<WordSpan> words, HashTable lexicon, int from)
    {
        (this.text, this.words, this.from) = (text, words, from);
        count = Math.Min(Longest, words.Count - from);
        casing = CasingOf();
        seen = new SeenWord[count + 2 * Margin];
        Span<char> buffer = stackalloc char[64];
        for (var i = 0; i < count; i++) Look(i, lexicon, buffer);
        Style = StyleOf();
    }

    /// <summary>How the stretch uses capitals.</summary>
    public uint Casing => (uint)casing;

    /// <summary>How the stretch is written: its length, whether it has full stops, whether capitals follow them.</summary>
    public uint Style { get; }

    /// <summary>A word by its number in the paragraph; an empty one beyond the ends.</summary>
    public ref readonly SeenWord this[int i] => ref seen[Math.Clamp(i - from, -Margin, count) + Margin];

    /// <summary>Whether word <paramref name="i"/> and what may be looked at behind it lie in the window.</summary>
    public bool Covers(int i) => i + LookAhead < from + count || from + count == words.Count;

    /// <summary>The blank after word <paramref name="i"/>: 0 none, 2 a wide one. Wide ones speak for an end only after a mark.</summary>
    public uint Gap(int i)
    {
        var gap = text.AsSpan(words[i].End, words[i + 1].Start - words[i].End);
        if (gap.Length == 0) return 0;
        return gap.Length == 1 || gap.Contains('\n') || char.IsLetterOrDigit(text[words[i].End - 1]) ? 1u : 2;
    }

    /// <summary>Which mark is next behind word <paramref name="i"/> and about how far away.</summary>
    public uint StopAhead(int i)
    {
        for (var k = i + 1; k < Math.Min(words.Count, i + StopSearch + 1); k++)
            if (this[k].End is var end and ('.' or '!' or '?' or ',' or ':' or ';' or ')'))
                return end * 16 + (uint)Math.Min(4, (k - i + 1) / 2);
        return i + StopSearch + 1 >= words.Count ? 1u : 0;
    }

    /// <summary>How many verbs stand between word <paramref name="i"/> and the next stop.</summary>
    public int VerbsAhead(int i)
    {
        var k = i + 1;
        while (k + 1 < words.Count && k < i + VerbSearch && this[k].End is not ('.' or '!' or '?' or ':' or ';')) k++;
        return Math.Max(0, this[k].Verbs - this[i].Verbs);
    }

    private Casing CasingOf()
    {
        int upper = 0, lower = 0;
        for (var i = from; i < from + count; i++)
            foreach (var c in text.AsSpan(words[i].Start, words[i].Length))
            {
                if (char.IsUpper(c)) upper++;
                else if (char.IsLower(c)) lower++;
            }

        return upper > 4 * lower ? Tagging.Casing.Upper : Tagging.Casing.Sentence;
    }

    private void Look(int i, HashTable lexicon, Span<char> buffer)
    {
        var span = words[from + i];
        var form = text.AsSpan(span.Start, span.Length);
        ref var word = ref seen[i + Margin];
        ref readonly var before = ref seen[i + Margin - 1];
        var plain = buffer[..Outline.Normalise(form, buffer)];
        word.Word = Hash.Text(plain);
        word.Shape = Outline.ShapeOf(form, casing);
        word.Suffix = Hash.Text(plain[^Math.Min(3, plain.Length)..]);
        word.Facts = WordFacts.Of(lexicon.Find(word.Word, 0));
        var last = form[^1];
        word.End = char.IsLetterOrDigit(last) ? 1u : Outline.Straight(last);
        word.Sort = char.IsLetter(form[0]) ? Hash.Feature(1, word.Shape, word.Facts.Cluster >> 4) : word.Shape;
        word.Gap = from + i + 1 < words.Count && words[from + i + 1].Start > span.End ? 1u : 0;
        var isQuote = form[0] is '"' or '\u201C' or '\u201D' || form.SequenceEqual("''") || form.SequenceEqual("``");
        word.Quotes = before.Quotes + (isQuote ? 1 : 0);
        word.Brackets = before.Brackets + (form[0] is '(' or '[' ? 1 : form[0] is ')' or ']' ? -1 : 0);
        word.Lower = before.Lower + (char.IsLower(form[0]) && form.Length > 3 ? 1 : 0);
        word.Verbs = before.Verbs + (word.Facts.Part is (uint)Upos.AUX + 1 or (uint)Upos.VERB + 1 ? 1 : 0);
    }

    private uint StyleOf()
    {
        int stops = 0, large = 0, small = 0;
        for (var i = from; i < from + count; i++)
        {
            if (this[i].End is not ('.' or '!' or '?')) continue;
            stops++;
            if (i + 1 >= words.Count) continue;
            if (char.IsUpper(text[words[i + 1].Start])) large++;
            else if (char.IsLower(text[words[i + 1].Start])) small++;
        }

        var size = count < 8 ? 0u : count < 25 ? 1u : count < 80 ? 2u : 3u;
        var dense = stops == 0 ? 0u : count > 60 * stops ? 1u : 2u;
        return size * 16 + dense * 4 + (large == 0 && small == 0 ? 0u : small > large ? 1u : small > 0 ? 2u : 3u);
    }
}
