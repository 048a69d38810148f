using System.Collections.Immutable;

namespace Entente.Coding.Actors;

/// <summary>What sort of thing a referent is, as far as pronouns care.</summary>
internal enum ReferentKind
{
    /// <summary>One person: he, she.</summary>
    Person,

    /// <summary>Several people: they.</summary>
    People,

    /// <summary>A state: it.</summary>
    State,

    /// <summary>An organisation, a group, an organ of a state: it, they.</summary>
    Body,

    /// <summary>A place: it.</summary>
    Place,

    /// <summary>Somebody or something with a name that nobody lists.</summary>
    Name,

    /// <summary>Anything else.</summary>
    Thing,
}

/// <summary>Something that a document has mentioned, with where it did so last. Belongs to one document and one thread.</summary>
internal sealed class Referent(int number, ReferentKind kind)
{
    /// <summary>Number in the document, from 1: the <c>chain</c> of its mentions.</summary>
    public int Number => number;

    /// <summary>What it is.</summary>
    public ReferentKind Kind { get; set; } = kind;

    /// <summary>Whom its best mention names; empty when it is no actor.</summary>
    public ImmutableArray<ActorReference> Actors { get; set; } = [];

    /// <summary><c>f</c>, <c>m</c> or null.</summary>
    public string? Gender { get; set; }

    /// <summary>Whether it is plural.</summary>
    public bool Plural { get; set; }

    /// <summary>Whether a name was used for it.</summary>
    public bool Named { get; set; }

    /// <summary>Whether its last full mention had an indefinite article.</summary>
    public bool Indefinite { get; set; }

    /// <summary>Nouns that were used for it: roles and heads, as lemmas.</summary>
    public List<string> Nouns { get; } = [];

    /// <summary>Where its last mention that is no pronoun stands: sentence and head word.</summary>
    public (int Sentence, int Head) Anchor { get; set; }

    /// <summary>How often it was mentioned.</summary>
    public int Mentions { get; set; }

    /// <summary>Remembers a noun for it.</summary>
    public void Call(string? noun)
    {
        if (noun is not null && !Nouns.Contains(noun)) Nouns.Add(noun);
    }
}

/// <summary>A mention of a referent: where it stands.</summary>
/// <param name="Referent">What it mentions.</param>
/// <param name="Sentence">Number of the sentence.</param>
/// <param name="Head">Index of the head word in it.</param>
/// <param name="Role">Role of the head in its clause.</param>
/// <param name="Pronoun">Whether it is a pronoun.</param>
/// <param name="Main">Whether it is the subject of the sentence's main clause.</param>
/// <param name="Located">Whether it only tells where something is: "in <b>Singapore</b>".</param>
internal readonly record struct MentionPlace(Referent Referent, int Sentence, int Head, ClauseRole Role, bool Pronoun, bool Located = false, bool Main = false);

/// <summary>Role of a noun phrase, as far as reference cares.</summary>
internal enum ClauseRole
{
    /// <summary>Subject.</summary>
    Subject,

    /// <summary>Object.</summary>
    Object,

    /// <summary>Prepositional phrase of a clause.</summary>
    Oblique,

    /// <summary>Possessor.</summary>
    Possessor,

    /// <summary>Any other.</summary>
    Other,
}
