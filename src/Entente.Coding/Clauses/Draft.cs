using System.Collections.Immutable;

namespace Entente.Coding.Clauses;

/// <summary>An act as it is read from one predicate, before the document's events are made of it.</summary>
internal sealed record Draft
{
    /// <summary>Index of the predicate's head word.</summary>
    public required int Predicate { get; init; }

    /// <summary>Part of speech of the outermost predicate: <c>v</c>, <c>n</c> or <c>a</c>.</summary>
    public required char Pos { get; init; }

    /// <summary>Whether something stands where the actor should, but names nobody known.</summary>
    public bool ActorUnknown { get; init; }

    /// <summary>Whether the predicate has an object.</summary>
    public bool HasObject { get; init; }

    /// <summary>Whether a body of several states meets somewhere: its members are the two sides, and where it meets is only a place.</summary>
    public bool Gathers { get; init; }

    /// <summary>First word of the trigger.</summary>
    public required int First { get; init; }

    /// <summary>Last word of the trigger.</summary>
    public required int Last { get; init; }

    /// <summary>PLOVER type.</summary>
    public required string Event { get; init; }

    /// <summary>PLOVER mode.</summary>
    public string? Mode { get; init; }

    /// <summary>CAMEO code.</summary>
    public required string Cameo { get; init; }

    /// <summary>Who acts.</summary>
    public ImmutableArray<ActorReference> Actor { get; init; } = [];

    /// <summary>Towards whom.</summary>
    public ImmutableArray<ActorReference> Recipient { get; init; } = [];

    /// <summary>The act inside.</summary>
    public Draft? Content { get; init; }

    /// <summary>Reality that the composition fixed; null when the sentence decides.</summary>
    public EventStatus? Status { get; init; }

    /// <summary>Claims that the composition fixed.</summary>
    public ImmutableArray<Attribution> Claims { get; init; } = [];

    /// <summary>The rule that made it.</summary>
    public required string Rule { get; init; }

    /// <summary>Confidence, 0 to 1.</summary>
    public required double Confidence { get; init; }
}
