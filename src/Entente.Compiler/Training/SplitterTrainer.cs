using System.Text;
using Entente.Language.Learning;
using Entente.Language.Splitting;
using Entente.Language.Tokenising;

namespace Entente.Compiler.Training;

/// <summary>Trains the sentence splitter on the treebanks' paragraphs, some in capitals, some with two blanks between sentences.</summary>
internal static class SplitterTrainer
{
    private const int Epochs = 12;
    private const int MostFeatures = 60_000;

    /// <summary>The splitter's part of the model file, trained on whole treebanks.</summary>
    public static byte[] Bytes(IReadOnlyList<Example> examples, HashTable clusters, int seed) =>
        Finished.Bytes(Train(examples, clusters, Epochs, seed), MostFeatures);

    /// <summary>Trains on whole treebanks, whose sentences must be in order.</summary>
    public static TrainingModel Train(IReadOnlyList<Example> examples, HashTable clusters, int epochs, int seed)
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
            for (var k = 0; k < order.Length; k++) TrainParagraph(model, order[k], k, clusters);
        }

        return model;
    }

    private static void TrainParagraph(TrainingModel model, List<string> sentences, int turn, HashTable clusters)
    {
        var builder = new StringBuilder();
        var ends = new HashSet<int>();
        foreach (var sentence in sentences)
        {
            if (builder.Length > 0) builder.Append(turn % 7 == 3 ? "  " : " ");
            builder.Append(sentence.TrimEnd());
            ends.Add(builder.Length);
        }

        var text = turn % 9 == 4 ? builder.ToString().ToUpperInvariant() : builder.ToString();
        var words = new List<WordSpan>();
        Tokenizer.Tokenize(text, 0, text.Length, words);
        if (words.Count == 0) return;
        var features = new SplitFeatures(text, words, clusters);
        Span<uint> buffer = stackalloc uint[SplitFeatures.Most];
        Span<int> scores = stackalloc int[2];
        var start = 0;
        for (var i = SentenceSplitter.DatelineLength(text, words); i + 1 < words.Count; i++)
        {
            var gold = ends.Contains(words[i].End) ? 1 : 0;
            if (SentenceSplitter.IsCandidate(text, words, i))
            {
                var used = buffer[..features.Fill(i, start, buffer)];
                model.Score(used, scores);
                var best = scores[1] > scores[0] ? 1 : 0;
                if (best != gold)
                {
                    model.Update(used, gold, 1);
                    model.Update(used, best, -1);
                }

                model.Tick();
            }

            if (gold == 1) start = i + 1;
        }
    }
}
