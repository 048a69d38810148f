using System.CommandLine;
using System.Globalization;
using Entente.Coding;
using Entente.Coding.Judging;
using Entente.Compiler.Judging;
using Entente.Language;

namespace Entente.Compiler;

/// <summary><c>train-states</c>: trains whose a party is when only the document around tells, on what readers said of coded events.</summary>
internal static class TrainStatesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var training = new TrainingOptions();
        var show = new Option<int>("--show") { Description = "Print so many wrong answers", DefaultValueFactory = _ => 0 };
        var command = new Command("train-states", "Trains whose \"the government\" is, e.g. train-states --read docs/audit/events-parties.tsv --corpora reuters21578.jsonl.gz") { show };
        training.AddTo(command);
        command.SetAction(r => Run(training.Of(r), r.GetValue(show)));
        return command;
    }

    private static void Run(TrainingInput input, int show)
    {
        var knowledge = input.Knowledge();
        var cases = new StateLessons(DocumentParser.Load(input.Model), knowledge).Of(input.Read, input.Documents);
        var all = cases.SelectMany(c => c.Candidates.Select(k => k.Lesson)).ToList();
        var scores = CrossValidation.Scores(all, Trainer);
        var temperature = CrossValidation.Temperature(scores, all);
        var next = 0;
        var answers = new List<(StateCase Case, string? Code, double Probability)>();
        foreach (var one in cases)
        {
            var best = one.Candidates.Select(c => (c.Code, P: CrossValidation.Softened(scores[next++]!, temperature)[1])).OrderByDescending(c => c.P).FirstOrDefault();
            answers.Add((one, best.Code, best.P));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases.Count} parties, {cases.Count(c => c.Code is not null)} of a state, of {cases.Count(c => c.Code is { } k && c.Candidates.Any(x => x.Code == k))} it is asked; temperature {temperature:0.00} (five folds of documents)"));
        for (var least = 0.2; least < 0.95; least += 0.1)
        {
            var given = answers.Where(a => a.Probability >= least).ToList();
            var right = given.Count(a => a.Code == a.Case.Code);
            var needless = given.Count(a => a.Case.Code is null);
            var whole = answers.Count(a => (a.Probability >= least ? a.Code : null) == a.Case.Code);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  probability at least {least:0.0}: {given.Count} told, {right} as the reader, {needless} where the reader tells none; {100.0 * whole / cases.Count:0.0} % of all parties as the reader"));
        }

        foreach (var (one, code, probability) in answers.Where(a => (a.Probability >= PartyReviser.LeastState ? a.Code : null) != a.Case.Code).Take(show))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.Document}\t{one.Text.ReplaceLineEndings(" ")}\treader {one.Code ?? "-"}\t{code} {probability:0.00}"));
        var trainer = Trainer();
        trainer.Fit(all);
        input.Write(Judges.StateFile, trainer.Model(StateQuestion.Labels, 0, temperature));
    }

    /// <summary>A model for each fold of documents, trained without it.</summary>
    public static JudgeModel[] Models(IReadOnlyList<StateCase> cases)
    {
        List<JudgeLesson> all = [.. cases.SelectMany(c => c.Candidates.Select(k => k.Lesson))];
        return CrossValidation.Models(all, Trainer, StateQuestion.Labels, CrossValidation.Temperature(CrossValidation.Scores(all, Trainer), all));
    }

    private static JudgeTrainer Trainer() => new(2) { Rate = 0.03f, Rounds = 12, Prior = 2e-4f };
}
