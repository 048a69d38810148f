using System.CommandLine;
using Entente.Compiler.Training;
using Entente.Language;
using Entente.Language.Learning;

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
        var model = new Option<string>("--model") { Description = "Model file", DefaultValueFactory = _ => Path.Combine("models", DocumentParser.ModelFile) };
        var train = new Option<string?>("--train") { Description = "Folder of treebanks, *-train.conllu, to train a splitter on first; the model gives the clusters" };
        var errors = new Option<bool>("--errors") { Description = "Print every error" };
        var command = new Command("measure-splitting", "Measures words and sentences found in a treebank's raw text, e.g. measure-splitting dev.conllu")
            { gold, model, train, errors };
        command.SetAction(result => Run(result.GetValue(gold)!, result.GetValue(model)!, result.GetValue(train), result.GetValue(errors)));
        return command;
    }

    private static void Run(string[] gold, string model, string? train, bool errors)
    {
        var language = LanguageModel.Read(File.ReadAllBytes(model));
        var splitter = train is null ? language.Splitter : Train(train, language.Clusters);
        foreach (var path in gold)
        {
            var score = SplittingScore.Of(Treebanks.Read(path), language.Clusters, splitter);
            if (errors)
                foreach (var error in score.Errors) Console.WriteLine(error);
            Console.WriteLine($"{Path.GetFileNameWithoutExtension(path)}: words {score.Words:F2}, sentences {score.Sentences:F2}");
        }
    }

    private static LinearModel Train(string folder, HashTable clusters)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var options = new LanguageTrainingOptions { Data = folder, Output = "" };
        var examples = Directory.EnumerateFiles(folder, "*-train.conllu").Order(StringComparer.Ordinal).SelectMany(Example.Read).ToList();
        var bytes = SplitterTrainer.Bytes(examples, clusters, options.Seed);
        Console.Error.WriteLine($"trained in {clock.Elapsed.TotalSeconds:F0} s, {bytes.Length / 1e6:F2} MB");
        var reader = new ModelReader(bytes);
        return LinearModel.Read(ref reader);
    }
}
