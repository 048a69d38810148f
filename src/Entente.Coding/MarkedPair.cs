using Entente.Sources;

namespace Entente.Coding;

/// <summary>Two phrases of a text whose relation is asked for.</summary>
/// <param name="Actor">The phrase of the actor.</param>
/// <param name="Recipient">The phrase of the recipient.</param>
public sealed record MarkedPair(TextRange Actor, TextRange Recipient)
{
    /// <summary>The side that some words belong to; those of both count for the shorter phrase, which lies inside the other.</summary>
    internal PairSide SideOf(TextRange words)
    {
        var (actor, recipient) = (Actor.Overlaps(words), Recipient.Overlaps(words));
        if (actor && recipient) return Actor.Length < Recipient.Length ? PairSide.Actor : PairSide.Recipient;
        return actor ? PairSide.Actor : recipient ? PairSide.Recipient : PairSide.None;
    }
}
