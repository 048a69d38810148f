namespace Entente.Store.Incidents;

/// <summary>
/// Puts reports of the same act together. Reports are taken in the order of their days and ids; each joins the incident whose reports
/// it resembles most, or begins one. The result does not depend on the order in which they are given.
/// </summary>
internal sealed class IncidentGrouper(IncidentMatcher matcher)
{
    /// <summary>So many reports of an incident are compared with a new one; more of them tell nothing more.</summary>
    private const int MostCompared = 12;

    private readonly Dictionary<string, List<Group>> open = new(StringComparer.Ordinal);
    private readonly List<Group> groups = [];

    private sealed class Group
    {
        public List<IncidentReport> Reports { get; } = [];

        public HashSet<long> Documents { get; } = [];

        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        public int Last { get; set; }
    }

    /// <summary>The reports of each incident, the incidents in the order of their first days.</summary>
    public List<List<IncidentReport>> Of(IEnumerable<IncidentReport> reports)
    {
        foreach (var report in reports.OrderBy(r => r.Days.First).ThenBy(r => r.Days.Last).ThenBy(r => r.Id, StringComparer.Ordinal)) Place(report);
        return [.. groups.Select(g => g.Reports)];
    }

    private void Place(IncidentReport report)
    {
        var keys = Keys(report).Distinct(StringComparer.Ordinal).ToList();
        (Group? best, double margin) = (null, 0);
        var looked = new HashSet<Group>();
        foreach (var key in keys)
        {
            if (!open.TryGetValue(key, out var candidates)) continue;
            candidates.RemoveAll(g => g.Last < report.Days.First);
            foreach (var group in candidates)
            {
                if (!looked.Add(group) || group.Documents.Contains(report.Document)) continue;
                var fit = Fit(group, report);
                if (fit >= 0 && (best is null || fit > margin)) (best, margin) = (group, fit);
            }
        }

        if (best is null) groups.Add(best = new Group());
        best.Reports.Add(report);
        best.Documents.Add(report.Document);
        best.Last = Math.Max(best.Last, report.Days.Last);
        foreach (var key in keys)
        {
            if (!best.Keys.Add(key)) continue;
            if (!open.TryGetValue(key, out var list)) open[key] = list = [];
            list.Add(best);
        }
    }

    /// <summary>How well a report fits: with its most alike, as long as it contradicts none.</summary>
    private double Fit(Group group, IncidentReport report)
    {
        var best = -1.0;
        for (var i = Math.Max(0, group.Reports.Count - MostCompared); i < group.Reports.Count; i++)
        {
            var margin = matcher.Margin(group.Reports[i], report);
            if (margin <= -1) return -1;
            best = Math.Max(best, margin);
        }

        return best;
    }

    /// <summary>Under what an incident is looked up: its type with each known party, or with the place or the sort of actor where nobody is known.</summary>
    private static IEnumerable<string> Keys(IncidentReport report)
    {
        var any = false;
        foreach (var party in report.Actors.Concat(report.Recipients))
        {
            if (!party.Known) continue;
            any = true;
            yield return $"{report.Event} {party.Country ?? party.Code}";
        }

        if (report.Place?.Country is { } country) yield return $"{report.Event} @{country}";
        else if (!any) yield return $"{report.Event} ?";
    }
}
