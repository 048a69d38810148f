using Entente.Language.Learning;
using Entente.Language.Naming;

namespace Entente.Compiler.Training;

/// <summary>The name tagger's part of a model file: clusters of names, lists of names and two linear models.</summary>
internal static class NamesPart
{
    private const int Rounds = 30;
    private const int MostFeatures = 100_000;

    /// <summary>A part that finds no names.</summary>
    public static byte[] Nothing => Bytes([], [], new TrainingModel(NameTagger.Boundaries, 2), new TrainingModel(NameTagger.Types.Length, 2));

    /// <summary>Trains the part.</summary>
    public static byte[] Train(NameLesson[] lessons, ModelParts parts, IReadOnlyList<Example> examples, LanguageTrainingOptions options)
    {
        var phrases = Phrases(examples, options.News);
        var trainer = new NameTrainer(parts.Clusters, parts.Tags, new HashTable(phrases), parts.NameLists);
        trainer.Train(lessons, Rounds, options.Seed);
        return Bytes(phrases, parts.NamePairs, trainer.Boundaries, trainer.Types);
    }

    private static byte[] Bytes(List<KeyValuePair<uint, int>> phrases, List<KeyValuePair<uint, int>> lists, TrainingModel boundaries, TrainingModel types)
    {
        using var memory = new MemoryStream();
        using (var writer = new ModelWriter(memory))
        {
            HashTable.Write(writer, phrases);
            NameLists.Write(writer, lists);
            writer.Raw(Finished.Bytes(boundaries, MostFeatures));
            writer.Raw(Finished.Bytes(types, MostFeatures));
        }

        return memory.ToArray();
    }

    private static List<KeyValuePair<uint, int>> Phrases(IReadOnlyList<Example> examples, string? news)
    {
        var vocabulary = new Vocabulary();
        var phrases = new HashSet<int>();
        var texts = examples.Select(e => e.Forms).Concat(news is null ? [] : WordClusters.ReadNews(news)).Select(text => NamePhrases.Join(text).Select(p =>
        {
            var number = vocabulary.Number(p.Text);
            if (p.IsName) phrases.Add(number);
            return number;
        }).ToArray()).ToList();
        return [.. WordClusters.Of(texts, vocabulary, 3).Where(c => phrases.Contains(c.Key))
            .Select(c => new KeyValuePair<uint, int>(Hash.Text(vocabulary.Words[c.Key]), c.Value))];
    }
}
