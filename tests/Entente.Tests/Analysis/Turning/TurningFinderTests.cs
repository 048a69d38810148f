using System.Collections.Immutable;
using Entente.Analysis;
using Entente.Analysis.Series;
using Entente.Analysis.Statistics;
using Entente.Analysis.Turning;
using Entente.Store.Relating;
using Xunit;

namespace Entente.Tests.Analysis.Turning;

public sealed class TurningFinderTests
{
    private const int Turn = 40;

    /// <summary>A dyad of a record of 80 periods: good and bad events a period of the dyad, and those of all others, which are drawn.</summary>
    private static DyadSeries Series(ulong seed, Func<int, (double Good, double Bad)> dyad, Func<int, double> others)
    {
        var random = new SeededRandom(seed);
        var cells = new List<DyadCell>();
        for (var p = 0; p < 80; p++)
        {
            var (good, bad) = dyad(p);
            cells.Add(Simulated.Cell(0, 1, p, Draws.Poisson(good, ref random), Draws.Poisson(bad, ref random)));
            cells.Add(Simulated.Cell(2, 3, p, 1 + Draws.Poisson(others(p), ref random), 0));
        }

        var rows = Simulated.Rows(cells.Where(c => c.Events > 0));
        return SeriesBuilder.Build(rows, Simulated.Coverage(rows), PeriodUnit.Month, false)[0];
    }

    private static ImmutableArray<DyadTurningPoint> Sure(DyadSeries series, params SourceCell[] sources) =>
        [.. new TurningFinder(new SourceShifts([.. sources])).Find([series]).Where(t => t.Probability >= 0.5)];

    [Fact]
    public void A_change_of_level_is_found_at_its_date() => Assert.All(Enumerable.Range(1, 5), seed =>
    {
        var found = Sure(Series((ulong)seed, p => p < Turn ? (8, 2) : (2, 8), _ => 200))[0];
        Assert.InRange(found.Period, Turn - 1, Turn + 1);
        Assert.True(found.Level!.Before > 0.5 && found.Level.After < -0.5, $"{found.Level}");
        Assert.False(found.SourcesChanged);
    });

    [Fact]
    public void A_change_of_volume_is_found_at_its_date() => Assert.All(Enumerable.Range(1, 5), seed =>
    {
        var found = Sure(Series((ulong)seed, p => p < Turn ? (3, 3) : (12, 12), _ => 300))[0];
        Assert.InRange(found.Period, Turn - 1, Turn + 1);
        Assert.NotNull(found.Volume);
        Assert.InRange(found.Volume.Before, 0.01, 0.03);
        Assert.InRange(found.Volume.After, 0.05, 0.1);
    });

    [Fact]
    public void When_all_news_falls_to_a_tenth_no_volume_turns()
    {
        var found = Enumerable.Range(1, 10).SelectMany(seed => Sure(Series((ulong)seed, p => p < Turn ? (20, 20) : (2, 2), p => p < Turn ? 400 : 40))).Where(t => t.Volume is { Probability: >= 0.5 }).ToList();
        Assert.True(found.Count <= 1, string.Join("; ", found.Select(f => f.Volume)));
    }

    [Fact]
    public void A_friendly_dyad_of_which_less_is_heard_does_not_turn_apart()
    {
        var found = Enumerable.Range(1, 40).SelectMany(seed => Sure(Series((ulong)seed, p => p < Turn ? (18, 2) : (1.8, 0.2), p => p < Turn ? 400 : 40))).Count(t => t.Level is { Probability: >= 0.5 });
        Assert.True(found <= 4, $"{found} of 40");
    }

    [Fact]
    public void A_dyad_far_from_its_mean_does_not_turn_with_the_news()
    {
        var found = Sure(Series(4, p => p < 30 ? (2, 2) : p < 55 ? (20, 20) : (4, 4), p => p < 55 ? 300 : 60)).Where(t => t.Volume is not null).ToList();
        Assert.InRange(Assert.Single(found).Period, 29, 31);
    }

    [Fact]
    public void Other_sources_are_flagged()
    {
        var series = Series(1, p => p < Turn ? (8, 2) : (2, 8), _ => 200);
        SourceCell[] other = [.. Enumerable.Range(0, 80).Select(p => new SourceCell(p, p < Turn ? "A" : "B", 50))];
        SourceCell[] same = [.. Enumerable.Range(0, 80).SelectMany(p => (SourceCell[])[new(p, "A", 30 + (p % 3)), new(p, "B", 20)])];
        Assert.True(Sure(series, other)[0].SourcesChanged);
        Assert.False(Sure(series, same)[0].SourcesChanged);
    }

    [Fact]
    public void The_distance_of_mixtures_is_that_of_Jensen_and_Shannon()
    {
        Dictionary<string, double> Mixture(params (string, double)[] parts) => parts.ToDictionary(p => p.Item1, p => p.Item2);
        Assert.Equal(1, SourceShifts.Distance(Mixture(("A", 3)), Mixture(("B", 9))), 1e-12);
        Assert.Equal(0, SourceShifts.Distance(Mixture(("A", 1), ("B", 2)), Mixture(("A", 10), ("B", 20))), 1e-7);
        Assert.Equal(0, SourceShifts.Distance(Mixture(), Mixture(("A", 1))));
        // Half A and half B against A alone: the middle is 3/4 and 1/4, the divergence 0.3113 bits.
        Assert.Equal(Math.Sqrt(0.311278124459), SourceShifts.Distance(Mixture(("A", 1), ("B", 1)), Mixture(("A", 1))), 1e-9);
    }

    [Fact]
    public void A_steady_dyad_and_one_of_few_periods_do_not_turn()
    {
        var found = Enumerable.Range(1, 40).Select(seed => Sure(Series((ulong)seed, _ => (5, 5), _ => 200))).ToList();
        var (levels, volumes) = (found.Count(f => f.Any(t => t.Level is { Probability: >= 0.5 })), found.Count(f => f.Any(t => t.Volume is { Probability: >= 0.5 })));
        Assert.True(levels <= 2 && volumes <= 2, $"{levels} and {volumes} of 40");
        Assert.Empty(new TurningFinder(new SourceShifts([])).Find([Series(3, p => p > 73 ? (50, 0) : (0, 0), _ => 200)]));
    }
}
