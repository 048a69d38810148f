using System.Collections.Immutable;

namespace Entente.Analysis.Networks;

/// <summary>The actors divided into factions.</summary>
/// <param name="Factions">Number of factions, none of them empty.</param>
/// <param name="Members">
/// The faction of each actor, from 0; −1 for actors without ties, who belong to none. The largest faction is 0, of equal ones that of the
/// actor who comes first.
/// </param>
/// <param name="Criterion">alpha · (weight of negative ties within) + (1 − alpha) · (weight of positive ties between), each tie once.</param>
public sealed record FactionPartition(int Factions, ImmutableArray<int> Members, double Criterion);
