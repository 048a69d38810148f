using CsCheck;
using Entente.Analysis.Affinity;
using Entente.Analysis.Statistics;
using Entente.Store.Relating;
using Xunit;

namespace Entente.Tests.Analysis.Affinity;

public sealed class AffinityModelTests
{
    private static readonly AffinityModel Plain = new(new AffinityOptions { Repetition = 0 });

    private static AffinityEstimate Last(AffinityModel model, params DyadCell[] cells)
    {
        var table = model.Estimate(Simulated.Rows(cells), Simulated.Even(0, 24));
        return table.At(0, 24)!.Value;
    }

    [Fact]
    public void Few_events_stay_near_the_world_and_more_narrow_the_interval()
    {
        AffinityEstimate[] by = [.. ((int[])[1, 4, 16, 64, 256]).Select(n => Last(Plain, Simulated.Cell(0, 1, 24, n, 0)))];
        Assert.InRange(by[0].Mean, 0, 0.25);
        Assert.True(by[0].High - by[0].Low > 1, $"{by[0]}");
        for (var i = 1; i < by.Length; i++) Assert.True(by[i].Mean > by[i - 1].Mean && by[i].High - by[i].Low < by[i - 1].High - by[i - 1].Low);
        Assert.InRange(by[^1].Low, 0.9, 1);
    }

    [Fact]
    public void Four_events_of_a_period_are_worked_out_by_hand()
    {
        // Prior 4 events, half cooperation: Beta(2, 2); with 3 good and 1 bad Beta(5, 3), mean of 2p - 1 = 2/8.
        var plain = Last(Plain, Simulated.Cell(0, 1, 24, 3, 1));
        Assert.Equal(0.25, plain.Mean, 1e-6);
        Assert.Equal(4, plain.Weight, 1e-6);
        // Repetition 0.2: 4 events have the weight of 4 / (1 + 3 * 0.2) = 2.5, so Beta(2 + 1.875, 2 + 0.625).
        var repeated = Last(new AffinityModel(new AffinityOptions { Repetition = 0.2 }), Simulated.Cell(0, 1, 24, 3, 1));
        Assert.Equal(1.25 / 6.5, repeated.Mean, 1e-6);
        // A half-life later half of them is left: Beta(2 + 1.5, 2 + 0.5).
        Assert.Equal(1.0 / 6, Last(Plain, Simulated.Cell(0, 1, 12, 3, 1)).Mean, 1e-6);
    }

    [Fact]
    public void A_burst_of_one_period_moves_less_than_as_many_events_of_several()
    {
        var model = new AffinityModel(new AffinityOptions { Repetition = 0.1, HalfLife = 1000 });
        var burst = Last(model, Simulated.Cell(0, 1, 12, 0, 12));
        var spread = Last(model, [.. Enumerable.Range(6, 12).Select(p => Simulated.Cell(0, 1, p, 0, 1))]);
        Assert.True(spread.Mean < burst.Mean - 0.1, $"{spread} {burst}");
        Assert.True(spread.High - spread.Low < burst.High - burst.Low);
    }

    [Fact]
    public void What_comes_later_changes_no_figure() => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 20], Gen.Int[0, 9], Gen.Int[0, 9]).Array[1, 60].Select(Gen.Int[0, 20]).Sample((drawn, last) =>
    {
        DyadCell[] cells = [.. drawn.Where(d => d.Item3 + d.Item4 > 0).DistinctBy(d => (d.Item1, d.Item2)).Select(d => Simulated.Cell(d.Item1, 9, d.Item2, d.Item3, d.Item4))];
        var (all, some) = (Simulated.Rows(cells), Simulated.Rows(cells.Where(c => c.Period <= last)));
        if (some.Cells.IsEmpty) return;
        var model = new AffinityModel(new AffinityOptions());
        var (long_, short_) = (model.Estimate(all, Simulated.Coverage(all)), model.Estimate(some, Simulated.Coverage(some)));
        for (var d = 0; d < short_.Count; d++)
        {
            var (one, other, first, end) = short_.Dyad(d);
            for (var p = first; p <= end; p++) Assert.Equal(short_.At(d, p), long_.At(long_.Find(other, one), p));
        }
    }, iter: 300);

    [Fact]
    public void Nine_of_ten_intervals_hold_the_true_share()
    {
        var random = new SeededRandom(7);
        var model = new AffinityModel(new AffinityOptions { Repetition = 0, HalfLife = 1e6 });
        var (inside, all) = (0, 2000);
        for (var d = 0; d < all; d++)
        {
            var share = Simulated.Beta(2, 2, ref random);
            var (rate, cells) = (0.2 + (3 * random.NextDouble()), new List<DyadCell>());
            for (var p = 0; p <= 24; p++)
                if (Simulated.Drawn(0, 1, p, rate, share, ref random) is { } cell) cells.Add(cell);
            if (cells.Count == 0) continue;
            var estimate = Last(model, [.. cells]);
            if (estimate.Low <= (2 * share) - 1 && (2 * share) - 1 <= estimate.High) inside++;
        }

        Assert.InRange((double)inside / all, 0.85, 0.97);
    }

    [Fact]
    public void Constant_dyads_are_remembered_long_and_changing_ones_briefly()
    {
        var (constant, changing) = (Learnt(_ => false), Learnt(p => p % 4 == 0));
        Assert.True(constant.HalfLife >= 48, $"{constant}");
        Assert.True(changing.HalfLife <= 6, $"{changing}");
        static AffinityOptions Learnt(Func<int, bool> turns)
        {
            var random = new SeededRandom(3);
            var cells = new List<DyadCell>();
            for (var d = 0; d < 60; d++)
            {
                var share = Simulated.Beta(1, 1, ref random);
                for (var p = 0; p < 60; p++)
                {
                    if (turns(p)) share = Simulated.Beta(0.5, 0.5, ref random);
                    if (Simulated.Drawn(d, 60 + d, p, 4, share, ref random) is { } cell) cells.Add(cell);
                }
            }

            var rows = Simulated.Rows(cells);
            return AffinityModel.Learn(rows, Simulated.Coverage(rows), PeriodUnit.Month);
        }
    }

    [Fact]
    public void A_short_record_keeps_the_defaults_and_an_empty_one_has_no_estimates()
    {
        var rows = Simulated.Rows([Simulated.Cell(0, 1, 3, 1, 0), Simulated.Cell(0, 1, 5, 0, 1)]);
        Assert.Equal(new AffinityOptions { HalfLife = 4 }, AffinityModel.Learn(rows, Simulated.Coverage(rows), PeriodUnit.Quarter));
        Assert.Equal(0, Plain.Estimate(Simulated.Rows([]), []).Count);
        var table = Plain.Estimate(rows, Simulated.Coverage(rows));
        Assert.Null(table.At(0, 2));
        Assert.Null(table.At(0, 6));
        Assert.NotNull(table.At(0, 4));
        Assert.Equal(-1, table.Find("P000", "P009"));
    }

    [Fact]
    public void Wrong_options_are_refused()
    {
        foreach (var wrong in (AffinityOptions[])[new() { PriorStrength = 0 }, new() { HalfLife = double.NaN }, new() { Repetition = -0.1 }, new() { Repetition = 1.1 }, new() { Level = 1 }])
            Assert.Throws<ArgumentOutOfRangeException>(() => new AffinityModel(wrong));
    }
}
