using System.Collections.Immutable;

namespace Entente.Coding.Judging;

/// <summary>
/// Gradient-boosted regression trees over whole numbers (Friedman 2001): each tree asks a few questions of one number each, and what the
/// trees answer is added up. Whole numbers throughout, so that every machine computes the same sum. Immutable.
/// </summary>
internal sealed class Forest
{
    /// <summary>Answers are kept in steps of one over this number.</summary>
    public const double Steps = 4096;

    private readonly int inputs;
    private readonly int bias;
    private readonly ImmutableArray<ImmutableArray<Node>> trees;

    /// <summary>A question or an answer of a tree.</summary>
    /// <param name="Input">Number of the input that is asked; -1 where the tree answers.</param>
    /// <param name="Most">The way goes left where the input is at most this.</param>
    /// <param name="Left">Place of the left node; the right one is behind it.</param>
    /// <param name="Answer">The answer in steps.</param>
    public readonly record struct Node(short Input, int Most, int Left, int Answer);

    /// <summary>Makes a forest.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="bias">What is answered before any tree is asked, in steps.</param>
    /// <param name="trees">The trees, each with its first question first.</param>
    public Forest(int inputs, int bias, ImmutableArray<ImmutableArray<Node>> trees)
    {
        this.inputs = inputs;
        this.bias = bias;
        this.trees = trees;
    }

    /// <summary>Number of inputs.</summary>
    public int Inputs => inputs;

    /// <summary>The sum of all answers, in log odds.</summary>
    /// <param name="values">A value for each input.</param>
    public double Score(ReadOnlySpan<int> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, inputs);
        var sum = bias;
        foreach (var tree in trees) sum += Answer(tree, values);
        return sum / Steps;
    }

    /// <summary>What one tree answers, in steps.</summary>
    public static int Answer(ImmutableArray<Node> tree, ReadOnlySpan<int> values)
    {
        var at = 0;
        while (tree[at] is { Input: >= 0 } node) at = node.Left + (values[node.Input] <= node.Most ? 0 : 1);
        return tree[at].Answer;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">A node points outside its tree, backwards, or to no input.</exception>
    public static Forest Read(BinaryReader reader)
    {
        var (inputs, bias, count) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var trees = ImmutableArray.CreateBuilder<ImmutableArray<Node>>();
        for (var t = 0; t < count; t++)
        {
            var nodes = new Node[reader.ReadUInt16()];
            for (var i = 0; i < nodes.Length; i++)
            {
                var input = reader.ReadInt16();
                nodes[i] = input < 0 ? new Node(-1, 0, 0, reader.ReadInt32()) : new Node(input, reader.ReadInt32(), reader.ReadUInt16(), 0);
                if (input >= inputs || input >= 0 && (nodes[i].Left <= i || nodes[i].Left + 1 >= nodes.Length)) throw new InvalidDataException("a tree of the judge is broken");
            }

            if (nodes.Length == 0) throw new InvalidDataException("a tree of the judge is empty");
            trees.Add(ImmutableArray.Create(nodes));
        }

        return new Forest(inputs, bias, trees.ToImmutable());
    }

    /// <summary>Writes the forest.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(inputs);
        writer.Write(bias);
        writer.Write(trees.Length);
        foreach (var tree in trees)
        {
            writer.Write((ushort)tree.Length);
            foreach (var node in tree)
            {
                writer.Write(node.Input);
                if (node.Input < 0)
                {
                    writer.Write(node.Answer);
                    continue;
                }

                writer.Write(node.Most);
                writer.Write((ushort)node.Left);
            }
        }
    }
}
