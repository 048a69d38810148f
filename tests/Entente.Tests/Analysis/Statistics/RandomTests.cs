using CsCheck;
using Entente.Analysis.Statistics;
using Xunit;

namespace Entente.Tests.Analysis.Statistics;

public sealed class RandomTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers_for_ever()
    {
        // Worked out independently from the published code of SplitMix64 and xoshiro256**.
        var random = new SeededRandom(0);
        Assert.Equal([0x99EC5F36CB75F2B4UL, 0xBF6E1F784956452AUL, 0x1A5F849D4933E6E0UL], [random.NextBits(), random.NextBits(), random.NextBits()]);
        var untouched = default(SeededRandom);
        Assert.Equal(0x99EC5F36CB75F2B4UL, untouched.NextBits());
    }

    [Fact]
    public void Indices_stay_inside_and_reach_everything() => Gen.Select(Gen.ULong, Gen.Int[1, 20]).Sample((seed, count) =>
    {
        var random = new SeededRandom(seed);
        var seen = new int[count];
        for (var i = 0; i < count * 60; i++) seen[random.NextIndex(count)]++;
        return seen.All(n => n > 0);
    }, iter: 200);

    [Theory]
    [InlineData(0.3)]
    [InlineData(4)]
    [InlineData(9.99)]
    [InlineData(10)]
    [InlineData(250)]
    public void Poisson_draws_have_mean_and_variance_alike(double mean)
    {
        var random = new SeededRandom(7);
        var drawn = Moments.Of([.. Enumerable.Range(0, 40_000).Select(_ => Draws.Poisson(mean, ref random))]);
        Assert.Equal(mean, drawn.Mean, 5 * Math.Sqrt(mean / 40_000));
        Assert.Equal(1, drawn.Dispersion, 0.04);
    }

    [Theory]
    [InlineData(0.4, 3)]
    [InlineData(1, 2)]
    [InlineData(30, 0.1)]
    public void Gamma_draws_have_the_moments_of_their_distribution(double shape, double scale)
    {
        var random = new SeededRandom(8);
        var drawn = Moments.Of([.. Enumerable.Range(0, 40_000).Select(_ => Draws.Gamma(shape, scale, ref random))]);
        Assert.Equal(1, drawn.Mean / (shape * scale), 0.04);
        Assert.Equal(1, drawn.Variance / (shape * scale * scale), 0.1);
    }

    [Fact]
    public void Negative_binomial_draws_are_spread_as_told()
    {
        var random = new SeededRandom(9);
        var drawn = Moments.Of([.. Enumerable.Range(0, 40_000).Select(_ => Draws.NegativeBinomial(20, 4, ref random))]);
        Assert.Equal(20, drawn.Mean, 0.3);
        Assert.Equal(1 + (20 / 4.0), drawn.Dispersion, 0.25);
        Assert.Equal(4, drawn.NegativeBinomialSize, 0.3);
        Assert.Equal(0, Draws.NegativeBinomial(0, 1, ref random));
    }

    [Fact]
    public void Impossible_distributions_are_refused()
    {
        foreach (var wrong in (double[])[-1, double.NaN, double.PositiveInfinity])
        {
            var random = new SeededRandom(1);
            Assert.Throws<ArgumentOutOfRangeException>(() => Draws.Poisson(wrong, ref random));
            Assert.Throws<ArgumentOutOfRangeException>(() => Draws.Gamma(wrong, 1, ref random));
            Assert.Throws<ArgumentOutOfRangeException>(() => Draws.NegativeBinomial(1, Math.Min(wrong, 0), ref random));
        }
    }
}
