namespace Entente.Language.Neural;

/// <summary>
/// Sentences that go through the network together, the longest first, their words one sentence after another. What comes out for a
/// sentence does not depend on its company. One thread each.
/// </summary>
internal sealed class Batch
{
    /// <summary>Number of sentences.</summary>
    public int Count { get; private set; }

    /// <summary>Number of words.</summary>
    public int Rows { get; private set; }

    /// <summary>For each place in the batch the sentence's place in what was given.</summary>
    public int[] Order { get; private set; } = [];

    /// <summary>Number of words by place.</summary>
    public int[] Lengths { get; private set; } = [];

    /// <summary>First row by place.</summary>
    public int[] Starts { get; private set; } = [];

    /// <summary>How many words the longest sentence has.</summary>
    public int Steps => Count == 0 ? 0 : Lengths[0];

    /// <summary>Takes in sentences of the given lengths, none of them 0.</summary>
    public void Set(ReadOnlySpan<int> lengths)
    {
        Count = lengths.Length;
        if (Order.Length < Count) (Order, Lengths, Starts) = (new int[Count * 2], new int[Count * 2], new int[Count * 2]);
        for (var i = 0; i < Count; i++) (Order[i], Lengths[i]) = (i, -lengths[i]);
        Array.Sort(Lengths, Order, 0, Count);
        SortEqual();
        Rows = 0;
        for (var i = 0; i < Count; i++)
        {
            Lengths[i] = -Lengths[i];
            Starts[i] = Rows;
            Rows += Lengths[i];
        }
    }

    /// <summary>How many sentences have more than <paramref name="step"/> words, given that <paramref name="most"/> may.</summary>
    public int Active(int step, int most)
    {
        while (most > 0 && Lengths[most - 1] <= step) most--;
        return most;
    }

    // Sorting is not stable; sentences of one length keep their order.
    private void SortEqual()
    {
        for (var from = 0; from < Count;)
        {
            var to = from + 1;
            while (to < Count && Lengths[to] == Lengths[from]) to++;
            Array.Sort(Order, from, to - from);
            from = to;
        }
    }
}
