using Entente.Language.Learning;

namespace Entente.Compiler.Training;

/// <summary>
/// An averaged perceptron in the making: weights in whole numbers, the same sparse shape as the finished <see cref="LinearModel"/>.
/// A feature comes in only when it was asked for <c>minimum</c> times, so that chance features stay out.
/// </summary>
internal sealed class TrainingModel : IScorer
{
    private const double Smallest = 0.02;

    private readonly int minimum;
    private readonly byte[] asked;
    private uint[] keys = new uint[1 << 16];
    private int[] rows = new int[1 << 16];
    private int rowCount;
    private (int Start, byte Count, byte Room)[] heads = new (int, byte, byte)[1 << 12];
    private byte[] classes = new byte[1 << 16];
    private int[] weights = new int[1 << 16];
    private int[] stamps = new int[1 << 16];
    private long[] totals = new long[1 << 16];
    private int entryCount;
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
        foreach (var feature in features)
        {
            var place = Place(feature);
            if (keys[place] == 0) continue;
            var (start, count, _) = heads[rows[place]];
            for (var i = start; i < start + count; i++) scores[classes[i]] += weights[i];
        }
    }

    /// <summary>One more example seen: averages count from here.</summary>
    public void Tick() => now++;

    /// <summary>Adds to the weight of a class for each feature.</summary>
    public void Update(ReadOnlySpan<uint> features, int chosen, int delta)
    {
        foreach (var feature in features) Update(feature, (byte)chosen, delta);
    }

    /// <summary>
    /// The averaged weights as signed square roots, the largest 127: features sorted by hash; at most <paramref name="most"/>, the
    /// weightiest.
    /// </summary>
    public List<(uint Key, (byte Class, sbyte Weight)[] Entries)> Finish(int most)
    {
        var largest = Largest();
        var result = new List<(uint Key, (byte, sbyte)[] Entries, double Mass)>();
        var list = new List<(byte, sbyte)>();
        for (var place = 0; place < keys.Length; place++)
        {
            if (keys[place] == 0) continue;
            var (start, count, _) = heads[rows[place]];
            list.Clear();
            double mass = 0;
            for (var i = start; i < start + count; i++)
            {
                var average = Average(i);
                var root = Math.Round(Math.Sqrt(Math.Abs(average) / largest) * 127) * Math.Sign(average);
                if (Math.Abs(average) < Smallest || root == 0) continue;
                list.Add((classes[i], (sbyte)root));
                mass += average * average;
            }

            if (list.Count > 0) result.Add((keys[place], [.. list], mass / (list.Count + 2)));
        }

        return [.. result.OrderByDescending(r => r.Mass).ThenBy(r => r.Key).Take(most).OrderBy(r => r.Key).Select(r => (r.Key, r.Entries))];
    }

    private double Average(int entry) => (double)(totals[entry] + (long)weights[entry] * (now - stamps[entry])) / now;

    private double Largest()
    {
        var largest = 1e-9;
        for (var r = 0; r < rowCount; r++)
            for (var i = heads[r].Start; i < heads[r].Start + heads[r].Count; i++) largest = Math.Max(largest, Math.Abs(Average(i)));
        return largest;
    }

    private void Update(uint feature, byte chosen, int delta)
    {
        var place = Place(feature);
        if (keys[place] == 0)
        {
            if (minimum > 1)
            {
                ref var count = ref asked[feature >> 6];
                if (count < minimum) count++;
                if (count < minimum) return;
            }

            place = Insert(place, feature);
        }

        var entry = Entry(ref heads[rows[place]], chosen);
        totals[entry] += (long)weights[entry] * (now - stamps[entry]);
        stamps[entry] = now;
        weights[entry] += delta;
    }

    private int Entry(ref (int Start, byte Count, byte Room) head, byte chosen)
    {
        for (var i = head.Start; i < head.Start + head.Count; i++)
            if (classes[i] == chosen)
                return i;
        if (head.Count == head.Room)
        {
            var room = (byte)Math.Min(255, Math.Max(2, head.Room * 2));
            var start = Allocate(room);
            Array.Copy(classes, head.Start, classes, start, head.Count);
            Array.Copy(weights, head.Start, weights, start, head.Count);
            Array.Copy(stamps, head.Start, stamps, start, head.Count);
            Array.Copy(totals, head.Start, totals, start, head.Count);
            (head.Start, head.Room) = (start, room);
        }

        var entry = head.Start + head.Count++;
        (classes[entry], weights[entry], stamps[entry], totals[entry]) = (chosen, 0, now, 0);
        return entry;
    }

    private int Allocate(int room)
    {
        var start = entryCount;
        entryCount += room;
        if (entryCount > classes.Length)
        {
            var size = classes.Length * 2;
            Array.Resize(ref classes, size);
            Array.Resize(ref weights, size);
            Array.Resize(ref stamps, size);
            Array.Resize(ref totals, size);
        }

        return start;
    }

    private uint Place(uint key)
    {
        var mask = (uint)keys.Length - 1;
        var place = key * 0x9E3779B1u >> 7 & mask;
        while (keys[place] != 0 && keys[place] != key) place = place + 1 & mask;
        return place;
    }

    private uint Insert(uint place, uint key)
    {
        if (rowCount * 2 > keys.Length)
        {
            Grow();
            place = Place(key);
        }

        if (rowCount == heads.Length) Array.Resize(ref heads, rowCount * 2);
        heads[rowCount] = default;
        keys[place] = key;
        rows[place] = rowCount++;
        return place;
    }

    private void Grow()
    {
        var (oldKeys, oldRows) = (keys, rows);
        keys = new uint[oldKeys.Length * 2];
        rows = new int[oldRows.Length * 2];
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldKeys[i] == 0) continue;
            var place = Place(oldKeys[i]);
            keys[place] = oldKeys[i];
            rows[place] = oldRows[i];
        }
    }
}
