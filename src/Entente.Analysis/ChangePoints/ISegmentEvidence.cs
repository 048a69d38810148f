using MathNet.Numerics;

namespace Entente.Analysis.ChangePoints;

/// <summary>
/// The marginal likelihood of a stretch: the probability of its values, the parameters integrated out over a conjugate prior. It does not
/// depend on the order of the values.
/// </summary>
internal interface ISegmentEvidence
{
    /// <summary>Its logarithm without what does not depend on the cuts.</summary>
    /// <param name="count">Number of values.</param>
    /// <param name="sum">Their sum, off the centre of the model.</param>
    /// <param name="squares">Sum of their squares, off the centre of the model.</param>
    double Of(int count, double sum, double squares);
}

/// <summary>
/// Normal values with a normal-inverse-gamma prior, whose predictive distribution is Student's t: mean ~ N(centre, variance / kappa),
/// 1 / variance ~ Gamma(alpha, rate beta) (Murphy, Conjugate Bayesian analysis of the Gaussian distribution, 2007).
/// </summary>
internal readonly struct NormalEvidence : ISegmentEvidence
{
    private readonly double kappa, alpha, beta;
    private readonly double[] constants;

    /// <param name="kappa">Weight of the prior mean, in values.</param>
    /// <param name="alpha">Half the weight of the prior variance, in values.</param>
    /// <param name="beta">alpha times the prior variance.</param>
    /// <param name="most">The greatest number of values that will be asked for.</param>
    public NormalEvidence(double kappa, double alpha, double beta, int most)
    {
        (this.kappa, this.alpha, this.beta) = (kappa, alpha, beta);
        constants = new double[most + 1];
        for (var n = 0; n <= most; n++)
        {
            constants[n] = (-0.5 * n * Math.Log(2 * Math.PI)) + (0.5 * Math.Log(kappa / (kappa + n))) + (alpha * Math.Log(beta))
                + SpecialFunctions.GammaLn(alpha + (0.5 * n)) - SpecialFunctions.GammaLn(alpha);
        }
    }

    public double Of(int count, double sum, double squares)
    {
        var scatter = Math.Max(0, squares - (sum * sum / (kappa + count)));
        return constants[count] - ((alpha + (0.5 * count)) * Math.Log(beta + (0.5 * scatter)));
    }
}

/// <summary>Poisson counts with a gamma prior of their rate, whose predictive distribution is negative binomial.</summary>
/// <param name="shape">Shape of the prior.</param>
/// <param name="rate">Rate of the prior, in periods.</param>
internal readonly struct PoissonEvidence(double shape, double rate) : ISegmentEvidence
{
    private readonly double constant = (shape * Math.Log(rate)) - SpecialFunctions.GammaLn(shape);

    public double Of(int count, double sum, double squares) =>
        constant + SpecialFunctions.GammaLn(shape + sum) - ((shape + sum) * Math.Log(rate + count));
}

/// <summary>
/// Negative binomial counts of known size with mean size · p / (1 − p), where p / (1 − p) has a beta prime prior (a, b): the predictive
/// distribution is beta negative binomial. For a great size it becomes <see cref="PoissonEvidence"/>.
/// </summary>
/// <param name="size">The size.</param>
/// <param name="a">First parameter of the prior: the pseudo-count of events.</param>
/// <param name="b">Second parameter of the prior; a mean exists above 1.</param>
internal readonly struct NegativeBinomialEvidence(double size, double a, double b) : ISegmentEvidence
{
    private readonly double constant = -SpecialFunctions.BetaLn(a, b);

    public double Of(int count, double sum, double squares) => constant + SpecialFunctions.GammaLn(a + sum)
        + SpecialFunctions.GammaLn(b + (count * size)) - SpecialFunctions.GammaLn(a + b + sum + (count * size));
}
