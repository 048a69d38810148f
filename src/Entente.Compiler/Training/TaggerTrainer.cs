using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Compiler.Training;

/// <summary>Trains the tagger, now and then on a sentence in capitals or in title case.</summary>
internal static class TaggerTrainer
{
    /// <summary>Tags that are too rare are left to their part of speech's commonest.</summary>
    public static TagSet TagSetOf(IEnumerable<Example> examples) => new(
        [.. examples.SelectMany(e => e.Tags).GroupBy(t => t, StringComparer.Ordinal).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal).Where(g => g.Count() >= 3 && Enum.TryParse<Language.Upos>(g.Key.Split('|')[0], out _)).Take(250)
            .Select(g => g.Key)]);

    /// <summary>Trains on <paramref name="examples"/>.</summary>
    public static TrainingModel Train(IReadOnlyList<Example> examples, TagSet tags, HashTable clusters, int epochs, int seed)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < tags.Count; i++) numbers[tags.Parts[i] + "|" + tags.Features[i]] = i;
        var fallback = new int[Enum.GetValues<Language.Upos>().Length];
        for (var i = tags.Count - 1; i >= 0; i--) fallback[(int)tags.Parts[i]] = i;
        var gold = examples.Select(e => Array.ConvertAll(e.Tags, t => Number(t, numbers, fallback))).ToArray();
        var model = new TrainingModel(tags.Count, 2);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(seed);
        var frame = new Frame();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var k in order)
            {
                frame.Load(Variants.Of(examples[k].Forms, k + epoch * 5), clusters);
                TrainSentence(model, frame, gold[k], tags);
            }
        }

        return model;
    }

    /// <summary>Tag number of a treebank tag.</summary>
    public static int Number(string tag, Dictionary<string, int> numbers, int[] fallback) =>
        numbers.TryGetValue(tag, out var number) ? number : fallback[(int)Enum.Parse<Language.Upos>(tag.AsSpan(0, tag.IndexOf('|', StringComparison.Ordinal)))];

    /// <summary>Gives each example the tags of a tagger that was trained on the other parts (jack-knife).</summary>
    public static void Predict(IReadOnlyList<Example> examples, TagSet tags, HashTable clusters, int parts, int epochs, int seed)
    {
        const int Block = 40;
        var frame = new Frame();
        for (var part = 0; part < parts; part++)
        {
            var others = examples.Where((_, i) => i / Block % parts != part).ToList();
            var model = Finished.Of(Train(others, tags, clusters, epochs, seed + part), int.MaxValue);
            foreach (var example in examples.Where((_, i) => i / Block % parts == part))
            {
                frame.Load(example.Forms, clusters);
                Tagger.Tag(frame, tags, model);
                example.Predicted = [.. frame.Tags.AsSpan(1, frame.Count).ToArray().Select(t => t - 1)];
            }
        }
    }

    private static void TrainSentence(TrainingModel model, Frame frame, int[] gold, TagSet tags)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<int> scores = stackalloc int[tags.Count];
        for (var i = 1; i <= frame.Count; i++)
        {
            var used = features[..TagFeatures.Fill(frame, i, features)];
            model.Score(used, scores);
            var best = Tagger.Best(scores);
            if (best != gold[i - 1])
            {
                model.Update(used, gold[i - 1], 1);
                model.Update(used, best, -1);
            }

            model.Tick();
            Tagger.Set(frame, i, best, tags);
        }
    }
}
