using MathNet.Numerics;

namespace Entente.Analysis.Affinity;

/// <summary>
/// How friendly two parties are: the share of cooperation less the share of conflict in what would happen between them, from −1 (conflict
/// only) to 1 (cooperation only), with its uncertainty.
/// </summary>
/// <param name="Mean">Posterior mean.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Weight">Of how many independent events of the dyad itself it has the weight; near 0 it is but the world's mean.</param>
public readonly record struct AffinityEstimate(double Mean, double Low, double High, double Weight);

/// <summary>The posterior of the share of cooperation p, a beta distribution.</summary>
/// <param name="A">Cooperation, prior and past included; more than 0.</param>
/// <param name="B">Conflict, likewise.</param>
internal readonly record struct AffinityPosterior(double A, double B)
{
    /// <summary>Mean of 2p − 1.</summary>
    public double Mean => (A - B) / (A + B);

    /// <summary>Variance of 2p − 1.</summary>
    public double Variance => 4 * A * B / ((A + B) * (A + B) * (A + B + 1));

    /// <summary>
    /// Angle arcsin √p, whose variance, 1 / (4 (a + b + 1)), hardly depends on p, so differences of it are near normal even where all events
    /// are of one kind, and log-odds are not (Freeman and Tukey 1950).
    /// </summary>
    public (double Mean, double Variance) Angle => (Math.Asin(Math.Sqrt(A / (A + B))), 1 / (4 * (A + B + 1)));

    /// <summary>Probability that p is more than a half.</summary>
    public double Friendly => SpecialFunctions.BetaRegularized(B, A, 0.5);

    /// <summary>The estimate with its central interval.</summary>
    /// <param name="intervals">Intervals of the probability wanted.</param>
    /// <param name="weight">Weight of the dyad's own events.</param>
    public AffinityEstimate Estimate(BetaIntervals intervals, double weight)
    {
        var (low, high) = intervals.Of(A, B);
        return new AffinityEstimate(Mean, low, high, weight);
    }
}
