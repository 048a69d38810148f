using System.Runtime.InteropServices;
using Entente.Language.Learning;
using Entente.Language.Neural;
using Entente.Language.Tagging;

namespace Entente.Compiler.Neural;

/// <summary>Runs part of a batch through the network and back again. One thread each.</summary>
internal sealed unsafe class NetworkWorker
{
    private readonly NetworkWeights weights;
    private readonly HashTable clusters;
    private readonly Network network;
    private readonly NetworkBackward back;
    private readonly Dropout dropout;
    private readonly NetworkInput input;
    private readonly List<Frame> frames = [];
    private readonly Room[] rooms = [.. Enumerable.Range(0, 10).Select(_ => new Room())];

    public NetworkWorker(NetworkWeights weights, HashTable wordRows, HashTable clusters, DropoutRates rates)
    {
        (this.weights, this.clusters) = (weights, clusters);
        input = new NetworkInput(wordRows);
        Gradients = new NetworkWeights(weights.Shape);
        network = new Network(weights, forTraining: true);
        dropout = new Dropout(rates);
        back = new NetworkBackward(weights, Gradients, network, dropout);
    }

    /// <summary>Gradients of what was learnt last.</summary>
    public NetworkWeights Gradients { get; }

    /// <summary>Rows of the word table that have gradients.</summary>
    public HashSet<int> WordRows { get; } = [];

    /// <summary>Rows of the form table that have gradients.</summary>
    public HashSet<int> FormRows { get; } = [];

    /// <summary>Sums of the losses of tags, arcs and relations.</summary>
    public double[] Losses { get; } = new double[3];

    /// <summary>Learns from examples; gradients are divided by <paramref name="total"/>.</summary>
    public void Learn(NetworkExample[] examples, string[][] forms, float total, int seed)
    {
        Load(examples, forms);
        dropout.Begin(seed);
        network.Run(input, dropout);
        back.Begin();
        var batch = network.Batch;
        for (var s = 0; s < batch.Count; s++)
        {
            var example = examples[batch.Order[s]];
            var weight = example.Weight / total;
            if (example.Tags is { } tags) Rows(batch, s, tags, network.Tags, weights.Tag.Columns, weights.Shape.Tags, back.Tags, weight, 0);
            if (example.Heads is { } heads) Arcs(batch, s, heads, weight);
        }

        Relations(examples, total);
        Tables(back.Run());
    }

    private void Load(NetworkExample[] examples, string[][] forms)
    {
        while (frames.Count < examples.Length) frames.Add(new Frame());
        for (var s = 0; s < examples.Length; s++) frames[s].Load(forms[s], clusters);
        input.Load(CollectionsMarshal.AsSpan(frames)[..examples.Length], network.Batch);
    }

    private void Rows(Batch batch, int sentence, int[] gold, float* scores, int stride, int classes, float* gradients, float weight, int kind)
    {
        for (var i = 0; i < gold.Length; i++)
        {
            var row = (nint)(batch.Starts[sentence] + i) * stride;
            if (gold[i] >= 0) Losses[kind] += Loss.SoftMax(scores + row, classes, gold[i], weight, gradients + row);
        }
    }

    // Arc scores are Wanted × heads transposed; the root's row stands first among the heads.
    private void Arcs(Batch batch, int sentence, int[] gold, float weight)
    {
        var (start, length, size) = (batch.Starts[sentence], batch.Lengths[sentence], weights.Shape.ArcSize);
        var stride = Gemm.Padded(length + 1);
        var scores = rooms[0].Get(length * stride);
        var gradient = rooms[1].Zeros(length * stride);
        network.ScoreArcs(sentence, rooms[2], scores);
        for (var i = 0; i < length; i++)
        {
            scores[(nint)i * stride + i + 1] = -1e9f;
            Losses[1] += Loss.SoftMax(scores + (nint)i * stride, length + 1, gold[i], weight, gradient + (nint)i * stride);
        }

        var heads = rooms[3].Get((length + 1) * size);
        new ReadOnlySpan<float>(weights.Root.Pointer, size).CopyTo(new Span<float>(heads, size));
        new ReadOnlySpan<float>(network.Heads + (nint)start * size, length * size).CopyTo(new Span<float>(heads + size, length * size));
        var packed = rooms[2].Get(Gemm.PackedSize(Math.Max(length + 1, length), size));
        Gemm.Pack(heads, size, 1, length + 1, size, packed);
        Gemm.Multiply(gradient, stride, 1, packed, back.Wanted + (nint)start * size, size, length, size, length + 1, add: false);
        var headGradient = rooms[4].Get((length + 1) * size);
        Gemm.Pack(network.Wanted + (nint)start * size, size, 1, length, size, packed);
        Gemm.Multiply(gradient, 1, stride, packed, headGradient, size, length + 1, size, length, add: false);
        Elementwise.Add(Gradients.Root.Pointer, headGradient, size);
        Elementwise.Add(back.Heads + (nint)start * size, headGradient + size, length * size);
    }

    private void Relations(NetworkExample[] examples, float total)
    {
        var (batch, size, columns) = (network.Batch, weights.Shape.LabelSize, weights.Label.Columns);
        var heads = new int[batch.Rows];
        for (var s = 0; s < batch.Count; s++)
            for (var i = 0; i < batch.Lengths[s]; i++)
                heads[batch.Starts[s] + i] = examples[batch.Order[s]].Heads is { } gold && gold[i] > 0 ? batch.Starts[s] + gold[i] - 1 : -1;
        var joined = rooms[5].Get(batch.Rows * size);
        var scores = rooms[6].Get(batch.Rows * columns);
        var gradient = rooms[7].Zeros(batch.Rows * columns);
        network.JoinLabels(heads, joined);
        weights.Label.Apply(joined, scores, batch.Rows, rectify: false);
        for (var s = 0; s < batch.Count; s++)
            if (examples[batch.Order[s]] is { Labels: { } labels, Weight: var weight })
                Rows(batch, s, labels, scores, columns, weights.Shape.Labels, gradient, weight / total, 2);
        var joinedGradient = rooms[8].Zeros(batch.Rows * size);
        back.Dense(weights.Label, Gradients.Label, joined, gradient, joinedGradient);
        for (var row = 0; row < batch.Rows; row++)
        {
            var g = joinedGradient + (nint)row * size;
            var j = joined + (nint)row * size;
            for (var i = 0; i < size; i++)
                if (j[i] <= 0)
                    g[i] = 0;
            Elementwise.Add(back.LabelDependents + (nint)row * size, g, size);
            Elementwise.Add(heads[row] < 0 ? Gradients.LabelRoot.Pointer : back.LabelHeads + (nint)heads[row] * size, g, size);
        }
    }

    private void Tables(float* gradient)
    {
        var shape = weights.Shape;
        var from = 0;
        for (var row = 0; row < network.Batch.Rows; row++, gradient += shape.InputSize)
        {
            if (dropout.InputMask[row * 2] != 0)
            {
                Elementwise.Add(Gradients.Words.Row(input.Words[row]), gradient, shape.WordSize, dropout.InputMask[row * 2]);
                WordRows.Add(input.Words[row]);
            }

            for (; from < input.FormEnds[row]; from++)
            {
                if (dropout.InputMask[row * 2 + 1] == 0) continue;
                Elementwise.Add(Gradients.Forms.Row(input.FormRows[from]), gradient + shape.WordSize, shape.FormSize, dropout.InputMask[row * 2 + 1]);
                FormRows.Add(input.FormRows[from]);
            }
        }
    }
}
