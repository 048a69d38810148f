using System.Numerics;
using System.Runtime.InteropServices;
using Entente.Language.Learning;

namespace Entente.Compiler.Training;

/// <summary>
/// An averaged perceptron in the making: weights in whole numbers, the same sparse shape as the finished <see cref="LinearModel"/>.
/// A feature comes in only when it was asked for <c>minimum</c> times, so that chance features stay out.
/// </summary>
internal sealed class TrainingModel : IScorer
{
    private const double Smallest = 0.02;

    // A feature with this many entries gets one for every class, in order, so that whole vectors can be added.
    private const int FullFrom = 16;
    private const byte Full = 255;

    private readonly int minimum;
    private readonly byte[] asked;
    private readonly Entries sparse = new();
    private readonly Entries full = new();
    private Slot[] slots = new Slot[1 << 16];
    private int used;
    private int now = 1;

    /// <summary>Makes an empty model.</summary>
    public TrainingModel(int classCount, int minimum)
    {
        ClassCount = classCount;
        this.minimum = minimum;
        asked = minimum > 1 ? new byte[1 << 26] : [];
    }

    /// <inheritdoc/>
    public int ClassCount { get; }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores[..ClassCount].Clear();
        var (packed, rows) = (sparse.Values, full.Values);
        foreach (var feature in features)
        {
            ref readonly var slot = ref slots[Place(feature)];
            if (slot.Count == Full) Add(rows.AsSpan(slot.Start, ClassCount), scores);
            else
                foreach (var entry in packed.AsSpan(slot.Start, slot.Count)) scores[entry & 0xFF] += entry >> 8;
        }
    }

    /// <summary>One more example seen: averages count from here.</summary>
    public void Tick() => now++;

    /// <summary>Adds to the weight of a class for each feature.</summary>
    public void Update(ReadOnlySpan<uint> features, int chosen, int delta)
    {
        foreach (var feature in features) Update(feature, chosen, delta);
    }

    /// <summary>
    /// The averaged weights as signed square roots, the largest 127: features sorted by hash; at most <paramref name="most"/>, the
    /// weightiest.
    /// </summary>
    public List<(uint Key, (byte Class, sbyte Weight)[] Entries)> Finish(int most)
    {
        var largest = slots.SelectMany(Averages).Select(a => Math.Abs(a.Average)).Append(1e-9).Max();
        var result = new List<(uint Key, (byte, sbyte)[] Entries, double Mass)>();
        var list = new List<(byte, sbyte)>();
        foreach (var slot in slots)
        {
            list.Clear();
            double mass = 0;
            foreach (var (c, average) in Averages(slot))
            {
                var root = Math.Round(Math.Sqrt(Math.Abs(average) / largest) * 127) * Math.Sign(average);
                if (Math.Abs(average) < Smallest || root == 0) continue;
                list.Add((c, (sbyte)root));
                mass += average * average;
            }

            if (list.Count > 0) result.Add((slot.Key, [.. list], mass / (list.Count + 2)));
        }

        return [.. result.OrderByDescending(r => r.Mass).ThenBy(r => r.Key).Take(most).OrderBy(r => r.Key).Select(r => (r.Key, r.Entries))];
    }

    private IEnumerable<(byte Class, double Average)> Averages(Slot slot)
    {
        var isFull = slot.Count == Full;
        for (var i = 0; i < (isFull ? ClassCount : slot.Count); i++)
        {
            var at = slot.Start + i;
            if (isFull) yield return ((byte)i, full.Average(at, full.Values[at], now));
            else yield return ((byte)sparse.Values[at], sparse.Average(at, sparse.Values[at] >> 8, now));
        }
    }

    private static void Add(ReadOnlySpan<int> row, Span<int> scores)
    {
        var from = MemoryMarshal.Cast<int, Vector<int>>(row);
        var into = MemoryMarshal.Cast<int, Vector<int>>(scores[..row.Length]);
        for (var i = 0; i < from.Length; i++) into[i] += from[i];
        for (var i = from.Length * Vector<int>.Count; i < row.Length; i++) scores[i] += row[i];
    }

    private void Update(uint feature, int chosen, int delta)
    {
        var place = Place(feature);
        if (slots[place].Key == 0)
        {
            if (minimum > 1)
            {
                ref var count = ref asked[feature >> 6];
                if (count < minimum) count++;
                if (count < minimum) return;
            }

            place = Insert(place, feature);
        }

        ref var slot = ref slots[place];
        if (slot.Count == Full)
        {
            full.Settle(slot.Start + chosen, full.Values[slot.Start + chosen], now);
            full.Values[slot.Start + chosen] += delta;
            return;
        }

        var entry = Entry(ref slot, chosen);
        if (slot.Count == Full)
        {
            full.Values[slot.Start + chosen] += delta;
            return;
        }

        sparse.Settle(entry, sparse.Values[entry] >> 8, now);
        sparse.Values[entry] += delta << 8;
    }

    private int Entry(ref Slot slot, int chosen)
    {
        for (var i = slot.Start; i < slot.Start + slot.Count; i++)
            if ((sparse.Values[i] & 0xFF) == chosen)
                return i;
        if (slot.Count >= FullFrom)
        {
            Fill(ref slot);
            return slot.Start + chosen;
        }

        if (slot.Count == slot.Room)
        {
            var room = Math.Max(2, slot.Room * 2);
            var start = sparse.Allocate(room, now);
            for (var i = 0; i < slot.Count; i++) sparse.Copy(slot.Start + i, sparse, start + i);
            (slot.Start, slot.Room) = (start, (byte)room);
        }

        var entry = slot.Start + slot.Count++;
        sparse.Reset(entry, chosen, now);
        return entry;
    }

    private void Fill(ref Slot slot)
    {
        var start = full.Allocate(ClassCount, now);
        for (var i = slot.Start; i < slot.Start + slot.Count; i++)
        {
            var at = start + (sparse.Values[i] & 0xFF);
            sparse.Copy(i, full, at);
            full.Values[at] >>= 8;
        }

        (slot.Start, slot.Count) = (start, Full);
    }

    private uint Place(uint key)
    {
        var mask = (uint)slots.Length - 1;
        var place = key * 0x9E3779B1u >> 7 & mask;
        while (slots[place].Key != 0 && slots[place].Key != key) place = place + 1 & mask;
        return place;
    }

    private uint Insert(uint place, uint key)
    {
        if (++used * 2 > slots.Length)
        {
            var old = slots;
            slots = new Slot[old.Length * 2];
            foreach (var slot in old)
                if (slot.Key != 0)
                    slots[Place(slot.Key)] = slot;
            place = Place(key);
        }

        slots[place].Key = key;
        return place;
    }

    private struct Slot
    {
        public uint Key;
        public int Start;
        public byte Count;
        public byte Room;
    }

    // Weights with what averaging needs: when each last changed and its sum until then.
    private sealed class Entries
    {
        private int[] stamps = new int[1 << 16];
        private long[] totals = new long[1 << 16];
        private int count;

        public int[] Values { get; private set; } = new int[1 << 16];

        public double Average(int at, int weight, int now) => (double)(totals[at] + (long)weight * (now - stamps[at])) / now;

        public void Settle(int at, int weight, int now)
        {
            totals[at] += (long)weight * (now - stamps[at]);
            stamps[at] = now;
        }

        public void Reset(int at, int value, int now) => (Values[at], stamps[at], totals[at]) = (value, now, 0);

        public void Copy(int from, Entries other, int to) => (other.Values[to], other.stamps[to], other.totals[to]) = (Values[from], stamps[from], totals[from]);

        public int Allocate(int room, int now)
        {
            var start = count;
            count += room;
            if (count > Values.Length)
            {
                var size = Math.Max(count, Values.Length * 2);
                (var values, stamps, totals) = (Grown(Values, size), Grown(stamps, size), Grown(totals, size));
                Values = values;
            }

            stamps.AsSpan(start, room).Fill(now);
            return start;
        }

        private static T[] Grown<T>(T[] old, int size)
        {
            Array.Resize(ref old, size);
            return old;
        }
    }
}
