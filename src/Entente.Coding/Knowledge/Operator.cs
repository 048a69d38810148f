using System.Collections.Immutable;

namespace Entente.Coding.Knowledge;

/// <summary>What an outer word does to the act inside it.</summary>
internal enum OperatorKind
{
    /// <summary>Announces or promises it: AGREE, CONCEDE or the act in the future.</summary>
    Promise,

    /// <summary>Plans or schedules it.</summary>
    Plan,

    /// <summary>Makes it known: cooperation lies ahead, a measure is taken.</summary>
    Announce,

    /// <summary>Threatens with it: THREATEN.</summary>
    Threaten,

    /// <summary>Demands it of somebody: REQUEST.</summary>
    Demand,

    /// <summary>Invites somebody to it: AGREE.</summary>
    Invite,

    /// <summary>Refuses it: REJECT.</summary>
    Refuse,

    /// <summary>Denies it: REJECT by the denier, the act negated.</summary>
    Deny,

    /// <summary>Accuses somebody of it: ACCUSE, the act asserted by the accuser.</summary>
    Accuse,

    /// <summary>Ends it.</summary>
    Stop,

    /// <summary>Fails at it: the act did not happen.</summary>
    Fail,

    /// <summary>Wants, considers or could do it: the act is imagined.</summary>
    Imagine,

    /// <summary>Only speaks of it: a hope is no event, nor is what is hoped.</summary>
    Statement,

    /// <summary>Does it, begins it, goes on with it: nothing changes.</summary>
    Do,
}

/// <summary>A word that takes another act inside it.</summary>
/// <param name="Predicate">Lemma with its particle.</param>
/// <param name="Pos"><c>v</c>, <c>n</c> or <c>a</c>.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Complements">Where the act stands: <c>xcomp</c>, <c>ccomp</c>, <c>obj</c>, or a preposition.</param>
/// <param name="Controller">Who does the inner act when it names nobody: <c>subj</c> or <c>obj</c>.</param>
/// <param name="Cameo">CAMEO code where the inner act gives none.</param>
internal sealed record Operator(
    string Predicate, char Pos, OperatorKind Kind, ImmutableArray<string> Complements, string Controller, string Cameo);
