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
        var training = new TrainingOptions();
        var show = new Option<double>("--show") { Description = "Print the wrong events of at least this confidence", DefaultValueFactory = _ => 1 };
        var command = new Command("train-acceptance", "Trains how far a coded event may be trusted, e.g. train-acceptance --read docs/audit/events-parties.tsv --corpora reuters21578.jsonl.gz") { verdicts, blind, show };
        training.AddTo(command);
        command.SetAction(r => Run(training.Of(r), r.GetValue(verdicts)!, r.GetValue(blind)!, r.GetValue(show)));
        return command;
    }

    private static void Run(TrainingInput input, string[] verdicts, string[] blind, double show)
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
        var odds = real.Select((r, i) => (r.Faults, r.Name, Odds: scores[i])).Where(r => r.Faults is not null).ToList();
        var (temperature, shift) = Fit([.. odds.Select(o => (o.Odds, o.Faults!.Length == 0))]);
        var answers = odds.Select(o => (Confidence: Probability(o.Odds, temperature, shift), Right: o.Faults!.Length == 0, Faults: o.Faults!, o.Name)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{real.Count} events judged, of {answers.Count} it is known what is right; {answers.Count(a => a.Right)} of these are; area under the curve {Measures.AreaUnderCurve([.. answers.Select(a => (a.Confidence, a.Right))]):0.000}, calibration error {Measures.CalibrationError([.. answers.Select(a => (a.Confidence, a.Right))]):0.000} at temperature {temperature:0.00}, shift {shift:0.00} (five folds of documents)"));
        for (var least = 0.3; least < 0.85; least += 0.05)
        {
            var kept = answers.Where(a => a.Confidence >= least).ToList();
            if (kept.Count == 0) continue;
            var faults = string.Join(", ", kept.Where(k => !k.Right).GroupBy(k => k.Faults).OrderByDescending(g => g.Count()).Take(6).Select(g => $"{g.Key} {g.Count()}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  confidence at least {least:0.00}: {kept.Count} kept, {100.0 * kept.Count(k => k.Right) / kept.Count:0.0} % right; wrong: {faults}"));
        }

        foreach (var answer in answers.Where(a => !a.Right && a.Confidence >= show)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answer.Name}\t{answer.Confidence:0.00}\t{answer.Faults}"));
        var model = trainer.Fit();
        var strict = lessons.OfBlind(blind, input.Documents).Select(l => (Odds: TrustTrainer.Odds(model, l), Right: l.Lesson.Label == 1)).ToList();
        if (strict.Count > 0)
        {
            var before = strict.Average(l => Probability(l.Odds, temperature, shift));
            shift = Shift(strict, temperature);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"blind readers: {strict.Count} events, {100.0 * strict.Count(l => l.Right) / strict.Count:0.0} % right where the confidence said {100 * before:0.0} %; shift {shift:0.00} instead"));
        }

        input.Write(Judges.AcceptanceFile, model.Scaled(temperature, shift).Write());
    }

    /// <summary>The shift of the log odds at which the answers fit best.</summary>
    private static double Shift(IReadOnlyList<(double Odds, bool Right)> answers, double temperature) =>
        Enumerable.Range(-40, 81).Select(i => i / 20.0).MinBy(shift => Loss(answers, temperature, shift));

    private static double Loss(IReadOnlyList<(double Odds, bool Right)> answers, double temperature, double shift) =>
        answers.Sum(a => -Math.Log(Math.Max(1e-12, a.Right ? Probability(a.Odds, temperature, shift) : 1 - Probability(a.Odds, temperature, shift))));

    private static double Probability(double odds, double temperature, double shift) => 1 / (1 + Math.Exp(-(odds / temperature) - shift));

    /// <summary>Temperature and shift of the log odds at which the answers fit best (least negative log likelihood; Platt 1999).</summary>
    private static (double Temperature, double Shift) Fit(IReadOnlyList<(double Odds, bool Right)> answers)
    {
        var (best, least) = ((1.0, 0.0), double.MaxValue);
        for (var temperature = 0.5; temperature <= 4; temperature += 0.05)
        {
            for (var shift = -1.5; shift <= 1.5; shift += 0.05)
            {
                var loss = Loss(answers, temperature, shift);
                if (loss < least) (best, least) = ((Math.Round(temperature, 2), Math.Round(shift, 2)), loss);
            }
        }

        return best;
    }
}
