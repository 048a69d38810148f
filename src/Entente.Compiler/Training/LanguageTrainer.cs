using System.Text;
using Entente.Language;
using Entente.Language.Learning;

namespace Entente.Compiler.Training;

/// <summary>Trains the whole language model. The same data and options give the same file.</summary>
internal sealed class LanguageTrainer(LanguageTrainingOptions options, TextWriter log)
{
    /// <summary>Trains and writes the model file.</summary>
    public void Run()
    {
        var examples = Directory.EnumerateFiles(options.Data, "*-train.conllu").Order(StringComparer.Ordinal).SelectMany(Example.Read).ToList();
        log.WriteLine($"{examples.Count} sentences, {examples.Sum(e => e.Forms.Length)} words, {examples.Sum(e => e.Names?.Count(n => n[0] == 'B') ?? 0)} names");
        Directory.CreateDirectory(options.Output);
        using var memory = new MemoryStream();
        using (var writer = new ModelWriter(memory)) Write(writer, examples);
        var path = Path.Combine(options.Output, DocumentParser.ModelFile);
        File.WriteAllBytes(path, memory.ToArray());
        log.WriteLine($"wrote {path}: {memory.Length / 1e6:F1} MB");
    }

    private void Write(ModelWriter writer, List<Example> examples)
    {
        writer.Raw(Encoding.ASCII.GetBytes(LanguageModel.Magic));
        writer.Int(LanguageModel.Version);
        writer.Text("English. Trained on UD English EWT (CC BY-SA 4.0) and the CC BY genres of UD English GUM (CC BY 4.0).");
        writer.Int(options.BeamWidth);
        var pairs = Step("word clusters", () => Clusters(examples));
        HashTable.Write(writer, pairs);
        var clusters = new HashTable(pairs);
        writer.Raw(Step("sentence splitter", () => Finished.Bytes(SplitterTrainer.Train(examples, clusters, 12, options.Seed), 60_000)));
        var tags = TaggerTrainer.TagSetOf(examples);
        tags.Write(writer);
        var taggerBytes = Step($"tagger, {tags.Count} tags",
            () => Finished.Bytes(TaggerTrainer.Train(examples, tags, clusters, options.TaggerRounds, options.Seed), options.TaggerFeatures));
        writer.Raw(taggerBytes);
        var reader = new ModelReader(taggerBytes);
        var tagger = LinearModel.Read(ref reader);
        Step("lemmatiser", () => LemmatizerTrainer.Train(examples, tags, clusters, writer, options.Seed));
        Step("tags for the parser", () => TaggerTrainer.Predict(examples, tags, clusters, 5, options.TaggerRounds - 3, options.Seed));
        var transitions = Oracle.TransitionsOf(examples);
        transitions.Write(writer);
        writer.Raw(Step($"parser, {transitions.Transitions.Length} transitions", () => Finished.Bytes(
            ParserTrainer.Train(examples, transitions, tags, clusters, options.BeamWidth, options.ParserRounds, options.Seed, log), options.ParserFeatures)));
        writer.Raw(Step("names", () => Finished.Bytes(NameTrainer.Train(examples, transitions, tags, tagger, clusters, 12, options.Seed), 150_000)));
    }

    private List<KeyValuePair<uint, int>> Clusters(List<Example> examples)
    {
        var texts = examples.Select(e => Array.ConvertAll(e.Forms, f => WordClusters.WordHash(f)));
        if (options.News is not null) texts = texts.Concat(WordClusters.ReadNews(options.News));
        return WordClusters.Of(texts, options.News is null ? 4 : 6);
    }

    private void Step(string name, Action action) => Step(name, () =>
    {
        action();
        return 0;
    });

    private T Step<T>(string name, Func<T> action)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var result = action();
        log.WriteLine($"{name}: {clock.Elapsed.TotalSeconds:F0} s{(result is byte[] bytes ? $", {bytes.Length / 1e6:F1} MB" : "")}");
        return result;
    }
}
