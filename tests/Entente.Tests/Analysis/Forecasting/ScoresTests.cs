using CsCheck;
using Entente.Analysis.Forecasting;
using Entente.Analysis.Statistics;
using Xunit;

namespace Entente.Tests.Analysis.Forecasting;

public sealed class ScoresTests
{
    [Fact]
    public void The_sorted_form_is_the_definition() => Gen.Select(Gen.Int[0, 50].Array[1, 30], Gen.Int[0, 60]).Sample((counts, outcome) =>
    {
        double[] draws = [.. counts.Select(c => (double)c)];
        var spread = draws.SelectMany(a => draws.Select(b => Math.Abs(a - b))).Average();
        Assert.Equal(draws.Average(d => Math.Abs(d - outcome)) - (0.5 * spread), Scores.Crps(draws, outcome), 1e-9);
        Assert.True(Scores.Crps(draws, outcome) >= -1e-9);
    });

    [Fact]
    public void Crps_of_a_single_guess_is_its_error_and_of_a_normal_the_known_value()
    {
        Assert.Equal(3, Scores.Crps([5], 2));
        Assert.Equal(0, Scores.Crps([2, 2], 2));
        // N(0, 1) at 0: √(2/π) − 1/√π = 0.23370.
        var random = new SeededRandom(1);
        Assert.Equal(0.2337, Scores.Crps([.. Enumerable.Range(0, 20_000).Select(_ => Draws.Normal(ref random))], 0), 0.006);
    }

    [Fact]
    public void Ignorance_counts_one_draw_more_in_each_bin()
    {
        Assert.Equal(-Math.Log2(3.0 / 13), Scores.Ignorance([1, 2], 1), 1e-12);
        Assert.Equal(-Math.Log2(1.0 / 13), Scores.Ignorance([1, 2], 5000), 1e-12);
        Assert.Equal(-Math.Log2(3.0 / 13), Scores.Ignorance([3000, 1001], 5000), 1e-12);
        Assert.Equal(-Math.Log2(2.0 / 13), Scores.Ignorance([0, 1], 0), 1e-12);
        Assert.Equal(11, Scores.IgnoranceBins.Length);
        Assert.Throws<ArgumentException>(() => Scores.Ignorance([1], -1));
    }

    [Fact]
    public void The_interval_score_punishes_width_and_misses()
    {
        double[] draws = [.. Enumerable.Range(0, 101).Select(i => (double)i)];
        Assert.Equal(95, Scores.Interval(draws, 50), 1e-9);
        Assert.Equal(95 + (40 * 2.5), Scores.Interval(draws, 100), 1e-9);
        Assert.Equal(95 + (40 * 2.5), Scores.Interval(draws, 0), 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => Scores.Interval(draws, 1, 0));
    }

    [Fact]
    public void Nothing_forecast_or_nothing_known_has_no_score()
    {
        Assert.All([Scores.Crps([], 1), Scores.Ignorance([], 1), Scores.Interval([], 1), Scores.Crps([1], double.NaN), Scores.Ignorance([1], double.NaN), Scores.Interval([1], double.NaN)], s => Assert.True(double.IsNaN(s)));
        Assert.Throws<ArgumentException>(() => Calibration.Transform([], 1));
        Assert.True(double.IsNaN(Calibration.Of([]).Coverage50));
    }

    [Fact]
    public void Draws_from_the_truth_are_calibrated()
    {
        var random = new SeededRandom(3);
        var transforms = new List<(double, double)>();
        for (var i = 0; i < 2000; i++)
            transforms.Add(Calibration.Transform([.. Enumerable.Range(0, 200).Select(_ => Draws.Poisson(40, ref random))], Draws.Poisson(40, ref random)));
        var calibration = Calibration.Of(transforms);
        Assert.Equal(1, calibration.Histogram.Sum(), 1e-9);
        Assert.All(calibration.Histogram, share => Assert.Equal(0.1, share, 0.03));
        Assert.InRange(calibration.Coverage50, 0.5, 0.6);
        Assert.InRange(calibration.Coverage95, 0.94, 0.98);
        Assert.Equal([(0.25, 0.75), (1.0, 1.0)], [Calibration.Transform([1, 2, 2, 3], 2), Calibration.Transform([1, 2], 9)]);
        Assert.Equal(1, Calibration.Of([(1, 1)]).Histogram[9]);
    }

    [Fact]
    public void Score_differences_know_chance_from_skill()
    {
        var random = new SeededRandom(4);
        double[] noise = [.. Enumerable.Range(0, 500).Select(_ => Draws.Normal(ref random))];
        Assert.Equal(1 / Math.Sqrt(500), ScoreDifference.Of(noise, 1).StandardError, 0.01);
        Assert.True(ScoreDifference.Of([.. noise.Select(v => v - 0.3)], 1) is { Mean: < -0.2, Probability: < 0.001 });
        Assert.True(double.IsNaN(ScoreDifference.Of([], 1).Mean));
        Assert.True(double.IsNaN(ScoreDifference.Of([double.NaN, 2], 1).StandardError));
        Assert.Equal(new ScoreDifference(3, 0, 0, 1), ScoreDifference.Of([0, 0, 0], 1));
        Assert.Equal(0, ScoreDifference.Of([1, 1, 1], 2).Probability);
        Assert.Throws<ArgumentOutOfRangeException>(() => ScoreDifference.Of([1], 0));
    }
}
