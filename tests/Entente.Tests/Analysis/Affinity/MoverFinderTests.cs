using Entente.Analysis.Affinity;
using Entente.Analysis.Statistics;
using Entente.Store.Relating;
using Xunit;

namespace Entente.Tests.Analysis.Affinity;

public sealed class MoverFinderTests
{
    private static readonly PeriodWindow Before = new(12, 23);
    private static readonly PeriodWindow After = new(24, 35);
    private static readonly MoverFinder Finder = new(new AffinityModel(new AffinityOptions { Repetition = 0 }));

    /// <summary>Dyads whose share of cooperation is drawn once, and of which every so-manieth turns to the other side at the second window.</summary>
    private static (DyadRows Rows, HashSet<string> Turned) Record(ulong seed, int dyads, int every)
    {
        var random = new SeededRandom(seed);
        var (cells, turned) = (new List<DyadCell>(), new HashSet<string>(StringComparer.Ordinal));
        for (var d = 0; d < dyads; d++)
        {
            var share = Simulated.Beta(2, 2, ref random);
            if (every > 0 && d % every == 0)
            {
                share = d % (2 * every) == 0 ? 0.15 : 0.85;
                turned.Add(Simulated.Name(d));
            }

            var rate = 0.3 + (2 * random.NextDouble());
            for (var p = 0; p < 36; p++)
                if (Simulated.Drawn(d, 500 + d, p, rate, every > 0 && d % every == 0 && p >= 24 ? 1 - share : share, ref random) is { } cell) cells.Add(cell);
        }

        return (Simulated.Rows(cells), turned);
    }

    [Fact]
    public void Where_nobody_moved_hardly_anybody_is_accepted()
    {
        var (accepted, all) = (0, 0);
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var (rows, _) = Record(seed, 200, 0);
            var movers = Finder.Find(rows, Simulated.Coverage(rows), Before, After);
            (accepted, all) = (accepted + movers.Count(m => m.Accepted), all + movers.Length);
        }

        Assert.True(accepted <= all / 200, $"{accepted} of {all}");
    }

    [Fact]
    public void Of_the_accepted_few_are_wrong_and_most_that_turned_are_among_them()
    {
        var (wrong, accepted, found, real) = (0, 0, 0, 0);
        for (var seed = 1UL; seed <= 10; seed++)
        {
            var (rows, turned) = Record(seed, 200, 8);
            var sure = Finder.Find(rows, Simulated.Coverage(rows), Before, After).Where(m => m.Accepted).ToList();
            wrong += sure.Count(m => !turned.Contains(m.One));
            found += sure.Count(m => turned.Contains(m.One) && m.Rose >= 0.5 == (int.Parse(m.One.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) % 16 == 0));
            (accepted, real) = (accepted + sure.Count, real + turned.Count);
        }

        Assert.True(wrong <= 0.1 * accepted, $"{wrong} of {accepted}");
        Assert.True(found >= 0.6 * real, $"{found} of {real}");
    }

    [Fact]
    public void A_change_is_the_same_whoever_is_named_first()
    {
        DyadCell[] cells = [Simulated.Cell(0, 1, 13, 9, 1), Simulated.Cell(0, 1, 30, 2, 7), Simulated.Cell(2, 3, 14, 3, 3), Simulated.Cell(2, 3, 29, 3, 3)];
        var (one, other) = (Simulated.Rows(cells), Simulated.Rows(cells.Select(c => c with { One = c.Other, Other = c.One })));
        var (a, b) = (Finder.Find(one, Simulated.Coverage(one), Before, After), Finder.Find(other, Simulated.Coverage(other), Before, After));
        Assert.Equal(a.Select(m => m with { One = m.Other, Other = m.One }), b);
        Assert.Equal(("P000", "P001"), (a[0].One, a[0].Other));
        Assert.True(a[0].Rose < 0.05 && a[0].Change.High < 0 && a[0].Events == (10, 9));
        Assert.Equal(0.5, a[1].Rose, 1e-9);
    }

    [Fact]
    public void A_reversal_is_sure_even_where_all_events_are_of_one_kind()
    {
        var finder = new MoverFinder(new AffinityModel(new AffinityOptions { PriorStrength = 1 }));
        var rows = Simulated.Rows([.. Enumerable.Range(12, 24).Select(p => Simulated.Cell(0, 1, p, p < 24 ? 1 : 0, p < 24 ? 0 : 1))]);
        // Of Beta(12.5, 0.5) and Beta(0.5, 12.5) drawn anew, not one in a million is the other way round.
        Assert.InRange(Assert.Single(finder.Find(rows, Simulated.Even(0, 35), Before, After)).Rose, 0, 1e-6);
    }

    [Fact]
    public void A_single_event_moves_little_and_what_lies_outside_both_windows_is_no_change()
    {
        var rows = Simulated.Rows([.. Enumerable.Range(0, 24).Select(p => Simulated.Cell(0, 1, p, 5, 1)), Simulated.Cell(0, 1, 30, 0, 1), Simulated.Cell(2, 3, 5, 0, 9), Simulated.Cell(2, 3, 36, 9, 0)]);
        var mover = Assert.Single(Finder.Find(rows, Simulated.Coverage(rows), Before, After));
        Assert.InRange(mover.Change.Mean, -0.3, 0);
        Assert.False(mover.Accepted);
        Assert.Empty(Finder.Find(Simulated.Rows([]), [], Before, After));
    }
}
