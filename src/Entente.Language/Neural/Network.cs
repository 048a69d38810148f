namespace Entente.Language.Neural;

/// <summary>Noise that training puts in at the network's joints; reading has none.</summary>
internal unsafe interface INoise
{
    /// <summary>Changes the rows that come in: words' vectors first, forms' after.</summary>
    void Input(float* x, Batch batch, NetworkShape shape);

    /// <summary>Changes what passes a joint, the same way for all words of a sentence.</summary>
    void Joint(int number, float* x, int columns, Batch batch);

    /// <summary>What the states of a memory are multiplied with, a row a sentence.</summary>
    float* States(int memory, Batch batch, int size);
}

/// <summary>
/// Runs the network over a batch: tables, layers of memories in both directions, then tags, arcs (deep biaffine attention, Dozat and
/// Manning 2017) and relations. Keeps what the way back needs, if asked. One thread each.
/// </summary>
internal sealed unsafe class Network
{
    private readonly NetworkWeights weights;
    private readonly Room[] rooms;
    private readonly Room forms = new();

    /// <summary>Makes working room for the weights.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="forTraining">Whether gates and cells are kept for the way back.</param>
    public Network(NetworkWeights weights, bool forTraining = false)
    {
        this.weights = weights;
        var shared = new LstmRooms();
        Memories = [.. weights.Layers.Select((layer, i) => new Lstm(layer, i % 2 == 1, forTraining ? new LstmRooms() : shared))];
        rooms = [.. Enumerable.Range(0, weights.Shape.Layers + 10).Select(_ => new Room())];
    }

    /// <summary>The memories, forwards and backwards by turns.</summary>
    public Lstm[] Memories { get; }

    /// <summary>The batch at hand.</summary>
    public Batch Batch { get; } = new();

    /// <summary>What went into each layer; the last is what came out of the last one.</summary>
    public nint[] Between { get; } = new nint[8];

    /// <summary>Scores of tags, a row a word.</summary>
    public float* Tags { get; private set; }

    /// <summary>Words as dependents.</summary>
    public float* Dependents { get; private set; }

    /// <summary>Words as heads.</summary>
    public float* Heads { get; private set; }

    /// <summary>Dependents after the biaffine matrix: what a head is multiplied with.</summary>
    public float* Wanted { get; private set; }

    /// <summary>Words as bearers of relations.</summary>
    public float* LabelDependents { get; private set; }

    /// <summary>Words as heads of relations.</summary>
    public float* LabelHeads { get; private set; }

    /// <summary>Runs the tables and everything up to the points where arcs and relations are scored.</summary>
    /// <param name="input">The words of the batch.</param>
    /// <param name="noise">Noise of training, null for none.</param>
    public void Run(NetworkInput input, INoise? noise)
    {
        var shape = weights.Shape;
        var first = rooms[0].Get(Batch.Rows * shape.InputSize);
        Between[0] = (nint)first;
        Look(input, first);
        noise?.Input(first, Batch, shape);
        var twice = shape.Units * 2;
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var x = (float*)Between[layer];
            var columns = layer == 0 ? shape.InputSize : twice;
            noise?.Joint(layer, x, columns, Batch);
            var y = rooms[layer + 1].Get(Batch.Rows * twice);
            Between[layer + 1] = (nint)y;
            for (var way = 0; way < 2; way++)
            {
                var memory = Memories[layer * 2 + way];
                memory.Run(Batch, x, columns, y + way * shape.Units, twice, noise == null ? null : noise.States(layer * 2 + way, Batch, shape.Units));
            }
        }

        var top = (float*)Between[shape.Layers];
        noise?.Joint(shape.Layers, top, twice, Batch);
        var at = shape.Layers + 1;
        Tags = Apply(weights.Tag, (float*)Between[Math.Max(1, shape.Layers - 1)], at++, rectify: false);
        Dependents = Apply(weights.Dependent, top, at++, rectify: true);
        noise?.Joint(shape.Layers + 1, Dependents, shape.ArcSize, Batch);
        Heads = Apply(weights.Head, top, at++, rectify: true);
        noise?.Joint(shape.Layers + 2, Heads, shape.ArcSize, Batch);
        Wanted = Apply(weights.Arc, Dependents, at++, rectify: false);
        LabelDependents = Apply(weights.LabelDependent, top, at++, rectify: false);
        LabelHeads = Apply(weights.LabelHead, top, at, rectify: false);
    }

    /// <summary>Scores of all heads of a sentence: row dependent, column head with the root first, rows <see cref="Gemm.Padded"/>(words + 1) apart.</summary>
    public void ScoreArcs(int sentence, Room packed, float* scores)
    {
        var (start, length, size) = (Batch.Starts[sentence], Batch.Lengths[sentence], weights.Shape.ArcSize);
        var heads = forms.Get((length + 1) * size);
        new ReadOnlySpan<float>(weights.Root.Pointer, size).CopyTo(new Span<float>(heads, size));
        new ReadOnlySpan<float>(Heads + (nint)start * size, length * size).CopyTo(new Span<float>(heads + size, length * size));
        var columns = packed.Get(Gemm.PackedSize(size, length + 1));
        Gemm.Pack(heads, 1, size, size, length + 1, columns);
        Gemm.Multiply(Wanted + (nint)start * size, size, 1, columns, scores, Gemm.Padded(length + 1), length, length + 1, size, add: false);
    }

    /// <summary>What relations are scored from: for each row the dependent and its head (rows of the batch, −1 for the root) joined.</summary>
    public void JoinLabels(ReadOnlySpan<int> headRows, float* joined)
    {
        var size = weights.Shape.LabelSize;
        for (var row = 0; row < Batch.Rows; row++, joined += size)
        {
            var head = headRows[row] < 0 ? weights.LabelRoot.Pointer : LabelHeads + (nint)headRows[row] * size;
            new ReadOnlySpan<float>(LabelDependents + (nint)row * size, size).CopyTo(new Span<float>(joined, size));
            Elementwise.AddRow(joined, 1, size, head, rectify: true);
        }
    }

    private float* Apply(Dense dense, float* x, int room, bool rectify)
    {
        var y = rooms[room].Get(Batch.Rows * dense.Columns);
        dense.Apply(x, y, Batch.Rows, rectify);
        return y;
    }

    private void Look(NetworkInput input, float* x)
    {
        var words = input.Words;
        var formRows = input.FormRows;
        var formEnds = input.FormEnds;
        var shape = weights.Shape;
        var from = 0;
        for (var row = 0; row < Batch.Rows; row++, x += shape.InputSize)
        {
            new ReadOnlySpan<float>(weights.Words.Row(words[row]), shape.WordSize).CopyTo(new Span<float>(x, shape.WordSize));
            var sum = x + shape.WordSize;
            new Span<float>(sum, shape.FormSize).Clear();
            for (; from < formEnds[row]; from++) Elementwise.Add(sum, weights.Forms.Row(formRows[from]), shape.FormSize);
        }
    }
}
