using NodaTime;

namespace Entente.Coding.Actors;

/// <summary>What a document has mentioned so far. One for each document, used by one thread.</summary>
internal sealed class DocumentMemory
{
    /// <summary>Mentions farther back than so many are forgotten, so that a long document costs no more than its length.</summary>
    private const int MostMentions = 400;

    private readonly Dictionary<string, Referent> referents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Referent> persons = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Referent> roles = new(StringComparer.Ordinal);
    private readonly List<MentionPlace> mentions = [];
    private int count;

    /// <summary>The day on which offices are looked up; null when the document tells none.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>Decides what pronouns and descriptions refer to.</summary>
    public required ICorefereeChooser Chooser { get; init; }

    /// <summary>Whose ground the last visit led to, null when none was told.</summary>
    public (ActorReference Host, int Sentence)? LastHost { get; set; }

    /// <summary>Mentions so far, oldest first.</summary>
    public IReadOnlyList<MentionPlace> Mentions => mentions;

    /// <summary>The referent that is mentioned most, null at the beginning.</summary>
    public Referent? Topic { get; private set; }

    /// <summary>The person of a name or surname mentioned before, null when none.</summary>
    public Referent? Person(string name) => persons.GetValueOrDefault(name);

    /// <summary>Who held a role when it was last named with a country, null when nobody.</summary>
    public Referent? Role(string noun) => roles.GetValueOrDefault(noun);

    /// <summary>The referent of a key, null when there is none yet.</summary>
    public Referent? Known(string key) => referents.GetValueOrDefault(key);

    /// <summary>A new referent.</summary>
    public Referent New(ReferentKind kind, string? key = null)
    {
        var referent = new Referent(++count, kind);
        if (key is not null) referents[key] = referent;
        return referent;
    }

    /// <summary>The last <paramref name="most"/> different states, latest first.</summary>
    public List<ActorReference> LastStates(int most)
    {
        var found = new List<ActorReference>();
        for (var i = mentions.Count - 1; i >= 0 && found.Count < most; i--)
        {
            if (mentions[i].Pronoun) continue;
            foreach (var actor in mentions[i].Referent.Actors)
                if (actor.Country is { } country && found.Count < most && found.TrueForAll(f => f.Country != country)) found.Add(actor);
        }

        return found;
    }

    /// <summary>Remembers that a person has these names.</summary>
    public void Call(Referent person, string name)
    {
        foreach (var part in name.Split(' '))
            if (part.Length > 2) persons[part] = person;
        persons[name] = person;
    }

    /// <summary>Remembers who holds a role.</summary>
    public void Office(string noun, Referent holder) => roles[noun] = holder;

    /// <summary>Remembers another name of a referent.</summary>
    public void Alias(string key, Referent referent) => referents[key] = referent;

    /// <summary>Remembers a mention.</summary>
    public void Add(MentionPlace mention)
    {
        mention.Referent.Mentions++;
        if (Topic is null || mention.Referent.Mentions > Topic.Mentions) Topic = mention.Referent;
        mentions.Add(mention);
        if (mentions.Count > MostMentions) mentions.RemoveRange(0, MostMentions / 2);
    }
}
