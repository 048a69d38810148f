namespace Entente.Analysis.ChangePoints;

/// <summary>How <see cref="OnlineChangePoints"/> weighs a series.</summary>
public sealed record OnlineOptions
{
    /// <summary>
    /// The distribution between two changes. <see cref="SeriesModel.NormalMean"/> is treated as <see cref="SeriesModel.Normal"/>. Default:
    /// <see cref="SeriesModel.Normal"/>.
    /// </summary>
    public SeriesModel Model { get; init; } = SeriesModel.Normal;

    /// <summary>Probability of a change at each period before anything is known, above 0 and below 1. Default: 0.01.</summary>
    public double Hazard { get; init; } = 0.01;

    /// <summary>
    /// Runs whose posterior probability is below this are forgotten, although later values might have spoken for them: 0 to below 1. With 0
    /// all is exact and takes n² steps. Default: 10⁻⁹.
    /// </summary>
    public double Negligible { get; init; } = 1e-9;

    /// <summary>Number of latest periods for <see cref="ChangePosterior.Recent"/>, at least 1. Default: 3.</summary>
    public int Recent { get; init; } = 3;

    /// <summary>Size r of negative binomial counts, positive. Default null: estimated from the differences of neighbours.</summary>
    public double? Size { get; init; }
}
