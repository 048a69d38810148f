using System.CommandLine;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Compiler.Judging;
using Entente.Language;

namespace Entente.Compiler;

/// <summary><c>measure-frames</c>: which frames have an example in which they hold and a near miss in which they do not.</summary>
internal static class MeasureFramesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var folder = new Option<string>("--knowledge") { Description = "Folder of the knowledge", DefaultValueFactory = _ => "knowledge" };
        var model = new Option<string>("--model") { Description = "Folder of the language models", DefaultValueFactory = _ => "models" };
        var missing = new Option<bool>("--missing") { Description = "Print the frames that lack one" };
        var examples = new Option<string?>("--file") { Description = "Only tell, for each line of this file of examples, which frame holds at its trigger" };
        var command = new Command("measure-frames", "Tells which frames have an example and a near miss") { folder, model, missing, examples };
        command.SetAction(r => Run(r.GetValue(folder)!, r.GetValue(model)!, r.GetValue(missing), r.GetValue(examples)));
        return command;
    }

    private static void Run(string folder, string model, bool missing, string? file)
    {
        var knowledge = KnowledgeBase.Load(new KnowledgeOptions { Base = folder });
        var coverage = new FrameCoverage(DocumentParser.Load(model), knowledge);
        var source = new KnowledgeFolder([folder]);
        if (file is not null)
        {
            var own = new KnowledgeFolder([Path.GetDirectoryName(Path.GetFullPath(file))!]);
            foreach (var example in ExampleReader.Read(own, knowledge.Ontology, Path.GetFileName(file)))
            {
                var frame = coverage.Add(example);
                Console.WriteLine($"{example.Line}\t{example.Event}\t{(frame is null ? "no frame holds" : $"{frame.Predicate}.{frame.Pos} {frame.Event} when {string.Join(';', frame.When.Select(w => w.Written))}")}\t{example.Text[example.Trigger.Start..example.Trigger.End]}");
            }

            foreach (var fault in own.Faults) Console.Error.WriteLine(fault);
            return;
        }

        foreach (var example in ExampleReader.Read(source, knowledge.Ontology)) coverage.Add(example);
        foreach (var row in source.Rows("events/frames/*.tsv", ["predicate", "event"], r => r.File + r.Line))
            if (row.Optional("example") is { } text) coverage.Add(row["event"], row["predicate"].Replace('-', ' '), text);
        var all = knowledge.Frames.All.ToList();
        Console.WriteLine($"{all.Count} frames: {all.Count(coverage.Fired.Contains)} hold in an example, {all.Count(coverage.Missed.Contains)} have a near miss, {all.Count(f => coverage.Fired.Contains(f) && coverage.Missed.Contains(f))} have both");
        if (!missing) return;
        foreach (var frame in all.Where(f => !coverage.Fired.Contains(f) || !coverage.Missed.Contains(f)))
            Console.WriteLine(string.Join('\t', $"{frame.Predicate}.{frame.Pos}", frame.Event, string.Join(';', frame.When.Select(w => w.Written)), coverage.Fired.Contains(frame) ? "-" : "example", coverage.Missed.Contains(frame) ? "-" : "near miss"));
    }
}
