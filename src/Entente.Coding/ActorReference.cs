using System.Collections.Immutable;
using Entente.Sources;

namespace Entente.Coding;

/// <summary>Somebody whom a text names, as far as the text and the knowledge tell who it is.</summary>
public sealed record ActorReference
{
    /// <summary>Code of the actor: a country (ISO 3166-1 alpha-3), an organisation or a group; null when nobody could name it.</summary>
    public string? Code { get; init; }

    /// <summary>Country that the actor belongs to or acts in; null for international ones and unknown ones.</summary>
    public string? Country { get; init; }

    /// <summary>Sectors of the ontology's closed list, the main one first; empty for a state as a whole.</summary>
    public ImmutableArray<string> Sectors { get; init; } = [];

    /// <summary>Usual English name of the state, organisation or group; null when unknown.</summary>
    public string? Name { get; init; }

    /// <summary>Full name of the person, null when it is none or unknown.</summary>
    public string? Person { get; init; }

    /// <summary>Office or role in lower case ("foreign minister"), null when none is told.</summary>
    public string? Title { get; init; }

    /// <summary>Identifier in an outside register, null when unknown.</summary>
    public string? Identifier { get; init; }

    /// <summary>The words of the text.</summary>
    public required string Text { get; init; }

    /// <summary>Where the words stand in the document's text.</summary>
    public required TextRange Range { get; init; }

    /// <summary>How the actor was recognised.</summary>
    public required Recognition How { get; init; }

    /// <summary>Confidence of the recognition, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Number, from 1, that all mentions of the same one in a document share; 0 where no document was read.</summary>
    public int Chain { get; init; }

    /// <summary>Which side of a pair that is asked for it stands on; <see cref="PairSide.None"/> where no pair is asked for.</summary>
    internal PairSide Side { get; init; }

    /// <summary>Whether both are the same actor, whatever the words.</summary>
    public bool SameAs(ActorReference other) =>
        Side == other.Side && Code == other.Code && Country == other.Country && Person == other.Person && Sectors.SequenceEqual(other.Sectors)
        && (Code is not null || Country is not null || string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The sides of a pair that is asked for.</summary>
internal enum PairSide
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>The marked actor.</summary>
    Actor,

    /// <summary>The marked recipient.</summary>
    Recipient,
}

/// <summary>How a mention was recognised.</summary>
public enum Recognition
{
    /// <summary>Its name stands in the knowledge.</summary>
    Listed,

    /// <summary>Its role or title tells ("the minister", "troops").</summary>
    Title,

    /// <summary>A nationality tells its country ("Swiss court").</summary>
    Nationality,

    /// <summary>The document named it before.</summary>
    Memory,

    /// <summary>A pronoun or definite description that refers to an earlier mention.</summary>
    Coreference,

    /// <summary>Its role or title tells what it is, and the document around whose it is ("the troops" in a story about one country).</summary>
    Context,
}
