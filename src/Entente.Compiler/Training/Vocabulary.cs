namespace Entente.Compiler.Training;

/// <summary>The words of the unlabelled texts, numbered and counted, and which forms of the same word there are.</summary>
internal sealed class Vocabulary
{
    // A chance misspelling seen once is no related form.
    private const int Known = 2;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>The words by number.</summary>
    public List<string> Words { get; } = [];

    /// <summary>How often each occurs.</summary>
    public List<int> Counts { get; } = [];

    /// <summary>Number of a word, which is counted.</summary>
    public int Number(string word)
    {
        if (!numbers.TryGetValue(word, out var number))
        {
            numbers[word] = number = Words.Count;
            Words.Add(word);
            Counts.Add(0);
        }

        Counts[number]++;
        return number;
    }

    /// <summary>Bits for the forms in -s, -ed, -ing, -ly, -er or -est of the word that occur; 32 marks a known word, so that 0 is an unknown one.</summary>
    public int Kinds(int number)
    {
        var word = Words[number];
        if (word.Length < 2 || !word.All(char.IsAsciiLetterLower)) return 32;
        var bare = word[^1] == 'e' ? word[..^1] : word[^1] == 'y' ? word[..^1] + "i" : word;
        var doubled = word + word[^1];
        var kinds = 32;
        if (Has(word + "s") || Has(bare + "es")) kinds |= 1;
        if (Has(bare + "ed") || Has(doubled + "ed")) kinds |= 2;
        if (Has(word + "ing") || Has(bare + "ing") || Has(doubled + "ing")) kinds |= 4;
        if (Has(word + "ly") || Has(bare + "ly") || Has(word[..^1] + "y")) kinds |= 8;
        if (Has(bare + "er") && Has(bare + "est")) kinds |= 16;
        return kinds;
    }

    private bool Has(string word) => numbers.TryGetValue(word, out var number) && Counts[number] >= Known;
}
