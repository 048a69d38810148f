using System.CommandLine;
using System.Globalization;
using System.Text.Json;
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
        var coded = File.ReadLines(events).Where(l => l.Length > 0).Select(Found.Read).ToList();
        foreach (var reader in AuditRow.Read(table).Where(r => r["clear"] == "yes").GroupBy(r => r["reader"], StringComparer.Ordinal))
        {
            var missed = reader.Where(r => !coded.Exists(c => c.Is(r))).ToList();
            var all = reader.Count();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reader {reader.Key}: {all - missed.Count} of {all} clear events found ({100.0 * (all - missed.Count) / all:0} %); missed: {string.Join(", ", missed.Select(m => $"{m["number"]} {m["event"]}"))}"));
        }
    }

    /// <summary>An event as it was coded.</summary>
    private sealed record Found(string Event, HashSet<string> Actors, HashSet<string> Parties, (int Start, int End)[] Evidence)
    {
        public static Found Read(string line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            HashSet<string> actors = [.. Codes(root.GetProperty("actor"))];
            return new Found(root.GetProperty("event").GetString()!, actors, [.. actors, .. Codes(root.GetProperty("recipient"))], [.. root.GetProperty("evidence").EnumerateArray().Select(e => (e.GetProperty("span")[0].GetInt32(), e.GetProperty("span")[1].GetInt32()))]);
        }

        /// <summary>Whether it is what a reader found; the sides of a meeting may stand on either side.</summary>
        public bool Is(AuditRow row)
        {
            var (start, _) = row.Span;
            var named = Event is "CONSULT" or "COOPERATE" ? Parties : Actors;
            return Event == row["event"] && Array.Exists(Evidence, e => e.Start - Near <= start && start < e.End + Near)
                && (row["actor"] == "-" || row["actor"].Split('|').All(named.Contains));
        }

        private static IEnumerable<string> Codes(JsonElement parties) =>
            parties.EnumerateArray().SelectMany(p => new[] { p.GetProperty("code").GetString(), p.GetProperty("country").GetString() }).OfType<string>();
    }
}
