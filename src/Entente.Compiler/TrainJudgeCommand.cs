using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Entente.Coding;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Compiler.Judging;
using Entente.Language;

namespace Entente.Compiler;

/// <summary><c>train-judge</c>: trains the judges on the examples of the knowledge and on marked pairs.</summary>
internal static class TrainJudgeCommand
{
    /// <summary>The short examples beside frames are many and alike.</summary>
    private const float BesideWeight = 0.4f;

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var folders = new Option<string[]>("--knowledge") { Description = "Folder of the knowledge, and folders of own knowledge over it", DefaultValueFactory = _ => ["knowledge"], AllowMultipleArgumentsPerToken = true };
        var pairs = new Option<string?>("--pairs") { Description = "Marked pairs of the practice PLV (JSON lines); without them the judge of that practice stays as it is" };
        var model = new Option<string>("--model") { Description = "Folder of the language models", DefaultValueFactory = _ => "models" };
        var output = new Option<string>("--output") { Description = "Folder for the judges", DefaultValueFactory = _ => "models" };
        var command = new Command("train-judge", "Trains the judges on knowledge/examples, e.g. train-judge --knowledge knowledge mine --output mine/models") { folders, pairs, model, output };
        command.SetAction(r => Run(r.GetValue(folders)!, r.GetValue(pairs), r.GetValue(model)!, r.GetValue(output)!));
        return command;
    }

    private static void Run(string[] folders, string? pairs, string model, string output)
    {
        var knowledge = KnowledgeBase.Load(new KnowledgeOptions { Base = folders[0], Overlays = folders[1..] });
        var parser = DocumentParser.Load(model);
        var source = new KnowledgeFolder(folders);
        var examples = ExampleReader.Read(source, knowledge.Ontology).ToList();
        foreach (var fault in source.Faults) Console.Error.WriteLine(fault);
        Directory.CreateDirectory(output);
        var lessons = new JudgeLessons(parser, knowledge);
        var beside = lessons.BesideFrames(source);
        Write(Path.Combine(output, Judges.EventFile), EventJudge(lessons.Readings(examples), beside), $"{examples.Count} examples and {beside.Count} beside frames");
        var authored = lessons.Ask(examples);
        var plover = JudgeLessons.Plover;
        Write(Path.Combine(output, Judges.PairFile), Fit(plover, [.. authored.Select((a, i) => new JudgeLesson(Id(i), a.Features, plover.IndexOf(a.Example.Event), 1))], 1), $"{authored.Count} examples with two parties");
        if (pairs is null) return;
        var marked = lessons.Pairs(pairs);
        var plv = JudgeLessons.Plv;
        Write(Path.Combine(output, Judges.PlvFile), Fit(plv, JudgeLessons.OfPlv(marked, authored), 2), $"{marked.Count} pairs and {authored.Count} examples");
    }

    /// <summary>Trains on all lessons, with the temperature that five judges, each trained without a fifth, show to be right.</summary>
    public static JudgeModel Fit(ImmutableArray<string> labels, IReadOnlyList<JudgeLesson> lessons, int domains)
    {
        var scores = CrossValidation.Scores(lessons, () => CrossValidation.Trainer(labels.Length, domains));
        var trainer = CrossValidation.Trainer(labels.Length, domains);
        trainer.Fit(lessons);
        return trainer.Model(labels, 0, CrossValidation.Temperature(scores, lessons));
    }

    private static JudgeModel EventJudge(IReadOnlyList<ExampleReading> readings, IReadOnlyList<ExampleReading> beside)
    {
        var labels = JudgeLessons.Plover;
        var lessons = readings.SelectMany((r, i) => r.Acts.Where(a => a.Label is not null).Select(a => new JudgeLesson(Id(i), a.Features, labels.IndexOf(a.Label!), 1)))
            .Concat(beside.SelectMany((r, i) => r.Acts.Where(a => a.Label is not null && !a.Silent).Select(a => new JudgeLesson(Id(i), a.Features, labels.IndexOf(a.Label!), BesideWeight)))).ToList();
        return Fit(labels, lessons, 1);
    }

    private static string Id(int number) => "example-" + number.ToString(CultureInfo.InvariantCulture);

    private static void Write(string path, JudgeModel model, string lessons)
    {
        var bytes = model.Write();
        File.WriteAllBytes(path, bytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {bytes.Length / 1e6:0.0} MB from {lessons}, temperature {model.Temperature:0.00}"));
    }
}
