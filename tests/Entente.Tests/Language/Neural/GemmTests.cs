using CsCheck;
using Entente.Language.Neural;
using Entente.Language.Neural.Kernels;
using Xunit;

namespace Entente.Tests.Language.Neural;

/// <summary>Whatever the width of the machine's vectors, a product has the same bits: one chain of fused multiply-adds for each element.</summary>
public sealed unsafe class GemmTests
{
    private delegate void Product(float* a, int rowStride, int columnStride, float* packed, float* c, int ldc, int m, int n, int k, bool add);

    private static readonly Gen<(int M, int N, int K, bool Add, bool Transposed, int Seed)> Cases =
        Gen.Select(Gen.Int[1, 21], Gen.Int[1, 70], Gen.Int[1, 40], Gen.Bool, Gen.Bool, Gen.Int);

    [Fact]
    public void EveryKernelGivesTheBitsOfTheDefinition() => Cases.Sample(
        t =>
        {
            var random = new Random(t.Seed);
            var a = Numbers(random, t.M * t.K);
            var b = Numbers(random, t.K * t.N);
            var c = Numbers(random, t.M * Gemm.Padded(t.N));
            var expected = Expected(a, b, c, t.M, t.N, t.K, t.Add, t.Transposed);
            foreach (var product in (Product[])[Gemm.Multiply, Gemm.Multiply<WideKernel>, Gemm.Multiply<MiddleKernel>, Gemm.Multiply<NarrowKernel>])
            {
                var got = (float[])c.Clone();
                Run(product, a, b, got, t.M, t.N, t.K, t.Add, t.Transposed);
                for (var row = 0; row < t.M; row++)
                    Assert.Equal(Bits(expected, row, t.N), Bits(got, row, t.N));
            }
        }, iter: 300, threads: 1);

    private static float[] Expected(float[] a, float[] b, float[] c, int m, int n, int k, bool add, bool transposed)
    {
        var expected = (float[])c.Clone();
        for (var row = 0; row < m; row++)
            for (var column = 0; column < n; column++)
            {
                var sum = add ? c[row * Gemm.Padded(n) + column] : 0;
                for (var i = 0; i < k; i++) sum = MathF.FusedMultiplyAdd(a[transposed ? i * m + row : row * k + i], b[i * n + column], sum);
                expected[row * Gemm.Padded(n) + column] = sum;
            }

        return expected;
    }

    private static void Run(Product product, float[] a, float[] b, float[] c, int m, int n, int k, bool add, bool transposed)
    {
        var packed = new float[Gemm.PackedSize(k, n)];
        fixed (float* pa = a, pb = b, pc = c, pp = packed)
        {
            Gemm.Pack(pb, n, 1, k, n, pp);
            product(pa, transposed ? 1 : k, transposed ? m : 1, pp, pc, Gemm.Padded(n), m, n, k, add);
        }
    }

    private static int[] Bits(float[] c, int row, int n) => [.. c.AsSpan(row * Gemm.Padded(n), n).ToArray().Select(BitConverter.SingleToInt32Bits)];

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
}
