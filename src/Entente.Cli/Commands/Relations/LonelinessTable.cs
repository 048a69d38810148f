using Entente.Analysis;
using Entente.Analysis.Affinity;
using Entente.Analysis.Blocs;
using Entente.Analysis.Loneliness;
using Entente.Cli.Running;
using Entente.Store.Relating;

namespace Entente.Cli.Commands.Relations;

/// <summary><c>relations loneliness</c>: how alone a group stands, and each of its members.</summary>
internal static class LonelinessTable
{
    private static readonly string[] Columns = ["group", "figure", "value", "low", "high", "before", "comparable", "rank", "won", "lost"];

    /// <summary>Makes the table.</summary>
    /// <param name="data">The record.</param>
    /// <param name="parties">The group; a bloc is its members in the window.</param>
    /// <param name="length">Periods of the window at the end of the record; null for twelve months, or half of what there is.</param>
    public static RelationTable Make(RelationData data, IReadOnlyList<RelationParty> parties, int? length)
    {
        if (parties.Count == 0) throw new UsageException("loneliness wants --actors, as PRK,RUS,CHN");
        if (data.Coverage.IsEmpty) return new RelationTable(Columns, [], ["no events between two parties"]);
        var (before, window) = MoversTable.Windows(data, length);
        var unit = data.Request.Unit;
        var (first, last) = (Periods.First(window.First, unit), Periods.Last(window.Last, unit));
        string[] members = [.. parties.SelectMany(p => p.Filter.Codes).Where(c => (c.From is not { } from || from <= last) && (c.Until is not { } until || until >= first)).Select(c => c.Code).Distinct(StringComparer.Ordinal)];
        var figures = Figures(data, members, before, window).ToList();
        string[] absent = [.. members.Where(m => !figures.Any(f => f.Now.Members is [var one] && one == m))];
        return new RelationTable(
            Columns,
            figures.SelectMany(f => Rows(f.Now, f.Before)),
            [
                .. absent.Length == 0 ? (string[])[] : [$"in no event of the window: {string.Join(", ", absent)}"],
                $"{Periods.Name(window.First, unit)} to {Periods.Name(window.Last, unit)}, before: {Periods.Name(before.First, unit)} to {Periods.Name(before.Last, unit)}; intervals by resampling the events",
                "comparable: median of groups of as many actors that are as much in the news; rank: share of them with a smaller figure",
            ]);
    }

    /// <summary>The figures of the group, and of each member if it has several, in the window and before.</summary>
    public static IEnumerable<(LonelinessFigures Now, LonelinessFigures? Before)> Figures(RelationData data, IReadOnlyList<string> members, PeriodWindow before, PeriodWindow window)
    {
        var finder = new TieFinder(new AffinityModel(data.Affinity));
        var (now, earlier) = (finder.Find(data.World, data.Coverage, window), finder.Find(data.World, data.Coverage, before));
        var (meter, past) = (new LonelinessMeter(now, earlier, data.Affinity.Level), new LonelinessMeter(earlier, [], data.Affinity.Level));
        string[][] groups = members.Count == 1 ? [[.. members]] : [[.. members], .. members.Select(m => (string[])[m])];
        foreach (var group in groups)
            if (meter.Measure(group) is { } figures) yield return (figures, past.Measure(group));
    }

    private static IEnumerable<object?[]> Rows(LonelinessFigures f, LonelinessFigures? before)
    {
        var group = string.Join(';', f.Members);
        object?[] Row(string name, Measured m, Measured? was) =>
        [
            group, name, RelationTable.Number(m.Value), RelationTable.Number(m.Low), RelationTable.Number(m.High), was is { } w ? RelationTable.Number(w.Value) : null,
            RelationTable.Number(m.Comparable), RelationTable.Number(m.Rank), null, null,
        ];
        if (f.Members.Length > 1) yield return Row("e-i index", f.EIIndex, before?.EIIndex);
        yield return Row("outward share", f.OutwardShare, before?.OutwardShare);
        yield return Row("warmth", f.Warmth, before?.Warmth);
        var partners = Row("partners", f.Partners, before?.Partners);
        (partners[8], partners[9]) = (string.Join(';', f.Won), string.Join(';', f.Lost));
        yield return partners;
    }
}
