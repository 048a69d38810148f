using NodaTime;

namespace Entente.Coding.Actors;

/// <summary>What a document has named so far. One for each document, used by one thread.</summary>
internal sealed class DocumentMemory
{
    private readonly Dictionary<string, ActorReference> persons = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActorReference> roles = new(StringComparer.Ordinal);
    private const int Woman = 3;
    private readonly List<ActorReference> recent = [];
    private readonly MemoryPlace?[] latest = new MemoryPlace?[4];

    /// <summary>The day on which offices are looked up; null when the document tells none.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>Last singular person, with gender where known.</summary>
    public ActorReference? LastPerson { get; private set; }

    /// <summary>Last person known to be a woman.</summary>
    public ActorReference? LastWoman { get; private set; }

    /// <summary>Last state, body or group.</summary>
    public ActorReference? LastBody { get; private set; }

    /// <summary>Last group of people, or last plural.</summary>
    public ActorReference? LastPeople { get; private set; }

    /// <summary>Whose ground the last visit led to, null when none was told.</summary>
    public (ActorReference Host, int Sentence)? LastHost { get; set; }

    /// <summary>The person of a surname named before, null when none.</summary>
    public ActorReference? Person(string surname) => persons.GetValueOrDefault(surname);

    /// <summary>Who held a role when it was last named with a country, null when nobody.</summary>
    public ActorReference? Role(string noun) => roles.GetValueOrDefault(noun);

    /// <summary>The last <paramref name="count"/> different states, latest first.</summary>
    public List<ActorReference> LastStates(int count)
    {
        var found = new List<ActorReference>();
        for (var i = recent.Count - 1; i >= 0 && found.Count < count; i--)
            if (recent[i].Country is { } country && found.TrueForAll(f => f.Country != country)) found.Add(recent[i]);
        return found;
    }

    /// <summary>Remembers a mention.</summary>
    /// <param name="actor">Whom it names.</param>
    /// <param name="kind">What it can be called later.</param>
    /// <param name="role">The role it is named by, null when none.</param>
    /// <param name="gender"><c>f</c>, <c>m</c> or null.</param>
    /// <param name="place">Where it stands.</param>
    public void Add(ActorReference actor, MemoryKind kind, string? role, string? gender, MemoryPlace place)
    {
        if (actor.How == Recognition.Coreference)
        {
            // A pronoun as subject keeps its antecedent in the midst of things.
            var kept = kind == MemoryKind.Person && LastWoman is { } woman && woman.Person == actor.Person ? Woman : (int)kind;
            if (place.IsSubject) latest[kept] = place;
            return;
        }

        if (actor.Person is { } person)
        {
            foreach (var part in person.Split(' '))
                if (part.Length > 2) persons[part] = actor;
            persons[person] = actor;
        }

        if (role is not null && actor.Country is not null) roles[role] = actor;
        recent.Add(actor);
        if (recent.Count > 64) recent.RemoveRange(0, 32);

        // The subject of a sentence is what the next one goes on about: what else it names does not push it aside.
        var slot = kind == MemoryKind.Person && gender == "f" ? Woman : (int)kind;
        if (!place.IsSubject && latest[slot] is { IsSubject: true } before && before.Sentence == place.Sentence) return;
        latest[slot] = place;
        switch (slot)
        {
            case Woman:
                LastWoman = actor;
                break;
            case (int)MemoryKind.Person:
                LastPerson = actor;
                break;
            case (int)MemoryKind.People:
                LastPeople = actor;
                break;
            default:
                LastBody = actor;
                break;
        }
    }
}

/// <summary>Where a remembered mention stands.</summary>
/// <param name="Sentence">Number of the sentence.</param>
/// <param name="IsSubject">Whether it is a subject there.</param>
internal readonly record struct MemoryPlace(int Sentence, bool IsSubject);

/// <summary>What a remembered mention can be called later.</summary>
internal enum MemoryKind
{
    /// <summary>He, she.</summary>
    Person,

    /// <summary>They.</summary>
    People,

    /// <summary>It.</summary>
    Body,
}
