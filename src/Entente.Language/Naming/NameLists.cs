using System.Runtime.CompilerServices;
using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Naming;

/// <summary>
/// The lists of names and of words that mark names, as one hash table from phrases to the lists that have them. It says of every
/// word of a sentence what the lists know of it; what that is worth is for the models to learn. Immutable.
/// </summary>
internal sealed class NameLists
{
    /// <summary>Words of the longest phrase that is looked for; a hyphen is one.</summary>
    public const int LongestPhrase = 9;

    /// <summary>How many bits <see cref="ListBits"/> has.</summary>
    public const int BitCount = 15;

    // A phrase of more words begins with this one. Stored beside the bits of the phrase itself, which then are those of one word.
    private const int GoesOn = 1 << BitCount;

    private const ListBits Phrases = ListBits.Place | ListBits.Organization | ListBits.Other;

    // A person's name is never written small; the words that mark names keep their meaning without a capital.
    private const ListBits NeedCapital = Phrases | ListBits.Given | ListBits.Surname;

    private readonly HashTable table;

    /// <summary>Makes lists of the pairs that <see cref="Pairs"/> made.</summary>
    public NameLists(IReadOnlyCollection<KeyValuePair<uint, int>> pairs) => table = new HashTable(pairs);

    /// <summary>Lists that know nothing.</summary>
    public static NameLists Empty { get; } = new([]);

    /// <summary>
    /// The table's content for entries in words, each with the lists that have it: of the bits for phrases, those of one word. An entry
    /// of one word all in capitals counts only where the text has capitals too ("WHO" is not "Who").
    /// </summary>
    public static List<KeyValuePair<uint, int>> Pairs(IEnumerable<(string[] Words, ListBits Lists)> entries)
    {
        var values = new SortedDictionary<uint, int>();
        foreach (var (words, lists) in entries)
        {
            if (words.Length is 0 or > LongestPhrase) throw new ArgumentException($"an entry of {words.Length} words: {string.Join(' ', words)}");
            uint hash = 0;
            for (var i = 0; i < words.Length; i++)
            {
                hash = Add(hash, WordHash(words[i]));
                if (i < words.Length - 1) values[hash] = values.GetValueOrDefault(hash) | GoesOn;
            }

            if (words.Length == 1 && IsAcronym(words[0])) hash = Acronym(hash);
            values[hash] = values.GetValueOrDefault(hash) | (int)lists;
        }

        return [.. values];
    }

    /// <summary>Reads lists that <see cref="Write"/> wrote.</summary>
    public static NameLists Read(ref ModelReader reader)
    {
        return new NameLists(HashTable.ReadPairs(ref reader));
    }

    /// <summary>Writes the pairs of lists.</summary>
    public static void Write(ModelWriter writer, IReadOnlyCollection<KeyValuePair<uint, int>> pairs) => HashTable.Write(writer, pairs);

    /// <summary>Fills <see cref="Frame.Lists"/> of a loaded sentence.</summary>
    public void Mark(Frame frame)
    {
        var into = frame.Lists.AsSpan(0, frame.Count + 1);
        into.Clear();
        var covered = 0;
        for (var i = 1; i <= frame.Count; i++)
        {
            var (longest, found) = Longest(frame, i, into);
            if (longest == 0 || i + longest - 1 <= covered) continue;
            covered = i + longest - 1;
            Spread(into.Slice(i, longest), found);
        }
    }

    // Marks the titles and other words at i, and finds the longest place, organisation or other name that begins there.
    private (int Length, ListBits Lists) Longest(Frame frame, int i, Span<ListBits> into)
    {
        uint hash = 0;
        var (length, lists, hasCapital) = (0, ListBits.None, false);
        for (var n = 1; n <= LongestPhrase && i + n - 1 <= frame.Count; n++)
        {
            hash = Add(hash, frame.Words[i + n - 1]);
            var value = table.Find(hash, 0);
            var form = frame.Forms[i + n - 1];
            hasCapital |= HasCapital(form);
            var bits = (ListBits)(value & (GoesOn - 1));
            if (n == 1 && hasCapital && IsAcronym(form)) bits |= (ListBits)table.Find(Acronym(hash), 0);
            if (!hasCapital) bits &= ~NeedCapital;
            for (var k = 0; k < n && bits != 0; k++) into[i + k] |= bits & ~Phrases;
            if ((bits & Phrases) != 0) (length, lists) = (n, bits & Phrases);
            if ((value & GoesOn) == 0) break;
        }

        return (length, lists);
    }

    private static void Spread(Span<ListBits> words, ListBits lists)
    {
        if (words.Length == 1)
        {
            words[0] |= lists;
            return;
        }

        // The bits of a beginning and an inside lie right above those of one word.
        words[0] |= (ListBits)((int)lists << 1);
        for (var i = 1; i < words.Length; i++) words[i] |= (ListBits)((int)lists << 2);
    }

    private static bool HasCapital(string form)
    {
        foreach (var c in form)
            if (char.IsUpper(c) || char.IsAsciiDigit(c)) return true;
        return false;
    }

    private static bool IsAcronym(string form)
    {
        var letters = 0;
        foreach (var c in form)
        {
            if (char.IsLower(c)) return false;
            if (char.IsLetter(c)) letters++;
        }

        return letters > 1;
    }

    private static uint WordHash(string word)
    {
        Span<char> buffer = stackalloc char[64];
        return Hash.Text(buffer[..Outline.Normalise(word, buffer)]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Add(uint phrase, uint word) => phrase == 0 ? word : Hash.Feature(1, phrase, word);

    private static uint Acronym(uint word) => Hash.Feature(2, word);
}
