namespace Entente.Store.Importing;

/// <summary>What an import did, added up over its files.</summary>
public sealed class ImportReport
{
    private readonly SortedDictionary<string, long> unknownActors = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> leftOut = new(StringComparer.Ordinal);

    /// <summary>Rows that became events.</summary>
    public long Events { get; internal set; }

    /// <summary>Rows whose act is no event here, such as a plain statement.</summary>
    public long NoEvents { get; internal set; }

    /// <summary>Rows that the store had, or the file twice.</summary>
    public long Known { get; internal set; }

    /// <summary>Rows that could not be read.</summary>
    public long Wrong { get; internal set; }

    /// <summary>Reports added to events by mentions.</summary>
    public long Mentions { get; internal set; }

    /// <summary>Files imported.</summary>
    public int Files { get; internal set; }

    /// <summary>Files that were imported before.</summary>
    public int KnownFiles { get; internal set; }

    /// <summary>Actors and recipients named in the rows read.</summary>
    public long Actors { get; internal set; }

    /// <summary>Those of them of whom neither code nor country nor sector could be told.</summary>
    public long UnknownActors => unknownActors.Values.Sum();

    /// <summary>The most frequent unknown actors as the files give them, with their counts, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> MostUnknown(int most) => [.. unknownActors.OrderByDescending(p => p.Value).Take(most)];

    /// <summary>Acts that are no events here, with their counts, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> MostLeftOut(int most) => [.. leftOut.OrderByDescending(p => p.Value).Take(most)];

    internal void AddUnknown(string given, long count) => Add(unknownActors, given.Replace("\u001f", " ", StringComparison.Ordinal).Trim(), count);

    internal void AddLeftOut(string act, long count) => Add(leftOut, act, count);

    private static void Add(SortedDictionary<string, long> counts, string key, long count) => counts[key] = counts.GetValueOrDefault(key) + count;
}
