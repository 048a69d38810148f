using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>
/// Functions of single elements. The exponential is our own polynomial of exact operations (after Cephes' <c>expf</c>), so that every
/// machine gives the same bits; its relative error stays below 2e-7. Lengths are multiples of 16.
/// </summary>
internal static unsafe class Elementwise
{
    /// <summary>e to the power of each element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(88f));
        var n = Vector512.Floor(Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(0.5f)));
        x = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        x = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), x);
        var y = Vector512.Create(1.9875691500e-4f);
        y = Vector512.FusedMultiplyAdd(y, x, Vector512.Create(1.3981999507e-3f));
        y = Vector512.FusedMultiplyAdd(y, x, Vector512.Create(8.3334519073e-3f));
        y = Vector512.FusedMultiplyAdd(y, x, Vector512.Create(4.1665795894e-2f));
        y = Vector512.FusedMultiplyAdd(y, x, Vector512.Create(1.6666665459e-1f));
        y = Vector512.FusedMultiplyAdd(y, x, Vector512.Create(5.0000001201e-1f));
        y = Vector512.FusedMultiplyAdd(y, x * x, x) + Vector512<float>.One;
        var power = Vector512.ShiftLeft(Vector512.ConvertToInt32(n) + Vector512.Create(127), 23).AsSingle();
        return y * power;
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>The hyperbolic tangent, by way of the sigmoid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) =>
        Vector512.FusedMultiplyAdd(Vector512.Create(2f), Sigmoid(x + x), Vector512.Create(-1f));

    /// <summary>Adds a row to each row of a matrix and cuts off what is below zero, if asked.</summary>
    public static void AddRow(float* x, int rows, int columns, float* row, bool rectify)
    {
        for (var r = 0; r < rows; r++, x += columns)
            for (var i = 0; i < columns; i += 16)
            {
                var sum = Vector512.Load(x + i) + Vector512.Load(row + i);
                if (rectify) sum = Vector512.Max(sum, Vector512<float>.Zero);
                sum.Store(x + i);
            }
    }

    /// <summary>to += from × scale.</summary>
    public static void Add(float* to, float* from, int length, float scale = 1)
    {
        var s = Vector512.Create(scale);
        for (var i = 0; i < length; i += 16) Vector512.FusedMultiplyAdd(s, Vector512.Load(from + i), Vector512.Load(to + i)).Store(to + i);
    }

    /// <summary>x ×= y.</summary>
    public static void Scale(float* x, float* y, int length)
    {
        for (var i = 0; i < length; i += 16) (Vector512.Load(x + i) * Vector512.Load(y + i)).Store(x + i);
    }
}
