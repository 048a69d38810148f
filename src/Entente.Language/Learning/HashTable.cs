namespace Entente.Language.Learning;

/// <summary>A fixed table from hashes (never 0) to small numbers: word clusters, exceptions. Immutable after reading.</summary>
internal sealed class HashTable
{
    private readonly uint[] keys;
    private readonly int[] values;
    private readonly int shift;

    /// <summary>Makes a table; a hash that comes twice keeps its first value.</summary>
    public HashTable(IReadOnlyCollection<KeyValuePair<uint, int>> pairs)
    {
        var bits = 4;
        while (1L << bits < pairs.Count * 2L) bits++;
        shift = 32 - bits;
        keys = new uint[1 << bits];
        values = new int[1 << bits];
        foreach (var (key, value) in pairs)
        {
            var place = key * 0x9E3779B1u >> shift;
            while (keys[place] != 0 && keys[place] != key) place = place + 1 & (uint)keys.Length - 1;
            if (keys[place] == key) continue;
            keys[place] = key;
            values[place] = value;
        }
    }

    /// <summary>The value of <paramref name="key"/>, <paramref name="missing"/> when there is none.</summary>
    public int Find(uint key, int missing)
    {
        var place = key * 0x9E3779B1u >> shift;
        while (true)
        {
            if (keys[place] == key) return values[place];
            if (keys[place] == 0) return missing;
            place = place + 1 & (uint)keys.Length - 1;
        }
    }

    /// <summary>Reads a table that <see cref="Write"/> wrote.</summary>
    public static HashTable Read(ref ModelReader reader) => new(ReadPairs(ref reader));

    /// <summary>Reads the pairs of a table.</summary>
    public static KeyValuePair<uint, int>[] ReadPairs(ref ModelReader reader)
    {
        var pairs = new KeyValuePair<uint, int>[reader.Int()];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = new((uint)reader.Int(), (int)reader.Variable());
        return pairs;
    }

    /// <summary>Writes the pairs of a table.</summary>
    public static void Write(ModelWriter writer, IReadOnlyCollection<KeyValuePair<uint, int>> pairs)
    {
        writer.Int(pairs.Count);
        foreach (var (key, value) in pairs)
        {
            writer.Int((int)key);
            writer.Variable((uint)value);
        }
    }
}
