namespace Entente.Language.Neural;

/// <summary>
/// Finds the best tree with one word under the root: each word's best head where that is a tree already, else the algorithm of Chu, Liu
/// and Edmonds. One thread each.
/// </summary>
internal sealed class TreeDecoder
{
    // How many words are tried as the one under the root, the likeliest first.
    private const int Roots = 4;

    private int[] trial = [];
    private int[] marks = [];

    /// <summary>Writes the heads (0 for the root) of words 1 to <paramref name="count"/>.</summary>
    /// <param name="scores">Row dependent − 1, column head; may be changed.</param>
    /// <param name="stride">Distance of the rows.</param>
    /// <param name="count">Number of words.</param>
    /// <param name="heads">At least count + 1 long.</param>
    public void Decode(Span<float> scores, int stride, int count, Span<int> heads)
    {
        Greedy(scores, stride, count, heads);
        var root = OnlyRoot(heads, count);
        if (root > 0 && FindCycle(heads, count) == 0) return;
        var best = float.NegativeInfinity;
        if (trial.Length <= count) trial = new int[(count + 1) * 2];
        Span<int> roots = stackalloc int[Roots];
        var tried = LikelyRoots(scores, stride, count, roots);
        for (var k = 0; k < tried; k++)
        {
            var sum = DecodeUnder(scores, stride, count, roots[k], trial);
            if (sum <= best) continue;
            best = sum;
            trial.AsSpan(1, count).CopyTo(heads[1..]);
        }
    }

    private static void Greedy(ReadOnlySpan<float> scores, int stride, int count, Span<int> heads)
    {
        for (var d = 1; d <= count; d++)
        {
            var row = scores.Slice((d - 1) * stride, count + 1);
            var best = d == 1 && count > 1 ? 2 : d == 1 ? 0 : 1;
            for (var h = 0; h <= count; h++)
                if (h != d && row[h] > row[best])
                    best = h;
            heads[d] = best;
        }
    }

    private static int OnlyRoot(ReadOnlySpan<int> heads, int count)
    {
        var root = heads.Slice(1, count).IndexOf(0) + 1;
        return root > 0 && heads.Slice(root + 1, count - root).IndexOf(0) < 0 ? root : 0;
    }

    // The words that gain most, or lose least, by hanging on the root.
    private static int LikelyRoots(ReadOnlySpan<float> scores, int stride, int count, Span<int> roots)
    {
        Span<float> gains = stackalloc float[Roots];
        var found = 0;
        for (var d = 1; d <= count; d++)
        {
            var row = scores.Slice((d - 1) * stride, count + 1);
            var other = float.NegativeInfinity;
            for (var h = 1; h <= count; h++)
                if (h != d)
                    other = Math.Max(other, row[h]);
            var gain = row[0] - other;
            var at = found;
            while (at > 0 && gains[at - 1] < gain) at--;
            if (at == Roots) continue;
            found = Math.Min(Roots, found + 1);
            for (var k = found - 1; k > at; k--) (roots[k], gains[k]) = (roots[k - 1], gains[k - 1]);
            (roots[at], gains[at]) = (d, gain);
        }

        return found;
    }

    // The best tree in which only `root` hangs on the root; returns its sum.
    private float DecodeUnder(ReadOnlySpan<float> scores, int stride, int count, int root, int[] heads)
    {
        var size = count + 1;
        var work = new float[size * size];
        for (var d = 1; d <= count; d++)
            for (var h = 0; h <= count; h++)
                work[d * size + h] = h == d || (h == 0) != (d == root) ? float.NegativeInfinity : scores[(d - 1) * stride + h];
        Contract(work, size, count, heads);
        var sum = 0f;
        for (var d = 1; d <= count; d++) sum += scores[(d - 1) * stride + heads[d]];
        return sum;
    }

    // Chu-Liu-Edmonds over a matrix row dependent, column head; a cycle becomes its first word, the rest of it leaves the game.
    private void Contract(float[] work, int size, int count, int[] heads)
    {
        var alive = new bool[size];
        Array.Fill(alive, true);
        var enter = new int[size * size];
        for (var i = 0; i < enter.Length; i++) enter[i] = i;
        var merges = new Stack<(int Into, int[] Cycle, int[] Heads)>();
        while (true)
        {
            for (var d = 1; d <= count; d++)
                if (alive[d])
                    heads[d] = Best(work.AsSpan(d * size, size), alive, d);
            var on = FindCycle(heads, count, alive);
            if (on == 0) break;
            merges.Push(Merge(work, enter, size, heads, alive, on));
        }

        // Each arc of the contracted tree stands for one between words.
        var arcs = new int[size];
        for (var d = 1; d <= count; d++)
            if (alive[d])
                arcs[d] = enter[d * size + heads[d]];
        while (merges.TryPop(out var merge))
        {
            var entering = arcs[merge.Into];
            for (var k = 0; k < merge.Cycle.Length; k++) arcs[merge.Cycle[k]] = merge.Heads[k];
            arcs[Owner(merge.Cycle, merge.Heads, entering / size, merges, size)] = entering;
        }

        for (var d = 1; d <= count; d++) heads[arcs[d] / size] = arcs[d] % size;
    }

    private static int Owner(int[] cycle, int[] arcs, int word, Stack<(int Into, int[] Cycle, int[] Heads)> inner, int size)
    {
        // The member of the cycle that holds the word, looking through cycles contracted before.
        while (Array.IndexOf(cycle, word) < 0)
        {
            var found = 0;
            foreach (var merge in inner)
                if (Array.IndexOf(merge.Cycle, word) >= 0)
                {
                    found = merge.Into;
                    break;
                }

            if (found == word || found == 0) break;
            word = found;
        }

        return word;
    }

    private static (int, int[], int[]) Merge(float[] work, int[] enter, int size, int[] heads, bool[] alive, int on)
    {
        var cycle = new List<int> { on };
        for (var d = heads[on]; d != on; d = heads[d]) cycle.Add(d);
        cycle.Sort();
        var into = cycle[0];
        var arcs = cycle.Select(d => enter[d * size + heads[d]]).ToArray();
        var kept = cycle.ToDictionary(d => d, d => work[d * size + heads[d]]);
        for (var other = 0; other < size; other++)
        {
            if (!alive[other] || cycle.Contains(other)) continue;
            var (bestIn, bestOut) = (float.NegativeInfinity, float.NegativeInfinity);
            int arcIn = enter[into * size + other], arcOut = enter[other * size + into];
            foreach (var d in cycle)
            {
                var value = work[d * size + other] - kept[d];
                if (value > bestIn) (bestIn, arcIn) = (value, enter[d * size + other]);
                var outwards = work[other * size + d];
                if (outwards > bestOut) (bestOut, arcOut) = (outwards, enter[other * size + d]);
            }

            (work[into * size + other], enter[into * size + other]) = (bestIn, arcIn);
            (work[other * size + into], enter[other * size + into]) = (bestOut, arcOut);
        }

        foreach (var d in cycle)
            if (d != into)
                alive[d] = false;
        return (into, [.. cycle], arcs);
    }

    private static int Best(ReadOnlySpan<float> row, bool[] alive, int d)
    {
        var best = -1;
        for (var h = 0; h < row.Length; h++)
            if (h != d && alive[h] && (best < 0 || row[h] > row[best]))
                best = h;
        return best;
    }

    private int FindCycle(ReadOnlySpan<int> heads, int count, bool[]? alive = null)
    {
        if (marks.Length <= count) marks = new int[(count + 1) * 2];
        marks.AsSpan(0, count + 1).Clear();
        for (var start = 1; start <= count; start++)
        {
            if (alive is not null && !alive[start]) continue;
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
}
