using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Compiler.Judging;
using Entente.Language;

namespace Entente.Compiler;

/// <summary><c>measure-judge</c>: how well the judge tells the relation of marked pairs, each fold by a judge trained without it.</summary>
internal static class MeasureJudgeCommand
{
    private const int Draws = 1000;

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var gold = new Argument<string>("gold") { Description = "Marked pairs with their right type (JSON lines)" };
        var folder = new Option<string>("--knowledge") { Description = "Folder of the knowledge with its examples", DefaultValueFactory = _ => "knowledge" };
        var model = new Option<string>("--model") { Description = "Folder of the language models", DefaultValueFactory = _ => "models" };
        var output = new Option<string?>("--output") { Description = "Write the answers here, as score_pairs.py reads them" };
        var alone = new Option<bool>("--alone") { Description = "Learn from the pairs only, not from the examples" };
        var command = new Command("measure-judge", "Measures the judge of marked pairs by cross-validation, e.g. measure-judge plv-dev.jsonl") { gold, folder, model, output, alone };
        command.SetAction(r => Run(r.GetValue(gold)!, r.GetValue(folder)!, r.GetValue(model)!, r.GetValue(output), r.GetValue(alone)));
        return command;
    }

    private static void Run(string gold, string folder, string model, string? output, bool alone)
    {
        var knowledge = KnowledgeBase.Load(new KnowledgeOptions { Base = folder });
        var lessons = new JudgeLessons(DocumentParser.Load(model), knowledge);
        var pairs = lessons.Pairs(gold);
        var examples = alone ? [] : lessons.Ask(ExampleReader.Read(new KnowledgeFolder([folder]), knowledge.Ontology));
        var labels = JudgeLessons.Plv;
        var all = JudgeLessons.OfPlv(pairs, examples);
        var scores = CrossValidation.Scores(all, () => CrossValidation.Trainer(labels.Length, 2));
        var temperature = CrossValidation.Temperature(scores, all);
        var answers = new List<(string Gold, string Answer, double Confidence)>();
        for (var i = 0; i < pairs.Count; i++)
        {
            var probabilities = CrossValidation.Softened(scores[i]!, temperature);
            var best = Enumerable.Range(0, labels.Length - 1).MaxBy(c => probabilities[c]);
            answers.Add((JudgeLessons.Folded(pairs[i].Gold), labels[best], probabilities[best]));
        }

        if (output is not null) File.WriteAllLines(output, pairs.Select((p, i) => JsonSerializer.Serialize(new { id = p.Id, @event = answers[i].Answer })));
        Console.WriteLine($"{pairs.Count} pairs, {examples.Count} examples");
        Tell("type macro-F1", answers, a => Measures.MacroF1(a, x => x));
        Tell("quad macro-F1", answers, a => Measures.MacroF1(a, Measures.Quad));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"expected calibration error in ten bins {Measures.CalibrationError([.. answers.Select(a => (a.Confidence, a.Gold == a.Answer))]):0.000} at temperature {temperature:0.00}"));
        for (var fold = 0; fold < CrossValidation.Folds; fold++)
        {
            var own = answers.Where((_, i) => CrossValidation.Fold(pairs[i].Id) == fold).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fold {fold}: accuracy {100.0 * own.Count(a => a.Gold == a.Answer) / own.Count:0.0} %, type macro-F1 {100 * Measures.MacroF1(own, x => x):0.0}, quad macro-F1 {100 * Measures.MacroF1(own, Measures.Quad):0.0}"));
        }
    }

    /// <summary>A figure with its 95 % interval from a thousand bootstrap draws (Efron 1979).</summary>
    private static void Tell(string name, List<(string Gold, string Answer, double Confidence)> answers, Func<IReadOnlyList<(string Gold, string Answer, double Confidence)>, double> measure)
    {
        var random = new Random(1);
        var draws = Enumerable.Range(0, Draws).Select(_ => measure([.. Enumerable.Range(0, answers.Count).Select(_ => answers[random.Next(answers.Count)])])).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {100 * measure(answers):0.0} (95 % interval {100 * draws[Draws / 40]:0.0} to {100 * draws[Draws - 1 - (Draws / 40)]:0.0})"));
    }
}
