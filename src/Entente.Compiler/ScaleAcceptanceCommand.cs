using System.CommandLine;
using System.Globalization;
using Entente.Coding;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Compiler.Judging;
using Entente.Language;

namespace Entente.Compiler;

/// <summary><c>scale-acceptance</c>: sets the confidence of events to what blind readers say, without training anything else.</summary>
internal static class ScaleAcceptanceCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var blind = new Option<string[]>("--blind") { Description = "Tables of verdicts of blind readers on documents that nothing is trained on", AllowMultipleArgumentsPerToken = true, Required = true };
        var corpora = new Option<string[]>("--corpora") { Description = "Files that hold their documents", AllowMultipleArgumentsPerToken = true, Required = true };
        var folders = new Option<string[]>("--knowledge") { Description = "Folder of the knowledge, and folders of own knowledge over it", DefaultValueFactory = _ => ["knowledge"], AllowMultipleArgumentsPerToken = true };
        var model = new Option<string>("--model") { Description = "Folder of the language models and judges", DefaultValueFactory = _ => "models" };
        var output = new Option<string?>("--output") { Description = "Folder for the judge on its new scale; without it the command only measures" };
        var command = new Command("scale-acceptance", "Sets the confidence to what blind readers say, e.g. scale-acceptance --blind docs/audit/events-9.tsv --corpora reuters21578.jsonl.gz") { blind, corpora, folders, model, output };
        command.SetAction(r => Run(r.GetValue(blind)!, new AuditedDocuments(r.GetValue(corpora)!, new HashSet<string>()), r.GetValue(folders)!, r.GetValue(model)!, r.GetValue(output)));
        return command;
    }

    private static void Run(string[] blind, AuditedDocuments documents, string[] folders, string models, string? output)
    {
        var knowledge = KnowledgeBase.Load(new KnowledgeOptions { Base = folders[0], Overlays = folders[1..] });
        var judges = new Judges(models);
        var model = judges.Acceptance;
        var lessons = new AcceptanceLessons(DocumentParser.Load(models), knowledge, judges.Events, _ => judges.States, _ => judges.Roles).OfBlind(blind, documents);
        if (lessons.Count == 0) throw new InvalidDataException("no event of the tables comes out as its readers saw it; nothing to set the confidence to");

        // What a half of the documents says is measured on the other, both ways.
        var apart = new List<(double Confidence, bool Right)>();
        for (var half = 0; half < 2; half++)
        {
            var set = Set(model.Scale, ScaleFitting.Scored(model, lessons.Where(l => Half(l) != half)));
            apart.AddRange(Answers(set, ScaleFitting.Scored(model, lessons.Where(l => Half(l) == half))));
        }

        var all = ScaleFitting.Scored(model, lessons);
        var scale = Set(model.Scale, all);
        Tell("as it was", model.Scale, Answers(model.Scale, all));
        Tell("each half by what the other says", scale, apart);
        Tell("set to all", scale, Answers(scale, all));
        if (output is not null) File.WriteAllBytes(Path.Combine(output, Judges.AcceptanceFile), model.Scaled(scale).Write());
    }

    private static int Half(AcceptanceLesson lesson) => CrossValidation.Hash(lesson.Document) % 2;

    /// <summary>The scale with another shift; in picked texts, which these verdicts are not about, all stays as it was.</summary>
    private static TrustScale Set(TrustScale before, IReadOnlyList<(double Odds, bool Right)> answers)
    {
        var shift = ScaleFitting.Shift(answers, s => before with { Shift = s }, picked: false);
        return before with { Shift = shift, Picked = Math.Round(before.Picked + before.Shift - shift, 2) };
    }

    private static List<(double Confidence, bool Right)> Answers(TrustScale scale, IEnumerable<(double Odds, bool Right)> scored) => [.. scored.Select(s => (scale.Probability(s.Odds, picked: false), s.Right))];

    private static void Tell(string name, TrustScale scale, List<(double Confidence, bool Right)> answers) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name}: {answers.Count} events, {100.0 * answers.Count(a => a.Right) / answers.Count:0.0} % right where the confidence says {100 * answers.Average(a => a.Confidence):0.0} %, calibration error {Measures.CalibrationError(answers):0.000}; shift {scale.Shift:0.00}, picked texts {scale.Picked:0.00} beside it"));
}
