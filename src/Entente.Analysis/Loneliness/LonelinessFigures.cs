using System.Collections.Immutable;

namespace Entente.Analysis.Loneliness;

/// <summary>A figure with its interval and its place among comparable groups.</summary>
/// <param name="Value">The figure; not a number where there is nothing to measure.</param>
/// <param name="Low">Lower end of the interval from resampling.</param>
/// <param name="High">Upper end.</param>
/// <param name="Comparable">Median of the same figure for comparable groups.</param>
/// <param name="Rank">Share of comparable groups with a smaller figure, 0 to 1.</param>
public readonly record struct Measured(double Value, double Low, double High, double Comparable, double Rank);

/// <summary>How alone a group, or an actor, stands in a window.</summary>
public sealed record LonelinessFigures
{
    /// <summary>The members.</summary>
    public required ImmutableArray<string> Members { get; init; }

    /// <summary>E–I index of cooperation: (outward − inward) / (outward + inward), −1 to 1 (Krackhardt and Stern 1988); always 1 for a single actor.</summary>
    public required Measured EIIndex { get; init; }

    /// <summary>Share of the cooperation of all parties with one another that goes beyond the group, 0 to 1.</summary>
    public required Measured OutwardShare { get; init; }

    /// <summary>Share of cooperation less that of conflict in what it does beyond the group, −1 to 1.</summary>
    public required Measured Warmth { get; init; }

    /// <summary>Effective number of partners beyond the group: e to the entropy of the shares of cooperation (Hill number of order 1).</summary>
    public required Measured Partners { get; init; }

    /// <summary>Friends beyond the group in this window that were none in the window before.</summary>
    public required ImmutableArray<string> Won { get; init; }

    /// <summary>Friends of the window before that are none any more.</summary>
    public required ImmutableArray<string> Lost { get; init; }

    /// <summary>Number of comparable groups.</summary>
    public required int Compared { get; init; }
}
