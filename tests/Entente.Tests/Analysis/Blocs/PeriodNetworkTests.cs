using Entente.Analysis.Affinity;
using Entente.Analysis.Blocs;
using Entente.Analysis.Networks;
using Entente.Analysis.Statistics;
using Entente.Store.Relating;
using Xunit;

namespace Entente.Tests.Analysis.Blocs;

public sealed class PeriodNetworkTests
{
    private static readonly TieFinder Finder = new(new AffinityModel(new AffinityOptions()));

    [Fact]
    public void Two_planted_camps_are_two_factions_of_high_support()
    {
        var random = new SeededRandom(5);
        var cells = new List<DyadCell>();
        for (var i = 0; i < 12; i++)
            for (var j = i + 1; j < 12; j++)
                for (var p = 0; p < 12; p++)
                    if (Simulated.Drawn(i, j, p, 0.8, i % 2 == j % 2 ? 0.85 : 0.15, ref random) is { } cell) cells.Add(cell);
        var rows = Simulated.Rows(cells);
        var network = PeriodNetwork.Of(Finder.Find(rows, Simulated.Coverage(rows), new PeriodWindow(0, 11)));
        var stability = FactionStability.Measure(network.Graph, network.Resamples(50, 1));
        Assert.Equal(2, stability.Factions.Factions);
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(stability.Places[i % 2].Home, stability.Places[i].Home);
            Assert.True(stability.Places[i].Support > 0.9, $"{stability.Places[i]}");
        }

        Assert.Equal(network.Resamples(3, 9).Select(g => g.Ties.ToList()), network.Resamples(3, 9).Select(g => g.Ties.ToList()));
    }

    [Fact]
    public void Ties_without_a_sure_sign_are_none_and_the_past_is_but_a_prior()
    {
        var rows = Simulated.Rows([Simulated.Cell(0, 1, 20, 9, 0), Simulated.Cell(0, 2, 20, 3, 3), Simulated.Cell(1, 2, 20, 0, 9), Simulated.Cell(1, 3, 2, 9, 0), Simulated.Cell(2, 3, 30, 9, 0)]);
        var ties = Finder.Find(rows, Simulated.Even(0, 30), new PeriodWindow(13, 24));
        // What lies wholly before or after the window makes no tie.
        Assert.Equal([("P000", "P001", 1), ("P000", "P002", 0), ("P001", "P002", -1)], ties.Select(t => (t.One, t.Other, t.Sign)));
        var network = PeriodNetwork.Of(ties);
        Assert.Equal(2, network.Graph.Ties.Count());
        Assert.Equal(3, network.Ties.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => PeriodNetwork.Of(ties, 1));
    }

    [Fact]
    public void The_busiest_parties_are_kept_and_those_asked_for()
    {
        var rows = Simulated.Rows([Simulated.Cell(0, 1, 1, 9, 0), Simulated.Cell(1, 2, 1, 5, 0), Simulated.Cell(2, 3, 1, 2, 0), Simulated.Cell(3, 4, 1, 1, 0)]);
        var ties = Finder.Find(rows, Simulated.Coverage(rows), new PeriodWindow(0, 1));
        Assert.Equal(["P000", "P001"], PeriodNetwork.Of(ties, 2).Graph.Names);
        Assert.Equal(["P001", "P004"], PeriodNetwork.Of(ties, 2, ["P004"]).Graph.Names);
    }
}
