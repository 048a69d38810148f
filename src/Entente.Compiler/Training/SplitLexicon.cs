using Entente.Language;
using Entente.Language.Learning;
using Entente.Language.Splitting;

namespace Entente.Compiler.Training;

/// <summary>Learns what the splitter knows of words: how they are written in running text, and their commonest part of speech.</summary>
internal sealed class SplitLexicon
{
    private const int Dominant = 3;
    private const int Overwhelming = 9;

    private readonly Dictionary<string, Tally> words = new(StringComparer.Ordinal);

    /// <summary>Counts capitals in running text: only behind a word in small letters does a capital say something of its word.</summary>
    public void AddText(string[] forms)
    {
        for (var i = 0; i < forms.Length; i++)
        {
            if (!char.IsLetter(forms[i][0])) continue;
            if (char.IsLower(forms[i][0])) Of(forms[i]).Small++;
            else if (i > 0 && char.IsLower(forms[i - 1][0]) && forms[i - 1].All(char.IsLetter)) Of(forms[i]).Large++;
        }
    }

    /// <summary>Counts parts of speech.</summary>
    public void AddTags(Example example)
    {
        for (var i = 0; i < example.Forms.Length; i++)
            if (Enum.TryParse<Upos>(example.Tags[i].Split('|')[0], out var part)) Of(example.Forms[i]).Parts[(int)part]++;
    }

    /// <summary>The facts by hash of the word; clusters and related forms are taken from <paramref name="clusters"/>.</summary>
    public List<KeyValuePair<uint, int>> Pairs(HashTable clusters)
    {
        var result = new List<KeyValuePair<uint, int>>();
        foreach (var (word, tally) in words.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            var hash = Hash.Text(word);
            var known = (uint)clusters.Find(hash, 0);
            var facts = new WordFacts(tally.Case, tally.Part, known & 1023, known >> 10);
            if (facts.Packed != 0) result.Add(new(hash, facts.Packed));
        }

        return result;
    }

    private Tally Of(string form)
    {
        var word = WordClusters.Normal(form);
        if (!words.TryGetValue(word, out var tally)) words[word] = tally = new Tally();
        return tally;
    }

    private sealed class Tally
    {
        public int Small, Large;

        public int[] Parts { get; } = new int[Enum.GetValues<Upos>().Length];

        public uint Case => Small + Large < 2 ? 0u : Small >= Overwhelming * Large ? 1u : Large >= Dominant * Small ? 3u : 2u;

        public uint Part => Parts.Max() is var most && most == 0 ? 0 : (uint)Array.IndexOf(Parts, most) + 1;
    }
}
