using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    // The first entry of a feature holds the number of those that follow.
    private readonly ulong[] slots;
    private readonly ushort[] entries;
    private readonly ulong* slotAt;
    private readonly ushort* entryAt;
    private readonly int shift;

    private LinearModel(int classCount, int featureCount, int entryCount)
    {
        ClassCount = classCount;
        var bits = 4;
        while (1L << bits < featureCount * 1.6) bits++;
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
    public static LinearModel Read(ref ModelReader reader)
    {
        var classCount = reader.Int();
        var featureCount = reader.Int();
        var entryCount = reader.Int();
        var model = new LinearModel(classCount, featureCount, featureCount + entryCount);
        var next = 1;
        uint key = 0;
        for (var i = 0; i < featureCount; i++)
        {
            key += reader.Variable();
            model.Insert(key, next);
            var count = reader.Byte();
            model.entries[next++] = count;
            for (var k = 0; k < count; k++) model.entries[next++] = reader.UShort();
        }

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
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores[..ClassCount].Clear();
        var starts = stackalloc uint[features.Length];
        if (Sse.IsSupported)
            foreach (var feature in features)
                Sse.Prefetch0(slotAt + Place(feature));
        for (var i = 0; i < features.Length; i++)
        {
            starts[i] = Find(features[i]);
            if (Sse.IsSupported) Sse.Prefetch0(entryAt + starts[i]);
        }

        fixed (int* score = scores)
            for (var i = 0; i < features.Length; i++)
            {
                var entry = entryAt + starts[i];
                for (var end = entry + *entry; entry < end;)
                {
                    int value = *++entry;
                    var root = (short)value >> 8;
                    score[value & 0xFF] += root * (root < 0 ? -root : root);
                }
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

    private void Insert(uint key, int start)
    {
        var place = Place(key);
        while (slots[place] != 0) place = place + 1 & (uint)slots.Length - 1;
        slots[place] = (ulong)start << 32 | key;
    }
}
