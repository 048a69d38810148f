using CsCheck;
using Entente.Analysis.Statistics;
using Xunit;

namespace Entente.Tests.Analysis.Statistics;

public sealed class MomentsTests
{
    [Fact]
    public void Of_a_few_values()
    {
        var moments = Moments.Of([2, double.NaN, 4, 4, 4, 5, 5, 7, 9]);
        Assert.Equal(8, moments.Count);
        Assert.Equal(5, moments.Mean, 1e-12);
        Assert.Equal(32 / 7.0, moments.Variance, 1e-12);
        // 1 - chi2.cdf(6.4, 7)
        Assert.Equal(0.4939, moments.PoissonProbability, 1e-3);
    }

    [Fact]
    public void Of_nothing_one_value_and_a_constant()
    {
        Assert.True(double.IsNaN(Moments.Of([]).Mean));
        Assert.True(double.IsNaN(Moments.Of([double.NaN]).Mean));
        Assert.Equal(3, Moments.Of([3]).Mean);
        Assert.True(double.IsNaN(Moments.Of([3]).Variance));
        Assert.Equal(double.PositiveInfinity, Moments.Of([3]).NegativeBinomialSize);
        Assert.Equal(0, Moments.Of([3, 3, 3]).Dispersion);
        Assert.Equal(1, Moments.Of([3, 3, 3]).PoissonProbability);
        Assert.True(double.IsNaN(Moments.Of([0, 0]).Dispersion));
        Assert.True(double.IsNaN(Moments.Of([0, 0]).PoissonProbability));
        Assert.Equal(0, Moments.Of([0, 0, 1e12]).PoissonProbability);
    }

    [Fact]
    public void Quantiles_are_those_of_type_seven()
    {
        Assert.Equal(1.75, Quantiles.Of([4, 1, double.NaN, 3, 2], 0.25));
        Assert.Equal(2.5, Quantiles.Median([4, 1, 3, 2]));
        Assert.Equal(4, Quantiles.Of([4, 1, 3, 2], 1));
        Assert.Equal(5, Quantiles.Of([5], 0.3));
        Assert.Equal(double.PositiveInfinity, Quantiles.Of([1, double.PositiveInfinity], 1));
        Assert.True(double.IsNaN(Quantiles.Median([])));
        Assert.True(double.IsNaN(Quantiles.Median([double.NaN])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of([1], 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of([1], double.NaN));
    }

    [Fact]
    public void Quantiles_rise_with_their_share() => Gen.Select(Gen.Double[-1e6, 1e6].Array[1, 30], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((values, p, q) =>
        Quantiles.Of(values, Math.Min(p, q)) <= Quantiles.Of(values, Math.Max(p, q)) && Quantiles.Of(values, 0) == values.Min() && Quantiles.Of(values, 1) == values.Max());

    [Fact]
    public void Log_odds_change_sign_with_their_sides()
    {
        Assert.Equal(0, LogOdds.Of(0, 0).Value);
        Assert.Equal(2, LogOdds.Of(0, 0).StandardError);
        Assert.Equal(Math.Log(3), LogOdds.Of(1, 0).Value, 1e-12);
        Gen.Select(Gen.Double[0, 1e6], Gen.Double[0, 1e6]).Sample((a, b) => Math.Abs(LogOdds.Of(a, b).Value + LogOdds.Of(b, a).Value) < 1e-9);
        foreach (var wrong in (double[])[-1, double.NaN, double.PositiveInfinity]) Assert.Throws<ArgumentOutOfRangeException>(() => LogOdds.Of(wrong, 1));
    }
}
