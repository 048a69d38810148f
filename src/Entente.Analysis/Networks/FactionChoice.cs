using System.Collections.Immutable;

namespace Entente.Analysis.Networks;

/// <summary>The factions of a network and the alternatives that were tried.</summary>
/// <param name="Chosen">The partition into the number of factions that the rule of parsimony takes.</param>
/// <param name="Tried">The best partition found for each number of factions from 1 on.</param>
public sealed record FactionChoice(FactionPartition Chosen, ImmutableArray<FactionPartition> Tried);
