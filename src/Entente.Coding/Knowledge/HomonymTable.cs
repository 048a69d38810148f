using System.Collections.Immutable;

namespace Entente.Coding.Knowledge;

/// <summary>A name that means a place in another country than the state of the name, in some surroundings.</summary>
/// <param name="Name">The name.</param>
/// <param name="Country">Country of the place.</param>
/// <param name="Near">Words that show it when they stand in the document, near the name in a long one.</param>
/// <param name="Modifier">Whether it is meant where the name stands before a noun for people or bodies.</param>
internal sealed record Homonym(string Name, string Country, ImmutableArray<string> Near, bool Modifier)
{
    /// <summary>Whether one of the words stands in a text.</summary>
    public bool IsNear(ReadOnlySpan<char> text)
    {
        foreach (var word in Near)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}

/// <summary>Homonyms by name.</summary>
internal sealed class HomonymTable(IReadOnlyDictionary<string, Homonym> rows)
{
    /// <summary>The homonym of a name, null when it has none.</summary>
    public Homonym? Find(string name) => rows.GetValueOrDefault(name);

    /// <summary>Reads places/homonyms.tsv.</summary>
    public static HomonymTable Read(KnowledgeFolder folder)
    {
        var rows = new Dictionary<string, Homonym>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in folder.Rows("places/homonyms.tsv", ["name", "country"], r => r["name"]))
            rows[row["name"]] = new Homonym(row["name"], row["country"], row.List("near"), row["modifier"] == "yes");
        return new HomonymTable(rows);
    }
}
