using CsCheck;
using Entente.Analysis.ChangePoints;
using Entente.Analysis.Statistics;
using Xunit;

namespace Entente.Tests.Analysis.ChangePoints;

public sealed class TurningPointsTests
{
    [Fact]
    public void The_strongest_comes_first_with_its_levels()
    {
        var random = new SeededRandom(2);
        double[] series = [.. Enumerable.Range(0, 120).Select(i => (i < 40 ? 0 : i < 80 ? -2 : 6) + Draws.Normal(ref random))];
        var found = TurningPoints.Find(series, new TurningPointOptions { LeastProbability = 0.5 });
        Assert.Equal([80, 40], found.Select(p => p.Index));
        Assert.All(found, p => Assert.InRange(p.Probability, 0.6, 1));
        Assert.Equal(8, found[0].After - found[0].Before, 1.0);
        Assert.Equal(8, found[0].Size, 1.5);
        Assert.True(found[1].Size < 0 && found[0].Strength > found[1].Strength);
    }

    [Fact]
    public void A_clean_step_has_a_finite_size() =>
        Assert.True(double.IsFinite(TurningPoints.Find([0, 0, 0, 0, 0, 5, 5, 5, 5, 5]).Single().Size));

    [Fact]
    public void Unlikely_ones_are_left_out()
    {
        Assert.Empty(TurningPoints.Find(PeltTests.Step, new TurningPointOptions { LeastProbability = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => TurningPoints.Find([1], new TurningPointOptions { LeastProbability = 2 }));
        Assert.Empty(TurningPoints.Find([]));
        Assert.Empty(TurningPoints.Find([double.NaN, 3, double.NaN]));
    }

    [Fact]
    public void Anything_finite_can_be_looked_at() => Gen.Select(Gen.Frequency((9, Gen.Double[-1e9, 1e9]), (1, Gen.Const(double.NaN))).Array[0, 60], Gen.Enum<SeriesModel>(), Gen.Int[1, 4]).Sample((series, model, least) =>
    {
        double[] values = model is SeriesModel.Normal or SeriesModel.NormalMean ? series : [.. series.Select(Math.Abs)];
        var found = TurningPoints.Find(values, new TurningPointOptions { Cut = new PeltOptions { Model = model, MinimumLength = least, Penalty = 1 } });
        Assert.All(found, p => Assert.True(double.IsFinite(p.Strength) && p.Probability is >= 0 and <= 1 && !double.IsNaN(values[p.Index])));
    }, iter: 300);
}
