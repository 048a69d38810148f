using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Coding.Knowledge;
using Entente.Compiler.Judging;
using Entente.Language;

namespace Entente.Compiler;

/// <summary><c>measure-judge</c>: how well the judge tells the relation of marked pairs, each fold by a judge trained without it.</summary>
internal static class MeasureJudgeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var gold = new Argument<string>("gold") { Description = "Marked pairs with their right type (JSON lines)" };
        var examples = new Option<string>("--examples") { Description = "Knowledge folder whose examples are learnt from", DefaultValueFactory = _ => "knowledge" };
        var folder = new Option<string>("--knowledge") { Description = "Folder of the knowledge", DefaultValueFactory = _ => "knowledge" };
        var model = new Option<string>("--model") { Description = "Folder of the language models", DefaultValueFactory = _ => "models" };
        var output = new Option<string?>("--output") { Description = "Write the answers here, as score_pairs.py reads them" };
        var weight = new Option<float>("--weight") { Description = "How much an example counts beside a pair of the file", DefaultValueFactory = _ => 0.5f };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => 0.15f };
        var prior = new Option<float>("--prior") { DefaultValueFactory = _ => 2e-4f };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 12 };
        var own = new Option<float>("--own") { DefaultValueFactory = _ => 0.5f };
        var command = new Command("measure-judge", "Measures the judge by cross-validation, e.g. measure-judge plv-dev.jsonl") { gold, examples, folder, model, output, weight, rate, prior, rounds, own };
        command.SetAction(r => Run(r.GetValue(gold)!, r.GetValue(examples)!, r.GetValue(folder)!, r.GetValue(model)!, r.GetValue(output), r.GetValue(weight), new JudgeTrainer(JudgeLessons.Plv.Length) { Domains = 2, Rate = r.GetValue(rate), Prior = r.GetValue(prior), Rounds = r.GetValue(rounds), Own = r.GetValue(own) }));
        return command;
    }

    private static void Run(string gold, string examples, string folder, string model, string? output, float weight, JudgeTrainer like)
    {
        var knowledge = KnowledgeBase.Load(new KnowledgeOptions { Base = folder });
        var lessons = new JudgeLessons(DocumentParser.Load(model), knowledge);
        var pairs = lessons.Pairs(gold);
        var authored = lessons.Examples(examples);
        Console.WriteLine($"{pairs.Count} pairs, {authored.Count} examples");
        var labels = JudgeLessons.Plv;
        var answers = new string[pairs.Count];
        Parallel.For(0, 5, fold =>
        {
            var train = new List<JudgeLesson>();
            for (var i = 0; i < pairs.Count; i++)
                if (Fold(pairs[i].Id) != fold) train.Add(new JudgeLesson(pairs[i].Id, pairs[i].Features, labels.IndexOf(JudgeLessons.Folded(pairs[i].Gold)), 1));
            train.AddRange(authored.Select(a => new JudgeLesson(a.Example.File, a.Features, labels.IndexOf(JudgeLessons.Folded(a.Example.Plv)), weight, 1)));
            var trainer = new JudgeTrainer(labels.Length) { Domains = like.Domains, Rate = like.Rate, Prior = like.Prior, Rounds = like.Rounds, Own = like.Own };
            trainer.Fit(train);
            for (var i = 0; i < pairs.Count; i++)
            {
                if (Fold(pairs[i].Id) != fold) continue;
                var probabilities = trainer.Probabilities(pairs[i].Features, 0);
                answers[i] = labels[Enumerable.Range(0, labels.Length - 1).MaxBy(c => probabilities[c])];
            }
        });
        if (output is not null) File.WriteAllLines(output, pairs.Select((p, i) => JsonSerializer.Serialize(new { id = p.Id, @event = answers[i] })));
        for (var fold = 0; fold < 5; fold++)
        {
            var own = Enumerable.Range(0, pairs.Count).Where(i => Fold(pairs[i].Id) == fold).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fold {fold}: {100.0 * own.Count(i => answers[i] == JudgeLessons.Folded(pairs[i].Gold)) / own.Count:0.0} %"));
        }
    }

    private static int Fold(string id) => int.Parse(id[(id.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture) % 5;
}
