using System.CommandLine;
using System.Globalization;
using Entente.Coding.Knowledge;
using NodaTime;

namespace Entente.Compiler;

/// <summary>
/// <c>sample-leaders</c> draws terms of office that no list at hand can check; <c>audit</c> counts the verdicts that two readers gave
/// without seeing each other's.
/// </summary>
internal static class AuditCommands
{
    private static readonly LocalDate EndOfReign = new(2021, 4, 1);

    /// <summary>The command that draws.</summary>
    public static Command MakeSample()
    {
        var count = new Option<int>("--count") { Description = "How many", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "Seed of the draw", DefaultValueFactory = _ => 1 };
        var folder = new Option<string>("--knowledge") { Description = "Folder of the knowledge", DefaultValueFactory = _ => "knowledge" };
        var command = new Command("sample-leaders", "Draws terms of office that the REIGN list cannot check: other offices than heads, and all since April 2021") { count, seed, folder };
        command.SetAction(result => Sample(KnowledgeBase.Load(new KnowledgeOptions { Base = result.GetValue(folder)! }), result.GetValue(count), result.GetValue(seed)));
        return command;
    }

    /// <summary>The command that counts.</summary>
    public static Command MakeCount()
    {
        var files = new Argument<string[]>("verdicts") { Description = "Tables with the columns field (optional), first and second: right, wrong or unsure" };
        var command = new Command("audit", "Counts verdicts by field: share right with its 95 % interval (Wilson 1927), agreement of the two readers, and Cohen's kappa; of several tables also all together") { files };
        command.SetAction(result =>
        {
            var verdicts = result.GetValue(files)!.Select(f => (Name: Path.GetFileName(f), All: Verdicts(f))).ToList();
            foreach (var (name, all) in verdicts) Count(name, all);
            if (verdicts.Count > 1) Count($"all {verdicts.Count}", [.. verdicts.SelectMany(v => v.All)]);
        });
        return command;
    }

    private static void Sample(KnowledgeBase knowledge, int count, int seed)
    {
        string[] heads = ["president", "prime minister", "king", "queen", "emir", "sultan", "chancellor", "premier", "head of state"];
        var pool = knowledge.Leaders.Where(l => (l.From is { } from && from >= EndOfReign) || !heads.Contains(l.Title)).ToArray();
        var random = new Random(seed);
        random.Shuffle(pool);
        Console.WriteLine("code\tname\ttitle\tfrom\tuntil");
        foreach (var leader in pool.Take(count))
            Console.WriteLine(FormattableString.Invariant($"{leader.Code}\t{leader.Name}\t{leader.Title}\t{leader.From:uuuu-MM-dd}\t{leader.Until:uuuu-MM-dd}"));
    }

    private static List<(string Field, string First, string Second)> Verdicts(string file)
    {
        string[]? columns = null;
        var verdicts = new List<(string Field, string First, string Second)>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = cells;
                continue;
            }

            string Cell(string column) => Array.IndexOf(columns, column) is var at and >= 0 && at < cells.Length ? cells[at].Trim() : "";
            verdicts.Add((Cell("field"), Cell("first"), Cell("second")));
        }

        return verdicts;
    }

    private static void Count(string name, List<(string Field, string First, string Second)> verdicts)
    {
        foreach (var field in verdicts.GroupBy(v => v.Field, StringComparer.Ordinal)) Tell(name, field.Key, [.. field]);
    }

    private static void Tell(string file, string field, (string Field, string First, string Second)[] verdicts)
    {
        var name = field.Length == 0 ? file : $"{file} {field}";
        foreach (var (reader, of) in new[] { ("first", (Func<(string Field, string First, string Second), string>)(v => v.First)), ("second", v => v.Second) })
        {
            if (verdicts.All(v => of(v).Length == 0)) continue;
            var judged = verdicts.Select(of).Where(v => v is "right" or "wrong").ToArray();
            var unsure = verdicts.Length - judged.Length;
            var right = judged.Count(v => v == "right");
            var (low, high) = Wilson(right, judged.Length);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, {reader} reader: {right} of {judged.Length} right ({100.0 * right / Math.Max(1, judged.Length):f1} %, {100 * low:f1} to {100 * high:f1}), {unsure} unsure"));
        }

        if (verdicts.All(v => v.Second.Length == 0)) return; // one reader only
        var agree = verdicts.Count(v => v.First == v.Second);
        var chance = verdicts.Select(v => v.First).Concat(verdicts.Select(v => v.Second)).Distinct()
            .Sum(k => verdicts.Count(v => v.First == k) * (double)verdicts.Count(v => v.Second == k)) / Math.Max(1, verdicts.Length * (double)verdicts.Length);
        var observed = agree / (double)Math.Max(1, verdicts.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: the two agree on {agree} of {verdicts.Length} ({100 * observed:f1} %), kappa {(chance < 1 ? (observed - chance) / (1 - chance) : 1):f2}"));
    }

    private static (double Low, double High) Wilson(int right, int all)
    {
        if (all == 0) return (0, 1);
        const double Z = 1.96;
        var share = (double)right / all;
        var middle = share + (Z * Z / (2 * all));
        var half = Z * Math.Sqrt((share * (1 - share) / all) + (Z * Z / (4.0 * all * all)));
        var scale = 1 + (Z * Z / all);
        return ((middle - half) / scale, (middle + half) / scale);
    }
}
