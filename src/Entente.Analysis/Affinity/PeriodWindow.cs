namespace Entente.Analysis.Affinity;

/// <summary>Some periods in a row.</summary>
/// <param name="First">Number of the first period.</param>
/// <param name="Last">Number of the last, itself included.</param>
public readonly record struct PeriodWindow(int First, int Last);
