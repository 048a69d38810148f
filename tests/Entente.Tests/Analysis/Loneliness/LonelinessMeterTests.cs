using System.Collections.Immutable;
using Entente.Analysis.Affinity;
using Entente.Analysis.Blocs;
using Entente.Analysis.Loneliness;
using Entente.Analysis.Statistics;
using Entente.Store.Relating;
using Xunit;

namespace Entente.Tests.Analysis.Loneliness;

public sealed class LonelinessMeterTests
{
    private static readonly PeriodWindow Window = new(0, 0);

    private static ImmutableArray<Tie> Ties(params DyadCell[] cells)
    {
        var rows = Simulated.Rows(cells);
        return new TieFinder(new AffinityModel(new AffinityOptions { Repetition = 0 })).Find(rows, Simulated.Coverage(rows), Window);
    }

    /// <summary>Parties 0 and 1 are the group: 6 within, 2 + 2 + 4 beyond it with 2 of conflict; the others have 6 among themselves.</summary>
    private static ImmutableArray<Tie> Small() => Ties(
        Simulated.Cell(0, 1, 0, 6, 1), Simulated.Cell(0, 2, 0, 2, 0), Simulated.Cell(0, 3, 0, 2, 2), Simulated.Cell(1, 4, 0, 4, 0), Simulated.Cell(2, 3, 0, 6, 0));

    [Fact]
    public void The_figures_of_a_small_network_are_worked_out_by_hand()
    {
        var figures = new LonelinessMeter(Small(), [], 0.9).Measure(["P000", "P001"])!;
        Assert.Equal((8 - 6) / 14.0, figures.EIIndex.Value, 1e-12);
        Assert.Equal(8 / 20.0, figures.OutwardShare.Value, 1e-12);
        Assert.Equal((8 - 2) / 10.0, figures.Warmth.Value, 1e-12);
        // Shares 1/4, 1/4, 1/2: entropy 1.5 ln 2.
        Assert.Equal(Math.Pow(2, 1.5), figures.Partners.Value, 1e-12);
        Assert.Equal(1, new LonelinessMeter(Small(), [], 0.9).Measure(["P000"])!.EIIndex.Value);
        Assert.Null(new LonelinessMeter(Small(), [], 0.9).Measure(["XXX"]));
    }

    [Fact]
    public void Intervals_hold_the_figure_and_are_the_same_each_time()
    {
        var figures = new LonelinessMeter(Small(), [], 0.9).Measure(["P000", "P001"])!;
        foreach (var f in (Measured[])[figures.EIIndex, figures.OutwardShare, figures.Warmth, figures.Partners]) Assert.True(f.Low < f.Value && f.Value < f.High, $"{f}");
        Assert.Equal(figures.Partners, new LonelinessMeter(Small(), [], 0.9).Measure(["P001", "P000"])!.Partners);
        var wide = new LonelinessMeter(Small(), [], 0.99).Measure(["P000", "P001"])!.OutwardShare;
        Assert.True(wide.High - wide.Low > figures.OutwardShare.High - figures.OutwardShare.Low);
    }

    [Fact]
    public void Partners_won_and_lost_are_named()
    {
        var earlier = Ties(Simulated.Cell(0, 2, 0, 9, 0), Simulated.Cell(1, 5, 0, 9, 0), Simulated.Cell(0, 1, 0, 9, 0), Simulated.Cell(0, 6, 0, 1, 6));
        var now = Ties(Simulated.Cell(0, 2, 0, 9, 0), Simulated.Cell(1, 5, 0, 0, 9), Simulated.Cell(1, 6, 0, 9, 0), Simulated.Cell(3, 4, 0, 9, 0));
        var figures = new LonelinessMeter(now, earlier, 0.9).Measure(["P000", "P001"])!;
        Assert.Equal(["P006"], figures.Won);
        Assert.Equal(["P005"], figures.Lost);
    }

    [Fact]
    public void A_planted_lonely_group_ranks_low_and_a_like_one_in_the_middle()
    {
        var random = new SeededRandom(11);
        var cells = new List<DyadCell>();
        for (var i = 0; i < 40; i++)
        {
            for (var j = i + 1; j < 40; j++)
            {
                // The first three deal with one another instead of with the rest.
                var rate = i < 3 && j < 3 ? 8 : i < 3 ? 0.15 : 1;
                if (Simulated.Drawn(i, j, 0, rate, 0.7, ref random) is { } cell) cells.Add(cell);
            }
        }

        var meter = new LonelinessMeter(Ties([.. cells]), [], 0.9);
        var lonely = meter.Measure(["P000", "P001", "P002"])!;
        var usual = meter.Measure(["P020", "P021", "P022"])!;
        Assert.True(lonely is { EIIndex.Rank: < 0.05, OutwardShare.Rank: < 0.05, Partners.Rank: < 0.05, Compared: 200 }, $"{lonely}");
        Assert.True(lonely.Partners.High < lonely.Partners.Comparable);
        Assert.InRange(usual.OutwardShare.Rank, 0.05, 0.95);
    }

    [Fact]
    public void Without_comparable_actors_there_is_no_rank()
    {
        var figures = new LonelinessMeter(Ties(Simulated.Cell(0, 1, 0, 2, 1)), [], 0.9).Measure(["P000", "P001"])!;
        Assert.Equal(0, figures.Compared);
        Assert.True(double.IsNaN(figures.EIIndex.Rank));
        Assert.Equal(-1, figures.EIIndex.Value);
        Assert.Equal(0, figures.Partners.Value);
    }
}
