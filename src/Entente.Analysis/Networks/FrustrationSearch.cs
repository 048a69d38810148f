using Entente.Analysis.Statistics;

namespace Entente.Analysis.Networks;

/// <summary>Searches the division into two sides with the least frustration.</summary>
internal static class FrustrationSearch
{
    private const int MostActors = 30;

    private const long MostSteps = 10_000_000;

    /// <summary>The frustration of a division.</summary>
    public static double Weight(SignedGraph graph, ReadOnlySpan<int> sides)
    {
        var weight = 0.0;
        foreach (var (i, j, tie) in graph.Ties)
            if (tie > 0 != (sides[i] == sides[j])) weight += Math.Abs(tie);
        return weight;
    }

    /// <summary>The best of descents from random divisions: each moves the actor that helps most until none helps.</summary>
    public static int[] Local(SignedGraph graph, int restarts, ref SeededRandom random)
    {
        var count = graph.Count;
        var (best, least) = (new int[count], double.PositiveInfinity);
        var (sides, gains) = (new int[count], new double[count]);
        for (var restart = 0; restart < restarts; restart++)
        {
            // The first start has all on one side, so that a network without enmity needs no luck.
            for (var i = 0; i < count; i++) sides[i] = restart == 0 ? 0 : random.NextIndex(2);
            Descend(graph, sides, gains);
            var weight = Weight(graph, sides);
            if (weight >= least) continue;
            least = weight;
            sides.CopyTo(best, 0);
        }

        return best;
    }

    /// <summary>
    /// Improves a division to the best one. Actors are placed one by one; a branch is left when what it already contradicts, what each
    /// actor still to be placed will contradict at least, and what those contradict among themselves at least are no less than the best
    /// known. The last is known because the problems of the last 2, 3, … actors are solved first (Russian doll search, Verfaillie,
    /// Lemaître and Schiex 1996).
    /// </summary>
    /// <returns>False, with the division as it was, where there are too many actors or steps.</returns>
    public static bool Exact(SignedGraph graph, int[] sides)
    {
        var order = Order(graph);
        if (order.Length > MostActors) return false;
        var search = new Branching(graph, order);
        var found = search.Solve(Weight(graph, sides), MostSteps);
        if (found is null) return false;
        if (found.Length > 0)
            for (var i = 0; i < order.Length; i++) sides[order[i]] = found[i];
        return true;
    }

    private static void Descend(SignedGraph graph, int[] sides, double[] gains)
    {
        for (var i = 0; i < gains.Length; i++)
        {
            gains[i] = 0;
            var row = graph.Row(i);
            // Moving an actor makes good what it contradicts now and contradicts what it agrees with.
            for (var j = 0; j < row.Length; j++) gains[i] += sides[i] == sides[j] ? -row[j] : row[j];
        }

        while (gains.Length > 0)
        {
            var mover = 0;
            for (var i = 1; i < gains.Length; i++)
                if (gains[i] > gains[mover]) mover = i;
            if (gains[mover] <= 1e-12) return;
            sides[mover] = 1 - sides[mover];
            gains[mover] = -gains[mover];
            var row = graph.Row(mover);
            for (var j = 0; j < row.Length; j++) gains[j] += sides[mover] == sides[j] ? -2 * row[j] : 2 * row[j];
        }
    }

    /// <summary>Actors with ties, those with the strongest ties first: they decide most.</summary>
    private static int[] Order(SignedGraph graph) =>
        [.. Enumerable.Range(0, graph.Count).Where(graph.IsTied).OrderByDescending(i => graph.Row(i).ToArray().Sum(Math.Abs))];

    /// <summary>The search for one network; holds the state of the branch it is in.</summary>
    private sealed class Branching
    {
        private readonly int count;
        private readonly double[] weights;
        private readonly double[] least;
        private readonly double[] costs;
        private readonly int[] sides;
        private int[] best = [];
        private double bound;
        private long steps;

        public Branching(SignedGraph graph, int[] order)
        {
            count = order.Length;
            (weights, sides) = (new double[count * count], new int[count]);
            (least, costs) = (new double[count + 1], new double[(count + 1) * count * 2]);
            for (var i = 0; i < count; i++)
                for (var j = 0; j < count; j++) weights[(i * count) + j] = graph[order[i], order[j]];
        }

        /// <summary>The best division if it is below the weight that is known, empty if none is, null if the steps do not suffice.</summary>
        public int[]? Solve(double known, long most)
        {
            steps = most;
            for (var first = count - 2; first >= 0; first--)
            {
                // For the last actors alone: no more than for one fewer and all the ties of the new one.
                bound = first == 0 ? known : least[first + 1] + Ties(first);
                bound += 1e-9;
                best = [];
                Clear(first);
                sides[first] = 0;
                Spread(first, 0);
                if (!Place(first + 1, first, 0)) return null;
                least[first] = bound - (best.Length == 0 ? 1e-9 : 0);
            }

            return best;
        }

        private double Ties(int first)
        {
            var sum = 0.0;
            for (var j = first + 1; j < count; j++) sum += Math.Abs(weights[(first * count) + j]);
            return sum;
        }

        private void Clear(int first) => costs.AsSpan(first * count * 2, count * 2).Clear();

        /// <summary>Places the actor <paramref name="next"/> and those after it.</summary>
        private bool Place(int next, int first, double cost)
        {
            if (--steps < 0) return false;
            if (next == count)
            {
                if (cost >= bound - 1e-9) return true;
                bound = cost;
                best = [.. sides];
                return true;
            }

            var here = costs.AsSpan(next * count * 2, count * 2);
            var rest = least[next];
            for (var j = next; j < count; j++) rest += Math.Min(here[2 * j], here[(2 * j) + 1]);
            if (cost + rest >= bound - 1e-9) return true;
            var cheap = here[2 * next] <= here[(2 * next) + 1] ? 0 : 1;
            for (var turn = 0; turn < 2; turn++)
            {
                sides[next] = turn == 0 ? cheap : 1 - cheap;
                Spread(next, sides[next]);
                if (!Place(next + 1, first, cost + here[(2 * next) + sides[next]])) return false;
            }

            return true;
        }

        /// <summary>What each later actor would contradict on either side, after this one is placed.</summary>
        private void Spread(int placed, int side)
        {
            var from = costs.AsSpan(placed * count * 2, count * 2);
            var to = costs.AsSpan((placed + 1) * count * 2, count * 2);
            for (var j = placed + 1; j < count; j++)
            {
                var weight = weights[(placed * count) + j];
                to[2 * j] = from[2 * j];
                to[(2 * j) + 1] = from[(2 * j) + 1];
                // A friend on the other side or an enemy on the same.
                to[(2 * j) + (weight > 0 ? 1 - side : side)] += Math.Abs(weight);
            }
        }
    }
}
