using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Entente.Language.Neural;

/// <summary>Working room of one thread that grows and never moves while it is used.</summary>
internal sealed unsafe class Room
{
    private float[] data = [];

    /// <summary>Where a pinned array begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float* At(float[] pinned) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));

    /// <summary>Room for <paramref name="size"/> floats, which hold anything.</summary>
    public float* Get(int size)
    {
        if (data.Length < size) data = GC.AllocateUninitializedArray<float>(Math.Max(size, data.Length + data.Length / 2), pinned: true);
        return At(data);
    }

    /// <summary>Room for <paramref name="size"/> zeros.</summary>
    public float* Zeros(int size)
    {
        var at = Get(size);
        new Span<float>(at, size).Clear();
        return at;
    }
}
