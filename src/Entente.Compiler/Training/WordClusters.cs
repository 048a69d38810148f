using System.IO.Compression;
using System.Text.Json;
using Entente.Language.Learning;
using Entente.Language.Tagging;
using Entente.Language.Tokenising;

namespace Entente.Compiler.Training;

/// <summary>
/// Groups words by the words they stand beside (k-means over positive pointwise mutual information), first into coarse groups, each
/// then into up to sixteen fine ones: number = coarse × 16 + fine, coarse counted from 1.
/// </summary>
internal static class WordClusters
{
    private const int Neighbours = 1000;
    private const int Coarse = 40;
    private const int Fine = 16;
    private const int Rounds = 10;

    /// <summary>Clusters the words of the texts that occur at least <paramref name="minimum"/> times.</summary>
    public static List<KeyValuePair<uint, int>> Of(IEnumerable<uint[]> texts, int minimum)
    {
        var all = texts.ToList();
        var counts = new Dictionary<uint, int>();
        foreach (var word in all.SelectMany(t => t)) counts[word] = counts.GetValueOrDefault(word) + 1;
        var words = counts.Where(c => c.Value >= minimum).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key).ToArray();
        var vectors = Vectors(all, words, counts);
        var coarse = Cluster(vectors, [.. Enumerable.Range(0, words.Length)], Coarse);
        var result = new List<KeyValuePair<uint, int>>();
        for (var c = 0; c < Coarse; c++)
        {
            var members = Enumerable.Range(0, words.Length).Where(i => coarse[i] == c).ToArray();
            var fine = Cluster(vectors, members, Fine);
            for (var i = 0; i < members.Length; i++) result.Add(new(words[members[i]], (c + 1) * 16 + fine[i]));
        }

        return result;
    }

    /// <summary>The words of the articles in a folder of JSON lines, as hashes.</summary>
    public static IEnumerable<uint[]> ReadNews(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl*").Order(StringComparer.Ordinal))
        {
            using var file = File.OpenRead(path);
            using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
            using var reader = new StreamReader(plain);
            while (reader.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 } body) yield return Words(body);
            }
        }
    }

    /// <summary>Hashes of a text's words.</summary>
    public static uint[] Words(string text)
    {
        var spans = new List<WordSpan>();
        Tokenizer.Tokenize(text, 0, text.Length, spans);
        return [.. spans.Select(s => WordHash(text.AsSpan(s.Start, s.Length)))];
    }

    /// <summary>Hash of a word as the models know it.</summary>
    public static uint WordHash(ReadOnlySpan<char> form)
    {
        Span<char> buffer = stackalloc char[64];
        return Hash.Text(buffer[..Outline.Normalise(form, buffer)]);
    }

    private static (int Index, float Value)[][] Vectors(List<uint[]> texts, uint[] words, Dictionary<uint, int> counts)
    {
        var number = new Dictionary<uint, int>();
        for (var i = 0; i < words.Length; i++) number[words[i]] = i;
        var rows = new Dictionary<int, int>[words.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = [];
        var sums = new double[Neighbours * 2];
        foreach (var text in texts)
            for (var i = 0; i < text.Length; i++)
            {
                if (!number.TryGetValue(text[i], out var word)) continue;
                if (i > 0) Count(rows[word], sums, number, text[i - 1], 0);
                if (i + 1 < text.Length) Count(rows[word], sums, number, text[i + 1], Neighbours);
            }

        double total = texts.Sum(t => (double)t.Length);
        return [.. words.Select((w, i) => Vector(rows[i], sums, counts[w], total))];
    }

    private static void Count(Dictionary<int, int> row, double[] sums, Dictionary<uint, int> number, uint neighbour, int offset)
    {
        if (!number.TryGetValue(neighbour, out var n) || n >= Neighbours) return;
        row[n + offset] = row.GetValueOrDefault(n + offset) + 1;
        sums[n + offset]++;
    }

    private static (int, float)[] Vector(Dictionary<int, int> row, double[] sums, int count, double total)
    {
        var vector = row.Select(r => (r.Key, Value: Math.Log(r.Value * total / (sums[r.Key] * count)) * Math.Min(1, r.Value / 2.0)))
            .Where(r => r.Value > 0).OrderBy(r => r.Key).ToArray();
        var length = Math.Sqrt(vector.Sum(v => v.Value * v.Value));
        return [.. vector.Select(v => (v.Key, (float)(v.Value / Math.Max(length, 1e-9))))];
    }

    private static int[] Cluster((int Index, float Value)[][] vectors, int[] members, int k)
    {
        var centres = new float[k][];
        for (var c = 0; c < k; c++)
        {
            centres[c] = new float[Neighbours * 2];
            if (members.Length > 0) foreach (var (index, value) in vectors[members[(int)((long)c * Math.Min(members.Length, k * 20) / k)]]) centres[c][index] += value;
        }

        var assigned = new int[members.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < members.Length; i++) assigned[i] = Nearest(vectors[members[i]], centres);
            foreach (var centre in centres) Array.Clear(centre);
            for (var i = 0; i < members.Length; i++)
                foreach (var (index, value) in vectors[members[i]]) centres[assigned[i]][index] += value;
            foreach (var centre in centres)
            {
                var length = (float)Math.Sqrt(centre.Sum(v => (double)v * v));
                if (length > 0) for (var j = 0; j < centre.Length; j++) centre[j] /= length;
            }
        }

        return assigned;
    }

    private static int Nearest((int Index, float Value)[] vector, float[][] centres)
    {
        var (best, highest) = (0, float.MinValue);
        for (var c = 0; c < centres.Length; c++)
        {
            float sum = 0;
            var centre = centres[c];
            foreach (var (index, value) in vector) sum += centre[index] * value;
            if (sum > highest) (best, highest) = (c, sum);
        }

        return best;
    }
}
