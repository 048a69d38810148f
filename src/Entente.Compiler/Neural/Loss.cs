namespace Entente.Compiler.Neural;

/// <summary>Cross entropy.</summary>
internal static unsafe class Loss
{
    /// <summary>Writes weight × (softmax − gold) into <paramref name="gradient"/> and returns weight × −log of gold's probability.</summary>
    public static double SoftMax(float* scores, int count, int gold, float weight, float* gradient, float smoothing = 0)
    {
        var most = float.NegativeInfinity;
        for (var i = 0; i < count; i++) most = Math.Max(most, scores[i]);
        var sum = 0f;
        for (var i = 0; i < count; i++) sum += gradient[i] = MathF.Exp(scores[i] - most);
        var share = smoothing / count;
        for (var i = 0; i < count; i++) gradient[i] = weight * (gradient[i] / sum - share);
        gradient[gold] -= weight * (1 - smoothing);
        return weight * (Math.Log(sum) + most - scores[gold]);
    }
}
