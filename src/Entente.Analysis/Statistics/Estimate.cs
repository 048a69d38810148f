namespace Entente.Analysis.Statistics;

/// <summary>A number with its uncertainty.</summary>
/// <param name="Value">The estimate from the data as they are.</param>
/// <param name="StandardError">Its standard error, in the same unit; NaN where it cannot be told.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public sealed record Estimate(double Value, double StandardError, double Low, double High);
