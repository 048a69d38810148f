using System.Collections.Immutable;

namespace Entente.Coding.Knowledge;

/// <summary>
/// Everything that the knowledge files say, read once and then only asked. Immutable and thread-safe.
/// The form of the files is described in knowledge/README.md.
/// </summary>
public sealed class KnowledgeBase
{
    private KnowledgeBase(IReadOnlyList<string> folders)
    {
        var folder = new KnowledgeFolder(folders);
        Ontology = OntologyReader.Read(folder);
        Classes = ClassReader.Read(folder);
        var actors = ActorReader.Read(folder);
        Names = actors.Names;
        States = actors.States;
        Counts = actors.Counts;
        Roles = RoleReader.Read(folder);
        Quantities = folder.Rows("roles/quantities.tsv", ["noun"], r => r["noun"]).Select(r => r["noun"]).ToHashSet(StringComparer.Ordinal);
        Relations = folder.Rows("roles/relations.tsv", ["noun"], r => r["noun"]).Select(r => r["noun"]).ToHashSet(StringComparer.Ordinal);
        Frames = FrameReader.Read(folder, Ontology, Classes);
        Operators = OperatorReader.Read(folder);
        Composed = ComposedReader.Read(folder, Ontology);
        Words = WordReader.Read(folder);
        Times = TimeReader.Read(folder);
        Vocabulary = new Vocabulary();
        foreach (var frame in Frames.All) Vocabulary.Add(frame.Predicate);
        foreach (var word in Operators.Predicates.Concat(Roles.Nouns).Concat(Classes.Lemmas)) Vocabulary.Add(word);
        foreach (var said in Words.Saying.Keys) Vocabulary.Add(said[..^2]);
        Faults = [.. folder.Faults];
    }

    /// <summary>The folder beside the program.</summary>
    public static string BuiltInFolder => Path.Combine(AppContext.BaseDirectory, "knowledge");

    /// <summary>Faults of the files; the rows they name are left out.</summary>
    public ImmutableArray<KnowledgeFault> Faults { get; }

    /// <summary>Types, modes, codes and scores.</summary>
    public OntologyTables Ontology { get; }

    /// <summary>States by code, past ones included.</summary>
    public IReadOnlyDictionary<string, Entity> States { get; }

    /// <summary>Number of entries by kind, for people who want to know how much it knows.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; }

    internal NameIndex Names { get; }

    internal RoleTable Roles { get; }

    internal IReadOnlySet<string> Quantities { get; }

    internal IReadOnlySet<string> Relations { get; }

    internal LemmaClasses Classes { get; }

    internal FrameTable Frames { get; }

    internal OperatorTable Operators { get; }

    internal Vocabulary Vocabulary { get; }

    internal ComposedActs Composed { get; }

    internal WordTables Words { get; }

    internal TimeWords Times { get; }

    /// <summary>Reads the built-in knowledge and lays the user's folders over it.</summary>
    /// <param name="overlays">Folders of the same layout, later ones above earlier ones.</param>
    /// <exception cref="DirectoryNotFoundException">A folder does not exist.</exception>
    public static KnowledgeBase Load(params IReadOnlyList<string> overlays)
    {
        IReadOnlyList<string> folders = [BuiltInFolder, .. overlays];
        foreach (var folder in folders)
            if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"there is no knowledge folder {folder}");
        var knowledge = new KnowledgeBase(folders);
        knowledge.Counts = new SortedDictionary<string, int>(knowledge.Counts.ToDictionary(), StringComparer.Ordinal)
        {
            ["frames"] = knowledge.Frames.Count,
            ["predicates"] = knowledge.Frames.Predicates,
            ["operators"] = knowledge.Operators.Count,
            ["roles"] = knowledge.Roles.Count,
            ["classes"] = knowledge.Classes.Count,
        };
        return knowledge;
    }
}
