using System.Runtime.InteropServices;
using Entente.Language;
using Entente.Language.Neural;
using Entente.Language.Tagging;

namespace Entente.Compiler.Neural;

/// <summary>
/// Several networks that mark up sentences together: their probabilities are averaged, then the best tags, tree and relations taken.
/// All share tags and relations. One thread each.
/// </summary>
internal sealed unsafe class Teachers
{
    private readonly LanguageModel[] models;
    private readonly NetworkWeights[] weights;
    private readonly Network[] networks;
    private readonly NetworkInput[] inputs;
    private readonly TreeDecoder decoder = new();
    private readonly Room scores = new();
    private readonly Room packed = new();
    private readonly Room joined = new();
    private readonly List<Frame> frames = [];

    /// <summary>Makes a group.</summary>
    public Teachers(LanguageModel[] models)
    {
        this.models = models;
        weights = Array.ConvertAll(models, m => m.Network);
        networks = Array.ConvertAll(weights, w => new Network(w));
        inputs = Array.ConvertAll(models, m => new NetworkInput(m.WordRows));
    }

    /// <summary>Marks up sentences.</summary>
    public NetworkExample[] Mark(string[][] sentences)
    {
        while (frames.Count < sentences.Length) frames.Add(new Frame());
        var loaded = CollectionsMarshal.AsSpan(frames)[..sentences.Length];
        for (var n = 0; n < networks.Length; n++)
        {
            for (var s = 0; s < sentences.Length; s++) frames[s].Load(sentences[s], models[n].Clusters);
            inputs[n].Load(loaded, networks[n].Batch);
            networks[n].Run(inputs[n], null);
        }

        var batch = networks[0].Batch;
        var (shape, rows) = (weights[0].Shape, batch.Rows);
        var heads = new int[rows];
        for (var s = 0; s < batch.Count; s++) Heads(s, heads);
        var tags = Best(rows, shape.Tags, weights[0].Tag.Columns, (n, _) => (nint)networks[n].Tags);
        var labels = Best(rows, shape.Labels, weights[0].Label.Columns, (n, into) => Labels(n, heads, (float*)into));
        var marked = new NetworkExample[sentences.Length];
        for (var s = 0; s < batch.Count; s++)
        {
            var (start, length) = (batch.Starts[s], batch.Lengths[s]);
            int[] own = [.. heads.AsSpan(start, length).ToArray().Select(h => h < 0 ? 0 : h - start + 1)];
            marked[batch.Order[s]] = new NetworkExample
            {
                Forms = sentences[batch.Order[s]],
                Tags = tags[start..(start + length)],
                Heads = own,
                Labels = [.. Enumerable.Range(0, length).Select(i => own[i] == 0 ? 0 : labels[start + i])],
            };
        }

        return marked;
    }

    private void Heads(int sentence, int[] rows)
    {
        var batch = networks[0].Batch;
        var (start, length) = (batch.Starts[sentence], batch.Lengths[sentence]);
        var stride = Gemm.Padded(length + 1);
        var sums = new float[length * stride];
        var at = scores.Get(length * stride);
        foreach (var network in networks)
        {
            network.ScoreArcs(sentence, packed, at);
            for (var i = 0; i < length; i++)
            {
                at[(nint)i * stride + i + 1] = -1e9f;
                AddProbabilities(at + (nint)i * stride, sums.AsSpan(i * stride, length + 1));
            }
        }

        for (var i = 0; i < sums.Length; i++) sums[i] = MathF.Log(sums[i] / networks.Length + 1e-7f);
        var heads = new int[length + 1];
        decoder.Decode(sums, stride, length, heads);
        for (var i = 1; i <= length; i++) rows[start + i - 1] = heads[i] == 0 ? -1 : start + heads[i] - 1;
    }

    private nint Labels(int n, int[] heads, float* into)
    {
        var at = joined.Get(heads.Length * weights[n].Shape.LabelSize);
        networks[n].JoinLabels(heads, at);
        weights[n].Label.Apply(at, into, heads.Length, rectify: false);
        return (nint)into;
    }

    private int[] Best(int rows, int classes, int stride, Func<int, nint, nint> of)
    {
        var sums = new float[rows * classes];
        for (var n = 0; n < networks.Length; n++)
        {
            var at = (float*)of(n, (nint)scores.Get(rows * stride));
            for (var row = 0; row < rows; row++) AddProbabilities(at + (nint)row * stride, sums.AsSpan(row * classes, classes));
        }

        var best = new int[rows];
        for (var row = 0; row < rows; row++)
            for (var c = 1; c < classes; c++)
                if (sums[row * classes + c] > sums[row * classes + best[row]])
                    best[row] = c;
        return best;
    }

    private static void AddProbabilities(float* values, Span<float> sums)
    {
        var most = float.NegativeInfinity;
        for (var i = 0; i < sums.Length; i++) most = Math.Max(most, values[i]);
        var total = 0f;
        for (var i = 0; i < sums.Length; i++) total += MathF.Exp(values[i] - most);
        for (var i = 0; i < sums.Length; i++) sums[i] += MathF.Exp(values[i] - most) / total;
    }
}
