using System.CommandLine;
using System.Globalization;
using Entente.Coding;
using Entente.Coding.Actors;
using Entente.Coding.Knowledge;
using Entente.Compiler.Coreference;
using Entente.Language;

namespace Entente.Compiler;

/// <summary><c>train-coreference</c> and <c>measure-coreference</c>: what pronouns and definite descriptions refer to.</summary>
internal static class CoreferenceCommands
{
    /// <summary>The command that trains the weights.</summary>
    public static Command MakeTraining()
    {
        var train = new Argument<string[]>("train") { Description = "Treebanks whose MISC column carries Entity= with coreference" };
        var model = new Option<string>("--model") { Description = "Folder of the language models", DefaultValueFactory = _ => "models" };
        var folder = new Option<string>("--knowledge") { Description = "Folder of the knowledge", DefaultValueFactory = _ => "knowledge" };
        var precision = new Option<double[]>("--precision")
        {
            Description = "Share of answers that shall be right: of he and she, of it, of they, of descriptions",
            DefaultValueFactory = _ => [0.93, 0.75, 0.82, 0.78],
            Arity = new ArgumentArity(CorefereeModel.Kinds, CorefereeModel.Kinds),
            AllowMultipleArgumentsPerToken = true,
        };
        var output = new Option<string>("--output") { Description = "Table to write", DefaultValueFactory = _ => Path.Combine("knowledge", "coreference", "weights.tsv") };
        var command = new Command("train-coreference", "Trains what pronouns and descriptions refer to, e.g. train-coreference gum-train.conllu") { train, model, folder, precision, output };
        command.SetAction(result => Train(result.GetValue(train)!, result.GetValue(model)!, result.GetValue(folder)!, result.GetValue(precision)!, result.GetValue(output)!));
        return command;
    }

    /// <summary>The command that measures them.</summary>
    public static Command MakeMeasuring()
    {
        var gold = new Argument<string[]>("gold") { Description = "Treebanks whose MISC column carries Entity= with coreference" };
        var model = new Option<string>("--model") { Description = "Folder of the language models", DefaultValueFactory = _ => "models" };
        var folder = new Option<string>("--knowledge") { Description = "Folder of the knowledge", DefaultValueFactory = _ => "knowledge" };
        var answers = new Option<bool>("--answers") { Description = "Print every answer" };
        var command = new Command("measure-coreference", "Measures what pronouns and descriptions are taken to refer to, e.g. measure-coreference gum-dev.conllu") { gold, model, folder, answers };
        command.SetAction(result =>
        {
            var parser = DocumentParser.Load(result.GetValue(model)!);
            var score = CoreferenceScore.Of(result.GetValue(gold)!.SelectMany(g => CoreferenceText.Read(g, parser)), KnowledgeBase.Load(new KnowledgeOptions { Base = result.GetValue(folder)! }));
            if (result.GetValue(answers)) score.Lines.ForEach(Console.WriteLine);
            Tell("pronouns with an earlier name", score.Pronouns, score.ResolvedPronouns, score.RightPronouns);
            Tell("descriptions with an earlier name", score.Descriptions, score.ResolvedDescriptions, score.RightDescriptions);
            Tell("both", score.Pronouns + score.Descriptions, score.ResolvedPronouns + score.ResolvedDescriptions, score.RightPronouns + score.RightDescriptions);
            Console.WriteLine($"all answers that name somebody or something, whatever the chain: {Share(score.RightAnswers, score.Answers)} right");
        });
        return command;
    }

    private static void Train(string[] train, string model, string folder, double[] precision, string output)
    {
        var parser = DocumentParser.Load(model);
        var knowledge = KnowledgeBase.Load(new KnowledgeOptions { Base = folder });
        var lessons = new List<Lesson>();
        var documents = 0;
        foreach (var text in train.SelectMany(t => CoreferenceText.Read(t, parser)))
            _ = new EventCoder(knowledge, new GoldChooser(text, documents++, lessons)).Mentions(text.Document);
        Console.WriteLine($"{documents} documents, {lessons.Count} pronouns and descriptions, {lessons.Count(l => l.Right.Count > 0)} with a right candidate");
        var least = CoreferenceTrainer.Least(lessons, precision);
        Write(output, train, CoreferenceTrainer.Fit(lessons), least);
    }

    private static void Write(string output, string[] train, double[] weights, double[] least)
    {
        using var table = new StreamWriter(output) { NewLine = "\n" };
        table.WriteLine("# Weights by which pronouns and definite descriptions choose what they refer to. Trained, not written by hand:");
        table.WriteLine($"# entente-compiler train-coreference {string.Join(' ', train.Select(Path.GetFileName))}");
        table.WriteLine("# Row least: the least probability of an answer; 1 or more switches a sort of them off.");
        table.WriteLine(string.Join('\t', CorefereeReader.Columns.Prepend("feature")));
        table.WriteLine(string.Join('\t', least.Select(Number).Prepend(CorefereeReader.Least)));
        foreach (var feature in Enum.GetValues<CorefereeFeature>())
        {
            table.WriteLine(string.Join('\t', Enumerable.Range(0, CorefereeModel.Kinds)
                .Select(kind => Number(weights[(kind * CorefereeModel.Features) + (int)feature])).Prepend(feature.ToString())));
        }
    }

    private static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    private static void Tell(string what, int all, int resolved, int right) =>
        Console.WriteLine($"{what}: {all}, resolved {Share(resolved, all)}, of these right {Share(right, resolved)}");

    private static string Share(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{some} of {all} ({100.0 * some / Math.Max(1, all):f1} %)");
}
