using System.Collections.Immutable;

namespace Entente.Analysis.ChangePoints;

/// <summary>What the Bayesian model of change points knows of each period; each list has one entry a period.</summary>
/// <param name="Change">
/// Probability given the whole series that a new stretch begins at the period: the smoothed marginal posterior, 0 for the first period.
/// Their sum is the expected number of changes.
/// </param>
/// <param name="Recent">
/// Probability given the series up to this period only that a new stretch began within the latest <see cref="OnlineOptions.Recent"/>
/// periods, this one among them: what an observer could have known then.
/// </param>
/// <param name="RunLength">Expected number of periods of the present stretch, this one among them, given the series up to this period.</param>
/// <param name="LogEvidence">Log probability density of the whole series under the model, for the comparison of models.</param>
public sealed record ChangePosterior(ImmutableArray<double> Change, ImmutableArray<double> Recent, ImmutableArray<double> RunLength, double LogEvidence);
