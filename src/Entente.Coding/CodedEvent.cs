using System.Collections.Immutable;
using NodaTime;

namespace Entente.Coding;

/// <summary>An event with all that the text tells of it. Field by field the record of docs/formats.md.</summary>
public sealed record CodedEvent
{
    /// <summary>Stable id: document, sentence, running number in the sentence.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the document.</summary>
    public required string Document { get; init; }

    /// <summary>Number of the lead evidence's sentence, from 1.</summary>
    public required int Sentence { get; init; }

    /// <summary>Day of publication, null when unknown.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>When the act took place; null when neither text nor publication tells.</summary>
    public EventDate? Date { get; init; }

    /// <summary>Who acts.</summary>
    public ImmutableArray<ActorReference> Actor { get; init; } = [];

    /// <summary>Towards whom.</summary>
    public ImmutableArray<ActorReference> Recipient { get; init; } = [];

    /// <summary>PLOVER type, one of sixteen.</summary>
    public required string Event { get; init; }

    /// <summary>PLOVER mode, null when none.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public ImmutableArray<string> Context { get; init; } = [];

    /// <summary>PLOVER's quad class, 1 to 4.</summary>
    public required int Quad { get; init; }

    /// <summary>CAMEO code of two to four digits, a string.</summary>
    public required string Cameo { get; init; }

    /// <summary>Goldstein scale of the CAMEO code, -10 to 10 (Goldstein 1992).</summary>
    public required double Goldstein { get; init; }

    /// <summary>PLOVER's conflict-cooperation score, -10 to 10.</summary>
    public required double Score { get; init; }

    /// <summary>The act inside the act, null when none.</summary>
    public EventContent? Content { get; init; }

    /// <summary>What the text says of its reality.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>Who says so and who denies it; empty when the article itself says so.</summary>
    public ImmutableArray<Attribution> Attribution { get; init; } = [];

    /// <summary>Where, null when the text does not tell.</summary>
    public EventPlace? Place { get; init; }

    /// <summary>The words it rests on, the lead first.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>Confidence, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Program and version that coded it.</summary>
    public required string Coder { get; init; }

    /// <summary>The rule that made it: predicate and slots, outer acts first.</summary>
    public required string Rule { get; init; }
}
