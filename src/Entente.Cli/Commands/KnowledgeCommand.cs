using System.CommandLine;
using System.Diagnostics;
using Entente.Cli.Running;
using Entente.Coding.Knowledge;

namespace Entente.Cli.Commands;

/// <summary><c>entente knowledge check</c>: faults in knowledge files.</summary>
internal static class KnowledgeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string?>("dir") { Description = "Folder of own knowledge; the built-in is checked when left out", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "Checks knowledge files and names file, line and fault of what is wrong.\n\nExample: entente knowledge check mine") { folder };
        check.SetAction(parsed => Check(parsed.GetValue(folder)));
        return new Command("knowledge", "What Entente knows: the files that a political scientist edits") { check };
    }

    private static int Check(string? folder)
    {
        if (folder is not null && !Directory.Exists(folder)) throw new UsageException($"{folder}: there is no such folder");
        var clock = Stopwatch.StartNew();
        var knowledge = KnowledgeBase.Load(folder is null ? [] : [folder]);
        var loading = clock.Elapsed;
        var faults = KnowledgeChecker.Check(folder);
        foreach (var fault in faults) Console.Error.WriteLine(fault.ToString().ReplaceLineEndings(" "));
        foreach (var (kind, count) in knowledge.Counts) Console.Out.WriteLine(FormattableString.Invariant($"{count,7} {kind}"));
        Console.Error.WriteLine(FormattableString.Invariant($"{faults.Length} fault{(faults.Length == 1 ? "" : "s")}; loading everything took {loading.TotalSeconds:0.00} s"));
        return faults.Length > 0 ? ExitCode.SomeFaults : ExitCode.Done;
    }
}
