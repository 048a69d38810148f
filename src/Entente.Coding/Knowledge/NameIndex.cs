namespace Entente.Coding.Knowledge;

/// <summary>A listed name as it is written in the knowledge, with whom it names.</summary>
/// <param name="Entity">Whom it names.</param>
/// <param name="Surface">The name as written there.</param>
/// <param name="Short">Whether the form names a person by surname only.</param>
/// <param name="Uncertain">Whether the form is a common word too ("May"), so that the sentence must show a person.</param>
internal sealed record ListedName(Entity Entity, string Surface, bool Short, bool Uncertain = false)
{
    /// <summary>Whether only capitals name it ("US", "WHO"), so that the common word does not.</summary>
    public bool Acronym { get; } = IsAcronym(Surface);

    /// <summary>Whether the name begins with a capital letter.</summary>
    public bool Capital { get; } = Surface.Length > 0 && !char.IsLower(Surface[0]);

    /// <summary>Whether its last word begins with a capital letter.</summary>
    public bool CapitalEnd { get; } = Surface.LastIndexOf(' ') is var blank && blank + 1 < Surface.Length && char.IsUpper(Surface[blank + 1]);

    private static bool IsAcronym(string surface)
    {
        if (surface.Length > 6) return false;
        var upper = false;
        foreach (var c in surface)
        {
            if (char.IsLower(c)) return false;
            upper |= char.IsUpper(c);
        }

        return upper;
    }
}

/// <summary>All listed names in a trie over atoms; finds the longest name that begins at a place.</summary>
internal sealed class NameIndex
{
    private static readonly ListedName[] Nobody = [];

    private readonly Dictionary<string, int> atoms = new(80_000, StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<long, int> edges = new(200_000);
    private readonly List<ListedName[]> ends = new(200_000) { Nobody };

    public NameIndex() => lookup = atoms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Number of names.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a name; "the" at its start counts for nothing.</summary>
    public void Add(string surface, Entity entity, bool shortForm = false, bool uncertain = false)
    {
        if (surface.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) surface = surface[4..];
        var node = 0;
        Span<char> buffer = stackalloc char[Atoms.Longest];
        var reader = new AtomReader(surface, buffer);
        while (reader.Next())
        {
            if (!lookup.TryGetValue(reader.Current, out var id)) lookup[reader.Current] = id = atoms.Count;
            var edge = ((long)node << 32) | (uint)id;
            if (!edges.TryGetValue(edge, out var next))
            {
                edges[edge] = next = ends.Count;
                ends.Add(Nobody);
            }

            node = next;
        }

        if (node == 0) return;
        ends[node] = [.. ends[node], new ListedName(entity, surface, shortForm, uncertain)];
        Count++;
    }

    /// <summary>The entries of a name, whatever its letters' case and marks; empty when nobody has it.</summary>
    public IReadOnlyList<ListedName> Find(string name)
    {
        if (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) name = name[4..];
        var node = Walk(0, name);
        return node <= 0 ? Nobody : ends[node];
    }

    /// <summary>The node behind the atoms of a word, -1 when no name goes on so. The start is node 0.</summary>
    public int Walk(int node, string word)
    {
        Span<char> buffer = stackalloc char[Atoms.Longest];
        var reader = new AtomReader(word, buffer);
        while (node >= 0 && reader.Next())
            node = lookup.TryGetValue(reader.Current, out var atom) ? edges.GetValueOrDefault(((long)node << 32) | (uint)atom, -1) : -1;
        return node;
    }

    /// <summary>The names that end at a node.</summary>
    public IReadOnlyList<ListedName> At(int node) => ends[node];
}
