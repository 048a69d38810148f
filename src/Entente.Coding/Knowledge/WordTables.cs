using System.Collections.Immutable;

namespace Entente.Coding.Knowledge;

/// <summary>Words of saying, of reality and of context, and support verbs.</summary>
internal sealed record WordTables
{
    /// <summary>Stance and speaker's slot by <c>lemma.pos</c>.</summary>
    public required IReadOnlyDictionary<string, ImmutableArray<(Stance Stance, string Speaker)>> Saying { get; init; }

    /// <summary>Status by kind and word (<c>aux|will</c>).</summary>
    public required IReadOnlyDictionary<string, EventStatus> Status { get; init; }

    /// <summary>Openings of imagined sentences ("what if").</summary>
    public required ImmutableArray<string> ImaginedStarts { get; init; }

    /// <summary>Auxiliaries of duty ("must").</summary>
    public required IReadOnlySet<string> Duties { get; init; }

    /// <summary>Nouns that a support verb carries; an empty set for any.</summary>
    public required IReadOnlyDictionary<string, ImmutableHashSet<string>> Support { get; init; }

    /// <summary>Contexts by lemma.</summary>
    public required IReadOnlyDictionary<string, ImmutableArray<string>> Contexts { get; init; }

    /// <summary>The status that a word of a kind gives, null when none.</summary>
    public EventStatus? StatusOf(string kind, string word) => Status.TryGetValue(kind + "|" + word, out var status) ? status : null;
}

/// <summary>Reads events/attribution.tsv, status.tsv, support.tsv and contexts.tsv.</summary>
internal static class WordReader
{
    /// <summary>Reads the four tables.</summary>
    public static WordTables Read(KnowledgeFolder folder)
    {
        var saying = new Dictionary<string, ImmutableArray<(Stance, string)>>(StringComparer.Ordinal);
        foreach (var row in folder.Rows("events/attribution.tsv", ["predicate", "stance"], r => r["predicate"] + "|" + r["stance"]))
        {
            if (!Enum.TryParse<Stance>(row["stance"], ignoreCase: true, out var stance))
                folder.Report(row, "stance must be asserts, denies or doubts");
            else
                saying[row["predicate"]] = [.. saying.GetValueOrDefault(row["predicate"], []), (stance, row["speaker"])];
        }

        var status = new Dictionary<string, EventStatus>(StringComparer.Ordinal);
        var duties = new HashSet<string>(StringComparer.Ordinal);
        var starts = ImmutableArray.CreateBuilder<string>();
        foreach (var row in folder.Rows("events/status.tsv", ["word", "kind", "status"], r => r["word"] + "|" + r["kind"]))
        {
            if (row["kind"] == "duty") duties.Add(row["word"]);
            else if (!Enum.TryParse<EventStatus>(row["status"], ignoreCase: true, out var value))
                folder.Report(row, "status must be actual, historical, future, hypothetical or negated");
            else if (row["kind"] == "start")
                starts.Add(row["word"]);
            else
                status.TryAdd(row["kind"] + "|" + row["word"], value);
        }

        return new WordTables
        {
            Saying = saying,
            Status = status,
            Duties = duties,
            ImaginedStarts = starts.ToImmutable(),
            Support = folder.Rows("events/support.tsv", ["verb"], r => r["verb"])
                .GroupBy(r => r["verb"], StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.SelectMany(r => r.List("nouns")).ToImmutableHashSet(), StringComparer.Ordinal),
            Contexts = folder.Rows("events/contexts.tsv", ["context", "lemmas"], r => r["context"])
                .SelectMany(r => r.List("lemmas").Select(lemma => (Lemma: lemma, Context: r["context"])))
                .GroupBy(p => p.Lemma, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(p => p.Context).Distinct().ToImmutableArray(), StringComparer.Ordinal),
        };
    }
}
