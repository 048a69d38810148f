using System.CommandLine;
using System.Globalization;
using Entente.Coding;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Compiler.Judging;
using Entente.Language;

namespace Entente.Compiler;

/// <summary><c>train-acceptance</c>: trains how far a coded event may be trusted, on readers' verdicts and on examples.</summary>
internal static class TrainAcceptanceCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var verdicts = new Option<string[]>("--verdicts") { Description = "Tables of verdicts on events", AllowMultipleArgumentsPerToken = true, Required = true };
        var read = new Option<string[]>("--read") { Description = "Tables of read events, which tell what is right", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var corpora = new Option<string[]>("--corpora") { Description = "Files that hold their documents", AllowMultipleArgumentsPerToken = true, Required = true };
        var calibrate = new Option<string[]>("--calibrate") { Description = "Tables of verdicts on random events of this build or one much like it, on which the confidence is brought to the share that is right; not learnt from", AllowMultipleArgumentsPerToken = true };
        var folders = new Option<string[]>("--knowledge") { Description = "Folder of the knowledge, and folders of own knowledge over it", DefaultValueFactory = _ => ["knowledge"], AllowMultipleArgumentsPerToken = true };
        var model = new Option<string>("--model") { Description = "Folder of the language models", DefaultValueFactory = _ => "models" };
        var output = new Option<string>("--output") { Description = "Folder for the model", DefaultValueFactory = _ => "models" };
        var command = new Command("train-acceptance", "Trains how far a coded event may be trusted, e.g. train-acceptance --verdicts docs/audit/events-*.tsv --corpora reuters21578.jsonl.gz") { verdicts, read, corpora, calibrate, folders, model, output };
        command.SetAction(r => Run(r.GetValue(verdicts)!, r.GetValue(read)!, r.GetValue(corpora)!, r.GetValue(calibrate) ?? [], r.GetValue(folders)!, r.GetValue(model)!, r.GetValue(output)!));
        return command;
    }

    private static void Run(string[] verdicts, string[] read, string[] corpora, string[] calibrate, string[] folders, string model, string output)
    {
        var knowledge = KnowledgeBase.Load(new KnowledgeOptions { Base = folders[0], Overlays = folders[1..] });
        var parser = DocumentParser.Load(model);
        var source = new KnowledgeFolder(folders);
        var authored = ExampleReader.Read(source, knowledge.Ontology);
        var examples = new JudgeLessons(parser, knowledge).Readings(authored);

        // Parties are mended by judges that have not seen the document, as it is with new ones.
        var states = TrainStatesCommand.Models(new StateLessons(parser, knowledge).Of(read, corpora));
        var roles = new RoleLessons(parser, knowledge);
        var parts = TrainRolesCommand.Models([.. roles.Of(read, corpora), .. roles.Of(authored)]);
        var lessons = new AcceptanceLessons(parser, knowledge, d => states[CrossValidation.Fold(CrossValidation.Id(d))], d => parts[CrossValidation.Fold(CrossValidation.Id(d))]);
        var real = lessons.OfVerdicts(verdicts, read, corpora);
        List<JudgeLesson> all = [.. real, .. AcceptanceLessons.OfExamples(examples)];
        var scores = CrossValidation.Scores(all, CrossValidation.Careful);
        var temperature = CrossValidation.Temperature(scores, all);
        var answers = real.Select((l, i) => (Confidence: CrossValidation.Softened(scores[i]!, temperature)[1], Right: l.Label == 1)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{real.Count} verdicts, {answers.Count(a => a.Right)} right; calibration error {Measures.CalibrationError(answers):0.000} at temperature {temperature:0.00} (five folds)"));
        for (var least = 0.1; least < 0.9; least += 0.05)
        {
            var kept = answers.Where(a => a.Confidence >= least).ToList();
            if (kept.Count > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  confidence at least {least:0.00}: {kept.Count} kept, {100.0 * kept.Count(k => k.Right) / kept.Count:0.0} % right"));
        }

        var trainer = CrossValidation.Careful();
        trainer.Fit(all);
        var judge = trainer.Model(AcceptanceLabels.All, 0, temperature);
        if (calibrate.Length > 0) judge = judge.Shifted(AcceptanceLabels.All[1], Shift(trainer, temperature, lessons.OfVerdicts(calibrate, [], corpora)));
        File.WriteAllBytes(Path.Combine(output, Judges.AcceptanceFile), judge.Write());
    }

    /// <summary>
    /// The verdicts that are learnt from are on events of earlier builds: of the wrong ones many are not told any more, so the rest looks
    /// surer than it is. The shift of the log odds that makes the mean confidence of random events the share of them that is right.
    /// </summary>
    private static double Shift(JudgeTrainer trainer, double temperature, List<JudgeLesson> lessons)
    {
        var odds = lessons.Select(l => CrossValidation.Softened(trainer.Probabilities(l.Features, 0), temperature)[1]).Select(p => Math.Log(p / (1 - p))).ToList();
        var right = lessons.Average(l => (double)l.Label);
        var (low, high) = (-4.0, 4.0);
        for (var i = 0; i < 50; i++)
        {
            var middle = (low + high) / 2;
            if (odds.Average(o => 1 / (1 + Math.Exp(-o - middle))) < right) low = middle;
            else high = middle;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lessons.Count} random events, {right:P1} right: log odds shifted by {low:0.00}"));
        return low;
    }
}
