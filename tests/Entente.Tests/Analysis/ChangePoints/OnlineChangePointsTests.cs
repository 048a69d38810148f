using CsCheck;
using Entente.Analysis.ChangePoints;
using MathNet.Numerics;
using Xunit;

namespace Entente.Tests.Analysis.ChangePoints;

public sealed class OnlineChangePointsTests
{
    [Fact]
    public void The_published_step_is_certain_and_nothing_else_is_likely()
    {
        var (posterior, around) = OnlineChangePoints.Weigh(PeltTests.Step, [10, 4], 1, null);
        Assert.True(posterior.Change[10] > 0.95);
        Assert.All(posterior.Change.Where((_, i) => i != 10), p => Assert.True(p < 0.1));
        Assert.True(around[0] > 0.97 && around[1] < 0.1);
        Assert.True(posterior.Recent[9] < 0.1 && posterior.Recent[12] > 0.9);
        Assert.InRange(posterior.RunLength[19], 9, 11);
    }

    /// <summary>All 2ⁿ⁻¹ ways to cut a short series, weighed one by one.</summary>
    [Fact]
    public void Probabilities_are_those_of_all_ways_to_cut() => Gen.Select(Gen.Int[0, 12].Array[2, 9], Gen.Double[0.02, 0.6], Gen.Int[0, 2]).Sample((counts, hazard, within) =>
    {
        double[] series = [.. counts.Select(c => (double)c)];
        var n = series.Length;
        var mean = Math.Max(series.Average(), 1.0 / n);
        var (posterior, around) = OnlineChangePoints.Weigh(series, [.. Enumerable.Range(0, n)], within, new OnlineOptions { Model = SeriesModel.Poisson, Hazard = hazard, Negligible = 0 });
        var (total, change, near) = (0.0, new double[n], new double[n]);
        for (var cuts = 0; cuts < 1 << (n - 1); cuts++)
        {
            var weight = 1.0;
            var start = 0;
            for (var t = 1; t <= n; t++)
            {
                var cut = t < n && ((cuts >> (t - 1)) & 1) == 1;
                if (t < n) weight *= cut ? hazard : 1 - hazard;
                if (!cut && t < n) continue;
                weight *= Marginal(series[start..t], mean);
                start = t;
            }

            total += weight;
            for (var t = 0; t < n; t++)
            {
                if (t > 0 && ((cuts >> (t - 1)) & 1) == 1) change[t] += weight;
                if (Enumerable.Range(1, n - 1).Any(u => Math.Abs(u - t) <= within && ((cuts >> (u - 1)) & 1) == 1)) near[t] += weight;
            }
        }

        Assert.Equal(Math.Log(total), posterior.LogEvidence, 1e-8);
        for (var t = 0; t < n; t++)
        {
            Assert.Equal(change[t] / total, posterior.Change[t], 1e-8);
            Assert.Equal(near[t] / total, around[t], 1e-8);
        }
    }, iter: 200);

    /// <summary>Gamma(1, 1/mean) prior of the Poisson rate, the values entered one by one through the negative binomial predictive.</summary>
    private static double Marginal(double[] x, double mean)
    {
        var (a, b, product) = (1.0, 1 / mean, 1.0);
        foreach (var v in x)
        {
            product *= Math.Exp(SpecialFunctions.GammaLn(a + v) - SpecialFunctions.GammaLn(a) - SpecialFunctions.GammaLn(v + 1) + (a * Math.Log(b / (b + 1))) - (v * Math.Log(b + 1)));
            (a, b) = (a + v, b + 1);
        }

        return product;
    }

    [Fact]
    public void Student_predictive_multiplies_up_to_the_evidence_of_a_run()
    {
        double[] x = [0.3, -1.2, 2.2, 0.7];
        var model = new NormalEvidence(0.5, 2, 3, 4);
        var (kappa, mean, alpha, beta, log) = (0.5, 0.0, 2.0, 3.0, 0.0);
        foreach (var v in x)
        {
            log += new MathNet.Numerics.Distributions.StudentT(mean, Math.Sqrt(beta * (kappa + 1) / (alpha * kappa)), 2 * alpha).DensityLn(v);
            beta += kappa * (v - mean) * (v - mean) / (2 * (kappa + 1));
            mean = ((kappa * mean) + v) / (kappa + 1);
            (kappa, alpha) = (kappa + 1, alpha + 0.5);
        }

        Assert.Equal(log, model.Of(4, x.Sum(), x.Sum(v => v * v)), 1e-9);
    }

    [Fact]
    public void The_negative_binomial_of_a_great_size_is_the_poisson() => Gen.Int[0, 30].Array[1, 30].Sample(counts =>
    {
        double[] series = [.. counts.Select(c => (double)c)];
        var poisson = OnlineChangePoints.Weigh(series, new OnlineOptions { Model = SeriesModel.Poisson });
        var binomial = OnlineChangePoints.Weigh(series, new OnlineOptions { Model = SeriesModel.NegativeBinomial, Size = 1e6 });
        Assert.Equal(poisson.LogEvidence, binomial.LogEvidence, 0.05);
        for (var t = 0; t < series.Length; t++) Assert.Equal(poisson.Change[t], binomial.Change[t], 0.01);
    }, iter: 100);

    [Fact]
    public void Reading_backwards_mirrors_the_probabilities() => Gen.Select(Gen.Int[-50, 50].Select(v => v / 10.0).Array[1, 40], Gen.Enum<SeriesModel>()).Sample((series, model) =>
    {
        double[] values = model is SeriesModel.Normal or SeriesModel.NormalMean ? series : [.. series.Select(v => Math.Floor(Math.Abs(v)))];
        var options = new OnlineOptions { Model = model, Size = 4, Negligible = 0 };
        var there = OnlineChangePoints.Weigh(values, options).Change;
        var back = OnlineChangePoints.Weigh([.. values.Reverse()], options).Change;
        for (var t = 1; t < values.Length; t++) Assert.Equal(there[t], back[values.Length - t], 1e-5);
        Assert.All(there, p => Assert.InRange(p, 0, 1));
    }, iter: 200);

    [Fact]
    public void Hostile_series_give_the_prior_or_nothing()
    {
        Assert.Empty(OnlineChangePoints.Weigh([]).Change);
        Assert.Equal([0, 0.01, 0.01], OnlineChangePoints.Weigh([double.NaN, double.NaN, double.NaN]).Change.Select(p => Math.Round(p, 12)));
        Assert.Equal(1 - (0.99 * 0.99), OnlineChangePoints.Weigh([double.NaN, double.NaN, double.NaN], [1], 1, null).Around[0], 1e-12);
        Assert.Equal([0.0], OnlineChangePoints.Weigh([4]).Change);
        foreach (var model in Enum.GetValues<SeriesModel>())
        {
            Assert.All(OnlineChangePoints.Weigh([.. Enumerable.Repeat(3.0, 60)], new OnlineOptions { Model = model }).Change, p => Assert.InRange(p, 0, 0.1));
            Assert.All(OnlineChangePoints.Weigh([.. Enumerable.Repeat(0.0, 60)], new OnlineOptions { Model = model }).Change, p => Assert.InRange(p, 0, 0.1));
        }

        Assert.Throws<ArgumentException>(() => OnlineChangePoints.Weigh([double.NegativeInfinity]));
        Assert.Throws<ArgumentException>(() => OnlineChangePoints.Weigh([-1], new OnlineOptions { Model = SeriesModel.Poisson }));
        Assert.Throws<ArgumentOutOfRangeException>(() => OnlineChangePoints.Weigh([1], new OnlineOptions { Hazard = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => OnlineChangePoints.Weigh([1], new OnlineOptions { Recent = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => OnlineChangePoints.Weigh([1], [1], 0, null));
        Assert.Equal([0.0], OnlineChangePoints.Weigh([1], [0], int.MaxValue, null).Around);
    }
}
