using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
        for (var p = 0; p < n; p += Panel, packed += (nint)k * Panel, c += Panel)
        {
            var row = 0;
            for (; row + 8 <= m; row += 8)
                Rows8(a + (nint)row * rowStride, rowStride, columnStride, packed, c + (nint)row * ldc, ldc, k, add);
            for (; row + 4 <= m; row += 4)
                Rows4(a + (nint)row * rowStride, rowStride, columnStride, packed, c + (nint)row * ldc, ldc, k, add);
            for (; row < m; row++)
                Rows1(a + (nint)row * rowStride, columnStride, packed, c + (nint)row * ldc, k, add);
        }
    }

    private static void Rows8(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int k, bool add)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Wide8(a, rowStride, columnStride, b, c, ldc, k, add);
            return;
        }

        Rows4(a, rowStride, columnStride, b, c, ldc, k, add);
        Rows4(a + 4 * (nint)rowStride, rowStride, columnStride, b, c + 4 * (nint)ldc, ldc, k, add);
    }

    private static void Rows4(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int k, bool add)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Wide4(a, rowStride, columnStride, b, c, ldc, k, add);
            return;
        }

        for (var part = 0; part < Panel; part += Vector256.IsHardwareAccelerated ? 16 : 8)
        {
            if (Vector256.IsHardwareAccelerated) Middle4(a, rowStride, columnStride, b + part, c + part, ldc, k, add);
            else Narrow4(a, rowStride, columnStride, b + part, c + part, ldc, k, add);
        }
    }

    private static void Rows1(float* a, int columnStride, float* b, float* c, int k, bool add)
    {
        if (Vector512.IsHardwareAccelerated) Wide1(a, columnStride, b, c, k, add);
        else if (Vector256.IsHardwareAccelerated) Middle1(a, columnStride, b, c, k, add);
        else Narrow1(a, columnStride, b, c, k, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Wide8(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int k, bool add)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        Vector512<float> c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        nint s = rowStride, l = ldc;
        if (add)
        {
            (c00, c01, c10, c11) = (Vector512.Load(c), Vector512.Load(c + 16), Vector512.Load(c + l), Vector512.Load(c + l + 16));
            (c20, c21, c30, c31) = (Vector512.Load(c + 2 * l), Vector512.Load(c + 2 * l + 16), Vector512.Load(c + 3 * l), Vector512.Load(c + 3 * l + 16));
            (c40, c41, c50, c51) = (Vector512.Load(c + 4 * l), Vector512.Load(c + 4 * l + 16), Vector512.Load(c + 5 * l), Vector512.Load(c + 5 * l + 16));
            (c60, c61, c70, c71) = (Vector512.Load(c + 6 * l), Vector512.Load(c + 6 * l + 16), Vector512.Load(c + 7 * l), Vector512.Load(c + 7 * l + 16));
        }

        for (var i = 0; i < k; i++, b += Panel, a += columnStride)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a[s]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a[2 * s]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a[3 * s]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(a[4 * s]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(a[5 * s]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            x = Vector512.Create(a[6 * s]);
            c60 = Vector512.FusedMultiplyAdd(x, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(x, b1, c61);
            x = Vector512.Create(a[7 * s]);
            c70 = Vector512.FusedMultiplyAdd(x, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(x, b1, c71);
        }

        Store(c, c00, c01);
        Store(c + l, c10, c11);
        Store(c + 2 * l, c20, c21);
        Store(c + 3 * l, c30, c31);
        Store(c + 4 * l, c40, c41);
        Store(c + 5 * l, c50, c51);
        Store(c + 6 * l, c60, c61);
        Store(c + 7 * l, c70, c71);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Wide4(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int k, bool add)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        nint s = rowStride, l = ldc;
        if (add)
        {
            (c00, c01, c10, c11) = (Vector512.Load(c), Vector512.Load(c + 16), Vector512.Load(c + l), Vector512.Load(c + l + 16));
            (c20, c21, c30, c31) = (Vector512.Load(c + 2 * l), Vector512.Load(c + 2 * l + 16), Vector512.Load(c + 3 * l), Vector512.Load(c + 3 * l + 16));
        }

        for (var i = 0; i < k; i++, b += Panel, a += columnStride)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a[s]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a[2 * s]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a[3 * s]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
        }

        Store(c, c00, c01);
        Store(c + l, c10, c11);
        Store(c + 2 * l, c20, c21);
        Store(c + 3 * l, c30, c31);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Wide1(float* a, int columnStride, float* b, float* c, int k, bool add)
    {
        Vector512<float> c0 = default, c1 = default;
        if (add) (c0, c1) = (Vector512.Load(c), Vector512.Load(c + 16));
        for (var i = 0; i < k; i++, b += Panel, a += columnStride)
        {
            var x = Vector512.Create(*a);
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), c1);
        }

        Store(c, c0, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Middle4(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int k, bool add)
    {
        Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        nint s = rowStride, l = ldc;
        if (add)
        {
            (c00, c01, c10, c11) = (Vector256.Load(c), Vector256.Load(c + 8), Vector256.Load(c + l), Vector256.Load(c + l + 8));
            (c20, c21, c30, c31) = (Vector256.Load(c + 2 * l), Vector256.Load(c + 2 * l + 8), Vector256.Load(c + 3 * l), Vector256.Load(c + 3 * l + 8));
        }

        for (var i = 0; i < k; i++, b += Panel, a += columnStride)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            var x = Vector256.Create(a[0]);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(a[s]);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            x = Vector256.Create(a[2 * s]);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            x = Vector256.Create(a[3 * s]);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
        }

        c00.Store(c);
        c01.Store(c + 8);
        c10.Store(c + l);
        c11.Store(c + l + 8);
        c20.Store(c + 2 * l);
        c21.Store(c + 2 * l + 8);
        c30.Store(c + 3 * l);
        c31.Store(c + 3 * l + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Middle1(float* a, int columnStride, float* b, float* c, int k, bool add)
    {
        Vector256<float> c0 = default, c1 = default, c2 = default, c3 = default;
        if (add) (c0, c1, c2, c3) = (Vector256.Load(c), Vector256.Load(c + 8), Vector256.Load(c + 16), Vector256.Load(c + 24));
        for (var i = 0; i < k; i++, b += Panel, a += columnStride)
        {
            var x = Vector256.Create(*a);
            c0 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b), c0);
            c1 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + 8), c1);
            c2 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + 16), c2);
            c3 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + 24), c3);
        }

        c0.Store(c);
        c1.Store(c + 8);
        c2.Store(c + 16);
        c3.Store(c + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow4(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int k, bool add)
    {
        Vector128<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        nint s = rowStride, l = ldc;
        if (add)
        {
            (c00, c01, c10, c11) = (Vector128.Load(c), Vector128.Load(c + 4), Vector128.Load(c + l), Vector128.Load(c + l + 4));
            (c20, c21, c30, c31) = (Vector128.Load(c + 2 * l), Vector128.Load(c + 2 * l + 4), Vector128.Load(c + 3 * l), Vector128.Load(c + 3 * l + 4));
        }

        for (var i = 0; i < k; i++, b += Panel, a += columnStride)
        {
            var b0 = Vector128.Load(b);
            var b1 = Vector128.Load(b + 4);
            var x = Vector128.Create(a[0]);
            c00 = Vector128.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector128.FusedMultiplyAdd(x, b1, c01);
            x = Vector128.Create(a[s]);
            c10 = Vector128.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector128.FusedMultiplyAdd(x, b1, c11);
            x = Vector128.Create(a[2 * s]);
            c20 = Vector128.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector128.FusedMultiplyAdd(x, b1, c21);
            x = Vector128.Create(a[3 * s]);
            c30 = Vector128.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector128.FusedMultiplyAdd(x, b1, c31);
        }

        c00.Store(c);
        c01.Store(c + 4);
        c10.Store(c + l);
        c11.Store(c + l + 4);
        c20.Store(c + 2 * l);
        c21.Store(c + 2 * l + 4);
        c30.Store(c + 3 * l);
        c31.Store(c + 3 * l + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow1(float* a, int columnStride, float* b, float* c, int k, bool add)
    {
        for (var part = 0; part < Panel; part += 4)
        {
            var sum = add ? Vector128.Load(c + part) : default;
            for (var i = 0; i < k; i++) sum = Vector128.FusedMultiplyAdd(Vector128.Create(a[(nint)i * columnStride]), Vector128.Load(b + (nint)i * Panel + part), sum);
            sum.Store(c + part);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector512<float> low, Vector512<float> high)
    {
        low.Store(c);
        high.Store(c + 16);
    }
}
