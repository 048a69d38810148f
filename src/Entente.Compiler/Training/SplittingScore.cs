using Entente.Language.Conllu;
using Entente.Language.Learning;
using Entente.Language.Splitting;
using Entente.Language.Tokenising;

namespace Entente.Compiler.Training;

/// <summary>How many of a treebank's words and sentences were found in its raw text.</summary>
/// <param name="Words">F1 of the words in percent.</param>
/// <param name="Sentences">F1 of the sentences in percent.</param>
/// <param name="Errors">A line for every word or sentence boundary that is wrong.</param>
internal sealed record SplittingScore(double Words, double Sentences, IReadOnlyList<string> Errors)
{
    /// <summary>Splits the text of <paramref name="treebank"/> and compares.</summary>
    public static SplittingScore Of(IReadOnlyList<ConlluSentence> treebank, HashTable clusters, IScorer splitter)
    {
        var counts = new Counts();
        var paragraph = new List<ConlluSentence>();
        foreach (var sentence in treebank)
        {
            if (paragraph.Count > 0 && Example.Begins(sentence)) counts.Add(paragraph, clusters, splitter);
            if (Example.Begins(sentence)) paragraph.Clear();
            paragraph.Add(sentence);
        }

        if (paragraph.Count > 0) counts.Add(paragraph, clusters, splitter);
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

    private sealed class Counts
    {
        public Hits Words, Sentences;

        public List<string> Errors { get; } = [];

        public void Add(List<ConlluSentence> paragraph, HashTable clusters, IScorer splitter)
        {
            var text = string.Join(' ', paragraph.Select(s => s.Comment("text")));
            var (goldWords, goldSentences) = Gold(paragraph);
            var (spans, ends) = (new List<WordSpan>(), new List<int>());
            foreach (var range in Paragraphs.Of(text, default))
            {
                var words = new List<WordSpan>();
                var inner = new List<int>();
                Tokenizer.Tokenize(text, range.Start, range.End, words);
                SentenceSplitter.Split(text, words, clusters, splitter, inner);
                foreach (var end in inner) ends.Add(spans.Count + end);
                spans.AddRange(words);
            }

            var at = Places(text);
            var words2 = spans.Select(w => (at[w.Start], at[w.End])).ToHashSet();
            var sentences = ends.Select((end, i) => (at[spans[i == 0 ? 0 : ends[i - 1]].Start], at[spans[end - 1].End])).ToHashSet();
            Words.Add(goldWords, words2);
            Sentences.Add(goldSentences, sentences);
            Report(text, at, goldWords, words2, "WORD");
            Report(text, at, [.. goldSentences.Select(s => (0, s.Item2))], [.. sentences.Select(s => (0, s.Item2))], "END");
        }

        // What is missing and what is too much, with the text around it, in the text's order.
        private void Report(string text, int[] at, HashSet<(int, int)> gold, HashSet<(int, int)> found, string kind)
        {
            foreach (var (start, end) in gold.Except(found).Union(found.Except(gold)).Order())
            {
                var (from, to) = (kind == "END" ? Index(at, end) : Index(at, start), Index(at, end));
                var sign = gold.Contains((start, end)) ? "missing" : "false";
                var (left, right) = (Math.Max(0, from - 50), Math.Min(text.Length, to + 50));
                Errors.Add($"{kind} {sign}\t{text[left..from]}⟦{text[from..to]}⟧{text[to..right]}");
            }
        }

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
