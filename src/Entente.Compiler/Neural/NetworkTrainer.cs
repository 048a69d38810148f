using Entente.Language.Learning;
using Entente.Language.Neural;

namespace Entente.Compiler.Neural;

/// <summary>How a network is trained.</summary>
internal sealed record NetworkTraining
{
    /// <summary>Rounds over the examples.</summary>
    public int Rounds { get; init; } = 30;

    /// <summary>Words of a batch, about.</summary>
    public int BatchWords { get; init; } = 1200;

    /// <summary>Highest rate of learning.</summary>
    public float Rate { get; init; } = 2e-3f;

    /// <summary>Seed of weights, order and noise.</summary>
    public int Seed { get; init; } = 20230727;

    /// <summary>What is left out.</summary>
    public DropoutRates Dropout { get; init; } = new();
}

/// <summary>
/// Trains a network on two threads, each with its half of every batch, whose gradients are then summed: the same data, options and seed
/// give the same weights.
/// </summary>
internal sealed class NetworkTrainer(NetworkWeights weights, NetworkTraining options, HashTable wordRows, HashTable clusters, TextWriter log)
{
    private const int Workers = 2;
    private const double VectorScale = 0.15;

    private readonly NetworkWorker[] workers = [.. Enumerable.Range(0, Workers).Select(_ => new NetworkWorker(weights, wordRows, clusters, options.Dropout))];
    private readonly Adam adam = new(weights);

    /// <summary>Sets the weights to small random numbers and words to their vectors, if given; forget gates begin open.</summary>
    public static void Initialise(NetworkWeights weights, float[]? vectors, int seed)
    {
        var random = new Random(seed);
        foreach (var matrix in weights.Inner())
        {
            if (matrix.Rows == 1) continue;
            var width = MathF.Sqrt(6f / (matrix.Rows + Math.Min(matrix.Columns, matrix.Rows)));
            for (var i = 0; i < matrix.Data.Length; i++) matrix.Data[i] = width * (random.NextSingle() * 2 - 1);
        }

        weights.Arc.Weights.Data.AsSpan().Clear();
        foreach (var layer in weights.Layers) layer.Bias.Data.AsSpan(layer.Size, layer.Size).Fill(1);
        for (var i = 0; i < weights.Words.Data.Length; i++) weights.Words.Data[i] = 0.1f * (random.NextSingle() * 2 - 1);
        for (var i = 0; i < weights.Forms.Data.Length; i++) weights.Forms.Data[i] = 0.1f * (random.NextSingle() * 2 - 1);
        if (vectors is null) return;
        var square = 0.0;
        foreach (var value in vectors) square += (double)value * value;
        var scale = (float)(VectorScale / Math.Sqrt(square / vectors.Length));
        for (var i = 0; i < vectors.Length; i++) weights.Words.Data[weights.Words.Columns + i] = vectors[i] * scale;
    }

    /// <summary>Trains; <paramref name="dress"/> may change a sentence's forms by round and number, <paramref name="check"/> runs with the mean weights.</summary>
    public void Train(NetworkExample[] examples, Func<NetworkExample, int, string[]> dress, Action<int> check)
    {
        var steps = Batches(examples, new Random(options.Seed)).Count * options.Rounds;
        var random = new Random(options.Seed);
        for (var round = 0; round < options.Rounds; round++)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            foreach (var worker in workers) Array.Clear(worker.Losses);
            var batches = Batches(examples, random);
            foreach (var batch in batches) Step(batch, dress, steps, round);
            var losses = workers[0].Losses.Zip(workers[1].Losses, (a, b) => $"{(a + b) / batches.Count:F4}");
            log.WriteLine($"round {round + 1}: {clock.Elapsed.TotalSeconds:F1} s, losses {string.Join(' ', losses)}");
            adam.Swap();
            weights.Pack();
            check(round + 1);
            if (round + 1 < options.Rounds) adam.Swap();
        }
    }

    private void Step(NetworkExample[] batch, Func<NetworkExample, int, string[]> dress, int steps, int round)
    {
        var done = adam.Steps;
        var rate = options.Rate * Math.Min(1, (done + 1) / 400f) * (0.02f + 0.98f * 0.5f * (1 + MathF.Cos(MathF.PI * done / steps)));
        weights.Pack(forTraining: true);
        var total = batch.Sum(e => e.Forms.Length);
        Parallel.For(0, Workers, w =>
        {
            var part = batch.Where((_, i) => i % Workers == w).ToArray();
            if (part.Length > 0) workers[w].Learn(part, [.. part.Select((e, i) => dress(e, round * 5 + done + i))], total, options.Seed + done * Workers + w);
        });
        Merge();
        adam.Step(workers[0].Gradients, workers[0].WordRows, workers[0].FormRows, rate, 5);
        foreach (var worker in workers)
        {
            worker.WordRows.Clear();
            worker.FormRows.Clear();
        }

        if (done % 8 == 0) adam.Average(Math.Min(0.985f, (done / 8 + 1f) / (done / 8 + 10f)));
    }

    private unsafe void Merge()
    {
        var (to, from) = (workers[0].Gradients, workers[1].Gradients);
        foreach (var (a, b) in to.Inner().Zip(from.Inner())) Move(a.Pointer, b.Pointer, a.Data.Length);
        foreach (var row in workers[1].WordRows) Move(to.Words.Row(row), from.Words.Row(row), to.Words.Columns);
        foreach (var row in workers[1].FormRows) Move(to.Forms.Row(row), from.Forms.Row(row), to.Forms.Columns);
        workers[0].WordRows.UnionWith(workers[1].WordRows);
        workers[0].FormRows.UnionWith(workers[1].FormRows);
    }

    private static unsafe void Move(float* to, float* from, int length)
    {
        Elementwise.Add(to, from, length);
        new Span<float>(from, length).Clear();
    }

    // Sentences of like length go together; the order of batches is by chance.
    private List<NetworkExample[]> Batches(NetworkExample[] examples, Random random)
    {
        var order = examples.ToArray();
        random.Shuffle(order);
        var batches = new List<NetworkExample[]>();
        foreach (var chunk in order.Chunk(800))
        {
            var batch = new List<NetworkExample>();
            var words = 0;
            foreach (var example in chunk.OrderBy(e => e.Forms.Length))
            {
                batch.Add(example);
                words += example.Forms.Length;
                if (words < options.BatchWords) continue;
                batches.Add([.. batch]);
                batch.Clear();
                words = 0;
            }

            if (batch.Count > 0) batches.Add([.. batch]);
        }

        var shuffled = batches.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }
}
