using System.Collections.Immutable;
using MathNet.Numerics;

namespace Entente.Analysis.Forecasting;

/// <summary>How well each combination of a foreseen mean, a size and a share of additional zeros has done so far.</summary>
internal sealed class DiscountWeights
{
    private static readonly ImmutableArray<double> Sizes = [0.4, 0.8, 1.5, 3, 6, 12, 25, 100];
    private static readonly ImmutableArray<double> SizeConstants = [.. Sizes.Select(SpecialFunctions.GammaLn)];
    private static readonly ImmutableArray<double> Zeros = [0, 0.2];

    /// <summary>What is left of a log probability after each further value: about fifty values count.</summary>
    private const double Memory = 0.98;

    private readonly double[] scores = new double[DiscountLevels.Number * Sizes.Length * Zeros.Length];

    /// <summary>Scores all combinations by the probability that they gave to a count.</summary>
    public void Enter(ReadOnlySpan<double> foreseen, double count)
    {
        var (at, factorial) = (0, SpecialFunctions.GammaLn(count + 1));
        for (var s = 0; s < Sizes.Length; s++)
        {
            var ways = SpecialFunctions.GammaLn(count + Sizes[s]) - SizeConstants[s] - factorial;
            foreach (var zeros in Zeros)
                foreach (var mean in foreseen)
                {
                    scores[at] = (Memory * scores[at]) + new NegativeBinomial(mean, Sizes[s], zeros).Log(count, ways);
                    at++;
                }
        }
    }

    /// <summary>The forecasts with their weights, which sum up to 1.</summary>
    public (NegativeBinomial[] Parts, double[] Weights) Mix(ReadOnlySpan<double> foreseen)
    {
        var (parts, weights, at) = (new NegativeBinomial[scores.Length], new double[scores.Length], 0);
        foreach (var size in Sizes)
            foreach (var zeros in Zeros)
                foreach (var mean in foreseen) parts[at++] = new NegativeBinomial(mean, size, zeros);
        var (most, total) = (scores.Max(), 0.0);
        for (var i = 0; i < weights.Length; i++) total += weights[i] = Math.Exp(scores[i] - most);
        for (var i = 0; i < weights.Length; i++) weights[i] /= total;
        return (parts, weights);
    }
}
