namespace Entente.Store.Incidents;

/// <summary>
/// Puts reports of the same act together, the likest first. Two groups become one when none of their reports contradict each other, no
/// text is in both, and their reports are alike on the whole, so that no chain of likenesses joins unlike acts. The result does not
/// depend on the order in which reports are given.
/// </summary>
/// <param name="matcher">Compares.</param>
/// <param name="candidates">Finds what to compare.</param>
internal sealed class IncidentGrouper(IncidentMatcher matcher, IncidentCandidates candidates)
{
    /// <summary>So many reports of a group are compared with those of another; more of them tell nothing more.</summary>
    private const int MostCompared = 12;

    /// <summary>The reports of each incident, the incidents in the order of their first days.</summary>
    public List<List<IncidentReport>> Of(IEnumerable<IncidentReport> given)
    {
        var reports = given.OrderBy(r => r.Days.First).ThenBy(r => r.Days.Last).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
        var groups = new List<int>[reports.Count];
        for (var i = 0; i < groups.Length; i++) groups[i] = [i];
        foreach (var (one, other, _) in candidates.Of(reports).OrderByDescending(p => p.Margin).ThenBy(p => p.One).ThenBy(p => p.Other))
        {
            var (into, from) = (groups[one], groups[other]);
            if (ReferenceEquals(into, from) || !AreOne(reports, into, from)) continue;
            into.AddRange(from);
            foreach (var report in from) groups[report] = into;
        }

        return [.. groups.Distinct().OrderBy(g => g.Min()).Select(g => g.Order().Select(i => reports[i]).ToList())];
    }

    private bool AreOne(List<IncidentReport> reports, List<int> one, List<int> other)
    {
        if (one.Count == 1 && other.Count == 1) return true;
        if (one.Any(i => other.Any(j => reports[i].Document == reports[j].Document))) return false;
        var (sum, count) = (0.0, 0);
        foreach (var i in one.Take(MostCompared))
        {
            foreach (var j in other.Take(MostCompared))
            {
                if (matcher.Margin(reports[i], reports[j]) is not { } margin) return false;
                sum += margin;
                count++;
            }
        }

        return sum / count >= 0;
    }
}
