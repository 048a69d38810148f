namespace Entente.Analysis.ChangePoints;

/// <summary>How <see cref="Pelt"/> cuts a series.</summary>
public sealed record PeltOptions
{
    /// <summary>The distribution between two changes. Default: <see cref="SeriesModel.NormalMean"/>.</summary>
    public SeriesModel Model { get; init; } = SeriesModel.NormalMean;

    /// <summary>
    /// Penalty for each change point, in units of −2 · log likelihood, at least 0. Default null: BIC, one ln n of the n values that are not
    /// missing for the place of the change and one for each parameter that changes: 2 · ln n, for <see cref="SeriesModel.Normal"/>
    /// 3 · ln n, and with <see cref="ModifiedBic"/> another ln n.
    /// </summary>
    public double? Penalty { get; init; }

    /// <summary>
    /// Adds ln(length / n) to the cost of each stretch, the modified BIC of Zhang and Siegmund 2007: stricter than the usual penalty for a
    /// change near the middle of a stretch, milder near its ends. Default: false.
    /// </summary>
    public bool ModifiedBic { get; init; }

    /// <summary>Least number of values, missing ones not counted, between two changes; at least 1. Default: 3.</summary>
    public int MinimumLength { get; init; } = 3;

    /// <summary>Size r of negative binomial counts, positive. Default null: estimated from the differences of neighbours.</summary>
    public double? Size { get; init; }

    /// <summary>Variance for <see cref="SeriesModel.NormalMean"/>, positive. Default null: estimated from the differences of neighbours.</summary>
    public double? Variance { get; init; }
}
