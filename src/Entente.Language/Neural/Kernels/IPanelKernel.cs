namespace Entente.Language.Neural.Kernels;

/// <summary>Multiplies rows with one panel of a packed matrix, each element one chain of fused multiply-adds in the order of the inner dimension.</summary>
internal unsafe interface IPanelKernel
{
    /// <summary>C's panel = A × panel, or C's panel += A × panel, as in <see cref="Gemm.Multiply"/>.</summary>
    static abstract void Panel(float* a, int rowStride, int columnStride, float* b, float* c, int ldc, int m, int k, bool add);
}
