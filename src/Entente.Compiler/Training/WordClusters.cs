using System.IO.Compression;
using System.Text.Json;
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

    /// <summary>Cluster of each word, by its number, that occurs at least <paramref name="minimum"/> times.</summary>
    public static List<KeyValuePair<int, int>> Of(List<int[]> texts, Vocabulary vocabulary, int minimum)
    {
        var words = Enumerable.Range(0, vocabulary.Words.Count).Where(w => vocabulary.Counts[w] >= minimum)
            .OrderByDescending(w => vocabulary.Counts[w]).ThenBy(w => vocabulary.Words[w], StringComparer.Ordinal).ToArray();
        var vectors = Vectors(texts, words, vocabulary);
        var coarse = Cluster(vectors, [.. Enumerable.Range(0, words.Length)], Coarse);
        var result = new List<KeyValuePair<int, int>>();
        for (var c = 0; c < Coarse; c++)
        {
            var members = Enumerable.Range(0, words.Length).Where(i => coarse[i] == c).ToArray();
            var fine = Cluster(vectors, members, Fine);
            for (var i = 0; i < members.Length; i++) result.Add(new(words[members[i]], (c + 1) * 16 + fine[i]));
        }

        return result;
    }

    /// <summary>The files of JSON lines in a folder, in the order of their names.</summary>
    public static IEnumerable<string> NewsFiles(string folder) => Directory.EnumerateFiles(folder, "*.jsonl*").Order(StringComparer.Ordinal);

    /// <summary>The words of the articles in a folder of JSON lines.</summary>
    public static IEnumerable<string[]> ReadNews(string folder) => NewsFiles(folder).SelectMany(ReadTexts).Select(Words);

    /// <summary>The texts of a file of JSON lines.</summary>
    public static IEnumerable<string> ReadTexts(string path)
    {
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 } body) yield return body;
        }
    }

    /// <summary>A word as the models know it.</summary>
    public static string Normal(string form)
    {
        Span<char> buffer = stackalloc char[64];
        return buffer[..Outline.Normalise(form, buffer)].ToString();
    }

    private static string[] Words(string text)
    {
        var spans = new List<WordSpan>();
        Tokenizer.Tokenize(text, 0, text.Length, spans);
        return [.. spans.Select(s => text.Substring(s.Start, s.Length))];
    }

    private static (int Index, float Value)[][] Vectors(List<int[]> texts, int[] words, Vocabulary vocabulary)
    {
        var place = new int[vocabulary.Words.Count];
        Array.Fill(place, -1);
        for (var i = 0; i < words.Length; i++) place[words[i]] = i;
        var rows = new Dictionary<int, int>[words.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = [];
        var sums = new double[Neighbours * 2];
        foreach (var text in texts)
            for (var i = 0; i < text.Length; i++)
            {
                var word = place[text[i]];
                if (word < 0) continue;
                if (i > 0) Count(rows[word], sums, place[text[i - 1]], 0);
                if (i + 1 < text.Length) Count(rows[word], sums, place[text[i + 1]], Neighbours);
            }

        double total = texts.Sum(t => (double)t.Length);
        return [.. words.Select((w, i) => Vector(rows[i], sums, vocabulary.Counts[w], total))];
    }

    private static void Count(Dictionary<int, int> row, double[] sums, int n, int offset)
    {
        if (n < 0 || n >= Neighbours) return;
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
