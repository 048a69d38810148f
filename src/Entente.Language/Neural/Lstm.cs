using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>Weights of a long short-term memory that reads in one direction; the gates stand in the order input, forget, output, candidate.</summary>
internal sealed record LstmWeights(Matrix Input, Matrix Recurrent, Matrix Bias)
{
    /// <summary>Units.</summary>
    public int Size => Recurrent.Rows;
}

/// <summary>Working room of a memory. Memories that nobody goes back through can share one.</summary>
internal sealed class LstmRooms
{
    /// <summary>Gates of all words.</summary>
    public Room Gates { get; } = new();

    /// <summary>Cells of all words.</summary>
    public Room Cells { get; } = new();

    /// <summary>States of all sentences at a step.</summary>
    public Room States { get; } = new();

    /// <summary>Cells of all sentences at a step.</summary>
    public Room Carried { get; } = new();

    /// <summary>Gates of all sentences at a step.</summary>
    public Room Step { get; } = new();
}

/// <summary>
/// A long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates) over the sentences of a batch. Keeps what the way back
/// needs. One thread each.
/// </summary>
internal sealed unsafe class Lstm(LstmWeights weights, bool backwards, LstmRooms rooms)
{

    /// <summary>The weights.</summary>
    public LstmWeights Weights => weights;

    /// <summary>Gates after their functions, a row a word.</summary>
    public float* Gates { get; private set; }

    /// <summary>Cells, a row a word.</summary>
    public float* Cells { get; private set; }

    /// <summary>The row of a sentence that is read at a step.</summary>
    public int Row(Batch batch, int sentence, int at) =>
        batch.Starts[sentence] + (backwards ? batch.Lengths[sentence] - 1 - at : at);

    /// <summary>Reads the rows of <paramref name="x"/> and writes the states into <paramref name="y"/>.</summary>
    /// <param name="batch">Where the sentences stand.</param>
    /// <param name="x">Input, a row a word.</param>
    /// <param name="ldx">Distance of its rows.</param>
    /// <param name="y">Output.</param>
    /// <param name="ldy">Distance of its rows.</param>
    /// <param name="mask">What the states are multiplied with on their way to the next step, a row a sentence; null for nothing.</param>
    public void Run(Batch batch, float* x, int ldx, float* y, int ldy, float* mask)
    {
        var size = weights.Size;
        Gates = rooms.Gates.Get(batch.Rows * size * 4);
        Cells = rooms.Cells.Get(batch.Rows * size);
        var h = rooms.States.Zeros(batch.Count * size);
        var c = rooms.Carried.Zeros(batch.Count * size);
        var g = rooms.Step.Get(batch.Count * size * 4);
        weights.Input.Apply(x, ldx, Gates, size * 4, batch.Rows);
        for (int at = 0, active = batch.Count; at < batch.Steps; at++)
        {
            active = batch.Active(at, active);
            for (var s = 0; s < active; s++)
                new ReadOnlySpan<float>(Gates + (nint)Row(batch, s, at) * size * 4, size * 4).CopyTo(new Span<float>(g + (nint)s * size * 4, size * 4));
            if (at > 0) weights.Recurrent.Apply(h, size, g, size * 4, active, add: true);
            for (var s = 0; s < active; s++)
            {
                var row = (nint)Row(batch, s, at);
                Step(g + (nint)s * size * 4, weights.Bias.Pointer, c + (nint)s * size, Gates + row * size * 4, Cells + row * size, y + row * ldy, size);
                var state = h + (nint)s * size;
                new ReadOnlySpan<float>(y + row * ldy, size).CopyTo(new Span<float>(state, size));
                if (mask != null) Elementwise.Scale(state, mask + (nint)s * size, size);
            }
        }
    }

    private static void Step(float* g, float* bias, float* c, float* gatesOut, float* cellsOut, float* h, int size)
    {
        for (var i = 0; i < size; i += 16)
        {
            var input = Elementwise.Sigmoid(Vector512.Load(g + i) + Vector512.Load(bias + i));
            var forget = Elementwise.Sigmoid(Vector512.Load(g + size + i) + Vector512.Load(bias + size + i));
            var output = Elementwise.Sigmoid(Vector512.Load(g + 2 * size + i) + Vector512.Load(bias + 2 * size + i));
            var candidate = Elementwise.Tanh(Vector512.Load(g + 3 * size + i) + Vector512.Load(bias + 3 * size + i));
            var cell = Vector512.FusedMultiplyAdd(forget, Vector512.Load(c + i), input * candidate);
            input.Store(gatesOut + i);
            forget.Store(gatesOut + size + i);
            output.Store(gatesOut + 2 * size + i);
            candidate.Store(gatesOut + 3 * size + i);
            cell.Store(c + i);
            cell.Store(cellsOut + i);
            (output * Elementwise.Tanh(cell)).Store(h + i);
        }
    }
}
