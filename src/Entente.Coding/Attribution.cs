using System.Collections.Immutable;
using Entente.Sources;

namespace Entente.Coding;

/// <summary>Who, other than the article itself, says that an act took place, or that it did not.</summary>
/// <param name="Actor">Who says so; its code is null when nobody could name it.</param>
/// <param name="Stance">Whether it asserts, denies or doubts.</param>
/// <param name="Text">The words of the claim ("has repeatedly stated").</param>
/// <param name="Range">Where they stand in the document's text.</param>
/// <param name="Via">Claims around this one, the outermost first.</param>
public sealed record Attribution(ActorReference? Actor, Stance Stance, string Text, TextRange Range, ImmutableArray<Attribution> Via);

/// <summary>What a source says of an act.</summary>
public enum Stance
{
    /// <summary>That it is so.</summary>
    Asserts,

    /// <summary>That it is not so.</summary>
    Denies,

    /// <summary>That it may not be so.</summary>
    Doubts,
}
