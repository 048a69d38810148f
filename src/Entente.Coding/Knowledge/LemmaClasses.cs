namespace Entente.Coding.Knowledge;

/// <summary>Classes of lemmas that conditions of frames name.</summary>
internal sealed class LemmaClasses(Dictionary<string, HashSet<string>> classes)
{
    private readonly Dictionary<string, string[]> byLemma = classes
        .SelectMany(c => c.Value.Select(l => (Lemma: l, Class: c.Key)))
        .GroupBy(p => p.Lemma, p => p.Class, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>Classes that the program answers itself.</summary>
    public static readonly IReadOnlySet<string> BuiltIn =
        new HashSet<string>(["actor", "state", "person", "place", "clause", "number", "plural"], StringComparer.Ordinal);

    /// <summary>Number of classes.</summary>
    public int Count => classes.Count;

    /// <summary>All lemmas of all classes.</summary>
    public IEnumerable<string> Lemmas => classes.Values.SelectMany(c => c);

    /// <summary>Whether the class is defined.</summary>
    public bool Has(string name) => BuiltIn.Contains(name) || classes.ContainsKey(name);

    /// <summary>The classes that hold a lemma, in alphabetical order.</summary>
    public IReadOnlyList<string> Of(string lemma) => byLemma.GetValueOrDefault(lemma) ?? [];

    /// <summary>Whether the class holds the lemma.</summary>
    public bool Holds(string name, string lemma) => classes.TryGetValue(name, out var lemmas) && lemmas.Contains(lemma);
}

/// <summary>Reads events/classes/*.tsv; the same class in several files is their union.</summary>
internal static class ClassReader
{
    /// <summary>Reads all classes.</summary>
    public static LemmaClasses Read(KnowledgeFolder folder)
    {
        var classes = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var row in folder.Rows("events/classes/*.tsv", ["class", "lemmas"], r => r.File + "|" + r["class"]))
        {
            var name = row["class"].TrimStart('@');
            if (!classes.TryGetValue(name, out var lemmas)) classes[name] = lemmas = new HashSet<string>(StringComparer.Ordinal);
            lemmas.UnionWith(row.List("lemmas").Select(l => l.Replace('-', ' ')));
        }

        return new LemmaClasses(classes);
    }
}
