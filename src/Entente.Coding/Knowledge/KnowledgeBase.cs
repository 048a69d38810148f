using System.Collections.Immutable;
using Entente.Coding.Actors;

namespace Entente.Coding.Knowledge;

/// <summary>
/// Everything that the knowledge files say, read once and then only asked. Immutable and thread-safe.
/// The form of the files is described in knowledge/README.md.
/// </summary>
public sealed class KnowledgeBase
{
    private readonly Lazy<OfficeTable> offices;

    private KnowledgeBase(IReadOnlyList<string> folders, string view)
    {
        // Names and frames are the two large parts and know nothing of each other: two threads halve the start.
        var actorFolder = new KnowledgeFolder(folders);
        var reading = Task.Run(() => ActorReader.Read(actorFolder, view));
        var folder = new KnowledgeFolder(folders);
        Ontology = OntologyReader.Read(folder);
        Classes = ClassReader.Read(folder);
        Roles = RoleReader.Read(folder);
        Quantities = folder.Rows("roles/quantities.tsv", ["noun"], r => r["noun"]).Select(r => r["noun"]).ToHashSet(StringComparer.Ordinal);
        NotPersons = folder.Rows("roles/not-persons.tsv", ["noun"], r => r["noun"]).Select(r => r["noun"]).ToHashSet(StringComparer.Ordinal);
        Relations = folder.Rows("roles/relations.tsv", ["noun"], r => r["noun"]).Select(r => r["noun"]).ToHashSet(StringComparer.Ordinal);
        Descriptions = Lists(folder, "roles/descriptions.tsv", "noun", "kind");
        Titles = TitleReader.Read(folder);
        Homonyms = HomonymTable.Read(folder);
        Endings = Lists(folder, "roles/endings.tsv", "word", "sectors");
        Forms = folder.Rows("roles/endings.tsv", ["word"], r => r["word"]).Where(r => r["form"] == "yes").Select(r => r["word"]).ToHashSet(StringComparer.Ordinal);
        Genders = Lists(folder, "roles/genders.tsv", "word", "gender").ToDictionary(p => p.Key, p => p.Value[0], StringComparer.Ordinal);
        Coreferees = CorefereeReader.Read(folder);
        Frames = FrameReader.Read(folder, Ontology, Classes);
        Operators = OperatorReader.Read(folder);
        Composed = ComposedReader.Read(folder, Ontology);
        Words = WordReader.Read(folder);
        Times = TimeReader.Read(folder);
        Irregular = folder.Rows("events/irregular.tsv", ["form", "lemma"], r => r["form"]).DistinctBy(r => r["form"]).ToDictionary(r => r["form"], r => r["lemma"], StringComparer.Ordinal);
        Vocabulary = new Vocabulary();
        foreach (var frame in Frames.All) Vocabulary.Add(frame.Predicate);
        foreach (var word in Operators.Predicates.Concat(Roles.Nouns).Concat(Classes.Lemmas)) Vocabulary.Add(word);
        foreach (var said in Words.Saying.Keys) Vocabulary.Add(said[..^2]);
        var actors = reading.GetAwaiter().GetResult();
        Names = actors.Names;
        States = actors.States;
        Organisations = actors.Organisations;
        Leaders = actors.Leaders;
        offices = new Lazy<OfficeTable>(() => new OfficeTable(Leaders));
        Territories = actors.Territories;
        View = view;
        Faults = [.. actorFolder.Faults, .. folder.Faults];
        Counts = new SortedDictionary<string, int>(actors.Counts.ToDictionary(), StringComparer.Ordinal)
        {
            ["frames"] = Frames.Count,
            ["predicates"] = Frames.Predicates,
            ["operators"] = Operators.Count,
            ["roles"] = Roles.Count,
            ["classes"] = Classes.Count,
        };
    }

    /// <summary>The folder beside the program.</summary>
    public static string BuiltInFolder => Path.Combine(AppContext.BaseDirectory, "knowledge");

    /// <summary>Faults of the files; the rows they name are left out.</summary>
    public ImmutableArray<KnowledgeFault> Faults { get; }

    /// <summary>Types, modes, codes and scores.</summary>
    public OntologyTables Ontology { get; }

    /// <summary>States by code, past ones included.</summary>
    public IReadOnlyDictionary<string, Entity> States { get; }

    /// <summary>Organisations and groups by code.</summary>
    public IReadOnlyDictionary<string, Entity> Organisations { get; }

    /// <summary>Terms of office of listed persons, in the order of the files.</summary>
    public IReadOnlyList<Entity> Leaders { get; }

    /// <summary>Whom disputed territories count for, as in <see cref="KnowledgeOptions.View"/>.</summary>
    public string View { get; }

    /// <summary>Number of entries by kind, for people who want to know how much it knows.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; }

    internal TerritoryTable Territories { get; }

    internal NameIndex Names { get; }

    internal RoleTable Roles { get; }

    internal IReadOnlySet<string> Quantities { get; }

    internal IReadOnlySet<string> Relations { get; }

    /// <summary>What common nouns that describe something named before can describe: <c>country</c> → <c>state</c>.</summary>
    internal IReadOnlyDictionary<string, ImmutableArray<string>> Descriptions { get; }

    /// <summary>Sectors that the last word of a body's name tells ("Corp"), lower case.</summary>
    internal IReadOnlyDictionary<string, ImmutableArray<string>> Endings { get; }

    /// <summary>Endings that only say what sort of company a name is.</summary>
    private HashSet<string> Forms { get; }

    /// <summary>Whether a word is a company's legal form: "Corp", "Ltd.".</summary>
    internal bool IsForm(ReadOnlySpan<char> word) => Forms.Contains(word.TrimEnd('.').ToString().ToLowerInvariant());

    /// <summary><c>f</c> or <c>m</c> by given name and by noun, lower case.</summary>
    internal IReadOnlyDictionary<string, string> Genders { get; }

    /// <summary>Forms of address and abbreviated ranks, lower case without full stop.</summary>
    internal IReadOnlyDictionary<string, PersonTitle> Titles { get; }

    internal HomonymTable Homonyms { get; }

    internal OfficeTable Offices => offices.Value;

    internal CorefereeModel Coreferees { get; }

    /// <summary>Nouns before a name that show that it is no person ("hurricane").</summary>
    internal IReadOnlySet<string> NotPersons { get; }

    internal LemmaClasses Classes { get; }

    internal FrameTable Frames { get; }

    internal OperatorTable Operators { get; }

    internal Vocabulary Vocabulary { get; }

    /// <summary>Infinitives of irregular verb forms, lower case.</summary>
    internal IReadOnlyDictionary<string, string> Irregular { get; }

    internal ComposedActs Composed { get; }

    internal WordTables Words { get; }

    internal TimeWords Times { get; }

    /// <summary>Whom a name may mean, the likeliest on the day first; empty when nobody listed has it.</summary>
    /// <param name="name">A name, a surname, a nationality; letters' case and marks make no difference.</param>
    /// <param name="day">The day, null for today.</param>
    public ImmutableArray<Entity> Who(string name, NodaTime.LocalDate? day = null) => [.. EntityChoice.Ordered(Names.Find(name), day)];

    /// <summary>The state that a listed actor or place counts for on a day, in the chosen view; null for international ones.</summary>
    public string? CountryOf(Entity entity, NodaTime.LocalDate? day = null) => Territories.Country(entity, day);

    /// <summary>The dispute over an actor's or a place's country on a day, null when there is none.</summary>
    public Territory? DisputeOver(Entity entity, NodaTime.LocalDate? day = null) => Territories.Disputed(entity, day);

    private static Dictionary<string, ImmutableArray<string>> Lists(KnowledgeFolder folder, string table, string key, string value)
    {
        var lists = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var row in folder.Rows(table, [key, value], r => r[key])) lists.TryAdd(row[key], row.List(value));
        return lists;
    }

    /// <summary>Reads the built-in knowledge and lays the user's folders over it.</summary>
    /// <param name="overlays">Folders of the same layout, later ones above earlier ones.</param>
    /// <exception cref="DirectoryNotFoundException">A folder does not exist.</exception>
    public static KnowledgeBase Load(params IReadOnlyList<string> overlays) => Load(new KnowledgeOptions { Overlays = overlays });

    /// <summary>Reads the built-in knowledge and lays the user's folders over it.</summary>
    /// <exception cref="DirectoryNotFoundException">A folder does not exist.</exception>
    /// <exception cref="ArgumentException">The view is neither one of <see cref="Views"/> nor a state's code.</exception>
    public static KnowledgeBase Load(KnowledgeOptions options)
    {
        IReadOnlyList<string> folders = [options.Base, .. options.Overlays];
        foreach (var folder in folders)
            if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"there is no knowledge folder {folder}");
        var knowledge = new KnowledgeBase(folders, options.View);
        return options.View is Views.Recognised or Views.Control || knowledge.States.ContainsKey(options.View)
            ? knowledge
            : throw new ArgumentException($"view {options.View}: write {Views.Recognised}, {Views.Control} or a state's code such as UKR");
    }
}
