using Entente.Language.Learning;

namespace Entente.Compiler.Training;

/// <summary>The mean of models that were trained alike in other orders: what chance put into one of them mostly cancels out.</summary>
internal sealed class Committee(int classCount)
{
    private readonly Dictionary<uint, int[]> sums = [];

    /// <summary>Adds a member's weights.</summary>
    public void Add(TrainingModel member)
    {
        foreach (var (key, entries) in member.Finish(int.MaxValue))
        {
            if (!sums.TryGetValue(key, out var row)) sums[key] = row = new int[classCount];
            foreach (var (c, root) in entries) row[c] += root * Math.Abs((int)root);
        }
    }

    /// <summary>The bytes of a <see cref="LinearModel"/> with at most <paramref name="most"/> features, the weightiest.</summary>
    public byte[] Bytes(int most)
    {
        var largest = sums.Values.Max(row => row.Max(Math.Abs));
        var features = sums.Select(s => (s.Key, Entries: Entries(s.Value, largest), Mass: s.Value.Sum(w => (long)Math.Abs(w))))
            .Where(f => f.Entries.Length > 0).OrderByDescending(f => f.Mass).ThenBy(f => f.Key).Take(most).OrderBy(f => f.Key)
            .Select(f => (f.Key, f.Entries)).ToList();
        using var stream = new MemoryStream();
        using (var writer = new ModelWriter(stream)) LinearModel.Write(writer, classCount, features);
        return stream.ToArray();
    }

    private static (byte Class, sbyte Weight)[] Entries(int[] row, int largest) =>
        [.. row.Select((w, c) => ((byte)c, (sbyte)(Math.Round(Math.Sqrt(Math.Abs((double)w) / largest) * 127) * Math.Sign(w)))).Where(e => e.Item2 != 0)];
}
