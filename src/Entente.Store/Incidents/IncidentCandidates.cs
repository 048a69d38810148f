namespace Entente.Store.Incidents;

/// <summary>
/// Finds pairs of reports worth comparing, so that the work grows with the events of the same days and states and not with the square of
/// the store. Reports are looked up under the states of their parties and place, or, where none is known, under those that their text
/// names; and under the rarest words of their texts, which is all there is where no days are known.
/// </summary>
/// <param name="words">How much words tell.</param>
/// <param name="matcher">Compares.</param>
internal sealed class IncidentCandidates(WordWeights words, IncidentMatcher matcher)
{
    /// <summary>Longest time in days in which an act can be for being compared by its days: a month.</summary>
    public const int Longest = 31;

    /// <summary>A report is compared with so many of the same state and days at most: the next in order.</summary>
    private const int Most = 2000;

    /// <summary>Words that more texts have are not looked up for a report that is found by its words alone.</summary>
    private const int MostTexts = 20;

    /// <summary>The same for a report that is found by its states, too.</summary>
    private const int FewTexts = 5;

    /// <summary>The pairs that may tell one act, with their margins from 0; numbers of reports, the smaller one first.</summary>
    /// <param name="reports">The reports in the order of their first days.</param>
    public IEnumerable<(int One, int Other, double Margin)> Of(List<IncidentReport> reports)
    {
        var keys = reports.ConvertAll(Keys);
        foreach (var (key, under) in Under(reports, keys))
            foreach (var pair in Sweep(reports, keys, key, under))
                yield return pair;
        foreach (var pair in ByRareWords(reports, keys)) yield return pair;
    }

    /// <summary>States that a report has to do with, in order; empty when it is looked up by rare words alone.</summary>
    private string[] Keys(IncidentReport report)
    {
        if (report.IsUndated) return [];
        var told = report.Actors.Concat(report.Recipients).Where(p => p.Known).Select(p => p.Country ?? p.Code!).ToList();
        if (report.Place?.Country is { } country) told.Add(country);
        if (told.Count == 0) told.AddRange(report.Story.Select(words.State).OfType<string>());
        return [.. told.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static SortedDictionary<string, List<int>> Under(List<IncidentReport> reports, List<string[]> keys)
    {
        var under = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < reports.Count; i++)
        {
            foreach (var key in keys[i])
            {
                if (!under.TryGetValue(key, out var list)) under[key] = list = [];
                list.Add(i);
            }
        }

        return under;
    }

    private IEnumerable<(int, int, double)> Sweep(List<IncidentReport> reports, List<string[]> keys, string key, List<int> under)
    {
        for (var i = 0; i < under.Count; i++)
        {
            var one = reports[under[i]];
            for (var j = i + 1; j < under.Count && j - i <= Most && reports[under[j]].Days.First <= one.Days.Last; j++)
            {
                var other = reports[under[j]];
                if (!matcher.CanBe(one, other) || First(keys[under[i]], keys[under[j]]) != key) continue;
                if (matcher.Margin(one, other) is >= 0 and var margin) yield return (under[i], under[j], margin);
            }
        }
    }

    /// <summary>First of the keys that two reports share; under it they are compared, under the others not again.</summary>
    private static string? First(string[] one, string[] other) => Array.Find(one, k => Array.IndexOf(other, k) >= 0);

    private IEnumerable<(int, int, double)> ByRareWords(List<IncidentReport> reports, List<string[]> keys)
    {
        var texts = Texts(reports);
        var seen = new HashSet<int>();
        for (var i = 0; i < reports.Count; i++)
        {
            seen.Clear();
            var most = keys[i].Length > 0 ? FewTexts : MostTexts;
            foreach (var word in reports[i].Story)
            {
                if (!words.IsRare(word) || !texts.TryGetValue(word, out var list) || list.Count > most) continue;
                foreach (var j in list.SelectMany(t => t))
                {
                    // Two that are looked up in the same way are compared once, and not again where they share a state.
                    if (j == i || (keys[i].Length > 0 && (j < i || keys[j].Length == 0)) || (keys[i].Length == 0 && keys[j].Length == 0 && j < i)) continue;
                    if (!matcher.CanBe(reports[i], reports[j]) || !seen.Add(j) || First(keys[i], keys[j]) is not null) continue;
                    if (matcher.Margin(reports[i], reports[j]) is >= 0 and var margin) yield return (Math.Min(i, j), Math.Max(i, j), margin);
                }
            }
        }
    }

    /// <summary>The reports of each text that has a rare word; words of too many texts keep one more than <see cref="MostTexts"/>.</summary>
    private Dictionary<int, List<List<int>>> Texts(List<IncidentReport> reports)
    {
        var byText = new Dictionary<long, List<int>>();
        for (var i = 0; i < reports.Count; i++)
        {
            if (!byText.TryGetValue(reports[i].Document, out var list)) byText[reports[i].Document] = list = [];
            list.Add(i);
        }

        var texts = new Dictionary<int, List<List<int>>>();
        foreach (var text in byText.Values)
        {
            foreach (var word in text.SelectMany(i => reports[i].Story).Distinct())
            {
                if (!words.IsRare(word)) continue;
                if (!texts.TryGetValue(word, out var list)) texts[word] = list = [];
                if (list.Count <= MostTexts) list.Add(text);
            }
        }

        return texts;
    }
}
