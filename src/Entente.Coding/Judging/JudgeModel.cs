using System.Collections.Immutable;

namespace Entente.Coding.Judging;

/// <summary>
/// A multinomial logistic model over hashed features: for each feature the classes it speaks for or against, as whole numbers, so that
/// every machine computes the same scores. Immutable; safe for many threads.
/// </summary>
internal sealed class JudgeModel
{
    /// <summary>The file's first bytes.</summary>
    public const string Magic = "ENTENTE JUDGE\n";

    /// <summary>Version of the format; names and hashes of features are part of it.</summary>
    public const int Version = 1;

    /// <summary>Weights are kept in steps of one over this number.</summary>
    public const double Steps = 32;

    private readonly uint[] keys;
    private readonly int[] starts;
    private readonly byte[] classes;
    private readonly sbyte[] weights;
    private readonly int mask;

    /// <summary>Makes a model.</summary>
    /// <param name="labels">Names of the classes, at most 255.</param>
    /// <param name="bias">Weight of each class by itself.</param>
    /// <param name="temperature">What scores are divided by before they become probabilities (Guo et al. 2017).</param>
    /// <param name="features">Features with their non-zero weights.</param>
    public JudgeModel(ImmutableArray<string> labels, ImmutableArray<int> bias, double temperature, IReadOnlyList<(uint Key, (byte Class, sbyte Weight)[] Weights)> features)
    {
        Labels = labels;
        Bias = bias;
        Temperature = temperature;
        var size = 16;
        while (size < features.Count * 2) size *= 2;
        mask = size - 1;
        keys = new uint[size];
        starts = new int[size];
        var total = features.Sum(f => f.Weights.Length);
        classes = new byte[total + features.Count + 1];
        weights = new sbyte[total + features.Count + 1];
        var next = 1;
        foreach (var (key, list) in features)
        {
            var place = Place(key);
            while (starts[place] != 0) place = (place + 1) & mask;
            keys[place] = key;
            starts[place] = next;
            classes[next++] = (byte)list.Length;
            foreach (var (c, w) in list)
            {
                classes[next] = c;
                weights[next++] = w;
            }
        }

        Features = features;
    }

    /// <summary>Names of the classes.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>Weight of each class by itself, in steps.</summary>
    public ImmutableArray<int> Bias { get; }

    /// <summary>What scores are divided by.</summary>
    public double Temperature { get; }

    private IReadOnlyList<(uint Key, (byte Class, sbyte Weight)[] Weights)> Features { get; }

    /// <summary>Scores of all classes, in steps.</summary>
    public int[] Scores(FeatureList features) => Scores(features.All);

    /// <summary>Scores of all classes, in steps.</summary>
    public int[] Scores(IReadOnlyCollection<uint> features)
    {
        var scores = Bias.ToArray();
        foreach (var feature in features)
        {
            var at = Find(feature);
            if (at == 0) continue;
            for (var end = at + classes[at]; at < end;)
            {
                at++;
                scores[classes[at]] += weights[at];
            }
        }

        return scores;
    }

    /// <summary>Probabilities of all classes; they sum up to 1.</summary>
    public double[] Probabilities(FeatureList features)
    {
        var scores = Scores(features);
        var best = scores.Max();
        var values = scores.Select(s => Math.Exp((s - best) / Steps / Temperature)).ToArray();
        var sum = values.Sum();
        return [.. values.Select(v => v / sum)];
    }

    /// <summary>The weights of one feature, by class; empty when it has none.</summary>
    public IEnumerable<(string Label, double Weight)> WeightsOf(uint feature)
    {
        var at = Find(feature);
        for (var i = at + 1; at > 0 && i <= at + classes[at]; i++) yield return (Labels[classes[i]], weights[i] / Steps);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, of another version, cut off, or damaged.</exception>
    public static JudgeModel Read(byte[] file)
    {
        using var reader = JudgeFile.Open(file, Magic, Version);
        var labels = Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString()).ToImmutableArray();
        var bias = labels.Select(_ => reader.ReadInt32()).ToImmutableArray();
        var temperature = reader.ReadDouble();
        var features = new (uint, (byte, sbyte)[])[reader.ReadInt32()];
        uint key = 0;
        for (var i = 0; i < features.Length; i++)
        {
            key += (uint)reader.Read7BitEncodedInt64();
            var list = new (byte, sbyte)[reader.ReadByte()];
            for (var k = 0; k < list.Length; k++) list[k] = (reader.ReadByte(), reader.ReadSByte());
            features[i] = (key, list);
        }

        return new JudgeModel(labels, bias, temperature, features);
    }

    /// <summary>The bytes of the model's file.</summary>
    public byte[] Write() => JudgeFile.Write(Magic, Version, writer =>
    {
        writer.Write(Labels.Length);
        foreach (var label in Labels) writer.Write(label);
        foreach (var value in Bias) writer.Write(value);
        writer.Write(Temperature);
        writer.Write(Features.Count);
        uint last = 0;
        foreach (var (key, list) in Features.OrderBy(f => f.Key))
        {
            writer.Write7BitEncodedInt64(key - last);
            last = key;
            writer.Write((byte)list.Length);
            foreach (var (c, w) in list)
            {
                writer.Write(c);
                writer.Write(w);
            }
        }
    });

    private int Place(uint key) => (int)(key * 0x9E3779B1u >> 8) & mask;

    private int Find(uint key)
    {
        for (var place = Place(key); starts[place] != 0; place = (place + 1) & mask)
            if (keys[place] == key) return starts[place];
        return 0;
    }
}
