using System.Collections.Immutable;

namespace Entente.Store.Duplicates;

/// <summary>How two texts compare. "The shorter" is the one of fewer words.</summary>
/// <param name="Covered">Share of the content words of the shorter's sentences that stand in the sentence of the other that is most like each, 0 to 1. A rewrite keeps them.</param>
/// <param name="Running">Share of the words of the shorter that are part of a pair of neighbours which the other has too, 0 to 1. Another reporter's story does not keep them.</param>
/// <param name="Replaced">
/// Share of the names and numbers in sentences that are alike whose place others have taken, 0 to 1. A form filled in anew has many, a correction few.
/// Names that are spelt a little differently are the same.
/// </param>
internal readonly record struct DuplicateFeatures(double Covered, double Running, double Replaced)
{
    /// <summary>Sentences that share less of their content words tell different things; what differs between them replaces nothing.</summary>
    private const double Alike = 0.4;

    /// <summary>Gorodetsky is Horodetskyi, and Kuang-ming Guangming: so much of the longer name may differ (Levenshtein distance by its length).</summary>
    private const double MostRespelt = 0.45;

    /// <summary>Compares two texts; the order of the two makes no difference.</summary>
    public static DuplicateFeatures Of(TextOutline one, TextOutline other)
    {
        var (shorter, longer) = Follows(one, other) ? (other, one) : (one, other);
        var pairs = Align(shorter, longer);
        var content = pairs.Sum(p => p.Content);
        if (content == 0) return default;
        return new DuplicateFeatures(pairs.Sum(p => p.Shared) / (double)content, RunningShare(shorter, longer), ReplacedShare(shorter, longer, pairs));
    }

    /// <summary>Of two texts of the same length the order of their words decides, so that the answer does not depend on who comes first.</summary>
    private static bool Follows(TextOutline one, TextOutline other)
    {
        if (one.Length != other.Length) return one.Length > other.Length;
        foreach (var (a, b) in one.Words.Zip(other.Words))
            if (string.CompareOrdinal(a, b) is not 0 and var order) return order > 0;
        return false;
    }

    private readonly record struct Pair(ImmutableArray<OutlineWord> Sentence, ImmutableArray<OutlineWord> Other, int Shared, int Content);

    /// <summary>For each sentence the one of the other text that has most of its content words.</summary>
    private static List<Pair> Align(TextOutline shorter, TextOutline longer)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var at = 0; at < longer.Sentences.Length; at++)
        {
            foreach (var word in longer.Sentences[at])
            {
                if (!word.IsContent) continue;
                if (!places.TryGetValue(word.Text, out var list)) places[word.Text] = list = [];
                if (list.Count == 0 || list[^1] != at) list.Add(at);
            }
        }

        List<Pair> pairs = [];
        var shared = new int[longer.Sentences.Length];
        foreach (var sentence in shorter.Sentences)
        {
            Array.Clear(shared);
            var content = 0;
            foreach (var word in sentence)
            {
                if (!word.IsContent) continue;
                content++;
                if (places.TryGetValue(word.Text, out var list)) foreach (var at in list) shared[at]++;
            }

            var most = shared.Length == 0 ? 0 : shared.Max();
            pairs.Add(new Pair(sentence, most == 0 ? [] : longer.Sentences[Array.IndexOf(shared, most)], most, content));
        }

        return pairs;
    }

    private static double RunningShare(TextOutline shorter, TextOutline longer)
    {
        var neighbours = longer.Words.Zip(longer.Words.Skip(1)).ToHashSet();
        var (running, counted) = (0, 0);
        for (var at = 1; at < shorter.Length; at++)
        {
            if (!neighbours.Contains((shorter.Words[at - 1], shorter.Words[at]))) continue;
            running += at + 1 - Math.Max(counted, at - 1);
            counted = at + 1;
        }

        return running / (double)shorter.Length;
    }

    private static double ReplacedShare(TextOutline shorter, TextOutline longer, List<Pair> pairs)
    {
        var (replaced, kept) = (0, 0);
        foreach (var pair in pairs.Append(Titles(shorter, longer)))
        {
            if (pair.Shared < 2 || pair.Shared < Alike * pair.Content) continue;
            foreach (var kind in (ReadOnlySpan<WordKind>)[WordKind.Name, WordKind.Number])
            {
                var gone = Gone(pair.Sentence, pair.Other, kind, longer.All);
                var come = Gone(pair.Other, pair.Sentence, kind, shorter.All);
                var lost = kind == WordKind.Name ? gone.Count - Respelt(gone, come) : gone.Count;
                kept += Distinct(pair.Sentence, kind).Count() - lost;
                replaced += Math.Min(lost, come.Count);
            }
        }

        // One more that is kept, so that a single word of a text without names does not decide.
        return replaced / (double)(replaced + kept + 1);
    }

    private static Pair Titles(TextOutline shorter, TextOutline longer)
    {
        var words = longer.Title.Select(w => w.Text).ToHashSet(StringComparer.Ordinal);
        var content = shorter.Title.Where(w => w.IsContent).ToList();
        return new Pair(shorter.Title, longer.Title, content.Count(w => words.Contains(w.Text)), content.Count);
    }

    private static IEnumerable<string> Distinct(ImmutableArray<OutlineWord> sentence, WordKind kind) =>
        sentence.Where(w => w.Kind == kind).Select(w => w.Text).Distinct(StringComparer.Ordinal);

    /// <summary>The names or numbers of a sentence that the other text does not have, or that have another between the same two words of the other sentence.</summary>
    private static List<string> Gone(ImmutableArray<OutlineWord> sentence, ImmutableArray<OutlineWord> other, WordKind kind, HashSet<string> all)
    {
        var places = Places(other, kind).ToLookup(p => (p.Before, p.After), p => p.Word);
        return
        [
            .. Places(sentence, kind).Where(p => !all.Contains(p.Word) || (places.Contains((p.Before, p.After)) && !places[(p.Before, p.After)].Contains(p.Word, StringComparer.Ordinal)))
                .Select(p => p.Word).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The names or numbers of a sentence with their neighbours.</summary>
    private static IEnumerable<(string Word, string Before, string After)> Places(ImmutableArray<OutlineWord> sentence, WordKind kind) =>
        Enumerable.Range(0, sentence.Length).Where(at => sentence[at].Kind == kind)
            .Select(at => (sentence[at].Text, at == 0 ? "" : sentence[at - 1].Text, at == sentence.Length - 1 ? "" : sentence[at + 1].Text));

    /// <summary>Takes the names that are another spelling of a lost one out of those that have come, and returns their number.</summary>
    private static int Respelt(List<string> gone, List<string> come)
    {
        var count = 0;
        foreach (var name in gone)
        {
            if (come.FindIndex(c => IsRespelt(name, c)) is not (>= 0 and var at)) continue;
            come.RemoveAt(at);
            count++;
        }

        return count;
    }

    private static bool IsRespelt(string one, string other)
    {
        var most = (int)(MostRespelt * Math.Max(one.Length, other.Length));
        return Math.Abs(one.Length - other.Length) <= most && Distance(one, other) <= most;
    }

    /// <summary>Number of letters to insert, delete or replace (Levenshtein, Binary codes capable of correcting deletions, insertions, and reversals, 1966).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var corner = row[0];
            row[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
            {
                var best = Math.Min(corner + (one[i] == other[j] ? 0 : 1), Math.Min(row[j], row[j + 1]) + 1);
                (corner, row[j + 1]) = (row[j + 1], best);
            }
        }

        return row[^1];
    }
}
