using Entente.Language.Learning;
using Entente.Language.Tokenising;

namespace Entente.Language.Splitting;

/// <summary>
/// What the sentence splitter looks at. Part of the model's format. Words are looked at in windows, so that a paragraph of any length
/// takes the same room.
/// </summary>
internal sealed class SplitFeatures(string text, List<WordSpan> words, HashTable lexicon)
{
    /// <summary>Room that <see cref="Fill"/> needs.</summary>
    public const int Most = 80;

    private SplitWindow window = new(text, words, lexicon, 0);

    /// <summary>Writes the features of the gap after word <paramref name="i"/>; the sentence began at <paramref name="start"/>.</summary>
    public int Fill(int i, int start, Span<uint> into)
    {
        if (!window.Covers(i)) window = new SplitWindow(text, words, lexicon, Math.Max(start, i - SentenceSplitter.LongestSentence));
        var spot = new Spot(window, i, start);
        var n = Words(spot, into);
        n = Kinds(spot, into, n);
        n = Places(spot, into, n);
        return Facts(spot, into, n);
    }

    private static int Words(in Spot at, Span<uint> into)
    {
        var (a, a2, a3, b, b2) = (at.A, at.A2, at.A3, at.B, at.B2);
        var n = 0;
        into[n++] = Hash.Feature(800, at.Gap, at.Casing);
        into[n++] = Hash.Feature(801, a.Word, at.Gap);
        into[n++] = Hash.Feature(802, a.Word, b.Word);
        into[n++] = Hash.Feature(803, a.Word, b.Shape, at.Gap);
        into[n++] = Hash.Feature(804, a2.Word, a.Word);
        into[n++] = Hash.Feature(805, a2.Shape, a.Word, b.Shape);
        into[n++] = Hash.Feature(806, a.Word, at.Open, b.Shape);
        into[n++] = Hash.Feature(807, a.Word, at.Length, at.Gap);
        into[n++] = Hash.Feature(808, b.Word, at.Gap);
        into[n++] = Hash.Feature(809, b.Shape, b2.Shape, a.Word);
        into[n++] = Hash.Feature(813, a3.Word, a2.Word, a.Word);
        into[n++] = Hash.Feature(814, a.Word, b.Word, b2.Word);
        into[n++] = Hash.Feature(815, a.Shape, b.Shape, at.Gap);
        into[n++] = Hash.Feature(816, at.Length, a2.Word, a.Word);
        into[n++] = Hash.Feature(817, a2.Word, a.Word, b.Shape);
        into[n++] = Hash.Feature(818, at.Open, at.Length, a.Shape);
        into[n++] = Hash.Feature(819, a.Word, at.First.Word, at.Length);
        into[n++] = Hash.Feature(820, b.Shape, a.Shape, at.Length);
        into[n++] = Hash.Feature(821, a.Shape, b.Word);
        into[n++] = Hash.Feature(822, a2.Shape, a.Shape, b.Shape);
        into[n++] = Hash.Feature(823, a.Word, b.Shape, b2.Word);
        into[n++] = Hash.Feature(824, a.End, at.Gap, b.Shape);
        into[n++] = Hash.Feature(825, a.End, a2.End, b.Shape);
        into[n++] = Hash.Feature(826, a.End, b.Word);
        into[n++] = Hash.Feature(827, at.Open, b.Word, a.End);
        into[n++] = Hash.Feature(847, b.Word, b2.Word, a.End);
        return n;
    }

    // Words by what they resemble: clusters, endings, sorts.
    private static int Kinds(in Spot at, Span<uint> into, int n)
    {
        var (a, a2, a3, b, b2, b3) = (at.A, at.A2, at.A3, at.B, at.B2, at.B3);
        into[n++] = Hash.Feature(810, a.Word, b.Facts.Cluster >> 4);
        into[n++] = Hash.Feature(811, a.Facts.Cluster >> 4, b.Facts.Cluster >> 4, b.Shape);
        into[n++] = Hash.Feature(812, a2.Facts.Cluster >> 4, a.Word, b.Shape);
        into[n++] = Hash.Feature(828, a.Sort, b.Sort, b2.Sort);
        into[n++] = Hash.Feature(829, a.Sort, b.Sort, Both(b2.Sort, b3.Sort));
        into[n++] = Hash.Feature(830, a2.Sort, a.Sort, Both(b.Sort, b2.Sort));
        into[n++] = Hash.Feature(831, a3.Sort, a2.Sort, Both(a.Sort, b.Sort));
        into[n++] = Hash.Feature(832, b.Facts.Kind, b.Shape, a.Sort);
        into[n++] = Hash.Feature(833, a.Facts.Kind, b.Facts.Kind, b.Shape);
        into[n++] = Hash.Feature(834, b.Facts.Cluster, b.Shape, a.End);
        into[n++] = Hash.Feature(835, a.Facts.Cluster, a.Shape, b.Shape);
        into[n++] = Hash.Feature(836, b.Suffix, b.Shape, a.End);
        into[n++] = Hash.Feature(837, a.Suffix, a.Shape, b.Shape);
        into[n++] = Hash.Feature(851, a2.Word, a.Sort, b.Sort);
        into[n++] = Hash.Feature(852, b3.Word, b.Sort, Both(b2.Sort, a.End));
        return n;
    }

    // Where in sentence and paragraph, and what lies ahead.
    private static int Places(in Spot at, Span<uint> into, int n)
    {
        var (a, b) = (at.A, at.B);
        into[n++] = Hash.Feature(838, at.Place, at.Titled, Both(a.Sort, b.Sort));
        into[n++] = Hash.Feature(839, at.IsFirst * 4 + at.Titled, a.End, b.Word);
        into[n++] = Hash.Feature(840, at.Style, a.End, b.Shape);
        into[n++] = Hash.Feature(841, at.Style, at.Place, a.End);
        into[n++] = Hash.Feature(842, at.Style, a.Sort, b.Sort);
        into[n++] = Hash.Feature(843, a.End, b.Word, b.Gap);
        into[n++] = Hash.Feature(844, a.End, at.Quotes, Both(b.Word, b.Gap));
        into[n++] = Hash.Feature(845, a.Sort, b.Sort, at.Ahead);
        into[n++] = Hash.Feature(846, a.End, at.Ahead, at.Titled);
        into[n++] = Hash.Feature(848, at.First.Sort, at.Fine, Both(a.Sort, b.Sort));
        into[n++] = Hash.Feature(849, at.First.Word, at.First.Shape, a.End);
        into[n++] = Hash.Feature(850, b.Word == at.First.Word ? 1u : 0u, a.End, b.Shape);
        return n;
    }

    // What news and treebanks know of the words: how they are written as a rule, and whether there is a verb on either side.
    private static int Facts(in Spot at, Span<uint> into, int n)
    {
        var (a, b) = (at.A, at.B);
        var (fa, fa2, fb, fb2, fb3) = (a.Facts, at.A2.Facts, b.Facts, at.B2.Facts, at.B3.Facts);
        var (cases, shapes) = (fb.Case * 4 + fa.Case, Both(a.Shape, b.Shape));
        into[n++] = Hash.Feature(860, fb.Case, b.Shape, a.Sort);
        into[n++] = Hash.Feature(861, fb.Case, b.Shape, a.Word);
        into[n++] = Hash.Feature(862, cases, shapes, fb2.Case * 4 + fa2.Case);
        into[n++] = Hash.Feature(863, cases, shapes, Both(at.B2.Shape, at.A2.Shape));
        into[n++] = Hash.Feature(864, cases, shapes, at.IsFirst * 4 + at.Titled);
        into[n++] = Hash.Feature(870, fb.Part, b.Shape, Both(fa.Part, a.Shape));
        into[n++] = Hash.Feature(871, fb.Part, fb2.Part, Both(fa.Part, b.Shape));
        into[n++] = Hash.Feature(872, fb.Part, fa2.Part, Both(fa.Part, b.Shape));
        into[n++] = Hash.Feature(873, fb.Part * 20 + fb2.Part, fa2.Part * 20 + fa.Part, shapes);
        into[n++] = Hash.Feature(874, fb.Part * 20 + fb2.Part, fb3.Part, Both(a.End, b.Shape));
        into[n++] = Hash.Feature(875, fb.Part * 20 + fb2.Part, fb3.Part, Both(fa.Part, b.Shape));
        into[n++] = Hash.Feature(880, at.Verbs, at.VerbsAhead, Both(a.End, b.Shape));
        into[n++] = Hash.Feature(881, at.Verbs, at.Fine, Both(a.End, b.Shape));
        into[n++] = Hash.Feature(882, at.Verbs * 3 + at.VerbsAhead, shapes, fb.Case * 4 + at.Titled);
        into[n++] = Hash.Feature(883, at.Verbs * 3 + at.VerbsAhead, a.Word, b.Word);
        into[n++] = Hash.Feature(884, at.Verbs * 3 + at.VerbsAhead, at.IsFirst, Both(fa.Part, fb.Part));
        return n;
    }

    private static uint Both(uint a, uint b) => Hash.Feature(0, a, b);

    // A gap between words with all that is looked at around it: A words before, B words behind.
    private readonly ref struct Spot
    {
        public readonly SeenWord A3, A2, A, B, B2, B3, First;
        public readonly uint Gap, Casing, Style, Quotes, Open, Length, Fine, Titled, IsFirst, Place, Ahead, Verbs, VerbsAhead;

        public Spot(SplitWindow window, int i, int start)
        {
            (A3, A2, A) = (window[i - 2], window[i - 1], window[i]);
            (B, B2, B3, First) = (window[i + 1], window[i + 2], window[i + 3], window[start]);
            var before = window[start - 1];
            (Gap, Casing, Style) = (window.Gap(i), window.Casing, window.Style);
            Quotes = (uint)(A.Quotes - before.Quotes & 1) + (uint)(A.Quotes & 1) * 2;
            Open = (uint)Math.Clamp(A.Brackets - before.Brackets, 0, 1) * 4 + Quotes;
            Length = (uint)Math.Min(6, (i - start) / 3);
            Fine = (uint)Math.Min(12, i - start);
            var lower = A.Lower - before.Lower;
            Titled = lower <= 0 ? 0u : lower * 4 <= i + 1 - start ? 1u : 2u;
            IsFirst = start == 0 ? 1u : 0u;
            Place = IsFirst * 16 + Fine;
            Ahead = window.StopAhead(i);
            Verbs = (uint)Math.Clamp(A.Verbs - before.Verbs, 0, 2);
            VerbsAhead = (uint)Math.Min(2, window.VerbsAhead(i));
        }
    }
}
