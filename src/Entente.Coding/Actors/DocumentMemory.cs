using System.Collections.Immutable;
using NodaTime;

namespace Entente.Coding.Actors;

/// <summary>What a document has mentioned so far. One for each document, used by one thread.</summary>
internal sealed class DocumentMemory
{
    /// <summary>Mentions farther back than so many are forgotten, so that a long document costs no more than its length.</summary>
    private const int MostMentions = 400;

    /// <summary>So many sentences after they were named together "the two" still means them.</summary>
    private const int GroupReach = 4;

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

    /// <summary>Who wrote the report, statement or other paper that was told of last, and in which sentence; null when none was.</summary>
    public (ImmutableArray<ActorReference> Authors, int Sentence)? LastPaper { get; set; }

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

    /// <summary>
    /// Those whom "both countries" or "the three leaders" mean, in the order of the text: the last that were named together if they are as
    /// many, else as many different states as were named last, places left out. Empty when there are fewer.
    /// </summary>
    /// <param name="number">How many.</param>
    /// <param name="persons">Whether persons are asked for rather than their states.</param>
    /// <param name="noun">The noun: whom it meant before, it means again.</param>
    public List<ActorReference> LastTogether(int number, bool persons, string noun)
    {
        if (Known(TogetherKey(noun)) is { } before && before.Actors.Length == number) return [.. before.Actors];
        for (var i = mentions.Count - 1; i >= 0 && mentions[^1].Sentence - mentions[i].Sentence < GroupReach; i--)
        {
            var actors = mentions[i].Referent.Actors;
            if (!mentions[i].Pronoun && actors.Length == number && actors.Select(a => a.Country ?? a.Code).Distinct().Count() == number) return [.. actors];
        }

        var found = LastDifferent(number, persons);
        if (found.Count < number && persons) found = LastDifferent(number, persons: false);
        found.Reverse();
        return found.Count < number ? [] : found;
    }

    /// <summary>The key of those whom a noun such as "trio" means together.</summary>
    public static string TogetherKey(string noun) => "B|" + noun;

    private List<ActorReference> LastDifferent(int number, bool persons)
    {
        var found = new List<ActorReference>();
        for (var i = mentions.Count - 1; i >= 0 && found.Count < number; i--)
        {
            if (mentions[i].Pronoun || mentions[i].Located || mentions[i].Referent.Actors.Length != 1) continue;
            var actor = mentions[i].Referent.Actors[0];
            if (persons && actor.Person is null) continue;
            if (actor.Country is { } country && found.TrueForAll(f => f.Country != country)) found.Add(actor);
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
