using System.CommandLine;
using System.Globalization;
using Entente.Coding.Records;
using Entente.Compiler.Judging;

namespace Entente.Compiler;

/// <summary><c>measure-found</c>: how many of the events that careful readers find in a text are coded.</summary>
internal static class MeasureFoundCommand
{
    /// <summary>How far from the word that a reader names the sentence may end or begin that tells the event, in code points: readers point at one of two neighbours.</summary>
    private const int Near = 200;

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var table = new Argument<string>("readers") { Description = "Table of what readers find (docs/audit/seed.tsv)" };
        var events = new Argument<string>("events") { Description = "What code --format jsonl wrote of the same text" };
        var command = new Command("measure-found", "Counts how many of the events that careful readers find are coded with type and actor, in the same sentence or beside it") { table, events };
        command.SetAction(r => Run(r.GetValue(table)!, r.GetValue(events)!));
        return command;
    }

    private static void Run(string table, string events)
    {
        foreach (var line in Lines(table, events)) Console.WriteLine(line);
    }

    /// <summary>A line for each reader: how many of what he finds clear is coded, and what is not.</summary>
    /// <param name="table">Table of what readers find.</param>
    /// <param name="events">Events as JSONL.</param>
    public static IEnumerable<string> Lines(string table, string events)
    {
        var coded = File.ReadLines(events).Where(l => l.Length > 0).Select(EventJson.Read).ToList();
        foreach (var reader in AuditRow.Read(table).Where(r => r["clear"] == "yes").GroupBy(r => r["reader"], StringComparer.Ordinal))
        {
            var missed = reader.Where(r => !coded.Exists(c => IsFound(c, r))).ToList();
            var all = reader.Count();
            yield return string.Create(CultureInfo.InvariantCulture, $"reader {reader.Key}: {all - missed.Count} of {all} clear events found ({100.0 * (all - missed.Count) / all:0} %); missed: {string.Join(", ", missed.Select(m => $"{m["number"]} {m["event"]}"))}");
        }
    }

    /// <summary>Whether an event is what a reader found; the sides of a meeting may stand on either side.</summary>
    private static bool IsFound(EventRecord e, AuditRow row)
    {
        var (start, _) = row.Span;
        var named = (e.Event is "CONSULT" or "COOPERATE" ? e.Actor.Concat(e.Recipient) : e.Actor).SelectMany(a => new[] { a.Code, a.Country }).ToHashSet();
        return e.Event == row["event"] && e.Evidence.Any(x => x.Span is { } span && span.Start - Near <= start && start < span.End + Near)
            && (row["actor"] == "-" || row["actor"].Split('|').All(named.Contains));
    }
}
