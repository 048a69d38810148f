namespace Entente.Analysis.ChangePoints;

/// <summary>How <see cref="TurningPoints"/> looks for them.</summary>
public sealed record TurningPointOptions
{
    /// <summary>How the series is cut; its model and size go for the probability too. Default: the defaults of <see cref="PeltOptions"/>.</summary>
    public PeltOptions Cut { get; init; } = new();

    /// <summary>Probability of a change at each period before anything is known, above 0 and below 1. Default: 0.01.</summary>
    public double Hazard { get; init; } = 0.01;

    /// <summary>Periods before and after a cut within which a change counts for its probability, at least 0. Default: 2.</summary>
    public int Within { get; init; } = 2;

    /// <summary>Cuts below this probability are left out and their stretches joined, 0 to 1. Default: 0, none.</summary>
    public double LeastProbability { get; init; }
}
