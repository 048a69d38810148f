using System.CommandLine;
using System.Globalization;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Compiler.Judging;
using Entente.Language;

namespace Entente.Compiler;

internal static class CrossJudgeCommand
{
    public static Command Make()
    {
        var folder = new Option<string>("--knowledge") { DefaultValueFactory = _ => "knowledge" };
        var examples = new Option<string>("--examples") { DefaultValueFactory = _ => "knowledge" };
        var model = new Option<string>("--model") { DefaultValueFactory = _ => "models" };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => 0.01f };
        var prior = new Option<float>("--prior") { DefaultValueFactory = _ => 2e-4f };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 15 };
        var command = new Command("cross-judge", "cv") { folder, examples, model, rate, prior, rounds };
        command.SetAction(r => Run(r.GetValue(folder)!, r.GetValue(examples)!, r.GetValue(model)!, r.GetValue(rate), r.GetValue(prior), r.GetValue(rounds)));
        return command;
    }

    private static void Run(string folder, string examples, string model, float rate, float prior, int rounds)
    {
        var knowledge = KnowledgeBase.Load(new KnowledgeOptions { Base = folder });
        var parser = DocumentParser.Load(model);
        var readings = ExampleReader.Read(new KnowledgeFolder([examples]), knowledge.Ontology).ToList().AsParallel().AsOrdered().Select(e => ExampleReading.Of(e, parser, knowledge)).ToList();
        var labels = JudgeLessons.Plover;
        var all = readings.SelectMany((r, i) => r.Acts.Where(a => a.Label is not null).Select(a => (Fold: i % 5, a, r.Example))).ToList();
        Console.WriteLine($"{all.Count} acts, {all.Count(a => a.a.Silent)} silent");
        var probabilities = new float[all.Count][];
        Parallel.For(0, 5, fold =>
        {
            var trainer = new JudgeTrainer(labels.Length) { Rate = rate, Prior = prior, Rounds = rounds };
            trainer.Fit([.. all.Where(a => a.Fold != fold).Select(a => new JudgeLesson("", a.a.Features, labels.IndexOf(a.a.Label!), 1))]);
            for (var i = 0; i < all.Count; i++)
                if (all[i].Fold == fold) probabilities[i] = trainer.Probabilities(all[i].a.Features, 0);
        });
        foreach (var silent in new[] { false, true })
        {
            var own = Enumerable.Range(0, all.Count).Where(i => all[i].a.Silent == silent).ToList();
            if (!silent)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"told: frame right {own.Count(i => all[i].a.Event.Event == all[i].a.Label)} judge right {own.Count(i => labels[Best(probabilities[i])] == all[i].a.Label)} of {own.Count}"));
                var sure = own.Where(i => all[i].a.Event.Event != all[i].a.Label).ToList();
                Console.WriteLine($"  frames wrong {sure.Count}: judge right {sure.Count(i => labels[Best(probabilities[i])] == all[i].a.Label)}, none {sure.Count(i => labels[Best(probabilities[i])] == "NONE")}");
                for (var t = 0.05; t < 0.6; t += 0.1)
                {
                    var kept = own.Where(i => probabilities[i][labels.IndexOf(all[i].a.Event.Event)] >= t).ToList();
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  keep p>={t:0.00}: {kept.Count}, right {kept.Count(i => all[i].a.Event.Event == all[i].a.Label)}"));
                }
            }
            else
            {
                for (var t = 0.3; t < 0.96; t += 0.1)
                {
                    var kept = own.Where(i => Best(probabilities[i]) != labels.Length - 1 && probabilities[i].Max() >= t).ToList();
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"silent p>={t:0.00}: {kept.Count} of {own.Count}, right {kept.Count(i => labels[Best(probabilities[i])] == all[i].a.Label)}, none {kept.Count(i => all[i].a.Label == "NONE")}"));
                }
            }
        }
    }

    private static int Best(float[] p) => Array.IndexOf(p, p.Max());
}
