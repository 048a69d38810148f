using Entente.Language.Conllu;
using Entente.Language.Splitting;
using Entente.Language.Tokenising;

namespace Entente.Compiler.Training;

/// <summary>How many of a treebank's words and sentences were found in its raw text.</summary>
/// <param name="Words">F1 of the words in percent.</param>
/// <param name="Sentences">F1 of the sentences in percent.</param>
/// <param name="Errors">If asked for, a line for every word or sentence boundary that is wrong.</param>
internal sealed record SplittingScore(double Words, double Sentences, IReadOnlyList<string> Errors)
{
    /// <summary>Splits the text of <paramref name="treebank"/> and compares.</summary>
    public static SplittingScore Of(IReadOnlyList<ConlluSentence> treebank, SplitterModel splitter, bool errors = false)
    {
        var counts = new Counts(errors);
        var paragraph = new List<ConlluSentence>();
        foreach (var sentence in treebank)
        {
            if (paragraph.Count > 0 && Example.Begins(sentence)) counts.Add(paragraph, splitter);
            if (Example.Begins(sentence)) paragraph.Clear();
            paragraph.Add(sentence);
        }

        if (paragraph.Count > 0) counts.Add(paragraph, splitter);
        return new SplittingScore(counts.Words.F1, counts.Sentences.F1, counts.Errors);
    }

    private struct Hits
    {
        public int Right, Gold, Found;

        public readonly double F1 => Gold + Found == 0 ? 0 : 200.0 * Right / (Gold + Found);

        public void Add(HashSet<(int, int)> gold, HashSet<(int, int)> found)
        {
            Gold += gold.Count;
            Found += found.Count;
            Right += gold.Count(found.Contains);
        }
    }

    private sealed class Counts(bool errors)
    {
        public Hits Words, Sentences;

        public List<string> Errors { get; } = [];

        public void Add(List<ConlluSentence> paragraph, SplitterModel splitter)
        {
            var text = string.Join(' ', paragraph.Select(s => s.Comment("text")));
            var (goldWords, goldSentences) = Gold(paragraph);
            var (spans, ends) = (new List<WordSpan>(), new List<int>());
            foreach (var range in Paragraphs.Of(text, default))
            {
                var words = new List<WordSpan>();
                var inner = new List<int>();
                Tokenizer.Tokenize(text, range.Start, range.End, words);
                SentenceSplitter.Split(text, words, splitter, inner);
                foreach (var end in inner) ends.Add(spans.Count + end);
                spans.AddRange(words);
            }

            var at = Places(text);
            var words2 = spans.Select(w => (at[w.Start], at[w.End])).ToHashSet();
            var sentences = ends.Select((end, i) => (at[spans[i == 0 ? 0 : ends[i - 1]].Start], at[spans[end - 1].End])).ToHashSet();
            Words.Add(goldWords, words2);
            Sentences.Add(goldSentences, sentences);
            if (!errors) return;
            ReportWords(text, at, goldWords, words2);
            ReportEnds(text, at, [.. goldSentences.Select(s => s.Item2)], [.. sentences.Select(s => s.Item2)]);
        }

        // Between two boundaries that both have: how the treebank cuts the text, how we do, and the text around it.
        private void ReportWords(string text, int[] at, HashSet<(int Start, int End)> gold, HashSet<(int Start, int End)> found)
        {
            var ends = gold.Select(w => w.End).ToHashSet();
            var common = found.Select(w => w.End).Where(ends.Contains).Order().ToArray();
            var start = 0;
            foreach (var end in common)
            {
                var (right, ours) = (Cut(gold, text, at, start, end), Cut(found, text, at, start, end));
                if (right != ours) Errors.Add($"WORD\t{right}\t{ours}\t{Around(text, Index(at, start), Index(at, end))}");
                start = end;
            }
        }

        private static string Cut(HashSet<(int Start, int End)> words, string text, int[] at, int start, int end) =>
            string.Join(' ', words.Where(w => w.Start >= start && w.End <= end).Order().Select(w => text[Index(at, w.Start)..Index(at, w.End)].Trim()));

        private void ReportEnds(string text, int[] at, HashSet<int> gold, HashSet<int> found)
        {
            foreach (var end in gold.Except(found).Union(found.Except(gold)).Order())
                Errors.Add($"END {(gold.Contains(end) ? "missing" : "false")}\t{Around(text, Index(at, end), Index(at, end))}");
        }

        private static string Around(string text, int from, int to) =>
            $"{text[Math.Max(0, from - 50)..from]}⟦{text[from..to].Trim()}⟧{text[to..Math.Min(text.Length, to + 50)]}";

        // The place in the text after `count` visible characters.
        private static int Index(int[] at, int count) => Math.Max(0, Array.IndexOf(at, count));

        // For every place in the text the number of visible characters before it, as the scorers count.
        private static int[] Places(string text)
        {
            var places = new int[text.Length + 1];
            for (var i = 0; i < text.Length; i++) places[i + 1] = places[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
            return places;
        }

        private static (HashSet<(int, int)> Words, HashSet<(int, int)> Sentences) Gold(List<ConlluSentence> paragraph)
        {
            var (words, sentences) = (new HashSet<(int, int)>(), new HashSet<(int, int)>());
            var at = 0;
            foreach (var sentence in paragraph)
            {
                var start = at;
                foreach (var word in sentence.Words)
                {
                    var length = Visible(word.Form);
                    words.Add((at, at + length));
                    at += length;
                }

                // Words of a multiword token may be spelt otherwise than the text: the sentence's text decides.
                at = start + Visible(sentence.Comment("text") ?? "");
                sentences.Add((start, at));
            }

            return (words, sentences);
        }

        private static int Visible(string text)
        {
            var count = 0;
            foreach (var c in text)
                if (!char.IsWhiteSpace(c))
                    count++;
            return count;
        }
    }
}
