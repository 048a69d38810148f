using CsCheck;
using Entente.Analysis.ChangePoints;
using Entente.Analysis.Statistics;
using Xunit;

namespace Entente.Tests.Analysis.ChangePoints;

public sealed class PeltTests
{
    /// <summary>
    /// The example of sdt.changepoint's documentation: ten draws of N(1.5, 0.1) and ten of N(0, 0.1), numpy's generator with seed 123; the
    /// change is at 10.
    /// </summary>
    internal static readonly double[] Step =
    [
        1.391437, 1.599735, 1.528298, 1.349371, 1.442140, 1.665144, 1.257332, 1.457109, 1.626594, 1.413326,
        -0.067889, -0.009471, 0.149139, -0.063890, -0.044398, -0.043435, 0.220593, 0.218679, 0.100405, 0.038619,
    ];

    [Theory]
    [InlineData(SeriesModel.Normal)]
    [InlineData(SeriesModel.NormalMean)]
    public void The_published_step_is_found(SeriesModel model)
    {
        var cut = Pelt.Cut(Step, new PeltOptions { Model = model });
        Assert.Equal([10], cut.Changes);
        Assert.Equal((model == SeriesModel.Normal ? 3 : 2) * Math.Log(20), cut.Penalty, 1e-12);
        Assert.Equal([10], Pelt.Cut(Step, new PeltOptions { Model = model, ModifiedBic = true }).Changes);
    }

    [Fact]
    public void Pruning_loses_nothing() => Gen.Select(
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 9]).Select((level, noise) => (double)((level * level * 5) + noise)).Array[0, 40],
        Gen.Enum<SeriesModel>(), Gen.Int[1, 5], Gen.Double[0, 12], Gen.Bool).Sample(
        (series, model, least, penalty, modified) =>
        {
            var options = new PeltOptions { Model = model, MinimumLength = least, Penalty = penalty, ModifiedBic = modified, Size = 3, Variance = 9 };
            var cut = Pelt.Cut(series, options);
            var total = Objective(series, cut, options, penalty);
            Assert.Equal(Best(series, options, penalty), total, 1e-6);
            Assert.All(cut.Segments, s => Assert.True(s.Count >= Math.Min(least, series.Length)));
        }, iter: 2000);

    [Fact]
    public void Counts_of_one_rate_stay_whole_where_their_bursts_are_known()
    {
        var random = new SeededRandom(11);
        double[] counts = [.. Enumerable.Range(0, 240).Select(i => Draws.NegativeBinomial(i < 150 ? 20 : 60, 3, ref random))];
        var cut = Pelt.Cut(counts, new PeltOptions { Model = SeriesModel.NegativeBinomial });
        Assert.InRange(Assert.Single(cut.Changes), 147, 153);
        Assert.True(Pelt.Cut(counts, new PeltOptions { Model = SeriesModel.Poisson }).Changes.Length > 10);
    }

    [Fact]
    public void Missing_periods_are_skipped()
    {
        double[] gaps = [double.NaN, .. Step[..10], double.NaN, double.NaN, .. Step[10..], double.NaN];
        var cut = Pelt.Cut(gaps);
        Assert.Equal([13], cut.Changes);
        Assert.Equal([new Segment(0, 13, 10, cut.Segments[0].Mean, cut.Segments[0].Deviation), new Segment(13, 24, 10, cut.Segments[1].Mean, cut.Segments[1].Deviation)], cut.Segments);
        Assert.Equal(Pelt.Cut(Step).Cost, cut.Cost, 1e-9);
    }

    [Fact]
    public void Hostile_series_have_no_changes()
    {
        foreach (var model in Enum.GetValues<SeriesModel>())
        {
            var options = new PeltOptions { Model = model, MinimumLength = 1 };
            Assert.Empty(Pelt.Cut([], options).Segments);
            Assert.Equal(0, Assert.Single(Pelt.Cut([double.NaN, double.NaN], options).Segments).Count);
            Assert.Equal(new Segment(0, 1, 1, 5, double.NaN), Assert.Single(Pelt.Cut([5], options).Segments));
            Assert.Empty(Pelt.Cut([.. Enumerable.Repeat(7.0, 50)], options).Changes);
            Assert.Empty(Pelt.Cut([.. Enumerable.Repeat(0.0, 50)], options).Changes);
            Assert.Throws<ArgumentException>(() => Pelt.Cut([1, double.PositiveInfinity], options));
            Assert.Throws<ArgumentOutOfRangeException>(() => Pelt.Cut([1], options with { MinimumLength = 0 }));
            Assert.Throws<ArgumentOutOfRangeException>(() => Pelt.Cut([1], options with { Penalty = -1 }));
            Assert.Throws<ArgumentOutOfRangeException>(() => Pelt.Cut([1], options with { Size = double.NaN }));
            Assert.Throws<ArgumentOutOfRangeException>(() => Pelt.Cut([1], options with { Variance = 0 }));
        }

        Assert.Throws<ArgumentException>(() => Pelt.Cut([1, -1], new PeltOptions { Model = SeriesModel.Poisson }));
        Assert.Throws<ArgumentException>(() => Pelt.Cut([1, -1], new PeltOptions { Model = SeriesModel.NegativeBinomial }));
        Assert.Empty(Pelt.Cut([1, -1], new PeltOptions()).Changes);
    }

    private static double Objective(double[] series, Segmentation cut, PeltOptions options, double penalty) =>
        cut.Segments.Sum(s => Cost(series, s.Start, s.End, options)) + (penalty * Math.Max(0, cut.Segments.Length - 1));

    /// <summary>Optimal partitioning without pruning, with costs written down from their definitions.</summary>
    private static double Best(double[] series, PeltOptions options, double penalty)
    {
        if (series.Length == 0) return 0;
        var best = new double[series.Length + 1];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = -penalty;
        for (var end = 1; end <= series.Length; end++)
            for (var start = 0; start < end; start++)
                if (end - start >= options.MinimumLength || (start == 0 && end == series.Length))
                    best[end] = Math.Min(best[end], best[start] + Cost(series, start, end, options) + penalty);
        return best[^1];
    }

    private static double Cost(double[] series, int start, int end, PeltOptions options)
    {
        var x = series[start..end];
        var (n, mean) = (x.Length, x.Average());
        var scatter = x.Sum(v => (v - mean) * (v - mean));
        var noise = Roughness.Deviation(series) is > 0 and var d ? d * d : 1;
        var floor = Math.Max(scatter / n, 0.05 * noise);
        var cost = options.Model switch
        {
            SeriesModel.Normal => (n * Math.Log(2 * Math.PI * floor)) + (scatter / floor),
            SeriesModel.NormalMean => scatter / 9,
            SeriesModel.Poisson => mean == 0 ? 0 : -2 * x.Sum(v => (v * Math.Log(mean)) - mean),
            _ => mean == 0 ? 0 : -2 * x.Sum(v => (v * Math.Log(mean / (3 + mean))) + (3 * Math.Log(3 / (3 + mean)))),
        };
        return cost + (options.ModifiedBic ? Math.Log((double)n / series.Length) : 0);
    }
}
