namespace Entente.Language.Neural;

/// <summary>
/// Finds the best tree with one word under the root: each word's best head where that is a tree already, else the algorithm of Chu, Liu
/// and Edmonds, in time and room that grow with the square of the sentence. Arcs from the root are made so dear that the best tree has
/// only one (Zmigrod, Vieira and Cotterell 2020). One thread each.
/// </summary>
internal sealed class TreeDecoder
{
    private const double RootPrice = 1e9;

    private readonly Stack<Merge> merges = new();
    private double[] work = [];
    private int[] enter = [];
    private int[] marks = [];
    private int[] arcs = [];
    private bool[] isAlive = [];
    private bool[] isInCycle = [];
    private int size;

    /// <summary>Writes the heads (0 for the root) of words 1 to <paramref name="count"/>.</summary>
    /// <param name="scores">Row dependent − 1, column head.</param>
    /// <param name="stride">Distance of the rows.</param>
    /// <param name="count">Number of words.</param>
    /// <param name="heads">At least count + 1 long.</param>
    public void Decode(ReadOnlySpan<float> scores, int stride, int count, Span<int> heads)
    {
        size = count + 1;
        Reserve();
        Greedy(scores, stride, heads);
        if (HasOneRoot(heads) && FindCycle(heads) == 0) return;
        Load(scores, stride);
        for (var d = 1; d < size; d++) heads[d] = Best(d);
        for (int on; (on = FindCycle(heads)) != 0;) Contract(heads, on);
        Expand(heads);
    }

    private void Reserve()
    {
        if (marks.Length >= size) return;
        var room = size * 2;
        (marks, arcs, isAlive, isInCycle) = (new int[room], new int[room], new bool[room], new bool[room]);
    }

    private void Greedy(ReadOnlySpan<float> scores, int stride, Span<int> heads)
    {
        isAlive.AsSpan(0, size).Fill(true);
        for (var d = 1; d < size; d++)
        {
            var row = scores.Slice((d - 1) * stride, size);
            var best = 0;
            for (var h = 1; h < size; h++)
                if (h != d && row[h] > row[best])
                    best = h;
            heads[d] = best;
        }
    }

    private bool HasOneRoot(ReadOnlySpan<int> heads)
    {
        var root = heads[1..size].IndexOf(0);
        return root >= 0 && heads[(root + 2)..size].IndexOf(0) < 0;
    }

    private void Load(ReadOnlySpan<float> scores, int stride)
    {
        if (work.Length < size * size) (work, enter) = (new double[size * size], new int[size * size]);
        for (var d = 1; d < size; d++)
            for (var h = 0; h < size; h++)
            {
                var score = scores[(d - 1) * stride + h];
                work[d * size + h] = h == d || float.IsNaN(score) ? double.NegativeInfinity : h == 0 ? score - RootPrice : score;
                enter[d * size + h] = d * size + h;
            }
    }

    private int Best(int d)
    {
        var row = work.AsSpan(d * size, size);
        var best = 0;
        for (var h = 1; h < size; h++)
            if (h != d && isAlive[h] && row[h] > row[best])
                best = h;
        return best;
    }

    // A cycle becomes its first word; the rest of it leaves the game. Whoever hangs on the cycle goes on hanging on it.
    private void Contract(Span<int> heads, int on)
    {
        var cycle = new List<int> { on };
        for (var d = heads[on]; d != on; d = heads[d]) cycle.Add(d);
        cycle.Sort();
        var into = cycle[0];
        var merge = new Merge(into, [.. cycle], new int[cycle.Count], new double[cycle.Count]);
        for (var k = 0; k < cycle.Count; k++)
        {
            var at = cycle[k] * size + heads[cycle[k]];
            (merge.Arcs[k], merge.Scores[k]) = (enter[at], work[at]);
            isInCycle[cycle[k]] = true;
        }

        for (var other = 0; other < size; other++)
            if (isAlive[other] && !isInCycle[other])
                Join(merge, other);
        for (var d = 1; d < size; d++)
            if (isAlive[d] && !isInCycle[d] && isInCycle[heads[d]])
                heads[d] = into;
        foreach (var d in merge.Cycle) (isInCycle[d], isAlive[d]) = (false, d == into);
        heads[into] = Best(into);
        merges.Push(merge);
    }

    // The best arcs between a word and the cycle, both ways; one into the cycle sets free the arc that it takes the place of.
    private void Join(Merge merge, int other)
    {
        var (bestIn, bestOut) = (double.NegativeInfinity, double.NegativeInfinity);
        int arcIn = enter[merge.Into * size + other], arcOut = enter[other * size + merge.Into];
        for (var k = 0; k < merge.Cycle.Length; k++)
        {
            int inwards = merge.Cycle[k] * size + other, outwards = other * size + merge.Cycle[k];
            if (work[inwards] - merge.Scores[k] > bestIn) (bestIn, arcIn) = (work[inwards] - merge.Scores[k], enter[inwards]);
            if (work[outwards] > bestOut) (bestOut, arcOut) = (work[outwards], enter[outwards]);
        }

        (work[merge.Into * size + other], enter[merge.Into * size + other]) = (bestIn, arcIn);
        (work[other * size + merge.Into], enter[other * size + merge.Into]) = (bestOut, arcOut);
    }

    // Each arc of the contracted tree stands for one between words.
    private void Expand(Span<int> heads)
    {
        for (var d = 1; d < size; d++)
            if (isAlive[d])
                arcs[d] = enter[d * size + heads[d]];
        while (merges.TryPop(out var merge))
        {
            var entering = arcs[merge.Into];
            for (var k = 0; k < merge.Cycle.Length; k++) arcs[merge.Cycle[k]] = merge.Arcs[k];
            arcs[Member(merge.Cycle, entering / size)] = entering;
        }

        for (var d = 1; d < size; d++) heads[arcs[d] / size] = arcs[d] % size;
    }

    // The member of the cycle that holds a word, by way of the cycles that were contracted before.
    private int Member(int[] cycle, int word)
    {
        foreach (var inner in merges.Reverse())
            if (Array.IndexOf(inner.Cycle, word) >= 0)
                word = inner.Into;
        return Array.IndexOf(cycle, word) >= 0 ? word : cycle[0];
    }

    private int FindCycle(ReadOnlySpan<int> heads)
    {
        marks.AsSpan(0, size).Clear();
        for (var start = 1; start < size; start++)
        {
            if (!isAlive[start]) continue;
            var d = start;
            while (d != 0 && marks[d] == 0)
            {
                marks[d] = start;
                d = heads[d];
            }

            if (d != 0 && marks[d] == start) return d;
        }

        return 0;
    }

    // A cycle that became one word: its words, the arcs that made it and what they scored.
    private sealed record Merge(int Into, int[] Cycle, int[] Arcs, double[] Scores);
}
