using System.Globalization;
using NodaTime;

namespace Entente.Coding.Knowledge;

/// <summary>Names of months, days, units, seasons, numbers and of dated periods.</summary>
internal sealed class TimeWords(
    Dictionary<string, List<(string Kind, string Value)>> words,
    Dictionary<string, (LocalDate Start, LocalDate End)> periods)
{
    /// <summary>Longest period's number of words.</summary>
    public int LongestPeriod { get; } = periods.Keys.Select(p => p.Split(' ').Length).DefaultIfEmpty(0).Max();

    /// <summary>The value of a word of a kind (<c>month</c>, <c>weekday</c>, <c>relative</c>, <c>season</c>, <c>number</c>), null when it is none.</summary>
    public int? Number(string kind, string word) =>
        Value(kind, word) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>The value of a word of a kind as written, null when it is none.</summary>
    public string? Value(string kind, string word)
    {
        if (!words.TryGetValue(word, out var list)) return null;
        foreach (var entry in list)
            if (entry.Kind == kind) return entry.Value;
        return null;
    }

    /// <summary>The days of a named period ("korean war"), null when it is none.</summary>
    public (LocalDate Start, LocalDate End)? Period(string name) => periods.TryGetValue(name, out var days) ? days : null;
}

/// <summary>Reads time/words.tsv.</summary>
internal static class TimeReader
{
    /// <summary>Reads the table.</summary>
    public static TimeWords Read(KnowledgeFolder folder)
    {
        var words = new Dictionary<string, List<(string, string)>>(StringComparer.Ordinal);
        var periods = new Dictionary<string, (LocalDate, LocalDate)>(StringComparer.Ordinal);
        foreach (var row in folder.Rows("time/*.tsv", ["word", "kind", "value"], r => r["word"] + "|" + r["kind"]))
        {
            try
            {
                if (row["kind"] == "period")
                    periods[row["word"]] = (row.Day("value", last: false)!.Value, row.Day("end", last: true)!.Value);
                else if (words.TryGetValue(row["word"], out var list))
                    list.Add((row["kind"], row["value"]));
                else
                    words[row["word"]] = [(row["kind"], row["value"])];
            }
            catch (FormatException fault)
            {
                folder.Report(row, fault.Message);
            }
        }

        return new TimeWords(words, periods);
    }
}
