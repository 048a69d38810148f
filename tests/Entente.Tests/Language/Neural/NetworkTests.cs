using Entente.Compiler.Neural;
using Entente.Language.Learning;
using Entente.Language.Neural;
using Entente.Language.Tagging;
using Xunit;

namespace Entente.Tests.Language.Neural;

/// <summary>The network learns what it is shown, by the right gradients, the same way every time.</summary>
public sealed class NetworkTests
{
    private static readonly HashTable Clusters = new([]);
    private static readonly HashTable WordRows =
        new(new[] { "the", "dog", "barks", "cats", "sleep", "in", "oslo" }.Select((w, i) => new KeyValuePair<uint, int>(Hash.Text(w), i + 1)).ToArray());

    private static readonly NetworkShape Shape = new()
    {
        Words = 8,
        WordSize = 32,
        FormSize = 32,
        Units = 32,
        Layers = 3,
        ArcSize = 32,
        LabelSize = 32,
        Tags = 5,
        Labels = 5,
    };

    private static readonly TagSet Tags = new(["NOUN|_", "VERB|_", "DET|_", "ADP|_", "PROPN|_"]);

    private static readonly NetworkExample[] Examples =
    [
        new() { Forms = ["The", "dog", "barks"], Tags = [2, 0, 1], Heads = [2, 3, 0], Labels = [1, 2, 0] },
        new() { Forms = ["Cats", "sleep", "in", "Oslo"], Tags = [0, 1, 3, 4], Heads = [2, 0, 4, 2], Labels = [2, 0, 3, 4] },
        new() { Forms = ["Dogs"], Tags = [0], Heads = [0], Labels = [0] },
    ];

    private static readonly DropoutRates NoNoise = new() { Word = 0, Form = 0, Input = 0, Joint = 0, State = 0 };

    [Fact]
    public void GradientsAreThoseOfTheLoss()
    {
        var weights = Weights(3);
        var worker = new NetworkWorker(weights, WordRows, Clusters, NoNoise);
        Loss(worker, weights);
        var gradients = All(worker.Gradients).Select(m => (float[])m.Data.Clone()).ToArray();
        var matrices = All(weights).ToArray();
        for (var k = 0; k < matrices.Length; k++)
        {
            // The largest ones, in small steps: small ones drown in rounding, large steps cross the kinks of the rectifiers.
            foreach (var i in Enumerable.Range(0, gradients[k].Length).OrderByDescending(i => Math.Abs(gradients[k][i])).Take(2))
            {
                const float Step = 5e-4f;
                var kept = matrices[k].Data[i];
                matrices[k].Data[i] = kept + Step;
                var above = Loss(worker, weights);
                matrices[k].Data[i] = kept - Step;
                var below = Loss(worker, weights);
                matrices[k].Data[i] = kept;
                var measured = (above - below) / (2 * Step);
                Assert.InRange(gradients[k][i] - measured, -0.05 * Math.Max(0.3, Math.Abs(measured)), 0.05 * Math.Max(0.3, Math.Abs(measured)));
            }
        }
    }

    [Fact]
    public void WhatIsShownIsLearntTheSameWayEveryTime()
    {
        var (first, second) = (Trained(), Trained());
        Assert.All(All(first).Zip(All(second)), pair => Assert.Equal(pair.First.Data, pair.Second.Data));
        var frames = Frames();
        new NetworkReader(first, WordRows, Tags).Read(frames);
        for (var s = 0; s < Examples.Length; s++)
        {
            Assert.Equal(Examples[s].Heads, frames[s].Heads.AsSpan(1, frames[s].Count).ToArray());
            Assert.Equal(Examples[s].Labels, frames[s].Labels.AsSpan(1, frames[s].Count).ToArray());
            Assert.Equal(Examples[s].Tags, Array.ConvertAll(frames[s].Tags.AsSpan(1, frames[s].Count).ToArray(), t => t - 1));
        }
    }

    [Fact]
    public void WeightsSurviveTheirFile()
    {
        var weights = Weights(5);
        var once = Read(Written(weights));
        Assert.Equal(weights.Shape, once.Shape);
        Assert.All(All(weights).Zip(All(once)), pair => Assert.All(pair.First.Data.Zip(pair.Second.Data), v => Assert.InRange(v.First - v.Second, -5e-3, 5e-3)));
    }

    private static NetworkWeights Trained()
    {
        var weights = new NetworkWeights(Shape);
        NetworkTrainer.Initialise(weights, null, 1);
        var training = new NetworkTraining { Rounds = 400, BatchWords = 20, Rate = 1e-2f, Seed = 1, Dropout = NoNoise with { Word = 0.1, Joint = 0.1 } };
        new NetworkTrainer(weights, training, WordRows, Clusters, TextWriter.Null).Train(Examples, (e, _) => e.Forms, _ => { });
        return weights;
    }

    private static NetworkWeights Weights(int seed)
    {
        var weights = new NetworkWeights(Shape);
        NetworkTrainer.Initialise(weights, null, seed);
        var random = new Random(seed);
        foreach (var matrix in weights.Inner())
            for (var i = 0; i < matrix.Data.Length; i++) matrix.Data[i] += 0.1f * (random.NextSingle() - 0.5f);
        return weights;
    }

    private static double Loss(NetworkWorker worker, NetworkWeights weights)
    {
        weights.Pack(forTraining: true);
        Array.Clear(worker.Losses);
        worker.Learn(Examples, [.. Examples.Select(e => e.Forms)], 1, 1);
        return worker.Losses.Sum();
    }

    private static IEnumerable<Matrix> All(NetworkWeights weights) => [weights.Words, weights.Forms, .. weights.Inner()];

    private static Frame[] Frames() => Array.ConvertAll(Examples, e =>
    {
        var frame = new Frame();
        frame.Load(e.Forms, Clusters);
        return frame;
    });

    private static byte[] Written(NetworkWeights weights)
    {
        using var memory = new MemoryStream();
        using (var writer = new ModelWriter(memory)) NetworkFile.Write(writer, weights);
        return memory.ToArray();
    }

    private static NetworkWeights Read(byte[] bytes)
    {
        var reader = new ModelReader(bytes);
        return NetworkFile.Read(ref reader);
    }
}
