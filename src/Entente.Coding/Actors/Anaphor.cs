namespace Entente.Coding.Actors;

/// <summary>Sorts of words that refer back, each with weights of its own.</summary>
internal enum AnaphorKind
{
    /// <summary>He, she.</summary>
    Person,

    /// <summary>It.</summary>
    Thing,

    /// <summary>They.</summary>
    Plural,

    /// <summary>"The minister", "the country".</summary>
    Description,
}

/// <summary>A pronoun or description with all that it may refer to.</summary>
/// <param name="Kind">What sort it is.</param>
/// <param name="Sentence">Number of its sentence.</param>
/// <param name="Head">Its head word.</param>
/// <param name="Candidates">What was mentioned before and agrees with it, the latest first.</param>
/// <param name="Nothing">Features of the answer that it refers to none of them.</param>
internal sealed record Anaphor(AnaphorKind Kind, int Sentence, int Head, IReadOnlyList<Candidate> Candidates, ulong Nothing);

/// <summary>Something that a pronoun or description may refer to.</summary>
/// <param name="Last">Its last mention.</param>
/// <param name="Features">Its <see cref="CorefereeFeature"/>s as bits.</param>
internal readonly record struct Candidate(MentionPlace Last, ulong Features);

/// <summary>The choice that was made.</summary>
/// <param name="Candidate">Place in the list, -1 for none.</param>
/// <param name="Probability">How sure it is, 0 to 1.</param>
internal readonly record struct Choice(int Candidate, double Probability);

/// <summary>Chooses what a pronoun or description refers to.</summary>
internal interface ICorefereeChooser
{
    /// <summary>The candidate that is meant, or none.</summary>
    Choice Choose(Anaphor anaphor);
}

/// <summary>What is known of a candidate: each is true or not.</summary>
internal enum CorefereeFeature
{
    SameSentence, OneBack, TwoBack, ThreeBack, Farther,
    Subject, Object, Oblique, Possessor, OtherRole, SameRole,
    Named, Pronoun, Listed,
    Person, People, State, Body, Place, Name, Thing,
    GenderKnown, Once, Few, Often,
    Nearest, Second, Third, Later, NearestSubject, NearestNamed,
    MainSubject, LastMainSubject, LastMainSubjectToMain, GoverningSubject, ClauseSubject, Topic, Indefinite, Plural,
    SameNoun, SameRoleNoun, TypeFits, SectorFits, Modified, Possessive, OnlyOne, AnaphorSubject,
    NothingFits, Nothing, NothingExpletive, NothingOne, NothingMany, NothingModified, NothingDemonstrative, NothingClause,
}
