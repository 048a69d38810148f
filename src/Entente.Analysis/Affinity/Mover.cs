namespace Entente.Analysis.Affinity;

/// <summary>A dyad whose affinity may have changed between two windows.</summary>
public sealed record Mover
{
    /// <summary>First party.</summary>
    public required string One { get; init; }

    /// <summary>Other party.</summary>
    public required string Other { get; init; }

    /// <summary>Affinity in the earlier window.</summary>
    public required AffinityEstimate Before { get; init; }

    /// <summary>Affinity in the later one.</summary>
    public required AffinityEstimate After { get; init; }

    /// <summary>Mean of the change, −2 to 2, with its interval.</summary>
    public required (double Mean, double Low, double High) Change { get; init; }

    /// <summary>Probability that the affinity rose, 0 to 1; that it fell is the rest.</summary>
    public required double Rose { get; init; }

    /// <summary>Events in the earlier and in the later window, each counted fully.</summary>
    public required (int Before, int After) Events { get; init; }

    /// <summary>Whether it belongs to the longest list, the surest first, of which no more than the wanted share is expected not to have moved so.</summary>
    public bool Accepted { get; init; }

    /// <summary>Probability of the likelier direction, 0.5 to 1.</summary>
    public double Certainty => Math.Max(Rose, 1 - Rose);
}
