using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural.Kernels;

/// <summary>Four rows by 8 columns in eight vectors of 128 bits.</summary>
internal sealed unsafe class NarrowKernel : IPanelKernel
{
    /// <inheritdoc/>
    public static void Panel(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int m, int k, bool add)
    {
        for (; m >= 4; m -= 4, a += 4 * (nint)rowStride, c += 4 * (nint)ldc)
            for (var part = 0; part < Gemm.Panel; part += 8) Four(a, rowStride, columnStride, b + part, c + part, ldc, k, add);
        for (; m > 0; m--, a += rowStride, c += ldc) One(a, columnStride, b, c, k, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int k, bool add)
    {
        Vector128<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        nint s = rowStride, l = ldc;
        if (add)
        {
            (c00, c01, c10, c11) = (Vector128.Load(c), Vector128.Load(c + 4), Vector128.Load(c + l), Vector128.Load(c + l + 4));
            (c20, c21, c30, c31) = (Vector128.Load(c + 2 * l), Vector128.Load(c + 2 * l + 4), Vector128.Load(c + 3 * l), Vector128.Load(c + 3 * l + 4));
        }

        for (var i = 0; i < k; i++, b += Gemm.Panel, a += columnStride)
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
    private static void One(float* a, int columnStride, float* b, float* c, int k, bool add)
    {
        for (var part = 0; part < Gemm.Panel; part += 4)
        {
            var sum = add ? Vector128.Load(c + part) : default;
            for (var i = 0; i < k; i++) sum = Vector128.FusedMultiplyAdd(Vector128.Create(a[(nint)i * columnStride]), Vector128.Load(b + (nint)i * Gemm.Panel + part), sum);
            sum.Store(c + part);
        }
    }
}
