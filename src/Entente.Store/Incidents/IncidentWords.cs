namespace Entente.Store.Incidents;

/// <summary>
/// The words of the texts of a store, and how much each tells. While they are read words are numbered as they come; then by their letters,
/// so that sums over them come out the same in whatever order texts were read.
/// </summary>
/// <param name="knowledge">How common words are, and which ones name states and places.</param>
internal sealed class IncidentWords(IncidentKnowledge knowledge)
{
    /// <summary>So many words of a text tell what it is about; what comes later is background.</summary>
    public const int Head = 120;

    /// <summary>So many texts, of which a word has its usual share, a store is taken to have besides its own.</summary>
    private const int Prior = 2000;

    /// <summary>Share of texts that have a word that is not listed.</summary>
    private const double Unlisted = 0.0005;

    /// <summary>A word that names a state tells as much as one that so large a share of texts has: parties are compared as such.</summary>
    private const double OfStates = 0.02;

    /// <summary>A word is rare that fewer texts have: a name, a number, a thing hardly ever talked about.</summary>
    private const double Rare = 1 / 400.0;

    /// <summary>Letters of a word that are looked at.</summary>
    private const int Longest = 64;

    private static readonly string[] Endings = ["ings", "ing", "ied", "ies", "ed", "es", "s"];

    private readonly Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
    private readonly List<int> frequency = [];

    /// <summary>Words of a text, each once, numbered as they come.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">So many words are read.</param>
    /// <param name="into">Where they go.</param>
    public void Read(string text, int most, ISet<int> into)
    {
        var known = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[Longest];
        for (var at = 0; most > 0 && Next(text, ref at, word) is { Length: > 0 } stem; most--)
        {
            if (!known.TryGetValue(stem, out var number))
            {
                known[stem] = number = frequency.Count;
                frequency.Add(0);
            }

            into.Add(number);
        }
    }

    /// <summary>Counts that a text has these words.</summary>
    public void Count(IEnumerable<int> words)
    {
        foreach (var word in words) frequency[word]++;
    }

    /// <summary>Weights of all words, and their numbers in the order of their letters.</summary>
    /// <param name="texts">Number of texts read.</param>
    public (WordWeights Weights, int[] Numbers) Weigh(int texts)
    {
        var words = vocabulary.OrderBy(w => w.Key, StringComparer.Ordinal).ToList();
        var numbers = new int[words.Count];
        var weights = new double[words.Count];
        var (rare, places, states) = (new bool[words.Count], new bool[words.Count], new string?[words.Count]);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Key;
            numbers[words[i].Value] = i;
            var usual = knowledge.Words.GetValueOrDefault(word, Unlisted);
            if (knowledge.StateWords.ContainsKey(word)) usual = Math.Max(usual, OfStates);
            var share = ((Prior * usual) + frequency[words[i].Value]) / (Prior + texts);
            weights[i] = Math.Max(0, -Math.Log(Math.Min(1, share)));
            // A small store cannot know of rarity: a letter or two are no name.
            rare[i] = word.Length > 2 && share < Math.Max(Rare, 4.0 / (Prior + texts));
            places[i] = knowledge.PlaceWords.Contains(word);
            states[i] = knowledge.StateWords.GetValueOrDefault(word);
        }

        return (new WordWeights(weights, rare, places, states), numbers);
    }

    /// <summary>Words in small letters without their endings, so that "strikes" and "striking" are one; "700,000" is one number.</summary>
    public static List<string> Stems(string text)
    {
        var stems = new List<string>();
        Span<char> word = stackalloc char[Longest];
        for (var at = 0; Next(text, ref at, word) is { Length: > 0 } stem;) stems.Add(stem.ToString());
        return stems;
    }

    /// <summary>The next word from a place on, which moves behind it; empty at the end.</summary>
    private static ReadOnlySpan<char> Next(string text, ref int at, Span<char> word)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
        var length = 0;
        for (; at < text.Length && (char.IsLetterOrDigit(text[at]) || InNumber(text, at)); at++)
            if (length < word.Length) word[length++] = char.ToLowerInvariant(text[at]);
        return Stem(word[..length]);
    }

    private static bool InNumber(string text, int at) =>
        text[at] is ',' or '.' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        return word;
    }
}

/// <summary>How much words tell.</summary>
/// <param name="weights">Of each word the logarithm of its rarity (inverse document frequency).</param>
/// <param name="rare">Which words hardly any text has.</param>
/// <param name="places">Which words name places.</param>
/// <param name="states">Code of the state that a word names, null for other words.</param>
internal sealed class WordWeights(double[] weights, bool[] rare, bool[] places, string?[] states)
{
    /// <summary>Code of the state that a word names, null when it names none.</summary>
    public string? State(int word) => states[word];

    /// <summary>Whether a sentence names places of which a text names none.</summary>
    public bool NamesOtherPlaces(int[] sentence, int[] story)
    {
        var any = false;
        foreach (var word in sentence)
        {
            if (!places[word]) continue;
            if (Array.BinarySearch(story, word) >= 0) return false;
            any = true;
        }

        return any;
    }

    /// <summary>Whether hardly any text has a word.</summary>
    public bool IsRare(int word) => rare[word];

    /// <summary>Sum of the squared weights of some words.</summary>
    public double Size(int[] words)
    {
        double size = 0;
        foreach (var word in words) size += weights[word] * weights[word];
        return size;
    }

    /// <summary>What two sorted sets of words share: the sum of the squared weights, and the number of rare ones that neither set of names has.</summary>
    public (double Size, int Rare) Shared(int[] one, int[] other, int[] names, int[] otherNames)
    {
        double size = 0;
        var rarities = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            if (one[i] < other[j]) i++;
            else if (one[i] > other[j]) j++;
            else
            {
                size += weights[one[i]] * weights[one[i]];
                if (rare[one[i]] && Array.BinarySearch(names, one[i]) < 0 && Array.BinarySearch(otherNames, one[i]) < 0) rarities++;
                i++;
                j++;
            }
        }

        return (size, rarities);
    }
}
