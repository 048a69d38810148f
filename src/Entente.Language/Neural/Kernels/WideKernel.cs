using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural.Kernels;

/// <summary>Eight rows by 32 columns in sixteen vectors of 512 bits.</summary>
internal sealed unsafe class WideKernel : IPanelKernel
{
    /// <inheritdoc/>
    public static void Panel(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int m, int k, bool add)
    {
        for (; m >= 8; m -= 8, a += 8 * (nint)rowStride, c += 8 * (nint)ldc) Eight(a, rowStride, columnStride, b, c, ldc, k, add);
        for (; m >= 4; m -= 4, a += 4 * (nint)rowStride, c += 4 * (nint)ldc) Four(a, rowStride, columnStride, b, c, ldc, k, add);
        for (; m > 0; m--, a += rowStride, c += ldc) One(a, columnStride, b, c, k, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int k, bool add)
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

        for (var i = 0; i < k; i++, b += Gemm.Panel, a += columnStride)
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
    private static void Four(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int k, bool add)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        nint s = rowStride, l = ldc;
        if (add)
        {
            (c00, c01, c10, c11) = (Vector512.Load(c), Vector512.Load(c + 16), Vector512.Load(c + l), Vector512.Load(c + l + 16));
            (c20, c21, c30, c31) = (Vector512.Load(c + 2 * l), Vector512.Load(c + 2 * l + 16), Vector512.Load(c + 3 * l), Vector512.Load(c + 3 * l + 16));
        }

        for (var i = 0; i < k; i++, b += Gemm.Panel, a += columnStride)
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
    private static void One(float* a, int columnStride, float* b, float* c, int k, bool add)
    {
        Vector512<float> c0 = default, c1 = default;
        if (add) (c0, c1) = (Vector512.Load(c), Vector512.Load(c + 16));
        for (var i = 0; i < k; i++, b += Gemm.Panel, a += columnStride)
        {
            var x = Vector512.Create(*a);
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), c1);
        }

        Store(c, c0, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector512<float> low, Vector512<float> high)
    {
        low.Store(c);
        high.Store(c + 16);
    }
}
