using System.Text;

namespace Entente.Coding.Knowledge;

/// <summary>Words of time by what they can be, and names of days and periods.</summary>
internal sealed class TimeWords
{
    private readonly Dictionary<string, TimeEntry> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, NamedTime> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> fiscal = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TimeEntry>.AlternateLookup<ReadOnlySpan<char>> wordLookup;
    private readonly Dictionary<string, NamedTime>.AlternateLookup<ReadOnlySpan<char>> nameLookup;

    public TimeWords()
    {
        wordLookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        nameLookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Longest name's number of words.</summary>
    public int LongestName { get; private set; }

    /// <summary>What a word can be, in any case and without the full stop of an abbreviation; null when nothing.</summary>
    public TimeEntry? Word(ReadOnlySpan<char> word) => wordLookup.TryGetValue(word, out var entry) ? entry : null;

    /// <summary>Whether a word can be of a kind.</summary>
    public bool Has(TimeKind kind, string word) => Word(word) is { } entry && entry.Has(kind);

    /// <summary>The day or period of a name ("korean war"), null when it is none.</summary>
    public NamedTime? Name(ReadOnlySpan<char> name) => nameLookup.TryGetValue(name, out var found) ? found : null;

    /// <summary>Months from January of the year that a fiscal year is named by to its first month.</summary>
    public int FiscalOffset(string country) => fiscal.TryGetValue(country, out var months) ? months : fiscal.GetValueOrDefault("usa");

    internal void Add(string word, TimeKind kind, int value) => Entry(word).Add(kind, value);

    internal void AddFiscal(string country, int months) => fiscal[country] = months;

    internal void Add(string name, NamedTime named)
    {
        names[name] = named;
        var parts = name.Split(' ');
        Entry(parts[0].Split('\'')[0]).OpensName = true;
        LongestName = Math.Max(LongestName, parts.Length);
    }

    private TimeEntry Entry(string word)
    {
        if (words.TryGetValue(word, out var entry)) return entry;
        return words[word] = new TimeEntry();
    }
}

/// <summary>What a word of time can be.</summary>
internal sealed class TimeEntry
{
    private readonly List<(TimeKind Kind, int Value)> values = [];
    private int kinds;

    /// <summary>Whether a name of a day or period begins with it.</summary>
    public bool OpensName { get; set; }

    /// <summary>Whether it can be of a kind.</summary>
    public bool Has(TimeKind kind) => (kinds & (1 << (int)kind)) != 0;

    /// <summary>Its value as a word of a kind, null when it is none.</summary>
    public int? Value(TimeKind kind)
    {
        if (!Has(kind)) return null;
        foreach (var value in values)
            if (value.Kind == kind) return value.Value;
        return null;
    }

    internal void Add(TimeKind kind, int value)
    {
        if (!Has(kind)) values.Add((kind, value));
        kinds |= 1 << (int)kind;
    }
}

/// <summary>Reads the tables below time/.</summary>
internal static class TimeReader
{
    /// <summary>Reads the tables.</summary>
    public static TimeWords Read(KnowledgeFolder folder)
    {
        var times = new TimeWords();
        foreach (var row in folder.Rows("time/*.tsv", ["word", "kind", "value"], r => r["word"] + "|" + r["kind"]))
        {
            try
            {
                Add(times, row);
            }
            catch (FormatException fault)
            {
                folder.Report(row, fault.Message);
            }
        }

        return times;
    }

    private static void Add(TimeWords times, KnowledgeRow row)
    {
        var kind = Kind(row["kind"]);
        var word = row["word"].Normalize(NormalizationForm.FormC);
        switch (kind)
        {
            case TimeKind.Fiscal:
                times.AddFiscal(word, Number(row));
                break;
            case TimeKind.None:
                times.Add(word, new NamedTime(kind, null, null, null));
                break;
            case TimeKind.Holiday:
                times.Add(word, new NamedTime(kind, null, null, YearlyDay.Parse(row["value"])));
                break;
            case TimeKind.Period:
                times.Add(word, new NamedTime(kind, row.Day("value", last: false),
                    row.Day("end", last: true) ?? row.Day("value", last: true), null));
                break;
            case TimeKind.Unit:
                times.Add(word, kind, (int)Parse<TimeUnit>(row["value"]));
                break;
            case TimeKind.Step:
                times.Add(word, kind, (int)Parse<TimeStep>(row["value"]));
                break;
            case TimeKind.Part or TimeKind.Edge:
                times.Add(word, kind, (int)Parse<TimePart>(row["value"]));
                break;
            case TimeKind.Bound:
                times.Add(word, kind, (int)Parse<TimeBound>(row["value"]));
                break;
            default:
                times.Add(word, kind, Number(row));
                break;
        }
    }

    private static TimeKind Kind(string kind) => Parse<TimeKind>(kind);

    private static int Number(KnowledgeRow row) =>
        int.TryParse(row["value"], System.Globalization.CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"'{row["value"]}' in column value is no whole number");

    private static T Parse<T>(string word)
        where T : struct, Enum =>
        !char.IsDigit(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var value)
            ? value
            : throw new FormatException($"'{word}' is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
}
