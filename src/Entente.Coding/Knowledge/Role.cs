using System.Collections.Immutable;

namespace Entente.Coding.Knowledge;

/// <summary>What a role noun names.</summary>
internal enum RoleKind
{
    /// <summary>One person ("minister").</summary>
    Person,

    /// <summary>Several people ("troops").</summary>
    People,

    /// <summary>A body ("parliament").</summary>
    Body,
}

/// <summary>A noun for people or bodies that act.</summary>
/// <param name="Noun">Lemma, lower case, perhaps of several words.</param>
/// <param name="Sectors">Sectors, the main one first.</param>
/// <param name="Kind">Person, people or body.</param>
internal sealed record Role(string Noun, ImmutableArray<string> Sectors, RoleKind Kind);
