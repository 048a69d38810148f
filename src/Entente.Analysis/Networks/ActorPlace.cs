namespace Entente.Analysis.Networks;

/// <summary>Where an actor stands among the factions, and how surely.</summary>
/// <param name="Actor">The actor's index.</param>
/// <param name="Home">Its faction in the network as it is, −1 for none.</param>
/// <param name="Support">
/// Share of the resamples in which it is together with the other members of its home, 0 to 1, the median over them; for a faction of its own 1 − the
/// greatest such share with any other faction. NaN without a home.
/// </param>
/// <param name="PositiveAtHome">Share of the weight of its positive ties that goes to its home; NaN where it has none.</param>
/// <param name="Rival">The other faction with which it is together most often, −1 where there is no other.</param>
/// <param name="InBetween">
/// 0 for an actor that is never with the rival, 1 for one that is with the rival at least as often as at home: min(1, 2 · r / (s + r))
/// with its support s at home and r with the rival. NaN without a home.
/// </param>
public sealed record ActorPlace(int Actor, int Home, double Support, double PositiveAtHome, int Rival, double InBetween);
