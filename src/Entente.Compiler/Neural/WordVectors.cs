using System.Runtime.Intrinsics;
using Entente.Language.Neural;

namespace Entente.Compiler.Neural;

/// <summary>
/// Learns word vectors from unlabelled text: skip-gram with negative samples (Mikolov et al. 2013) and an output table for each place in
/// the window, which keeps what word order tells (Ling et al. 2015). One thread, so that the same text gives the same vectors.
/// </summary>
internal sealed unsafe class WordVectors
{
    private const int Window = 3;
    private const int Negatives = 5;
    private const float Rate = 0.03f;

    private readonly int size;
    private readonly int count;
    private readonly float[] input;
    private readonly float[] output;
    private readonly int[] lottery = new int[1 << 20];
    private readonly double[] kept;
    private readonly float[] change;

    /// <summary>Prepares for words numbered from 0 with the given counts.</summary>
    public WordVectors(IReadOnlyList<int> counts, int size, int seed)
    {
        (this.size, count) = (size, counts.Count);
        input = GC.AllocateArray<float>(count * size, pinned: true);
        output = GC.AllocateArray<float>(count * size * Window * 2, pinned: true);
        change = GC.AllocateArray<float>(size, pinned: true);
        var random = new Random(seed);
        for (var i = 0; i < input.Length; i++) input[i] = (random.NextSingle() - 0.5f) / size;
        FillLottery([.. counts.Select(c => Math.Pow(c, 0.75))]);
        double total = counts.Sum(c => (long)c);
        kept = [.. counts.Select(c => Math.Min(1, Math.Sqrt(1e-4 * total / c)))];
    }

    // Words are drawn in proportion to their weights.
    private void FillLottery(double[] weights)
    {
        var sum = weights.Sum();
        var reached = weights[0] / sum;
        for (int i = 0, word = 0; i < lottery.Length; i++)
        {
            while (word < count - 1 && (i + 0.5) / lottery.Length > reached) reached += weights[++word] / sum;
            lottery[i] = word;
        }
    }

    /// <summary>Learns from texts of word numbers, −1 for words that are not learnt, and returns the table, a row a word.</summary>
    public float[] Train(IReadOnlyList<int[]> texts, int rounds, int seed)
    {
        var random = new Random(seed);
        long done = 0, all = texts.Sum(t => (long)t.Length) * rounds;
        var thin = new List<int>();
        for (var round = 0; round < rounds; round++)
            foreach (var text in texts)
            {
                done += text.Length;
                var rate = Rate * Math.Max(0.02f, 1 - (float)done / all);
                thin.Clear();
                foreach (var word in text)
                    if (word >= 0 && random.NextDouble() < kept[word])
                        thin.Add(word);
                for (var i = 0; i < thin.Count; i++) Learn(thin, i, rate, random);
            }

        return input;
    }

    private void Learn(List<int> text, int i, float rate, Random random)
    {
        var x = Room.At(input) + (nint)text[i] * size;
        var delta = Room.At(change);
        for (var place = 0; place < Window * 2; place++)
        {
            var at = place < Window ? i - 1 - place : i + 1 + place - Window;
            if (at < 0 || at >= text.Count) continue;
            new Span<float>(delta, size).Clear();
            var table = Room.At(output) + (nint)place * count * size;
            for (var n = 0; n <= Negatives; n++)
            {
                var word = n == 0 ? text[at] : lottery[random.Next(lottery.Length)];
                if (n > 0 && word == text[at]) continue;
                var y = table + (nint)word * size;
                var sum = Vector512<float>.Zero;
                for (var k = 0; k < size; k += 16) sum = Vector512.FusedMultiplyAdd(Vector512.Load(x + k), Vector512.Load(y + k), sum);
                var g = ((n == 0 ? 1 : 0) - 1 / (1 + MathF.Exp(-Vector512.Sum(sum)))) * rate;
                Elementwise.Add(delta, y, size, g);
                Elementwise.Add(y, x, size, g);
            }

            Elementwise.Add(x, delta, size);
        }
    }
}
