using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Neural;

/// <summary>Reads sentences with a network: tags, heads and relations of all words. One thread each.</summary>
internal sealed unsafe class NetworkReader(NetworkWeights weights, HashTable wordRows, TagSet tags)
{
    private readonly Network network = new(weights);
    private readonly TreeDecoder decoder = new();
    private readonly Room scores = new();
    private readonly Room packed = new();
    private readonly Room joined = new();
    private readonly NetworkInput input = new(wordRows);
    private int[] heads = [];
    private int[] headRows = [];

    /// <summary>Fills tags, parts, heads and relations of loaded frames.</summary>
    public void Read(ReadOnlySpan<Frame> frames)
    {
        var batch = network.Batch;
        input.Load(frames, batch);
        network.Run(input, null);
        if (headRows.Length < batch.Rows) headRows = new int[batch.Rows * 2];
        for (var s = 0; s < batch.Count; s++)
        {
            var frame = frames[batch.Order[s]];
            ReadHeads(frame, s);
            for (var i = 1; i <= frame.Count; i++)
            {
                var row = batch.Starts[s] + i - 1;
                Tagger.Set(frame, i, Best(network.Tags + (nint)row * weights.Tag.Columns, weights.Shape.Tags), tags);
                headRows[row] = frame.Heads[i] == 0 ? -1 : batch.Starts[s] + frame.Heads[i] - 1;
            }
        }

        ReadLabels(frames);
    }

    private void ReadHeads(Frame frame, int sentence)
    {
        var stride = Gemm.Padded(frame.Count + 1);
        var at = scores.Get(frame.Count * stride);
        network.ScoreArcs(sentence, packed, at);
        if (heads.Length <= frame.Count) heads = new int[(frame.Count + 1) * 2];
        decoder.Decode(new Span<float>(at, frame.Count * stride), stride, frame.Count, heads);
        heads.AsSpan(1, frame.Count).CopyTo(frame.Heads.AsSpan(1));
    }

    private void ReadLabels(ReadOnlySpan<Frame> frames)
    {
        var batch = network.Batch;
        var at = joined.Get(batch.Rows * weights.Shape.LabelSize);
        network.JoinLabels(headRows, at);
        var values = scores.Get(batch.Rows * weights.Label.Columns);
        weights.Label.Apply(at, values, batch.Rows, rectify: false);
        for (var s = 0; s < batch.Count; s++)
        {
            var frame = frames[batch.Order[s]];
            for (var i = 1; i <= frame.Count; i++)
            {
                var row = values + (nint)(batch.Starts[s] + i - 1) * weights.Label.Columns;
                frame.Labels[i] = frame.Heads[i] == 0 ? 0 : 1 + Best(row + 1, weights.Shape.Labels - 1);
            }
        }
    }


    private static int Best(float* values, int count)
    {
        var best = 0;
        for (var i = 1; i < count; i++)
            if (values[i] > values[best])
                best = i;
        return best;
    }
}
