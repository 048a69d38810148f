using CsCheck;
using Entente.Analysis.Networks;
using Entente.Analysis.Statistics;
using Xunit;

namespace Entente.Tests.Analysis.Networks;

public sealed class FactionsTests
{
    private static readonly int[] Published = [3, 3, 2, 2, 1, 2, 2, 2, 1, 1, 2, 2, 1, 1, 3, 3];

    [Fact]
    public void The_tribes_fall_into_the_three_published_factions()
    {
        var tribes = GahukuGama.Tribes();
        var found = Factions.Find(tribes).Chosen;
        Assert.Equal(3, found.Factions);
        // signnet counts each tie in both directions: 2.
        Assert.Equal(1, found.Criterion);
        Assert.Equal(1, Factions.Criterion(tribes, Published));
        for (var i = 0; i < 16; i++)
            for (var j = 0; j < 16; j++) Assert.Equal(Published[i] == Published[j], found.Members[i] == found.Members[j]);
        Assert.Equal(7 / 2.0, Factions.Partition(tribes, 2).Criterion);
    }

    [Fact]
    public void Small_networks_are_divided_as_well_as_can_be() => Gen.Select(NetworkTests.AnyGraph, Gen.Int[1, 3], Gen.Double[0, 1]).Sample((graph, k, alpha) =>
    {
        int[] tied = [.. Enumerable.Range(0, graph.Count).Where(graph.IsTied)];
        if (tied.Length < k || tied.Length > 7) return;
        var least = double.PositiveInfinity;
        for (var code = 0; code < Math.Pow(k, tied.Length); code++)
        {
            int[] members = [.. Enumerable.Repeat(-1, graph.Count)];
            for (var (i, rest) = (0, code); i < tied.Length; i++, rest /= k) members[tied[i]] = rest % k;
            if (tied.Select(i => members[i]).Distinct().Count() == k) least = Math.Min(least, Factions.Criterion(graph, members, alpha));
        }

        var found = Factions.Partition(graph, k, new FactionOptions { Alpha = alpha });
        Assert.Equal(least, found.Criterion, 1e-9);
        Assert.Equal(found.Criterion, Factions.Criterion(graph, found.Members.AsSpan(), alpha), 1e-9);
        Assert.Equal(Enumerable.Range(0, k), found.Members.Where(m => m >= 0).Distinct().Order());
    }, iter: 150);

    [Fact]
    public void Friends_are_one_faction_and_strangers_none()
    {
        Assert.Equal(1, Factions.Find(SignedGraph.Of([("A", "B", 1), ("B", "C", 2)])).Chosen.Factions);
        Assert.Equal([0, 1], Factions.Find(SignedGraph.Of([("A", "B", -1)])).Chosen.Members);
        var strangers = Factions.Find(SignedGraph.Of(["A", "B"], []));
        Assert.Equal((0, 0), (strangers.Chosen.Factions, strangers.Tried.Length));
        Assert.Equal([-1, -1], strangers.Chosen.Members);
        Assert.Equal([0, -1, 0], Factions.Find(SignedGraph.Of(["A", "B", "C"], [(0, 2, 1)])).Chosen.Members);
        Assert.Equal(0, Factions.Find(SignedGraph.Of([], [])).Chosen.Factions);
    }

    [Fact]
    public void Wrong_options_are_refused()
    {
        var graph = SignedGraph.Of([("A", "B", -1)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Factions.Partition(graph, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Factions.Partition(graph, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Factions.Find(graph, new FactionOptions { Alpha = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Factions.Find(graph, new FactionOptions { Most = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Factions.Find(graph, new FactionOptions { Restarts = 0 }));
        Assert.Throws<ArgumentException>(() => Factions.Criterion(graph, [0]));
    }

    [Fact]
    public void An_actor_between_the_camps_is_seen_as_such()
    {
        var camps = SignedGraph.Of(
        [
            ("A", "B", 4), ("A", "C", 4), ("B", "C", 4), ("D", "E", 4), ("D", "F", 4), ("E", "F", 4), ("A", "D", -4), ("B", "E", -4), ("C", "F", -4),
            ("X", "A", 2), ("X", "D", 2.1),
        ]);
        var stability = FactionStability.Measure(camps, 200, i => Shaken(camps, (ulong)i));
        Assert.Equal(200, stability.Resamples);
        Assert.InRange(stability.Together(camps.IndexOf("A"), camps.IndexOf("B")), 0.9, 1);
        Assert.InRange(stability.Together(camps.IndexOf("A"), camps.IndexOf("D")), 0, 0.1);
        var (firm, between) = (stability.Places[camps.IndexOf("B")], stability.Places[camps.IndexOf("X")]);
        Assert.True(firm.Support > 0.8 && firm.InBetween < 0.2 && firm.PositiveAtHome == 1, $"{firm}");
        Assert.True(between.InBetween > 0.6, $"{between}");
        Assert.Equal(2.1 / 4.1, between.PositiveAtHome, 1e-12);
        Assert.NotEqual(between.Home, between.Rival);
        Assert.All(stability.Places, p => Assert.InRange(p.InBetween, 0, 1));
    }

    [Fact]
    public void Without_resamples_nothing_is_known()
    {
        var graph = SignedGraph.Of(["A", "B", "C"], [(0, 1, -1)]);
        var stability = FactionStability.Measure(graph, []);
        Assert.True(double.IsNaN(stability.Together(0, 1)));
        Assert.Equal(new ActorPlace(2, -1, double.NaN, double.NaN, -1, double.NaN), stability.Places[2]);
        Assert.Throws<ArgumentException>(() => FactionStability.Measure(graph, [SignedGraph.Of([("X", "Y", 1)])]));
    }

    private static SignedGraph Shaken(SignedGraph graph, ulong seed)
    {
        var random = new SeededRandom(seed);
        var ties = new List<(int, int, double)>();
        foreach (var (i, j, w) in graph.Ties) ties.Add((i, j, Math.Sign(w) * Draws.Poisson(Math.Abs(w), ref random)));
        return SignedGraph.Of(graph.Names, ties);
    }
}
