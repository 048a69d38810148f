using System.Collections.Immutable;

namespace Entente.Analysis.ChangePoints;

/// <summary>A series cut at its change points.</summary>
/// <param name="Segments">
/// The stretches in order of time; together they cover the series. Missing values before a change belong to the stretch before it.
/// Empty for an empty series.
/// </param>
/// <param name="Cost">
/// Sum of the stretches' costs, without penalties and without what does not depend on the cuts: −2 · greatest log likelihood.
/// </param>
/// <param name="Penalty">The penalty per change point that was used.</param>
public sealed record Segmentation(ImmutableArray<Segment> Segments, double Cost, double Penalty)
{
    /// <summary>Indices of the periods at which a new stretch begins, ascending; the first stretch's start is none of them.</summary>
    public ImmutableArray<int> Changes => [.. Segments.Skip(1).Select(s => s.Start)];
}
