using CsCheck;
using Entente.Analysis.Statistics;
using Xunit;

namespace Entente.Tests.Analysis.Statistics;

public sealed class BlockBootstrapTests
{
    private static double Mean(ReadOnlySpan<double> series) => Moments.Of(series).Mean;

    [Fact]
    public void Blocks_keep_neighbours_together() => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 50], Gen.ULong).Sample((periods, block, seed) =>
    {
        var random = new SeededRandom(seed);
        var indices = new int[periods];
        BlockBootstrap.Choose(indices, periods, block, ref random);
        var length = Math.Min(block, periods);
        return Enumerable.Range(1, periods - 1).All(i => i % length == 0 || indices[i] == (indices[i - 1] + 1) % periods);
    });

    [Fact]
    public void The_standard_error_of_a_mean_of_independent_values_is_the_textbook_one()
    {
        var random = new SeededRandom(3);
        double[] series = [.. Enumerable.Range(0, 400).Select(_ => Draws.Normal(ref random))];
        var estimate = BlockBootstrap.Measure(series, Mean, 1, 1000, 0.95, 4);
        Assert.Equal(Mean(series), estimate.Value);
        Assert.Equal(Math.Sqrt(Moments.Of(series).Variance / 400), estimate.StandardError, 0.004);
        Assert.Equal(2 * 1.96 * estimate.StandardError, estimate.High - estimate.Low, 0.03);
    }

    [Fact]
    public void Blocks_widen_the_error_of_a_series_that_drifts()
    {
        var random = new SeededRandom(5);
        var series = new double[400];
        for (var i = 1; i < series.Length; i++) series[i] = (0.9 * series[i - 1]) + Draws.Normal(ref random);
        Assert.True(BlockBootstrap.Measure(series, Mean, 25, 400, 0.95, 6).StandardError > 2 * BlockBootstrap.Measure(series, Mean, 1, 400, 0.95, 6).StandardError);
    }

    [Fact]
    public void Hostile_series_give_no_error_bars()
    {
        Assert.True(double.IsNaN(BlockBootstrap.Measure([], Mean, 3, 10, 0.95, 1).Value));
        Assert.True(double.IsNaN(BlockBootstrap.Measure([double.NaN, double.NaN], Mean, 3, 10, 0.95, 1).Low));
        Assert.Equal(new Estimate(2, 0, 2, 2), BlockBootstrap.Measure([2, 2, 2], Mean, 2, 10, 0.95, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BlockBootstrap.Measure([1], Mean, 0, 10, 0.95, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BlockBootstrap.Measure([1], Mean, 1, 0, 0.95, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BlockBootstrap.Measure([1], Mean, 1, 1, 1.5, 1));
        Assert.Equal([1, 1, 2, 3, 5], ((int[])[0, 1, 8, 27, 100]).Select(BlockBootstrap.DefaultBlock));
    }
}
