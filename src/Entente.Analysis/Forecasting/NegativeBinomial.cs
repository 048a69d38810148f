using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Entente.Analysis.Statistics;

namespace Entente.Analysis.Forecasting;

/// <summary>A negative binomial forecast of a count, possibly with additional zeros.</summary>
/// <param name="Mean">Mean of the negative binomial part, above 0.</param>
/// <param name="Size">Its size: variance mean + mean² / size.</param>
/// <param name="Zeros">Probability of a zero that is none of the negative binomial part's, 0 to below 1.</param>
internal readonly record struct NegativeBinomial(double Mean, double Size, double Zeros = 0)
{
    /// <summary>Log probability of a count.</summary>
    /// <param name="count">The count.</param>
    /// <param name="ways">ln (Γ(count + size) / (Γ(size) · Γ(count + 1))), which forecasts of the same size share.</param>
    public double Log(double count, double ways)
    {
        var log = ways - (Size * Math.Log(1 + (Mean / Size))) + (count * Math.Log(Mean / (Mean + Size)));
        if (Zeros == 0) return log;
        return count == 0 ? Math.Log(Zeros + ((1 - Zeros) * Math.Exp(log))) : log + Math.Log(1 - Zeros);
    }

    /// <summary>Draws from a mixture of forecasts.</summary>
    /// <param name="parts">The forecasts, at least one.</param>
    /// <param name="weights">Their weights, which sum up to 1.</param>
    /// <param name="draws">Number of draws.</param>
    /// <param name="seed">Seed of the generator.</param>
    public static ImmutableArray<double> Draw(ReadOnlySpan<NegativeBinomial> parts, ReadOnlySpan<double> weights, int draws, ulong seed)
    {
        var (random, drawn) = (new SeededRandom(seed), new double[draws]);
        var (part, before) = (0, 0.0);
        for (var i = 0; i < draws; i++)
        {
            // Evenly spread over the parts instead of by chance: the share of each part is then as near to its weight as can be.
            var at = (i + random.NextDouble()) / draws;
            for (; part + 1 < parts.Length && at >= before + weights[part]; part++) before += weights[part];
            drawn[i] = random.NextDouble() < parts[part].Zeros ? 0 : Draws.NegativeBinomial(parts[part].Mean, parts[part].Size, ref random);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(drawn);
    }
}
