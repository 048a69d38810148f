using System.CommandLine;
using Entente.Compiler.Training;
using Entente.Language;
using Entente.Language.Conllu;
using Entente.Language.Learning;
using Entente.Language.Splitting;

namespace Entente.Compiler;

/// <summary>
/// <c>measure-splitting</c>: how well the words and sentences of a treebank's raw text are found, by the model's splitter or by one
/// trained on the spot, without the hours and minutes of tagging and parsing.
/// </summary>
internal static class MeasureSplittingCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var gold = new Argument<string[]>("gold") { Description = "Treebanks to measure on" };
        var model = new Option<string>("--model") { Description = "Model file", DefaultValueFactory = _ => Path.Combine("models", DocumentParser.ModelFile(LanguageModelKind.Accurate)) };
        var train = new Option<string?>("--train") { Description = "Folder of treebanks, *-train.conllu, to train a splitter on first; the model gives the clusters" };
        var news = new Option<string?>("--news") { Description = "Folder of news as JSON lines, for training" };
        var folds = new Option<int>("--folds") { Description = "Train and measure on as many parts of the treebanks themselves, whole documents each" };
        var errors = new Option<bool>("--errors") { Description = "Print every error" };
        var command = new Command("measure-splitting", "Measures words and sentences found in a treebank's raw text, e.g. measure-splitting dev.conllu")
            { gold, model, train, news, folds, errors };
        command.SetAction(result =>
        {
            var language = LanguageModel.Read(File.ReadAllBytes(result.GetValue(model)!));
            List<string[]> texts = result.GetValue(news) is { } folder ? [.. WordClusters.ReadNews(folder)] : [];
            var training = new Training(language.Clusters, texts);
            if (result.GetValue(folds) is var parts and > 1) Fold(result.GetValue(gold)!, training, parts, result.GetValue(errors));
            else if (result.GetValue(train) is { } data) Run(result.GetValue(gold)!, training.Train(data), result.GetValue(errors));
            else Run(result.GetValue(gold)!, language.Splitter, result.GetValue(errors));
        });
        return command;
    }

    private static void Run(string[] gold, SplitterModel splitter, bool errors)
    {
        foreach (var path in gold)
        {
            var score = SplittingScore.Of(Treebanks.Read(path), splitter, errors);
            Tell(Path.GetFileNameWithoutExtension(path), score);
        }
    }

    // Every part is measured with a splitter trained on the others: tunes without looking at a dev set.
    private static void Fold(string[] paths, Training training, int parts, bool errors)
    {
        var banks = paths.Select(path => Parts(Treebanks.Read(path), parts)).ToArray();
        var sums = new double[paths.Length];
        for (var part = 0; part < parts; part++)
        {
            var rest = banks.SelectMany(bank => bank.Where((_, i) => i != part)).SelectMany(sentences => sentences).Select(s => Example.Make(s, false)).ToList();
            var splitter = training.Train(rest);
            for (var b = 0; b < banks.Length; b++)
            {
                var score = SplittingScore.Of(banks[b][part], splitter, errors);
                foreach (var error in score.Errors) Console.WriteLine(error);
                sums[b] += score.Sentences / parts;
            }
        }

        for (var b = 0; b < banks.Length; b++) Console.WriteLine($"{Path.GetFileNameWithoutExtension(paths[b])}: sentences {sums[b]:F2}");
    }

    private static List<ConlluSentence>[] Parts(List<ConlluSentence> sentences, int parts)
    {
        var result = Enumerable.Range(0, parts).Select(_ => new List<ConlluSentence>()).ToArray();
        var document = -1;
        foreach (var sentence in sentences)
        {
            if (sentence.Comments.Any(c => c.StartsWith("# newdoc", StringComparison.Ordinal))) document++;
            result[Math.Max(0, document) % parts].Add(sentence);
        }

        return result;
    }

    private static void Tell(string name, SplittingScore score)
    {
        foreach (var error in score.Errors) Console.WriteLine(error);
        Console.WriteLine($"{name}: words {score.Words:F2}, sentences {score.Sentences:F2}");
    }

    private sealed record Training(HashTable Clusters, List<string[]> Texts)
    {
        public SplitterModel Train(string folder)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var model = Train([.. Directory.EnumerateFiles(folder, "*-train.conllu").Order(StringComparer.Ordinal).SelectMany(Example.Read)]);
            Console.Error.WriteLine($"trained in {clock.Elapsed.TotalSeconds:F0} s");
            return model;
        }

        public SplitterModel Train(List<Example> examples)
        {
            var options = new LanguageTrainingOptions { Data = "", Output = "" };
            var reader = new ModelReader(SplitterTrainer.Bytes(examples, examples.Select(e => e.Forms).Concat(Texts), Clusters, options.Seed));
            return SplitterModel.Read(ref reader);
        }
    }
}
