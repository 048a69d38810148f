using System.Collections.Immutable;
using Entente.Analysis.Statistics;

namespace Entente.Analysis.Networks;

/// <summary>Local search for a partition into a number of factions none of which is empty.</summary>
internal sealed class FactionSearch
{
    private const double Improvement = 1e-9;

    private readonly SignedGraph graph;
    private readonly int factions;
    private readonly int[] actors;
    private readonly int[] members;
    private readonly int[] sizes;

    /// <summary>What an actor's ties with a faction cost it if it is in it, less what they cost if it is not.</summary>
    private readonly double[] inside;

    private readonly double alpha;

    public FactionSearch(SignedGraph graph, int factions, double alpha)
    {
        (this.graph, this.factions, this.alpha) = (graph, factions, alpha);
        actors = [.. Enumerable.Range(0, graph.Count).Where(graph.IsTied)];
        (members, sizes, inside) = (new int[graph.Count], new int[factions], new double[graph.Count * factions]);
    }

    /// <summary>Searches from a partition with fewer factions, or from a random one, until neither a move nor an exchange helps.</summary>
    public int[] Descend(ImmutableArray<int>? fewer, ref SeededRandom random)
    {
        Begin(fewer, ref random);
        while (Move() || Exchange())
        {
        }

        return [.. members];
    }

    private void Begin(ImmutableArray<int>? fewer, ref SeededRandom random)
    {
        Array.Fill(members, -1);
        random.Shuffle<int>(actors);
        for (var i = 0; i < actors.Length; i++)
        {
            // The first actors of the random order fill each faction.
            members[actors[i]] = i < factions ? i : random.NextIndex(factions);
            if (fewer is { } start) members[actors[i]] = start[actors[i]];
        }

        Array.Clear(sizes);
        foreach (var i in actors) sizes[members[i]]++;
        Fill();
        Array.Clear(inside);
        foreach (var i in actors)
            foreach (var j in actors) inside[(i * factions) + members[j]] += Cost(graph[i, j]);
    }

    /// <summary>Gives each empty faction an actor of one that has several.</summary>
    private void Fill()
    {
        for (var g = 0; g < factions; g++)
        {
            if (sizes[g] > 0) continue;
            var mover = Array.Find(actors, i => sizes[members[i]] > 1);
            sizes[members[mover]]--;
            members[mover] = g;
            sizes[g]++;
        }
    }

    /// <summary>A negative tie costs within, a positive one between.</summary>
    private double Cost(double weight) => weight < 0 ? -alpha * weight : -(1 - alpha) * weight;

    private bool Move()
    {
        var any = false;
        foreach (var i in actors)
        {
            var (from, best) = (members[i], members[i]);
            if (sizes[from] == 1) continue;
            for (var g = 0; g < factions; g++)
                if (Inside(i, g) < Inside(i, best) - Improvement) best = g;
            if (best == from) continue;
            Put(i, best);
            any = true;
        }

        return any;
    }

    private bool Exchange()
    {
        for (var a = 0; a < actors.Length; a++)
        {
            for (var b = a + 1; b < actors.Length; b++)
            {
                var (i, j) = (actors[a], actors[b]);
                var (g, h) = (members[i], members[j]);
                if (g == h) continue;
                // Their own tie stays between two factions, but both sums count it as if it came within.
                var change = Inside(i, h) - Inside(i, g) + Inside(j, g) - Inside(j, h) - (2 * Cost(graph[i, j]));
                if (change >= -Improvement) continue;
                Put(i, h);
                Put(j, g);
                return true;
            }
        }

        return false;
    }

    private double Inside(int actor, int faction) => inside[(actor * factions) + faction];

    private void Put(int actor, int faction)
    {
        var from = members[actor];
        members[actor] = faction;
        sizes[from]--;
        sizes[faction]++;
        var row = graph.Row(actor);
        for (var j = 0; j < row.Length; j++)
        {
            if (row[j] == 0) continue;
            var cost = Cost(row[j]);
            inside[(j * factions) + from] -= cost;
            inside[(j * factions) + faction] += cost;
        }
    }
}
