using System.Text;
using Entente.Language.Learning;
using Entente.Language.Splitting;
using Entente.Language.Tokenising;

namespace Entente.Compiler.Training;

/// <summary>Trains the sentence splitter on the treebanks' paragraphs, some in capitals, some with two blanks between sentences.</summary>
internal static class SplitterTrainer
{
    private const int Epochs = 12;
    private const int Members = 9;
    private const int MostFeatures = 120_000;

    // An answer must lead by this much, or it is taught again: a missed end more insistently, as most gaps are none.
    private const int EndMargin = 100;
    private const int NoEndMargin = 50;

    private static readonly string[] Abbreviations = ["U.S.", "U.N.", "U.K.", "U.S.", "D.C.", "E.U.", "Inc.", "Jr."];

    /// <summary>The splitter's part of the model file.</summary>
    /// <param name="examples">Whole treebanks, whose sentences must be in order.</param>
    /// <param name="texts">Words of texts, the treebanks' own among them, that tell which words are written small.</param>
    /// <param name="clusters">Word clusters and related forms by hash of the word; an empty table does nearly as well.</param>
    /// <param name="seed">Seed of the shuffling.</param>
    public static byte[] Bytes(IReadOnlyList<Example> examples, IEnumerable<string[]> texts, HashTable clusters, int seed)
    {
        var lexicon = new SplitLexicon();
        foreach (var text in texts) lexicon.AddText(text);
        foreach (var example in examples) lexicon.AddTags(example);
        var pairs = lexicon.Pairs(clusters);
        var committee = new Committee(2);
        for (var member = 0; member < Members; member++) committee.Add(Train(examples, new HashTable(pairs), Epochs, seed + member));
        using var stream = new MemoryStream();
        using (var writer = new ModelWriter(stream))
        {
            HashTable.Write(writer, pairs);
            writer.Raw(committee.Bytes(MostFeatures));
        }

        return stream.ToArray();
    }

    /// <summary>Trains the weights on whole treebanks, whose sentences must be in order.</summary>
    public static TrainingModel Train(IReadOnlyList<Example> examples, HashTable lexicon, int epochs, int seed)
    {
        var paragraphs = new List<List<string>>();
        foreach (var example in examples)
        {
            if (example.BeginsParagraph || paragraphs.Count == 0) paragraphs.Add([]);
            paragraphs[^1].Add(example.Text);
        }

        var model = new TrainingModel(2, 2);
        var random = new Random(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var order = paragraphs.ToArray();
            random.Shuffle(order);
            for (var k = 0; k < order.Length; k++) TrainParagraph(model, order[k], k, lexicon);
        }

        return model;
    }

    // Sentences that end in an abbreviation are rare in the treebanks and common in news: some that end in a name get one in its place.
    private static string WithAbbreviation(string sentence, int turn)
    {
        var name = sentence.LastIndexOf(' ') + 1;
        if (name == 0 || sentence.Length - name < 4 || sentence[^1] != '.' || !char.IsUpper(sentence[name])) return sentence;
        if (sentence.AsSpan(name..^1).ContainsAnyExceptInRange('A', 'z')) return sentence;
        return sentence[..name] + Abbreviations[(turn + name) % Abbreviations.Length];
    }

    private static void TrainParagraph(TrainingModel model, List<string> sentences, int turn, HashTable lexicon)
    {
        var builder = new StringBuilder();
        var ends = new HashSet<int>();
        foreach (var sentence in sentences)
        {
            if (builder.Length > 0) builder.Append(turn % 7 == 3 ? "  " : " ");
            builder.Append(turn % 10 == 2 ? WithAbbreviation(sentence.TrimEnd(), turn) : sentence.TrimEnd());
            ends.Add(builder.Length);
        }

        var text = turn % 9 == 4 ? builder.ToString().ToUpperInvariant() : builder.ToString();
        var words = new List<WordSpan>();
        Tokenizer.Tokenize(text, 0, text.Length, words);
        if (words.Count == 0) return;
        var features = new SplitFeatures(text, words, lexicon);
        Span<uint> buffer = stackalloc uint[SplitFeatures.Most];
        Span<int> scores = stackalloc int[2];
        var start = 0;
        for (var i = SentenceSplitter.DatelineLength(text, words); i + 1 < words.Count; i++)
        {
            var gold = ends.Contains(words[i].End) ? 1 : 0;
            if (SentenceSplitter.IsCandidate(text, words, i, start))
            {
                var used = buffer[..features.Fill(i, start, buffer)];
                model.Score(used, scores);
                if (scores[gold] - scores[1 - gold] <= (gold == 1 ? EndMargin : NoEndMargin))
                {
                    model.Update(used, gold, 1);
                    model.Update(used, 1 - gold, -1);
                }

                model.Tick();
            }

            if (gold == 1) start = i + 1;
        }
    }
}
