namespace Entente.Language.Neural;

/// <summary>A matrix of weights, row after row, with its form for products made ahead. Changed only in training.</summary>
internal sealed unsafe class Matrix
{
    private float[]? packed;
    private float[]? packedTransposed;

    /// <summary>Makes a matrix of zeros.</summary>
    public Matrix(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        Data = GC.AllocateArray<float>(rows * columns, pinned: true);
    }

    /// <summary>Number of rows; what comes in. A multiple of 32 where the way back is wanted.</summary>
    public int Rows { get; }

    /// <summary>Number of columns, a multiple of 32; what goes out.</summary>
    public int Columns { get; }

    /// <summary>The elements.</summary>
    public float[] Data { get; }

    /// <summary>Where the elements stand; they never move.</summary>
    public float* Pointer => Room.At(Data);

    /// <summary>Where a row begins.</summary>
    public float* Row(int row) => Room.At(Data) + (nint)row * Columns;

    /// <summary>Makes the forms for products anew, after the elements have changed.</summary>
    public void Pack(bool forTraining = false)
    {
        packed ??= GC.AllocateArray<float>(Gemm.PackedSize(Rows, Columns), pinned: true);
        Gemm.Pack(Pointer, Columns, 1, Rows, Columns, Room.At(packed));
        if (!forTraining) return;
        packedTransposed ??= GC.AllocateArray<float>(Gemm.PackedSize(Columns, Rows), pinned: true);
        Gemm.Pack(Pointer, 1, Columns, Columns, Rows, Room.At(packedTransposed));
    }

    /// <summary>y = x × this, or y += x × this, for <paramref name="rows"/> rows.</summary>
    public void Apply(float* x, int ldx, float* y, int ldy, int rows, bool add = false) =>
        Gemm.Multiply(x, ldx, 1, Room.At(packed!), y, ldy, rows, Columns, Rows, add);

    /// <summary>x = y × this transposed, or x += …: the way back.</summary>
    public void ApplyTransposed(float* y, int ldy, float* x, int ldx, int rows, bool add = false) =>
        Gemm.Multiply(y, ldy, 1, Room.At(packedTransposed!), x, ldx, rows, Rows, Columns, add);
}
