namespace Entente.Analysis.Forecasting;

/// <summary>How a <see cref="BackTest"/> goes through the past.</summary>
public sealed record BackTestOptions
{
    /// <summary>How many periods ahead is forecast, at least 1. Default: 1.</summary>
    public int Horizon { get; init; } = 1;

    /// <summary>Number of periods that are history at the first forecast, at least 1. Default: 36.</summary>
    public int First { get; init; } = 36;

    /// <summary>Draws of each forecast, at least 1. Default: 500.</summary>
    public int Draws { get; init; } = 500;

    /// <summary>Share outside the interval of the interval score, above 0 and below 1. Default: 0.05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Seed of the generator. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;
}
