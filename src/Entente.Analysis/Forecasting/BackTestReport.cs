using System.Collections.Immutable;

namespace Entente.Analysis.Forecasting;

/// <summary>What a <see cref="BackTest"/> found.</summary>
/// <param name="Series">Number of series.</param>
/// <param name="Rows">One row a forecaster, in the order in which they were given: the first is the one that is judged.</param>
public sealed record BackTestReport(int Series, ImmutableArray<ForecasterScore> Rows)
{
    /// <summary>
    /// Whether the first forecaster's mean CRPS is below that of every other one, by more than chance at the 5 % level (two-sided, each
    /// comparison for itself). False where there is no other.
    /// </summary>
    public bool FirstBeatsAll => Rows.Length > 1 && Rows.Skip(1).All(r => r.AgainstFirst is { Mean: < 0, Probability: <= 0.05 });
}
