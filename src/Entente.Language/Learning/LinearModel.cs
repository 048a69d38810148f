using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Language.Learning;

/// <summary>
/// A trained linear model: for each feature the classes it speaks for or against, in whole numbers, so that every machine
/// computes the same scores. Immutable; safe for many threads.
/// </summary>
internal sealed unsafe class LinearModel : IScorer
{
    // A slot is the feature's hash and where its entries start; an entry is a class (low byte) and the signed square root
    // of a weight (high byte), so that eight bits span large and small weights.
    // The first entry of a feature holds the number of those that follow. Features with many entries have a row of weights for all
    // classes instead, which vector instructions add at once; the highest bit of their slot tells.
    private const uint RowFlag = 0x80000000;
    private const int RowFrom = 14;

    private readonly ulong[] slots;
    private readonly ushort[] entries;
    private readonly ulong* slotAt;
    private readonly ushort* entryAt;
    private short[] rows;
    private short* rowAt;
    private readonly int stride;
    private readonly int shift;

    private LinearModel(int classCount, int featureCount, int entryCount)
    {
        ClassCount = classCount;
        stride = (classCount + 15) & ~15;
        rows = GC.AllocateArray<short>(stride * 64, pinned: true);
        var bits = 4;
        while (1L << bits < featureCount * 1.5) bits++;
        shift = 32 - bits;
        slots = GC.AllocateArray<ulong>(1 << bits, pinned: true);
        entries = GC.AllocateUninitializedArray<ushort>(entryCount + 1, pinned: true);
        entries[0] = 0;
        slotAt = (ulong*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(slots));
        entryAt = (ushort*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(entries));
    }

    /// <inheritdoc/>
    public int ClassCount { get; }

    /// <summary>Reads a model that <see cref="Write"/> wrote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LinearModel Read(ref ModelReader reader)
    {
        var classCount = reader.Int();
        var featureCount = reader.Int();
        var entryCount = reader.Int();
        var model = new LinearModel(classCount, featureCount, featureCount + entryCount);
        var (next, row) = (1, 0);
        uint key = 0;
        for (var i = 0; i < featureCount; i++)
        {
            key += reader.Variable();
            var count = reader.Byte();
            if (count >= RowFrom)
            {
                model.Insert(key, RowFlag | (uint)row);
                model.ReadRow(ref reader, row++ * model.stride, count);
                continue;
            }

            model.Insert(key, (uint)next);
            model.entries[next++] = count;
            for (var k = 0; k < count; k++) model.entries[next++] = reader.UShort();
        }

        model.rowAt = (short*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(model.rows));
        return model;
    }

    /// <summary>Writes features, sorted by hash, each with its (class, signed root of the weight) entries.</summary>
    public static void Write(ModelWriter writer, int classCount, IReadOnlyList<(uint Key, (byte Class, sbyte Weight)[] Entries)> features)
    {
        writer.Int(classCount);
        writer.Int(features.Count);
        writer.Int(features.Sum(f => f.Entries.Length));
        uint last = 0;
        foreach (var (key, list) in features)
        {
            writer.Variable(key - last);
            last = key;
            writer.Byte((byte)list.Length);
            foreach (var (c, w) in list) writer.UShort((ushort)(c | (byte)w << 8));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        var starts = stackalloc uint[features.Length];
        var sums = stackalloc int[stride];
        new Span<int>(sums, stride).Clear();
        if (Sse.IsSupported)
            foreach (var feature in features)
                Sse.Prefetch0(slotAt + Place(feature));
        for (var i = 0; i < features.Length; i++)
        {
            var start = starts[i] = Find(features[i]);
            if (Sse.IsSupported) Sse.Prefetch0((start & RowFlag) == 0 ? entryAt + start : rowAt + (start & ~RowFlag) * (uint)stride);
        }

        for (var i = 0; i < features.Length; i++)
        {
            if ((starts[i] & RowFlag) != 0) AddRow(rowAt + (starts[i] & ~RowFlag) * (uint)stride, sums);
            else AddEntries(entryAt + starts[i], sums);
        }

        new ReadOnlySpan<int>(sums, ClassCount).CopyTo(scores);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddEntries(ushort* entry, int* sums)
    {
        for (var end = entry + *entry; entry < end;)
        {
            int value = *++entry;
            sums[value & 0xFF] += Weight((sbyte)(value >> 8));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddRow(short* row, int* sums)
    {
        for (var c = 0; c < stride; c += 16)
        {
            var (low, high) = Vector256.Widen(Vector256.Load(row + c));
            (Vector256.Load(sums + c) + low).Store(sums + c);
            (Vector256.Load(sums + c + 8) + high).Store(sums + c + 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Weight(sbyte root) => root * (root < 0 ? -root : root);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadRow(ref ModelReader reader, int start, int count)
    {
        if (start + stride > rows.Length)
        {
            var larger = GC.AllocateArray<short>(rows.Length * 2, pinned: true);
            rows.CopyTo(larger, 0);
            rows = larger;
        }

        for (var k = 0; k < count; k++)
        {
            var value = reader.UShort();
            rows[start + (value & 0xFF)] = (short)Weight((sbyte)(value >> 8));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Place(uint key) => key * 0x9E3779B1u >> shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Find(uint key)
    {
        var place = Place(key);
        var mask = (uint)slots.Length - 1;
        while (true)
        {
            var slot = slotAt[place];
            if ((uint)slot == key) return (uint)(slot >> 32);
            if (slot == 0) return 0;
            place = place + 1 & mask;
        }
    }

    private void Insert(uint key, uint start)
    {
        var place = Place(key);
        while (slots[place] != 0) place = place + 1 & (uint)slots.Length - 1;
        slots[place] = (ulong)start << 32 | key;
    }
}
