using System.Runtime.Intrinsics;
using Entente.Language.Neural.Kernels;

namespace Entente.Language.Neural;

/// <summary>
/// Products of matrices in single precision. Every element is one chain of fused multiply-adds in the order of the inner dimension, so
/// that vectors of any width, batches of any size and machines of any kind give the same bits.
/// </summary>
internal static unsafe class Gemm
{
    /// <summary>Columns of a panel; the columns of a packed matrix are filled up with zeros to a multiple of it.</summary>
    public const int Panel = 32;

    /// <summary>Number of floats that a packed matrix of <paramref name="k"/> rows and <paramref name="n"/> columns takes.</summary>
    public static int PackedSize(int k, int n) => k * Padded(n);

    /// <summary>The least multiple of <see cref="Panel"/> that is not below <paramref name="n"/>.</summary>
    public static int Padded(int n) => (n + Panel - 1) / Panel * Panel;

    /// <summary>Copies a matrix, whose element (row, column) stands at row × rowStride + column × columnStride, panel after panel.</summary>
    public static void Pack(float* b, int rowStride, int columnStride, int k, int n, float* into)
    {
        for (var p = 0; p < n; p += Panel)
        {
            var width = Math.Min(Panel, n - p);
            for (var row = 0; row < k; row++, into += Panel)
            {
                var from = b + (nint)row * rowStride + (nint)p * columnStride;
                if (columnStride == 1) new ReadOnlySpan<float>(from, width).CopyTo(new Span<float>(into, width));
                else for (var c = 0; c < width; c++) into[c] = from[(nint)c * columnStride];
                for (var c = width; c < Panel; c++) into[c] = 0;
            }
        }
    }

    /// <summary>
    /// C = A × B, or C += A × B. A's element (row, column) stands at row × rowStride + column × columnStride; B is packed; C's rows are
    /// <paramref name="ldc"/> apart and have room for <see cref="Padded"/>(n) columns.
    /// </summary>
    public static void Multiply(float* a, int rowStride, int columnStride, float* packed, float* c, int ldc, int m, int n, int k, bool add)
    {
        if (Vector512.IsHardwareAccelerated) Multiply<WideKernel>(a, rowStride, columnStride, packed, c, ldc, m, n, k, add);
        else if (Vector256.IsHardwareAccelerated) Multiply<MiddleKernel>(a, rowStride, columnStride, packed, c, ldc, m, n, k, add);
        else Multiply<NarrowKernel>(a, rowStride, columnStride, packed, c, ldc, m, n, k, add);
    }

    /// <summary>The same with a kernel of one's choice.</summary>
    public static void Multiply<TKernel>(float* a, int rowStride, int columnStride, float* packed, float* c, int ldc, int m, int n, int k, bool add)
        where TKernel : IPanelKernel
    {
        for (var p = 0; p < n; p += Panel, packed += (nint)k * Panel, c += Panel) TKernel.Panel(a, rowStride, columnStride, packed, c, ldc, m, k, add);
    }
}
