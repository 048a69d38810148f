using Entente.Language.Parsing;

namespace Entente.Compiler.Training;

/// <summary>The transitions that lead to a treebank's tree, crossing arcs lifted until none cross.</summary>
internal static class Oracle
{
    /// <summary>All relations and transitions that the examples need.</summary>
    public static TransitionSet TransitionsOf(IReadOnlyList<Example> examples)
    {
        string[] labels = ["root", .. examples.SelectMany(e => e.Labels).Where(l => l != "root").GroupBy(l => l, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(62)];
        var uses = new Dictionary<Transition, int>();
        foreach (var example in examples)
            for (var i = 1; i <= example.Heads.Length; i++)
            {
                if (example.Heads[i - 1] == 0) continue;
                var label = Array.IndexOf(labels, example.Labels[i - 1]);
                if (label <= 0) continue;
                var transition = new Transition(example.Heads[i - 1] > i ? Move.Left : Move.Right, (byte)label);
                uses[transition] = uses.GetValueOrDefault(transition) + 1;
            }

        return new TransitionSet(labels, [default, .. uses.Where(u => u.Value >= 3).OrderBy(u => u.Key.Move).ThenBy(u => u.Key.Label).Select(u => u.Key)]);
    }

    /// <summary>Class numbers of the transitions, null where the tree cannot be built with them.</summary>
    public static byte[]? Sequence(Example example, TransitionSet transitions)
    {
        var heads = Projective(example.Heads);
        var count = heads.Length;
        if (heads.Count(h => h == 0) != 1 || count > 250) return null;
        var waiting = new int[count + 1];
        foreach (var head in heads) waiting[head]++;
        var state = new Configuration();
        state.Reset(count);
        var sequence = new List<byte>();
        while (!state.IsFinal)
        {
            var (top, below, next) = (state.Stack(0), state.Stack(1), state.Next);
            var move = top != 0 && next != 0 && heads[top - 1] == next ? Move.Left
                : below != 0 && heads[top - 1] == below && waiting[top] == 0 ? Move.Right
                : Move.Shift;
            if (!state.Allows(move)) return null;
            var label = move == Move.Shift ? 0 : Array.IndexOf(transitions.Labels, example.Labels[top - 1]);
            var transition = new Transition(move, (byte)Math.Max(0, label));
            var number = Array.IndexOf(transitions.Transitions, transition);
            if (number < 0) return null;
            if (move != Move.Shift) waiting[heads[top - 1]]--;
            sequence.Add((byte)number);
            state.Apply(transition);
        }

        return [.. sequence];
    }

    private static int[] Projective(int[] heads)
    {
        var lifted = (int[])heads.Clone();
        while (true)
        {
            var (crossing, length) = (0, int.MaxValue);
            for (var i = 1; i <= lifted.Length; i++)
                if (lifted[i - 1] != 0 && Math.Abs(lifted[i - 1] - i) < length && !IsCovered(lifted, i))
                    (crossing, length) = (i, Math.Abs(lifted[i - 1] - i));
            if (crossing == 0) return lifted;
            var head = lifted[crossing - 1];
            if (lifted[head - 1] == 0) return lifted;
            lifted[crossing - 1] = lifted[head - 1];
        }
    }

    // Whether every word between the ends of the arc hangs below its head.
    private static bool IsCovered(int[] heads, int child)
    {
        var head = heads[child - 1];
        for (var i = Math.Min(child, head) + 1; i < Math.Max(child, head); i++)
        {
            var up = i;
            for (var steps = 0; up != 0 && up != head && steps <= heads.Length; steps++) up = heads[up - 1];
            if (up != head) return false;
        }

        return true;
    }
}
