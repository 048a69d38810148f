using Entente.Analysis.Affinity;

namespace Entente.Analysis.Blocs;

/// <summary>How two parties stand to each other in a window.</summary>
/// <param name="One">First party.</param>
/// <param name="Other">Other party.</param>
/// <param name="Affinity">Affinity, its interval and the weight of the window's own events.</param>
/// <param name="Friendly">Probability that there would be more cooperation than conflict, 0 to 1.</param>
/// <param name="Cooperation">Weighted number of cooperation in the window, repetitions taken off.</param>
/// <param name="Conflict">Weighted number of conflict, likewise.</param>
/// <param name="Events">Number of events in the window, each counted fully.</param>
public sealed record Tie(string One, string Other, AffinityEstimate Affinity, double Friendly, double Cooperation, double Conflict, int Events)
{
    /// <summary>Ties of a lesser probability of being friendly or hostile have no sign.</summary>
    public const double Sure = 0.8;

    /// <summary>1 for a friendly tie, −1 for a hostile one, 0 where that is not sure.</summary>
    public int Sign => Friendly >= Sure ? 1 : Friendly <= 1 - Sure ? -1 : 0;

    /// <summary>The parameters of the beta distribution that the affinity was read from.</summary>
    internal AffinityPosterior Posterior { get; init; }
}
