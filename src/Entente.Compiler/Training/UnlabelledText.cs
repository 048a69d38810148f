using Entente.Language.Learning;

namespace Entente.Compiler.Training;

/// <summary>Words as they stand beside each other in the treebanks and in the news, numbered and counted.</summary>
internal sealed class UnlabelledText
{
    /// <summary>Reads the treebanks' words and, if there is one, the folder of news.</summary>
    public UnlabelledText(IReadOnlyList<Example> examples, string? news)
    {
        Forms = [.. examples.Select(e => e.Forms), .. news is null ? [] : WordClusters.ReadNews(news)];
        Texts = [.. Forms.Select(text => Array.ConvertAll(text, form => Vocabulary.Number(WordClusters.Normal(form))))];
    }

    /// <summary>The words.</summary>
    public Vocabulary Vocabulary { get; } = new();

    /// <summary>The texts in words.</summary>
    public List<string[]> Forms { get; }

    /// <summary>The texts as numbers of words.</summary>
    public List<int[]> Texts { get; }

    /// <summary>Clusters and related forms by hash of the word.</summary>
    public List<KeyValuePair<uint, int>> Clusters(int minimum) =>
        [.. WordClusters.Of(Texts, Vocabulary, minimum)
            .Select(c => new KeyValuePair<uint, int>(Hash.Text(Vocabulary.Words[c.Key]), c.Value | Vocabulary.Kinds(c.Key) << 10))];

    /// <summary>Numbers of the words that get a row of their own: common ones, and those that the treebanks have at least twice.</summary>
    public int[] Common(IReadOnlyList<Example> examples, int minimum)
    {
        var counts = examples.SelectMany(e => e.Forms).GroupBy(WordClusters.Normal, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return [.. Enumerable.Range(0, Vocabulary.Words.Count)
            .Where(w => Vocabulary.Counts[w] >= minimum || counts.GetValueOrDefault(Vocabulary.Words[w]) >= 2)
            .OrderByDescending(w => Vocabulary.Counts[w]).ThenBy(w => Vocabulary.Words[w], StringComparer.Ordinal)];
    }

    /// <summary>Vectors of the chosen words, a row each.</summary>
    public float[] Vectors(int[] chosen, int rounds, int seed)
    {
        var place = new int[Vocabulary.Words.Count];
        Array.Fill(place, -1);
        for (var i = 0; i < chosen.Length; i++) place[chosen[i]] = i;
        var vectors = new Neural.WordVectors([.. chosen.Select(w => Vocabulary.Counts[w])], LanguageTrainingOptions.VectorSize, seed);
        return vectors.Train([.. Texts.Select(text => Array.ConvertAll(text, w => place[w]))], rounds, seed + 1);
    }
}
