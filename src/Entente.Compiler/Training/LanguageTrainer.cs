using System.Runtime.InteropServices;
using Entente.Compiler.Neural;
using Entente.Language;
using Entente.Language.Learning;
using Entente.Language.Naming;
using Entente.Language.Neural;

namespace Entente.Compiler.Training;

/// <summary>
/// Trains the language models: what they share, then teachers on the treebanks, then from the treebanks and the news that the teachers
/// marked up together an accurate network and a fast one. The same data and options give the same files.
/// </summary>
internal sealed class LanguageTrainer(LanguageTrainingOptions options, TextWriter log)
{
    private List<Example> examples = [];

    /// <summary>Trains and writes the model files.</summary>
    public void Run()
    {
        examples = [.. Directory.EnumerateFiles(options.Data, "*-train.conllu").Order(StringComparer.Ordinal).SelectMany(Example.Read)];
        log.WriteLine($"{examples.Count} sentences, {examples.Sum(e => e.Forms.Length)} words, {examples.Sum(e => e.Names?.Count(n => n[0] == 'B') ?? 0)} names");
        Directory.CreateDirectory(options.Output);
        if (options.Work is not null) Directory.CreateDirectory(options.Work);
        var parts = Parts();
        var gold = NetworkExamples.Of(examples, parts.Tags, parts.Labels);
        var teachers = Enumerable.Range(1, options.Teachers)
            .Select(k => LanguageModel.Read(Kept($"teacher-{k}.model", () => parts.File(ModelParts.Bytes(Network($"teacher {k}", parts, parts.Shape(256, 3, 192, 128), gold, options.TeacherRounds, k)), NamesPart.Nothing))))
            .ToArray();
        var authored = AuthoredLessons(teachers);
        var named = gold.Zip(examples).Where(p => p.Second.Names is not null).Select(p => new NameLesson(p.First, p.Second.Names!));
        var names = Step("names", () => NamesPart.Train([.. named, .. authored], parts, examples, options));
        var all = new Lazy<NetworkExample[]>(() => teachers.Length == 0 || options.News is null
            ? gold
            : [.. gold, .. gold, .. Step("marked news", () => NewsLessons.Of(teachers, options))]);
        Write(LanguageModelKind.Accurate, parts, parts.Shape(256, 3, 192, 128), all, names);
        Write(LanguageModelKind.Fast, parts, parts.Shape(160, 2, 128, 96), all, names);
    }

    private void Write(LanguageModelKind kind, ModelParts parts, NetworkShape shape, Lazy<NetworkExample[]> lessons, byte[] names)
    {
        var path = Path.Combine(options.Output, DocumentParser.ModelFile(kind));
        var network = Kept($"{kind}.network", () => ModelParts.Bytes(Network(kind.ToString(), parts, shape, lessons.Value, options.Rounds, 100 + (int)kind)));
        File.WriteAllBytes(path, parts.File(network, names));
        log.WriteLine($"wrote {path}: {new FileInfo(path).Length / 1e6:F1} MB");
    }

    private ModelParts Parts()
    {
        var text = Step("words", () => new UnlabelledText(examples, options.News));
        var pairs = ReadPairs(Kept("clusters", () => WritePairs(Step("word clusters", () => text.Clusters(options.News is null ? 3 : 5)))));
        var clusters = new HashTable(pairs);
        var tags = Annotation.TagSetOf(examples);
        var names = NamePairs();
        var chosen = text.Common(examples, options.LeastCount);
        List<KeyValuePair<uint, int>> rows = [.. chosen.Select((w, i) => new KeyValuePair<uint, int>(Hash.Text(text.Vocabulary.Words[w]), i + 1))];
        log.WriteLine($"{text.Texts.Sum(t => (long)t.Length)} words of text, {rows.Count} with a row, {tags.Count} tags");
        return new ModelParts
        {
            Description = "English. Trained on UD English EWT (CC BY-SA 4.0) and the CC BY genres of UD English GUM (CC BY 4.0).",
            ClusterPairs = pairs,
            Clusters = clusters,
            Splitter = Step("sentence splitter", () => SplitterTrainer.Bytes(examples, text.Forms, clusters, options.Seed)),
            Tags = tags,
            Lemmatizer = Step("lemmatiser", () => LemmatizerTrainer.Train(examples, tags, clusters, options.Seed)),
            Labels = Annotation.LabelsOf(examples),
            WordPairs = rows,
            WordRows = new HashTable(rows),
            NamePairs = names,
            NameLists = new NameLists(names),
            Vectors = options.News is null ? null : MemoryMarshal.Cast<byte, float>(Kept("vectors", () => MemoryMarshal.AsBytes(
                Step("word vectors", () => text.Vectors(chosen, options.VectorRounds, options.Seed)).AsSpan()).ToArray())).ToArray(),
        };
    }

    private List<KeyValuePair<uint, int>> NamePairs()
    {
        if (options.Language is null) return [];
        var content = NameListFiles.Read(options.Language, options.Knowledge);
        foreach (var fault in content.Faults) log.WriteLine(fault);
        return NameLists.Pairs(content.Entries);
    }

    // Sentences written for their names; tags and trees are the teachers'.
    private NameLesson[] AuthoredLessons(LanguageModel[] teachers)
    {
        if (options.Language is null || teachers.Length == 0) return [];
        var content = AuthoredNames.Read(Path.Combine(options.Language, "examples", "names.txt"));
        foreach (var fault in content.Faults) log.WriteLine(fault);
        log.WriteLine($"{content.Sentences.Count} authored sentences, {content.Sentences.Sum(s => s.Names.Count(n => n[0] == 'B'))} names");
        var group = new Teachers(teachers);
        return [.. content.Sentences.Chunk(32).SelectMany(chunk => group.Mark([.. chunk.Select(s => s.Forms)]).Zip(chunk, (parse, sentence) => new NameLesson(parse, sentence.Names)))];
    }

    private NetworkWeights Network(string name, ModelParts parts, NetworkShape shape, NetworkExample[] lessons, int rounds, int seed)
    {
        log.WriteLine($"{name}: {lessons.Length} sentences, {lessons.Sum(e => e.Forms.Length)} words");
        var weights = new NetworkWeights(shape);
        NetworkTrainer.Initialise(weights, parts.Vectors, options.Seed + seed);
        var trainer = new NetworkTrainer(weights, new NetworkTraining { Rounds = rounds, Seed = options.Seed + seed }, parts.WordRows, parts.Clusters, log);
        var watch = new Watch(options.Data, parts, log);
        trainer.Train(lessons, (e, k) => Variants.Of(e.Forms, k), round =>
        {
            if (round % 4 == 0 || round == rounds) watch.Look(weights);
        });
        return weights;
    }

    private byte[] Kept(string name, Func<byte[]> make)
    {
        if (options.Work is null) return make();
        var path = Path.Combine(options.Work, name);
        if (!File.Exists(path)) File.WriteAllBytes(path, make());
        return File.ReadAllBytes(path);
    }

    private static byte[] WritePairs(List<KeyValuePair<uint, int>> pairs)
    {
        using var memory = new MemoryStream();
        using (var writer = new ModelWriter(memory)) HashTable.Write(writer, pairs);
        return memory.ToArray();
    }

    private static List<KeyValuePair<uint, int>> ReadPairs(byte[] bytes)
    {
        var reader = new ModelReader(bytes);
        return [.. HashTable.ReadPairs(ref reader)];
    }

    private T Step<T>(string name, Func<T> action)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var result = action();
        log.WriteLine($"{name}: {clock.Elapsed.TotalSeconds:F0} s{(result is byte[] bytes ? $", {bytes.Length / 1e6:F1} MB" : "")}");
        return result;
    }
}
