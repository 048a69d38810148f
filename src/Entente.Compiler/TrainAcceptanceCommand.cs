using System.CommandLine;
using System.Globalization;
using Entente.Coding;
using Entente.Coding.Judging;
using Entente.Compiler.Judging;
using Entente.Language;

namespace Entente.Compiler;

/// <summary><c>train-acceptance</c>: trains how far a coded event may be trusted, on readers' verdicts and on examples.</summary>
internal static class TrainAcceptanceCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var verdicts = new Option<string[]>("--verdicts") { Description = "Tables of verdicts on events of earlier builds", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var blind = new Option<string[]>("--blind") { Description = "Tables of verdicts of blind readers on documents that nothing is trained on; the confidence is set to what they say", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var annotated = new Option<string[]>("--annotated") { Description = "Annotated texts of a sentence or two; the confidence in such texts is set to them", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var training = new TrainingOptions();
        var show = new Option<double>("--show") { Description = "Print the wrong events of at least this confidence", DefaultValueFactory = _ => 1 };
        var command = new Command("train-acceptance", "Trains how far a coded event may be trusted, e.g. train-acceptance --read docs/audit/events-parties.tsv --corpora reuters21578.jsonl.gz") { verdicts, blind, annotated, show };
        training.AddTo(command);
        command.SetAction(r => Run(training.Of(r), r.GetValue(verdicts)!, r.GetValue(blind)!, r.GetValue(annotated)!, r.GetValue(show)));
        return command;
    }

    private static void Run(TrainingInput input, string[] verdicts, string[] blind, string[] annotated, double show)
    {
        var knowledge = input.Knowledge();
        var parser = DocumentParser.Load(input.Model);
        var authored = input.Examples(knowledge);
        var examples = new JudgeLessons(parser, knowledge).Readings(authored);

        // Parties are mended by judges that have not seen the document, as it is with new ones.
        var states = TrainStatesCommand.Models(new StateLessons(parser, knowledge).Of(input.Read, input.Documents));
        var roles = new RoleLessons(parser, knowledge);
        var parts = TrainRolesCommand.Models([.. roles.Of(input.Read, input.Documents), .. roles.Of(authored)]);
        var types = JudgeModel.Read(File.ReadAllBytes(Path.Combine(input.Output, Judges.EventFile)));
        var lessons = new AcceptanceLessons(parser, knowledge, types, d => states[CrossValidation.Fold(CrossValidation.Id(d))], d => parts[CrossValidation.Fold(CrossValidation.Id(d))]);
        var real = lessons.OfVerdicts(verdicts, input.Read, input.Documents);
        var trainer = new TrustTrainer(real, [.. AcceptanceLessons.OfExamples(examples)]);
        var scores = trainer.Odds();

        // What is calibrated on is what was drawn at random; verdicts of earlier builds are on what those took to be right.
        var odds = real.Zip(scores).Where(r => r.First.Faults is not null).Select(r => (Lesson: r.First, Odds: r.Second)).ToList();
        var scale = ScaleFitting.Fit([.. odds.Select(o => (o.Odds, o.Lesson.IsRight))]);
        var answers = odds.Select(o => (Confidence: scale.Probability(o.Odds, picked: false), Right: o.Lesson.IsRight, o.Lesson)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{real.Count} events judged, of {answers.Count} it is known what is right; {answers.Count(a => a.Right)} of these are; area under the curve {Measures.AreaUnderCurve([.. answers.Select(a => (a.Confidence, a.Right))]):0.000}, calibration error {Measures.CalibrationError([.. answers.Select(a => (a.Confidence, a.Right))]):0.000} at temperature {scale.Temperature:0.00}, shift {scale.Shift:0.00} (five folds of documents)"));
        for (var least = 0.3; least < 0.85; least += 0.05)
        {
            var kept = answers.Where(a => a.Confidence >= least).ToList();
            if (kept.Count == 0) continue;
            var faults = string.Join(", ", kept.Where(k => !k.Right).GroupBy(k => k.Lesson.Faults).OrderByDescending(g => g.Count()).Take(6).Select(g => $"{g.Key} {g.Count()}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  confidence at least {least:0.00}: {kept.Count} kept, {100.0 * kept.Count(k => k.Right) / kept.Count:0.0} % right; wrong: {faults}"));
        }

        foreach (var answer in answers.Where(a => !a.Right && a.Confidence >= show))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answer.Lesson.Document}\t{answer.Lesson.Trigger}\t{answer.Lesson.Type}\t{answer.Confidence:0.00}\t{answer.Lesson.Faults}"));
        var model = trainer.Fit();
        var strict = ScaleFitting.Scored(model, lessons.OfBlind(blind, input.Everything));
        if (strict.Count > 0)
        {
            var before = strict.Average(l => scale.Probability(l.Odds, picked: false));
            var ranked = Measures.AreaUnderCurve([.. strict.Select(l => (l.Odds, l.Right))]);
            scale = scale with { Shift = ScaleFitting.Shift(strict, s => scale with { Shift = s }, picked: false) };
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"blind readers: {strict.Count} events, area under the curve {ranked:0.000}, {100.0 * strict.Count(l => l.Right) / strict.Count:0.0} % right where the confidence said {100 * before:0.0} %; shift {scale.Shift:0.00} instead"));
        }

        var picked = ScaleFitting.Scored(model, lessons.OfAnnotated(annotated.SelectMany(AnnotatedText.Read)));
        if (picked.Count > 0)
        {
            var before = picked.Average(l => scale.Probability(l.Odds, picked: false));
            scale = scale with { Picked = ScaleFitting.Shift(picked, s => scale with { Picked = s }, picked: true) };
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"picked texts: {picked.Count} events, {100.0 * picked.Count(l => l.Right) / picked.Count:0.0} % right where the confidence said {100 * before:0.0} %; shift {scale.Picked:0.00} beside it"));
        }

        input.Write(Judges.AcceptanceFile, model.Scaled(scale).Write());
    }
}
