using System.Runtime.Intrinsics;
using Entente.Language.Neural;

namespace Entente.Compiler.Neural;

/// <summary>Adam (Kingma and Ba 2015) over whole matrices, with a running mean of the weights, which is what is kept in the end.</summary>
internal sealed unsafe class Adam(NetworkWeights weights)
{
    private const float First = 0.9f;
    private const float Second = 0.98f;
    private const float Small = 1e-8f;

    private readonly Matrix[] matrices = [.. weights.Inner()];
    private readonly Moments[] inner = [.. weights.Inner().Select(m => new Moments(m))];
    private readonly Moments words = new(weights.Words);
    private readonly Moments forms = new(weights.Forms);

    /// <summary>Number of steps made.</summary>
    public int Steps { get; private set; }

    /// <summary>Changes all weights along their gradients; tables only in the rows named.</summary>
    public void Step(NetworkWeights gradients, IReadOnlyCollection<int> wordRows, IReadOnlyCollection<int> formRows, float rate, float clip)
    {
        Steps++;
        var corrected = rate * MathF.Sqrt(1 - MathF.Pow(Second, Steps)) / (1 - MathF.Pow(First, Steps));
        var sum = 0.0;
        foreach (var gradient in gradients.Inner())
            foreach (var g in gradient.Data) sum += (double)g * g;
        var norm = (float)Math.Sqrt(sum);
        var scale = norm > clip ? clip / norm : 1;
        var k = 0;
        foreach (var gradient in gradients.Inner())
        {
            Update(matrices[k].Pointer, gradient.Pointer, inner[k], 0, gradient.Data.Length, corrected, scale);
            k++;
        }

        foreach (var row in wordRows) Update(weights.Words.Row(row), gradients.Words.Row(row), words, row * weights.Words.Columns, weights.Words.Columns, corrected, scale);
        foreach (var row in formRows) Update(weights.Forms.Row(row), gradients.Forms.Row(row), forms, row * weights.Forms.Columns, weights.Forms.Columns, corrected, scale);
    }

    /// <summary>Takes the weights as they are into the running mean.</summary>
    public void Average(float decay)
    {
        for (var k = 0; k < matrices.Length; k++) inner[k].Average(matrices[k], decay);
        words.Average(weights.Words, decay);
        forms.Average(weights.Forms, decay);
    }

    /// <summary>Changes the weights for their running means and back again.</summary>
    public void Swap()
    {
        for (var k = 0; k < matrices.Length; k++) inner[k].Swap(matrices[k]);
        words.Swap(weights.Words);
        forms.Swap(weights.Forms);
    }

    private static void Update(float* w, float* g, Moments moments, int at, int length, float rate, float scale)
    {
        float* m = moments.First + at, v = moments.Second + at;
        for (var i = 0; i < length; i += 16)
        {
            var gradient = Vector512.Load(g + i) * scale;
            var mean = Vector512.FusedMultiplyAdd(Vector512.Create(1 - First), gradient - Vector512.Load(m + i), Vector512.Load(m + i));
            var square = Vector512.FusedMultiplyAdd(Vector512.Create(1 - Second), gradient * gradient - Vector512.Load(v + i), Vector512.Load(v + i));
            mean.Store(m + i);
            square.Store(v + i);
            (Vector512.Load(w + i) - mean * rate / (Vector512.Sqrt(square) + Vector512.Create(Small))).Store(w + i);
            Vector512<float>.Zero.Store(g + i);
        }
    }

    private sealed class Moments(Matrix matrix)
    {
        private readonly float[] first = GC.AllocateArray<float>(matrix.Data.Length, pinned: true);
        private readonly float[] second = GC.AllocateArray<float>(matrix.Data.Length, pinned: true);
        private readonly float[] mean = (float[])matrix.Data.Clone();

        public float* First => Room.At(first);

        public float* Second => Room.At(second);

        public void Average(Matrix from, float decay)
        {
            for (var i = 0; i < mean.Length; i++) mean[i] += (1 - decay) * (from.Data[i] - mean[i]);
        }

        public void Swap(Matrix with)
        {
            for (var i = 0; i < mean.Length; i++) (mean[i], with.Data[i]) = (with.Data[i], mean[i]);
        }
    }
}
