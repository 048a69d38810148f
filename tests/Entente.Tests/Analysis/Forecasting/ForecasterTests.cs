using System.Collections.Immutable;
using CsCheck;
using Entente.Analysis.Forecasting;
using Entente.Analysis.Statistics;
using Xunit;

namespace Entente.Tests.Analysis.Forecasting;

public sealed class ForecasterTests
{
    private static readonly ImmutableArray<IForecaster> All = [new DiscountForecaster(), new LastValueForecaster(), new MovingMeanForecaster(), new SeasonalForecaster()];

    public static TheoryData<int> Each() => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Each))]
    public void Whatever_came_the_draws_are_counts_and_the_same_again(int which) =>
        Gen.Select(Gen.Frequency((8, Gen.Int[0, 30].Select(c => (double)c)), (1, Gen.Const(double.NaN)), (1, Gen.Const(0.0))).Array[0, 40], Gen.Int[1, 15], Gen.ULong).Sample((history, horizon, seed) =>
        {
            var draws = All[which].Forecast(history, horizon, 20, seed);
            Assert.Equal(history.Any(v => !double.IsNaN(v)) ? 20 : 0, draws.Length);
            Assert.All(draws, d => Assert.True(d >= 0 && d == Math.Floor(d) && double.IsFinite(d)));
            Assert.Equal(draws, All[which].Forecast(history, horizon, 20, seed));
        }, iter: 100);

    [Theory]
    [MemberData(nameof(Each))]
    public void Hostile_histories(int which)
    {
        var forecaster = All[which];
        Assert.Empty(forecaster.Forecast([], 1, 5, 1));
        Assert.Empty(forecaster.Forecast([double.NaN, double.NaN], 1, 5, 1));
        Assert.True(Mean(forecaster.Forecast([.. Enumerable.Repeat(0.0, 120)], 1, 2000, 1)) < 0.1);
        Assert.Equal(50, Mean(forecaster.Forecast([.. Enumerable.Repeat(50.0, 120)], 1, 2000, 1)), 1.5);
        Assert.InRange(Mean(forecaster.Forecast([7], 1, 4000, 1)), 4, 9);
        Assert.NotEmpty(forecaster.Forecast([1e9, 0, 1e9], 3, 5, 1));
        Assert.Throws<ArgumentException>(() => forecaster.Forecast([-1], 1, 5, 1));
        Assert.Throws<ArgumentException>(() => forecaster.Forecast([double.PositiveInfinity], 1, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => forecaster.Forecast([1], 0, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => forecaster.Forecast([1], 1, 0, 1));
    }

    [Fact]
    public void The_season_is_the_same_month_of_earlier_years()
    {
        double[] history = [.. Enumerable.Range(0, 60).Select(i => i % 12 == 3 ? 80.0 : 2)];
        var seasonal = new SeasonalForecaster();
        Assert.Equal(80, Mean(seasonal.Forecast(history, 4, 500, 1)), 4.0);
        Assert.Equal(2, Mean(seasonal.Forecast(history, 3, 500, 1)), 1.0);
        Assert.Equal(80, Mean(seasonal.Forecast(history, 16, 500, 1)), 4.0);
    }

    [Fact]
    public void Ours_follows_a_step_and_remembers_a_steady_rate()
    {
        var ours = new DiscountForecaster();
        var random = new SeededRandom(6);
        double[] step = [.. Enumerable.Range(0, 100).Select(i => Draws.Poisson(i < 92 ? 5 : 40, ref random))];
        Assert.InRange(Mean(ours.Forecast(step, 1, 2000, 1)), 25, 48);
        double[] steady = [.. Enumerable.Range(0, 200).Select(_ => Draws.Poisson(10, ref random))];
        var draws = Moments.Of(ours.Forecast(steady, 1, 4000, 1).AsSpan());
        Assert.Equal(10, draws.Mean, 1.0);
        Assert.InRange(draws.Dispersion, 0.9, 1.8);
    }

    [Fact]
    public void Ours_widens_with_the_horizon_and_sees_bursts()
    {
        var random = new SeededRandom(7);
        var bursts = new double[150];
        for (var (i, rate) = (0, 10.0); i < bursts.Length; i++, rate *= Math.Exp(0.4 * Draws.Normal(ref random))) bursts[i] = Draws.Poisson(Math.Min(rate, 500), ref random);
        var ours = new DiscountForecaster();
        var (near, far) = (Moments.Of(ours.Forecast(bursts, 1, 4000, 1).AsSpan()), Moments.Of(ours.Forecast(bursts, 12, 4000, 1).AsSpan()));
        Assert.True(Math.Sqrt(near.Variance) / near.Mean < Math.Sqrt(far.Variance) / far.Mean);
    }

    [Fact]
    public void Back_tests_see_the_past_only_and_know_the_better_forecaster()
    {
        var random = new SeededRandom(8);
        ImmutableArray<ImmutableArray<double>> series = [.. Enumerable.Range(0, 3).Select(_ => Series(ref random))];
        var report = BackTest.Run(series, [new DiscountForecaster(), new LastValueForecaster(), new Spy()], new BackTestOptions { First = 60, Draws = 200 });
        Assert.Equal((3, 3 * 40), (report.Series, report.Rows[0].Forecasts));
        Assert.Equal((0, 1, 0), (report.Rows[0].AgainstFirst.Mean, report.Rows[0].Ratio, report.Rows[0].SeriesWon));
        Assert.True(report.Rows[1].AgainstFirst.Mean < 0 && report.Rows[1].Ratio < 1 && report.Rows[1].SeriesWon == 3);
        Assert.True(report.Rows[1].AgainstFirst.StandardError > 0);
        Assert.True(report.FirstBeatsAll);

        static ImmutableArray<double> Series(ref SeededRandom random)
        {
            var values = new double[100];
            foreach (ref var value in values.AsSpan()) value = Draws.NegativeBinomial(15, 4, ref random);
            return [.. values];
        }
    }

    [Fact]
    public void Back_tests_of_nothing()
    {
        var report = BackTest.Run([], [new DiscountForecaster()]);
        Assert.Equal(0, report.Rows[0].Forecasts);
        Assert.True(double.IsNaN(report.Rows[0].Crps));
        Assert.False(report.FirstBeatsAll);
        Assert.Equal(0, BackTest.Run([[1, 2], [double.NaN]], [new LastValueForecaster()]).Rows[0].Forecasts);
        Assert.Equal(1, BackTest.Run([[1, double.NaN, 3], [double.NaN, 4]], [new LastValueForecaster()], new BackTestOptions { First = 1 }).Rows[0].Forecasts);
        Assert.Throws<ArgumentException>(() => BackTest.Run([], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => BackTest.Run([], [new LastValueForecaster()], new BackTestOptions { First = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => BackTest.Run([], [new LastValueForecaster()], new BackTestOptions { Alpha = 1 }));
    }

    private static double Mean(ImmutableArray<double> draws) => Moments.Of(draws.AsSpan()).Mean;

    /// <summary>Always says 3, and that the history is as long as it should be.</summary>
    private sealed class Spy : IForecaster
    {
        public string Name => "spy";

        public ImmutableArray<double> Forecast(ReadOnlySpan<double> history, int horizon, int draws, ulong seed)
        {
            Assert.InRange(history.Length, 60, 99);
            return [3];
        }
    }
}
