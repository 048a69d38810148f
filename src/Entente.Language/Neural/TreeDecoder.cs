namespace Entente.Language.Neural;

/// <summary>
/// Finds the best tree with one word under the root: each word's best head where that is a tree already, else the algorithm of Chu, Liu
/// and Edmonds, in time and room that grow with the square of the sentence. Arcs from the root are made so dear that the best tree has
/// only one (Zmigrod, Vieira and Cotterell 2020). One thread each.
/// </summary>
internal sealed class TreeDecoder
{
    private const double RootPrice = 1e9;

    // Cycles that became one word: where their words stand in the lists below.
    private readonly List<Merge> merges = [];

    // Words of cycles, one cycle after another, with the arcs that made them and what these scored.
    private readonly List<int> cycleWords = [];
    private readonly List<int> cycleArcs = [];
    private readonly List<double> cycleScores = [];
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
        var start = cycleWords.Count;
        var (into, d) = (on, on);
        do
        {
            cycleWords.Add(d);
            cycleArcs.Add(enter[d * size + heads[d]]);
            cycleScores.Add(work[d * size + heads[d]]);
            isInCycle[d] = true;
            into = Math.Min(into, d);
            d = heads[d];
        }
        while (d != on);
        var merge = new Merge(into, start, cycleWords.Count);
        for (var other = 0; other < size; other++)
            if (isAlive[other] && !isInCycle[other])
                Join(merge, other);
        for (d = 1; d < size; d++)
            if (isAlive[d] && !isInCycle[d] && isInCycle[heads[d]])
                heads[d] = into;
        for (var k = start; k < merge.End; k++) (isInCycle[cycleWords[k]], isAlive[cycleWords[k]]) = (false, cycleWords[k] == into);
        heads[into] = Best(into);
        merges.Add(merge);
    }

    // The best arcs between a word and the cycle, both ways; one into the cycle sets free the arc that it takes the place of.
    private void Join(Merge merge, int other)
    {
        var (bestIn, bestOut) = (double.NegativeInfinity, double.NegativeInfinity);
        int arcIn = enter[merge.Into * size + other], arcOut = enter[other * size + merge.Into];
        for (var k = merge.Start; k < merge.End; k++)
        {
            int inwards = cycleWords[k] * size + other, outwards = other * size + cycleWords[k];
            if (work[inwards] - cycleScores[k] > bestIn) (bestIn, arcIn) = (work[inwards] - cycleScores[k], enter[inwards]);
            if (work[outwards] > bestOut) (bestOut, arcOut) = (work[outwards], enter[outwards]);
        }

        (work[merge.Into * size + other], enter[merge.Into * size + other]) = (bestIn, arcIn);
        (work[other * size + merge.Into], enter[other * size + merge.Into]) = (bestOut, arcOut);
    }

    // Each arc of the contracted tree stands for one between words; the last cycle is taken apart first.
    private void Expand(Span<int> heads)
    {
        for (var d = 1; d < size; d++)
            if (isAlive[d])
                arcs[d] = enter[d * size + heads[d]];
        for (var m = merges.Count - 1; m >= 0; m--)
        {
            var entering = arcs[merges[m].Into];
            for (var k = merges[m].Start; k < merges[m].End; k++) arcs[cycleWords[k]] = cycleArcs[k];
            arcs[Member(m, entering / size)] = entering;
        }

        for (var d = 1; d < size; d++) heads[arcs[d] / size] = arcs[d] % size;
        merges.Clear();
        cycleWords.Clear();
        cycleArcs.Clear();
        cycleScores.Clear();
    }

    // The word of a cycle that stands for another word, by way of the cycles that were contracted before.
    private int Member(int cycle, int word)
    {
        for (var m = 0; m < cycle; m++)
            if (Holds(merges[m], word))
                word = merges[m].Into;
        return Holds(merges[cycle], word) ? word : merges[cycle].Into;
    }

    private bool Holds(Merge merge, int word) => cycleWords.IndexOf(word, merge.Start, merge.End - merge.Start) >= 0;

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

    private readonly record struct Merge(int Into, int Start, int End);
}
