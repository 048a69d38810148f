namespace Entente.Analysis.ChangePoints;

/// <summary>A stretch of a series between two change points.</summary>
/// <param name="Start">Index of its first period.</param>
/// <param name="End">Index after its last period.</param>
/// <param name="Count">Number of values in it that are not missing.</param>
/// <param name="Mean">Their mean, NaN where there is none.</param>
/// <param name="Deviation">Their standard deviation with divisor n − 1, NaN where there are fewer than two.</param>
public sealed record Segment(int Start, int End, int Count, double Mean, double Deviation);
