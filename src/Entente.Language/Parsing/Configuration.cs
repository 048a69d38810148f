namespace Entente.Language.Parsing;

/// <summary>
/// A state of the arc-hybrid system: stack, next word and the arcs so far, with what the features ask of them. Words count from 1,
/// 0 is "no word". Reused: <see cref="Reset"/> and <see cref="CopyFrom"/> allocate only for longer sentences than seen before.
/// </summary>
internal sealed class Configuration
{
    private int size;
    private int depth;
    private short[] stack = [];

    /// <summary>Per word: relation to its head plus one, 0 while it has none.</summary>
    public byte[] Labels { get; private set; } = [];

    /// <summary>Per word: its head.</summary>
    public short[] Heads { get; private set; } = [];

    /// <summary>Per word: leftmost child and the one found before it, rightmost child and the one found before it.</summary>
    public short[] Children { get; private set; } = [];

    /// <summary>Per word: number of children to the left and to the right.</summary>
    public byte[] Valency { get; private set; } = [];

    /// <summary>Per word: the set of relations among its children to the left and to the right.</summary>
    public ulong[] LabelSets { get; private set; } = [];

    /// <summary>Sum of the scores of the transitions so far.</summary>
    public long Score { get; set; }

    /// <summary>The next word, 0 when none is left.</summary>
    public int Next { get; private set; }

    /// <summary>Number of the last node of the transition history.</summary>
    public int History { get; set; }

    /// <summary>Whether one tree stands over all words.</summary>
    public bool IsFinal => Next == 0 && depth == 1;

    /// <summary>Begins a sentence of <paramref name="count"/> words.</summary>
    public void Reset(int count)
    {
        Reserve(count + 1);
        size = count + 1;
        depth = 0;
        Next = count > 0 ? 1 : 0;
        Score = 0;
        History = -1;
        Labels.AsSpan(0, size).Clear();
        Heads.AsSpan(0, size).Clear();
        Children.AsSpan(0, size * 4).Clear();
        Valency.AsSpan(0, size * 2).Clear();
        LabelSets.AsSpan(0, size * 2).Clear();
    }

    /// <summary>Makes this a copy of <paramref name="other"/>.</summary>
    public void CopyFrom(Configuration other)
    {
        Reserve(other.size);
        (size, depth, Next, Score, History) = (other.size, other.depth, other.Next, other.Score, other.History);
        var used = Next == 0 ? size : Math.Min(size, Next + 1);
        if (used < size)
        {
            Labels.AsSpan(used, size - used).Clear();
            Heads.AsSpan(used, size - used).Clear();
            Children.AsSpan(used * 4, (size - used) * 4).Clear();
            Valency.AsSpan(used * 2, (size - used) * 2).Clear();
            LabelSets.AsSpan(used * 2, (size - used) * 2).Clear();
        }

        other.stack.AsSpan(0, depth).CopyTo(stack);
        other.Labels.AsSpan(0, used).CopyTo(Labels);
        other.Heads.AsSpan(0, used).CopyTo(Heads);
        other.Children.AsSpan(0, used * 4).CopyTo(Children);
        other.Valency.AsSpan(0, used * 2).CopyTo(Valency);
        other.LabelSets.AsSpan(0, used * 2).CopyTo(LabelSets);
    }

    /// <summary>The word at <paramref name="place"/> from the stack's top, 0 when there is none.</summary>
    public int Stack(int place) => place < depth ? stack[depth - 1 - place] : 0;

    /// <summary>The word at <paramref name="place"/> from the next one, 0 when there is none.</summary>
    public int Buffer(int place) => Next != 0 && Next + place < size ? Next + place : 0;

    /// <summary>Whether the move is possible.</summary>
    public bool Allows(Move move) => move switch
    {
        Move.Shift => Next != 0,
        Move.Left => Next != 0 && depth > 0,
        _ => depth > 1,
    };

    /// <summary>Makes the transition, which must be allowed.</summary>
    public void Apply(Transition transition)
    {
        if (transition.Move == Move.Shift)
        {
            stack[depth++] = (short)Next;
            Next = Next + 1 < size ? Next + 1 : 0;
            return;
        }

        int child = stack[--depth];
        var side = transition.Move == Move.Left ? 0 : 1;
        int head = side == 0 ? Next : stack[depth - 1];
        Heads[child] = (short)head;
        Labels[child] = (byte)(transition.Label + 1);
        var slot = head * 4 + side * 2;
        Children[slot + 1] = Children[slot];
        Children[slot] = (short)child;
        ref var valency = ref Valency[head * 2 + side];
        if (valency < byte.MaxValue) valency++;
        LabelSets[head * 2 + side] |= 1UL << transition.Label;
    }

    private void Reserve(int length)
    {
        if (stack.Length >= length) return;
        length = Math.Max(64, length * 2);
        (stack, Heads, Children) = (new short[length], new short[length], new short[length * 4]);
        (Labels, Valency, LabelSets) = (new byte[length], new byte[length * 2], new ulong[length * 2]);
    }
}
