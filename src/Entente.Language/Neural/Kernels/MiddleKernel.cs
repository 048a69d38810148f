using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural.Kernels;

/// <summary>Four rows by 16 columns in eight vectors of 256 bits.</summary>
internal sealed unsafe class MiddleKernel : IPanelKernel
{
    /// <inheritdoc/>
    public static void Panel(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int m, int k, bool add)
    {
        for (; m >= 4; m -= 4, a += 4 * (nint)rowStride, c += 4 * (nint)ldc)
            for (var part = 0; part < Gemm.Panel; part += 16) Four(a, rowStride, columnStride, b + part, c + part, ldc, k, add);
        for (; m > 0; m--, a += rowStride, c += ldc) One(a, columnStride, b, c, k, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int k, bool add)
    {
        Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        nint s = rowStride, l = ldc;
        if (add)
        {
            (c00, c01, c10, c11) = (Vector256.Load(c), Vector256.Load(c + 8), Vector256.Load(c + l), Vector256.Load(c + l + 8));
            (c20, c21, c30, c31) = (Vector256.Load(c + 2 * l), Vector256.Load(c + 2 * l + 8), Vector256.Load(c + 3 * l), Vector256.Load(c + 3 * l + 8));
        }

        for (var i = 0; i < k; i++, b += Gemm.Panel, a += columnStride)
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
    private static void One(float* a, int columnStride, float* b, float* c, int k, bool add)
    {
        Vector256<float> c0 = default, c1 = default, c2 = default, c3 = default;
        if (add) (c0, c1, c2, c3) = (Vector256.Load(c), Vector256.Load(c + 8), Vector256.Load(c + 16), Vector256.Load(c + 24));
        for (var i = 0; i < k; i++, b += Gemm.Panel, a += columnStride)
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
}
