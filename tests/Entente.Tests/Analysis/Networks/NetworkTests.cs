using CsCheck;
using Entente.Analysis.Networks;
using Entente.Analysis.Statistics;
using Xunit;

namespace Entente.Tests.Analysis.Networks;

public sealed class NetworkTests
{
    internal static readonly Gen<SignedGraph> AnyGraph = Gen.Select(Gen.Int[0, 9], Gen.ULong).Select(Random);

    internal static SignedGraph Random(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        var ties = new List<(int, int, double)>();
        for (var i = 0; i < count; i++)
            for (var j = i + 1; j < count; j++)
                if (random.NextIndex(3) > 0) ties.Add((i, j, random.NextIndex(7) - 3));
        return SignedGraph.Of([.. Enumerable.Range(0, count).Select(i => $"A{i}")], ties);
    }

    [Fact]
    public void Published_values_of_the_tribes()
    {
        var tribes = GahukuGama.Tribes();
        Assert.Equal(0.8676471, Balance.Triangles(tribes).Share, 1e-6);
        Assert.Equal(68, Balance.Triangles(tribes).All);
        Assert.Equal(0.3575761, Balance.Walk(tribes), 1e-6);
        var frustration = Balance.Frustration(tribes);
        Assert.Equal(7, frustration.Weight);
        Assert.Equal(0.7586207, frustration.Index, 1e-6);
        Assert.True(frustration.Exact);
    }

    [Fact]
    public void Branch_and_bound_finds_what_trying_all_divisions_finds() => AnyGraph.Sample(graph =>
    {
        var least = double.PositiveInfinity;
        for (var sides = 0; sides < 1 << Math.Max(0, graph.Count - 1); sides++)
            least = Math.Min(least, FrustrationSearch.Weight(graph, [.. Enumerable.Range(0, graph.Count).Select(i => (sides >> i) & 1)]));
        var found = Balance.Frustration(graph, restarts: 1);
        Assert.Equal(least, found.Weight);
        Assert.True(found.Exact);
        Assert.Equal(found.Weight, FrustrationSearch.Weight(graph, found.Sides.AsSpan()));
        int[] start = new int[graph.Count];
        Assert.True(FrustrationSearch.Exact(graph, start));
        Assert.Equal(least, FrustrationSearch.Weight(graph, start));
    }, iter: 300);

    [Fact]
    public void Thirty_actors_are_solved_exactly_and_more_are_said_not_to_be()
    {
        Assert.True(Balance.Frustration(Random(30, 5)).Exact);
        Assert.False(Balance.Frustration(Random(31, 5)).Exact);
    }

    [Fact]
    public void Two_camps_are_perfectly_balanced() => Gen.Int[0, 1].Array[3, 40].Sample(sides =>
    {
        var graph = SignedGraph.Of([.. sides.Select((_, i) => $"{i}")],
            from i in Enumerable.Range(0, sides.Length) from j in Enumerable.Range(0, i) select (i, j, sides[i] == sides[j] ? 1.0 : -1.0));
        Assert.Equal(1, Balance.Triangles(graph).Share);
        Assert.Equal(1, Balance.Walk(graph), 1e-9);
        Assert.Equal(0, Balance.Frustration(graph).Weight);
        Assert.Equal(0, Balance.Frustration(graph).Sides[0]);
    }, iter: 50);

    [Fact]
    public void Networks_without_anything_are_no_fault()
    {
        var nobody = SignedGraph.Of([], []);
        Assert.True(double.IsNaN(Balance.Triangles(nobody).Share));
        Assert.True(double.IsNaN(Balance.Walk(nobody)));
        Assert.True(double.IsNaN(Balance.Frustration(nobody).Index));
        var strangers = SignedGraph.Of(["A", "B"], []);
        Assert.Equal(1, Balance.Walk(strangers));
        Assert.Equal(0, Balance.Frustration(strangers).Weight);
        Assert.Equal(1, Balance.Walk(SignedGraph.Of([("A", "B", 5000)])), 1e-9);
    }

    [Fact]
    public void Ties_add_up_and_wrong_ones_are_refused()
    {
        var graph = SignedGraph.Of([("A", "B", 1), ("B", "A", 2), ("C", "B", -1)]);
        Assert.Equal(["A", "B", "C"], graph.Names);
        Assert.Equal((3, 3, -1), (graph[0, 1], graph[1, 0], graph[1, 2]));
        Assert.Equal([(0, 1, 3), (1, 2, -1)], graph.Ties);
        Assert.Equal((2, -1), (graph.IndexOf("C"), graph.IndexOf("c")));
        Assert.Throws<ArgumentException>(() => SignedGraph.Of([("A", "A", 1)]));
        Assert.Throws<ArgumentException>(() => SignedGraph.Of([("A", "B", double.NaN)]));
        Assert.Throws<ArgumentException>(() => SignedGraph.Of(["A", "A"], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => SignedGraph.Of(["A"], [(0, 1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph[0, 3]);
    }

    [Fact]
    public void The_E_I_index_of_a_bridge()
    {
        var graph = SignedGraph.Of([("A", "B", 3), ("B", "C", 1), ("C", "D", 2), ("A", "D", -4)]);
        var index = EIIndex.Of(graph, [0, 0, 1, 1]);
        Assert.Equal((1 - 5) / 6.0, index.Whole, 1e-12);
        Assert.Equal([(1 - 3) / 4.0, (1 - 2) / 3.0], index.Groups);
        Assert.Equal([-1, (1 - 3) / 4.0, (1 - 2) / 3.0, -1], index.Actors);
        Assert.Equal(1, EIIndex.Of(graph, [0, 0, 1, 1], TieKind.Negative).Whole);
        Assert.Equal(0, EIIndex.Of(graph, [0, 0, 1, 1], TieKind.All).Whole);
        Assert.True(double.IsNaN(EIIndex.Of(graph, [0, -1, -1, -1]).Whole));
        Assert.Empty(EIIndex.Of(SignedGraph.Of([], []), []).Groups);
        Assert.Throws<ArgumentException>(() => EIIndex.Of(graph, [0]));
    }
}
