using System.CommandLine;
using System.Globalization;
using Entente.Coding.Knowledge;
using Entente.Language.Naming;
using NodaTime;

namespace Entente.Compiler;

/// <summary>
/// <c>measure-leaders</c>: how many leaders of the REIGN list (Bell 2016) since 1946 are known: somebody listed bears the name, is in
/// office for that state on the middle day of the term, and the full name on that day means that state before any other.
/// </summary>
internal static class MeasureLeadersCommand
{
    private const int FirstYear = 1946;

    /// <summary>REIGN tells no day on which a term ends; a month on either side is its precision.</summary>
    private const int Tolerance = 31;

    private sealed record Term(string State, string Name, LocalDate Day);

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var list = new Argument<string>("list") { Description = "REIGN's list of leaders (CSV)" };
        var folder = new Option<string>("--knowledge") { Description = "Folder of the knowledge", DefaultValueFactory = _ => "knowledge" };
        var command = new Command("measure-leaders", "Measures how many leaders of the REIGN list are known, e.g. measure-leaders leaderlist.csv") { list, folder };
        command.SetAction(result => Measure(result.GetValue(list)!, KnowledgeBase.Load(new KnowledgeOptions { Base = result.GetValue(folder)! })));
        return command;
    }

    private static void Measure(string list, KnowledgeBase knowledge)
    {
        int known = 0, all = 0;
        foreach (var term in Terms(list))
        {
            all++;
            if (IsKnown(term, knowledge)) known++;
            else Console.WriteLine(FormattableString.Invariant($"not known: {term.State} {term.Name} on {term.Day:uuuu-MM-dd}"));
        }

        Console.WriteLine(FormattableString.Invariant($"{known} of {all} leaders since {FirstYear} resolve to their state on a day in office ({100.0 * known / Math.Max(1, all):f1} %)"));
    }

    private static bool IsKnown(Term term, KnowledgeBase knowledge)
    {
        var words = Words(term.Name);
        foreach (var leader in knowledge.Leaders)
        {
            if (!knowledge.States.TryGetValue(leader.Code!, out var state) || !state.CorrelatesOfWar.Contains(term.State)) continue;
            if (!leader.On(term.Day.PlusDays(-Tolerance)) && !leader.On(term.Day) && !leader.On(term.Day.PlusDays(Tolerance))) continue;
            if (!Words(leader.Name).Concat(leader.OtherNames.SelectMany(Words)).Intersect(words).Any()) continue;
            var who = knowledge.Who(leader.Name, term.Day);
            if (who.Length > 0 && who[0].Code == leader.Code) return true;
        }

        return false;
    }

    private static HashSet<string> Words(string name) =>
        [.. Diacritics.Folded(name).ToLowerInvariant().Split([' ', '-', '_', '.', ',', '\'', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1)];

    private static IEnumerable<Term> Terms(string list)
    {
        string[]? columns = null;
        foreach (var line in File.ReadLines(list, System.Text.Encoding.Latin1))
        {
            var cells = line.Split(',');
            if (columns is null)
            {
                columns = cells;
                continue;
            }

            if (Number(cells, columns, "eyear") is < FirstYear) continue;
            var quoted = line.Contains('"', StringComparison.Ordinal);
            var name = quoted ? line.Split('"')[1] : cells[Array.IndexOf(columns, "leader")];
            if (quoted) cells = line.Replace($"\"{name}\"", "name", StringComparison.Ordinal).Split(',');
            if (Number(cells, columns, "syear") is not { } year || Number(cells, columns, "smonth") is not { } month) continue;
            var from = new LocalDate(year, month, Math.Clamp(Number(cells, columns, "sdate") ?? 15, 1, CalendarSystem.Iso.GetDaysInMonth(year, month)));
            var until = Number(cells, columns, "eyear") is { } endYear && Number(cells, columns, "emonth") is { } endMonth ? new LocalDate(endYear, endMonth, 15) : new LocalDate(2021, 3, 15);
            from = LocalDate.Max(from, new LocalDate(FirstYear, 1, 1));
            if (until < new LocalDate(FirstYear, 1, 1)) continue;
            yield return new Term(cells[0], name, until > from ? from.PlusDays(Period.DaysBetween(from, until) / 2) : from);
        }
    }

    private static int? Number(string[] cells, string[] columns, string column) =>
        int.TryParse(cells[Array.IndexOf(columns, column)], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;
}
