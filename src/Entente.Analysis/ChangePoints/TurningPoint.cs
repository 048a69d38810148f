namespace Entente.Analysis.ChangePoints;

/// <summary>A change of a series' level that stands out.</summary>
/// <param name="Index">The period at which the new stretch begins.</param>
/// <param name="Before">Mean of the values from the turning point before this one, or the start, to this one.</param>
/// <param name="After">Mean of the values from this one to the next turning point or the end.</param>
/// <param name="Size">
/// (after − before) in standard deviations: the root of the two stretches' variances weighted by their degrees of freedom, at least one
/// twentieth of the whole series' standard deviation. Negative for a fall.
/// </param>
/// <param name="Probability">Posterior probability, 0 to 1, that at least one change lies within the window around the period.</param>
/// <param name="Strength">
/// Probability · |size| · √(n₁ · n₂ / (n₁ + n₂)) with the numbers of values in the two stretches: the two-sample t statistic, taken as
/// seriously as the Bayesian model takes the change. At least 0.
/// </param>
public sealed record TurningPoint(int Index, double Before, double After, double Size, double Probability, double Strength);
