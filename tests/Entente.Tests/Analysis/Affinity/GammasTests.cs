using CsCheck;
using Entente.Analysis.Affinity;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Entente.Tests.Analysis.Affinity;

public sealed class GammasTests
{
    private static readonly BetaIntervals Ninety = new(0.9);

    [Fact]
    public void Known_values()
    {
        Assert.Equal(-Constants.EulerMascheroni, Gammas.Digamma(1), 1e-10);
        Assert.Equal(-Constants.EulerMascheroni - (2 * Math.Log(2)), Gammas.Digamma(0.5), 1e-10);
        Assert.Equal(Math.PI * Math.PI / 6, Gammas.Trigamma(1), 1e-10);
        Assert.Equal(Math.PI * Math.PI / 2, Gammas.Trigamma(0.5), 1e-10);
    }

    [Fact]
    public void Digamma_is_that_of_the_library_and_trigamma_its_slope() => Gen.Double[-3, 5].Sample(power =>
    {
        var x = Math.Pow(10, power);
        var h = x * 1e-4;
        var slope = (SpecialFunctions.DiGamma(x + h) - SpecialFunctions.DiGamma(x - h)) / (2 * h);
        return Near(SpecialFunctions.DiGamma(x), Gammas.Digamma(x), 1e-8) && Near(slope, Gammas.Trigamma(x), 1e-5)
            && Near(Gammas.Trigamma(x) - (1 / (x * x)), Gammas.Trigamma(x + 1), 1e-8);
    });

    [Theory]
    [InlineData(0.2, 5, 0.01)]
    [InlineData(2, 200, 0.03)]
    [InlineData(10, 1000, 0.02)]
    public void Intervals_are_near_the_exact_ones(double least, double most, double tolerance)
    {
        var intervals = new BetaIntervals(0.9);
        for (var a = least; a <= most; a *= 1.7)
        {
            for (var b = least; b <= most; b *= 1.7)
            {
                var estimate = new AffinityPosterior(a, b).Estimate(intervals, 1);
                Assert.Equal((2 * a / (a + b)) - 1, estimate.Mean, 1e-12);
                Assert.Equal(1 - Beta.CDF(a, b, 0.5), new AffinityPosterior(a, b).Friendly, 1e-9);
                Assert.Equal(Math.Tanh(BetaIntervals.Quantile(a, b, 0.05) / 2), estimate.Low, tolerance);
                Assert.Equal(Math.Tanh(BetaIntervals.Quantile(a, b, 0.95) / 2), estimate.High, tolerance);
            }
        }
    }

    [Fact]
    public void Both_sides_changed_over_turn_the_estimate_round() => Gen.Select(Gen.Double[0.2, 500], Gen.Double[0.2, 500]).Sample((a, b) =>
    {
        var (one, other) = (new AffinityPosterior(a, b).Estimate(Ninety, 1), new AffinityPosterior(b, a).Estimate(Ninety, 1));
        return Near(one.Mean, -other.Mean, 1e-9) && Near(one.Low, -other.High, 1e-9) && one.Low <= one.Mean && one.Mean <= one.High && one.Low >= -1 && one.High <= 1;
    });

    [Fact]
    public void Quantiles_are_those_of_the_library()
    {
        foreach (var (a, b) in (ReadOnlySpan<(double, double)>)[(1.5, 4), (3, 2), (20, 30)])
            Assert.Equal((2 * Beta.InvCDF(a, b, 0.05)) - 1, Math.Tanh(BetaIntervals.Quantile(a, b, 0.05) / 2), 1e-6);
    }

    private static bool Near(double wanted, double found, double relative) => Math.Abs(wanted - found) <= relative * Math.Max(1, Math.Abs(wanted));
}
