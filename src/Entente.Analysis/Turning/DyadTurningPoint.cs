using Entente.Analysis.ChangePoints;

namespace Entente.Analysis.Turning;

/// <summary>A turning point of a dyad: its level turned, its volume, or both at about the same time.</summary>
public sealed record DyadTurningPoint
{
    /// <summary>The dyad.</summary>
    public required DyadSeries Series { get; init; }

    /// <summary>Number of the first period of the new stretch, of the stronger of both changes.</summary>
    public required int Period { get; init; }

    /// <summary>Change of how friendly the events are, in log-odds of cooperation; null when it did not change.</summary>
    public TurningPoint? Level { get; init; }

    /// <summary>Change of how much happens, as a share of all that is reported, 0 to 1; null when it did not change.</summary>
    public TurningPoint? Volume { get; init; }

    /// <summary>Whether the mixture of sources changed at about the same time, so that it may be the news that turned and not the relation.</summary>
    public required bool SourcesChanged { get; init; }

    /// <summary>√(level² + volume²) of the strengths of both changes, at least 0.</summary>
    public double Strength => Math.Sqrt(((Level?.Strength ?? 0) * (Level?.Strength ?? 0)) + ((Volume?.Strength ?? 0) * (Volume?.Strength ?? 0)));

    /// <summary>Probability of the surer of both changes, 0 to 1.</summary>
    public double Probability => Math.Max(Level?.Probability ?? 0, Volume?.Probability ?? 0);
}
