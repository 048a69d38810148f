namespace Entente.Coding.Knowledge;

/// <summary>A listed name as it is written in the knowledge, with whom it names.</summary>
/// <param name="Entity">Whom it names.</param>
/// <param name="Surface">The name as written there.</param>
/// <param name="Short">Whether the form names a person by surname only.</param>
internal sealed record ListedName(Entity Entity, string Surface, bool Short)
{
    /// <summary>Whether only capitals name it ("US", "WHO"), so that the common word does not.</summary>
    public bool Acronym { get; } = Surface.Length <= 6 && Surface.All(c => !char.IsLower(c)) && Surface.Any(char.IsUpper);

    /// <summary>Whether the name begins with a capital letter.</summary>
    public bool Capital { get; } = Surface.Length > 0 && !char.IsLower(Surface[0]);
}

/// <summary>All listed names in a trie over atoms; finds the longest name that begins at a place.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, int> atoms = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> edges = [];
    private readonly List<List<ListedName>?> ends = [null];

    /// <summary>Number of names.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a name; "the" at its start counts for nothing.</summary>
    public void Add(string surface, Entity entity, bool shortForm = false)
    {
        if (surface.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) surface = surface[4..];
        var node = 0;
        foreach (var atom in Atoms.Of(surface))
        {
            if (!atoms.TryGetValue(atom, out var id)) atoms[atom] = id = atoms.Count;
            var edge = ((long)node << 32) | (uint)id;
            if (!edges.TryGetValue(edge, out var next))
            {
                edges[edge] = next = ends.Count;
                ends.Add(null);
            }

            node = next;
        }

        if (node == 0) return;
        (ends[node] ??= []).Add(new ListedName(entity, surface, shortForm));
        Count++;
    }

    /// <summary>The number of an atom, -1 when no name has it.</summary>
    public int Atom(string atom) => atoms.GetValueOrDefault(atom, -1);

    /// <summary>The node behind an atom, -1 when no name goes on so. The start is node 0.</summary>
    public int Next(int node, int atom) => atom < 0 ? -1 : edges.GetValueOrDefault(((long)node << 32) | (uint)atom, -1);

    /// <summary>The names that end at a node.</summary>
    public IReadOnlyList<ListedName> At(int node) => ends[node] ?? (IReadOnlyList<ListedName>)[];
}
