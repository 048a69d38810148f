using System.CommandLine;
using System.Globalization;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Compiler.Judging;
using Entente.Language;

namespace Entente.Compiler;

/// <summary><c>measure-examples</c>: what the coder reads out of the examples.</summary>
internal static class MeasureExamplesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var folder = new Option<string>("--knowledge") { Description = "Folder of the knowledge", DefaultValueFactory = _ => "knowledge" };
        var examples = new Option<string>("--examples") { Description = "Knowledge folder whose examples are read", DefaultValueFactory = _ => "knowledge" };
        var model = new Option<string>("--model") { Description = "Folder of the language models", DefaultValueFactory = _ => "models" };
        var show = new Option<bool>("--show") { Description = "Print every example that is read otherwise" };
        var command = new Command("measure-examples", "Tells how many examples are read as they are marked") { folder, examples, model, show };
        command.SetAction(r => Run(r.GetValue(folder)!, r.GetValue(examples)!, r.GetValue(model)!, r.GetValue(show)));
        return command;
    }

    private static void Run(string folder, string examples, string model, bool show)
    {
        var knowledge = KnowledgeBase.Load(new KnowledgeOptions { Base = folder });
        var parser = DocumentParser.Load(model);
        var readings = ExampleReader.Read(new KnowledgeFolder([examples]), knowledge.Ontology).ToList().AsParallel().AsOrdered().Select(e => ExampleReading.Of(e, parser, knowledge)).ToList();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var reading in readings)
        {
            var example = reading.Example;
            var acts = reading.Acts.Where(a => !a.Silent).ToList();
            var act = acts.FirstOrDefault(a => a.AtTrigger && a.Label == a.Event.Event) ?? acts.FirstOrDefault(a => a.Label == example.Event && a.Event.Event == example.Event)
                ?? acts.FirstOrDefault(a => a.AtTrigger) ?? acts.FirstOrDefault(a => a.Label is not null);
            var verdict = example.Event == AuthoredExample.Nothing
                ? act is null ? "nothing, rightly" : "invented"
                : act is null ? "missed" : act.Label == AuthoredExample.Nothing ? "wrong parties" : act.Event.Event == example.Event ? "right" : "wrong type";
            Count(verdict);
            if (verdict == "missed") Count("missed: " + reading.Reason);
            if (verdict == "right")
            {
                Count(act!.Event.Status == example.Status ? "status right" : "status wrong");
                var claimed = act.Event.Attribution.IsEmpty ? null : (Entente.Coding.Stance?)act.Event.Attribution[0].Stance;
                Count(claimed == example.Claim ? "claim right" : "claim wrong");
                if (show && act.Event.Status != example.Status) Show("status", example, $"{example.Status} read {act.Event.Status}");
                if (show && claimed != example.Claim) Show("claim", example, $"{example.Claim} read {claimed}");
            }
            else if (show && verdict != "nothing, rightly")
            {
                Show(verdict, example, act is null ? reading.Reason : $"{act.Event.Event} {act.Event.Rule} [{string.Join('+', act.Event.Actor.Select(a => a.Text))}] {{{string.Join('+', act.Event.Recipient.Select(a => a.Text))}}}");
            }
        }

        foreach (var (kind, count) in counts) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,7} {kind}"));

        void Count(string kind) => counts[kind] = counts.GetValueOrDefault(kind) + 1;
    }

    private static void Show(string kind, AuthoredExample example, string note) =>
        Console.WriteLine($"{kind}\t{example.Event}\t{Path.GetFileName(example.File)}:{example.Line}\t{example.Text[example.Trigger.Start..example.Trigger.End]}\t{note}\t{example.Text}");
}
