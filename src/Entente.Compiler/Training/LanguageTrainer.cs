using System.Text;
using Entente.Language;
using Entente.Language.Learning;
using Entente.Language.Naming;
using Entente.Language.Tagging;

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
        using (var writer = new ModelWriter(memory))
        {
            if (options.NamesOnlyFrom is null) Write(writer, examples);
            else WriteNamesOnly(writer, examples, File.ReadAllBytes(options.NamesOnlyFrom));
        }

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
        Predict(examples, tags, clusters);
        var transitions = Oracle.TransitionsOf(examples);
        transitions.Write(writer);
        writer.Raw(Step($"parser, {transitions.Transitions.Length} transitions", () => Finished.Bytes(
            ParserTrainer.Train(examples, transitions, tags, clusters, options.BeamWidth, options.ParserRounds, options.Seed, log), options.ParserFeatures)));
        if (options.Sentences is not null) log.WriteLine("the authored sentences want a finished parser: train the names again with --names-only-from");
        WriteNames(writer, examples, new NameTraining(transitions, tags, tagger, clusters));
    }

    // Word clusters, tags and parser stay as they are in the base, which also parses the authored sentences.
    private void WriteNamesOnly(ModelWriter writer, List<Example> examples, byte[] file)
    {
        var model = LanguageModel.Read(file);
        writer.Raw(file[..model.NamesStart]);
        Predict(examples, model.Tags, model.Clusters);
        examples.AddRange(Authored(file, model.Tags));
        WriteNames(writer, examples, new NameTraining(model.Transitions, model.Tags, model.Tagger, model.Clusters));
    }

    private void Predict(List<Example> examples, TagSet tags, HashTable clusters) =>
        Step("tags for the parser", () => TaggerTrainer.Predict(examples, tags, clusters, 5, options.TaggerRounds - 3, options.Seed));

    private void WriteNames(ModelWriter writer, List<Example> examples, NameTraining training)
    {
        var pairs = Step("name clusters", () => Phrases(examples));
        HashTable.Write(writer, pairs);
        var lists = NamePairs();
        var names = new NameTrainer(training, new HashTable(pairs), new NameLists(lists));
        Step("names", () => names.Train(examples, options.NameRounds, options.Seed));
        writer.Raw(Finished.Bytes(names.Boundaries, 100_000));
        writer.Raw(Finished.Bytes(names.Types, 100_000));
        NameLists.Write(writer, lists);
    }

    private List<KeyValuePair<uint, int>> NamePairs()
    {
        if (options.Language is null) return [];
        var content = NameListFiles.Read(options.Language, options.Knowledge);
        foreach (var fault in content.Faults) log.WriteLine(fault);
        return NameLists.Pairs(content.Entries);
    }

    // The sentences written for training have no trees of their own: they get those that the model in hand gives them.
    private IEnumerable<Example> Authored(byte[] file, TagSet tags)
    {
        if (options.Sentences is null) return [];
        var content = AuthoredNames.Read(options.Sentences);
        foreach (var fault in content.Faults) log.WriteLine(fault);
        var parser = new DocumentParser(LanguageModel.Read(file));
        log.WriteLine($"{content.Sentences.Count} authored sentences, {content.Sentences.Sum(s => s.Names.Count(n => n[0] == 'B'))} names");
        return content.Sentences.Select(s => Example.Parsed(s, parser.ParseTokens(s.Forms), tags));
    }

    private List<KeyValuePair<uint, int>> Clusters(List<Example> examples)
    {
        var vocabulary = new Vocabulary();
        var texts = Texts(examples).Select(text => Array.ConvertAll(text, form => vocabulary.Number(WordClusters.Normal(form)))).ToList();
        return [.. WordClusters.Of(texts, vocabulary, options.News is null ? 3 : 5)
            .Select(c => new KeyValuePair<uint, int>(Hash.Text(vocabulary.Words[c.Key]), c.Value | vocabulary.Kinds(c.Key) << 10))];
    }

    private List<KeyValuePair<uint, int>> Phrases(List<Example> examples)
    {
        var vocabulary = new Vocabulary();
        var phrases = new HashSet<int>();
        var texts = Texts(examples).Select(text => NamePhrases.Join(text).Select(p =>
        {
            var number = vocabulary.Number(p.Text);
            if (p.IsName) phrases.Add(number);
            return number;
        }).ToArray()).ToList();
        return [.. WordClusters.Of(texts, vocabulary, 3).Where(c => phrases.Contains(c.Key))
            .Select(c => new KeyValuePair<uint, int>(Hash.Text(vocabulary.Words[c.Key]), c.Value))];
    }

    private IEnumerable<string[]> Texts(List<Example> examples)
    {
        var texts = examples.Select(e => e.Forms);
        return options.News is null ? texts : texts.Concat(WordClusters.ReadNews(options.News));
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
