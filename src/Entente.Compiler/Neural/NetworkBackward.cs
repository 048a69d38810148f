using System.Runtime.Intrinsics;
using Entente.Language.Neural;

namespace Entente.Compiler.Neural;

/// <summary>The way back through a network: from its outputs' gradients to those of its weights. One thread each.</summary>
internal sealed unsafe class NetworkBackward(NetworkWeights weights, NetworkWeights gradients, Network network, Dropout dropout)
{
    private readonly Room[] rooms = [.. Enumerable.Range(0, 24).Select(_ => new Room())];
    private readonly Room packed = new();
    private readonly Room previous = new();
    private readonly Room step = new();
    private readonly Room carriedState = new();
    private readonly Room carriedCell = new();

    /// <summary>Gradients of what <see cref="Network"/> gives, to be filled before <see cref="Run"/>.</summary>
    public float* Tags { get; private set; }

    /// <summary>Of the wanted heads.</summary>
    public float* Wanted { get; private set; }

    /// <summary>Of the heads.</summary>
    public float* Heads { get; private set; }

    /// <summary>Of the bearers of relations.</summary>
    public float* LabelDependents { get; private set; }

    /// <summary>Of the heads of relations.</summary>
    public float* LabelHeads { get; private set; }

    /// <summary>Clears the gradients of the outputs.</summary>
    public void Begin()
    {
        var (rows, shape) = (network.Batch.Rows, weights.Shape);
        Tags = rooms[0].Zeros(rows * weights.Tag.Columns);
        Wanted = rooms[2].Zeros(rows * shape.ArcSize);
        Heads = rooms[3].Zeros(rows * shape.ArcSize);
        LabelDependents = rooms[4].Zeros(rows * shape.LabelSize);
        LabelHeads = rooms[5].Zeros(rows * shape.LabelSize);
    }

    /// <summary>Goes all the way back and returns the gradient of what came in, a row a word.</summary>
    public float* Run()
    {
        var (batch, shape) = (network.Batch, weights.Shape);
        var twice = shape.Units * 2;
        var dependents = rooms[6].Zeros(batch.Rows * shape.ArcSize);
        var top = (float*)network.Between[shape.Layers];
        var outer = rooms[7].Zeros(batch.Rows * twice);
        Dense(weights.Arc, gradients.Arc, network.Dependents, Wanted, dependents);
        dropout.JointBack(shape.Layers + 1, dependents, shape.ArcSize, batch);
        Rectifier(network.Dependents, dependents, batch.Rows * shape.ArcSize);
        Dense(weights.Dependent, gradients.Dependent, top, dependents, outer);
        dropout.JointBack(shape.Layers + 2, Heads, shape.ArcSize, batch);
        Rectifier(network.Heads, Heads, batch.Rows * shape.ArcSize);
        Dense(weights.Head, gradients.Head, top, Heads, outer);
        Dense(weights.LabelDependent, gradients.LabelDependent, top, LabelDependents, outer);
        Dense(weights.LabelHead, gradients.LabelHead, top, LabelHeads, outer);
        dropout.JointBack(shape.Layers, outer, twice, batch);
        var tagLayer = Math.Max(1, shape.Layers - 1);
        for (var layer = shape.Layers - 1; layer >= 0; layer--)
        {
            // The tags are scored from what has passed the joint.
            if (layer + 1 == tagLayer) Dense(weights.Tag, gradients.Tag, (float*)network.Between[tagLayer], Tags, outer);
            if (layer + 1 < shape.Layers) dropout.JointBack(layer + 1, outer, twice, batch);
            var columns = layer == 0 ? shape.InputSize : twice;
            var inner = rooms[8 + layer].Zeros(batch.Rows * columns);
            for (var way = 0; way < 2; way++)
                Memory(layer * 2 + way, (float*)network.Between[layer], columns, outer + way * shape.Units, twice, inner);
            outer = inner;
        }

        dropout.JointBack(0, outer, shape.InputSize, batch);
        return outer;
    }

    /// <summary>The way back through a dense layer: its weights' gradients, and x's if asked.</summary>
    public void Dense(Dense dense, Dense gradient, float* x, float* dy, float* dx, int rows = -1)
    {
        if (rows < 0) rows = network.Batch.Rows;
        Product(x, dense.Weights.Rows, dy, dense.Columns, rows, gradient.Weights);
        for (var row = 0; row < rows; row++) Elementwise.Add(gradient.Offset.Pointer, dy + (nint)row * dense.Columns, dense.Columns);
        if (dx != null) dense.Weights.ApplyTransposed(dy, dense.Columns, dx, dense.Weights.Rows, rows, add: true);
    }

    // gradient += x transposed × dy.
    private void Product(float* x, int columns, float* dy, int ldy, int rows, Matrix gradient)
    {
        var b = packed.Get(Gemm.PackedSize(rows, ldy));
        Gemm.Pack(dy, ldy, 1, rows, ldy, b);
        Gemm.Multiply(x, 1, columns, b, gradient.Pointer, ldy, columns, ldy, rows, add: true);
    }

    private static void Rectifier(float* y, float* dy, int size)
    {
        for (var i = 0; i < size; i++)
            if (y[i] <= 0)
                dy[i] = 0;
    }

    private void Memory(int number, float* x, int columns, float* dy, int ldy, float* dx)
    {
        var (memory, batch, gradient) = (network.Memories[number], network.Batch, gradients.Layers[number]);
        var size = memory.Weights.Size;
        var dg = memory.Gates;
        Steps(number, memory, dy, ldy);
        Product(previous.Get(batch.Rows * size), size, dg, size * 4, batch.Rows, gradient.Recurrent);
        Product(x, columns, dg, size * 4, batch.Rows, gradient.Input);
        for (var row = 0; row < batch.Rows; row++) Elementwise.Add(gradient.Bias.Pointer, dg + (nint)row * size * 4, size * 4);
        memory.Weights.Input.ApplyTransposed(dg, size * 4, dx, columns, batch.Rows, add: true);
    }

    // Turns the gates into their gradients, last step first, and fills `previous` with the states that each step started from.
    private void Steps(int number, Lstm memory, float* dy, int ldy)
    {
        var (batch, size) = (network.Batch, memory.Weights.Size);
        var mask = dropout.StateMask(number);
        var before = previous.Get(batch.Rows * size);
        var g = step.Get(batch.Count * size * 4);
        var dh = carriedState.Zeros(batch.Count * size);
        var dc = carriedCell.Zeros(batch.Count * size);
        for (var at = batch.Steps - 1; at >= 0; at--)
        {
            var active = batch.Active(at, batch.Count);
            for (var s = 0; s < active; s++)
            {
                var row = (nint)memory.Row(batch, s, at);
                var last = at > 0 ? memory.Row(batch, s, at - 1) : -1;
                StepBack(memory.Gates + row * size * 4, memory.Cells + row * size, last < 0 ? null : memory.Cells + (nint)last * size,
                    dy + row * ldy, dh + (nint)s * size, dc + (nint)s * size, g + (nint)s * size * 4, size);
                Before(memory, last, mask + (nint)s * size, before + row * size, size);
            }

            memory.Weights.Recurrent.ApplyTransposed(g, size * 4, dh, size, active);
            for (var s = 0; s < active; s++) Elementwise.Scale(dh + (nint)s * size, mask + (nint)s * size, size);
        }
    }

    // The state that a step started from, as it was after its mask.
    private static void Before(Lstm memory, int row, float* mask, float* into, int size)
    {
        if (row < 0)
        {
            new Span<float>(into, size).Clear();
            return;
        }

        var output = memory.Gates + (nint)row * size * 4 + 2 * size;
        var cell = memory.Cells + (nint)row * size;
        for (var i = 0; i < size; i += 16)
            (Vector512.Load(output + i) * Elementwise.Tanh(Vector512.Load(cell + i)) * Vector512.Load(mask + i)).Store(into + i);
    }

    private static void StepBack(float* gates, float* cell, float* cellBefore, float* dy, float* dh, float* dc, float* g, int size)
    {
        var one = Vector512<float>.One;
        for (var i = 0; i < size; i += 16)
        {
            var (input, forget) = (Vector512.Load(gates + i), Vector512.Load(gates + size + i));
            var (output, candidate) = (Vector512.Load(gates + 2 * size + i), Vector512.Load(gates + 3 * size + i));
            var tanh = Elementwise.Tanh(Vector512.Load(cell + i));
            var state = Vector512.Load(dy + i) + Vector512.Load(dh + i);
            var inner = Vector512.Load(dc + i) + state * output * (one - tanh * tanh);
            var before = cellBefore == null ? Vector512<float>.Zero : Vector512.Load(cellBefore + i);
            Put(gates, g, i, inner * candidate * input * (one - input));
            Put(gates, g, size + i, inner * before * forget * (one - forget));
            Put(gates, g, 2 * size + i, state * tanh * output * (one - output));
            Put(gates, g, 3 * size + i, inner * input * (one - candidate * candidate));
            (inner * forget).Store(dc + i);
        }
    }

    private static void Put(float* gates, float* g, int i, Vector512<float> value)
    {
        value.Store(gates + i);
        value.Store(g + i);
    }
}
