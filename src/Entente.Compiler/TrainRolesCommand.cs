using System.CommandLine;
using System.Globalization;
using Entente.Coding;
using Entente.Coding.Judging;
using Entente.Compiler.Judging;
using Entente.Language;

namespace Entente.Compiler;

/// <summary><c>train-roles</c>: trains who takes which part in an act, on what readers said of coded events and on authored examples.</summary>
internal static class TrainRolesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var training = new TrainingOptions();
        var command = new Command("train-roles", "Trains who takes which part in an act, e.g. train-roles --read docs/audit/events-parties.tsv --corpora reuters21578.jsonl.gz");
        training.AddTo(command);
        command.SetAction(r => Run(training.Of(r)));
        return command;
    }

    private static void Run(TrainingInput input)
    {
        var knowledge = input.Knowledge();
        var lessons = new RoleLessons(DocumentParser.Load(input.Model), knowledge);
        var real = lessons.Of(input.Read, input.Documents);
        var examples = lessons.Of(input.Examples(knowledge));
        List<JudgeLesson> all = [.. real.Concat(examples).SelectMany(c => c.Candidates.Select(k => k.Lesson)).Where(l => l.Label >= 0)];
        var scores = CrossValidation.Scores(all, Trainer);
        var temperature = CrossValidation.Temperature(scores, all);
        var next = 0;
        var answers = new List<(RoleCase Case, List<(RoleCandidate Candidate, int Label, double[] Probabilities)> Candidates)>();
        foreach (var one in real)
        {
            var list = one.Candidates.Where(c => c.Lesson.Label >= 0).Select(c => (c.Candidate, c.Lesson.Label, CrossValidation.Softened(scores[next++]!, temperature))).ToList();
            if (one.Candidates.All(c => c.Lesson.Label >= 0)) answers.Add((one, list));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answers.Count} acts of real news, {examples.Count} of examples, {all.Count} who may take part; temperature {temperature:0.00} (five folds of documents)"));
        Console.WriteLine($"  as frames tell: {answers.Count(a => Right(a.Candidates, c => Number(c.Candidate.Told)))} acts with the right actors and recipients");
        foreach (var least in (double[])[0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8])
        {
            var right = answers.Count(a => Right(a.Candidates, c => Choice(c, least)));
            var changed = answers.Count(a => a.Candidates.Any(c => Choice(c, least) != Number(c.Candidate.Told)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  told otherwise where its probability is at least {least:0.00}: {right} right, {changed} changed"));
        }

        foreach (var kind in answers.SelectMany(a => a.Candidates.Select(c => Kind(a.Case, c))).Distinct().Order(StringComparer.Ordinal))
        {
            if (kind.Length == 0) continue;
            var of = answers.SelectMany(a => a.Candidates.Where(c => Kind(a.Case, c) == kind)).ToList();
            var line = $"  {kind}:";
            foreach (var least in (double[])[0.4, 0.5, 0.6, 0.7, 0.8])
            {
                var told = of.Where(c => c.Probabilities.Max() >= least).ToList();
                line += string.Create(CultureInfo.InvariantCulture, $"  {least:0.0}: {told.Count(c => Array.IndexOf(c.Probabilities, c.Probabilities.Max()) == c.Label)} better, {told.Count(c => Number(c.Candidate.Told) == c.Label)} worse");
            }

            Console.WriteLine(line);
        }

        var trainer = Trainer();
        trainer.Fit(all);
        input.Write(Judges.RoleFile, trainer.Model(RoleQuestion.Labels, 0, temperature));
    }

    /// <summary>A model for each fold of documents, trained without it.</summary>
    public static JudgeModel[] Models(IReadOnlyList<RoleCase> cases)
    {
        List<JudgeLesson> all = [.. cases.SelectMany(c => c.Candidates.Select(k => k.Lesson)).Where(l => l.Label >= 0)];
        return CrossValidation.Models(all, Trainer, RoleQuestion.Labels, CrossValidation.Temperature(CrossValidation.Scores(all, Trainer), all));
    }

    private static bool Right(List<(RoleCandidate Candidate, int Label, double[] Probabilities)> candidates, Func<(RoleCandidate Candidate, int Label, double[] Probabilities), int> choice)
    {
        // Who acts and towards whom: one of several coordinated ones is enough to be right about a side, none of another side.
        for (var side = 1; side <= 2; side++)
        {
            var gold = candidates.Where(c => c.Label == side).ToList();
            var chosen = candidates.Where(c => choice(c) == side).ToList();
            if (gold.Count == 0 != (chosen.Count == 0)) return false;
            if (chosen.Exists(c => c.Label != side)) return false;
        }

        return true;
    }

    private static int Choice((RoleCandidate Candidate, int Label, double[] Probabilities) c, double least)
    {
        var best = Array.IndexOf(c.Probabilities, c.Probabilities.Max());
        return c.Probabilities[best] >= least ? best : Number(c.Candidate.Told);
    }

    private static string Kind(RoleCase act, (RoleCandidate Candidate, int Label, double[] Probabilities) c)
    {
        var best = RoleQuestion.Labels[Array.IndexOf(c.Probabilities, c.Probabilities.Max())];
        if (best == c.Candidate.Told) return "";
        var empty = best == "A" ? act.Draft.Actor.All(a => a.Range.Length == 0) : best == "R" && act.Draft.Recipient.IsEmpty;
        return c.Candidate.Told + " to " + best + (empty ? " where nobody is told" : "");
    }

    private static int Number(string role) => RoleQuestion.Labels.IndexOf(role);

    private static JudgeTrainer Trainer() => new(3) { Domains = 2, Rate = 0.01f, Rounds = 10, Prior = 2e-4f, Own = 1 };
}
