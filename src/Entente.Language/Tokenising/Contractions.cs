using System.Collections.Frozen;

namespace Entente.Language.Tokenising;

/// <summary>Where a written word falls into two syntactic words: "don't", "Russia's", "cannot".</summary>
internal static class Contractions
{
    // Words that are written together, a bar where the treebanks split them.
    private static readonly FrozenDictionary<string, int> Joined = """
        can|not gon|na wan|na got|ta do|nt did|nt does|nt could|nt would|nt should|nt is|nt was|nt are|nt were|nt have|nt has|nt had|nt ca|nt wo|nt
        ai|nt ar|nt i|ve i|m you|re you|ve you|ll they|re they|ve it|ll that|s there|s what|s let|s he|s she|s out|ta
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenDictionary(word => word.Replace("|", "", StringComparison.Ordinal), word => word.IndexOf('|', StringComparison.Ordinal),
            StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> JoinedWords =
        Joined.GetAlternateLookup<ReadOnlySpan<char>>();

    // Words with an apostrophe that belongs to the first part, or to neither end.
    private static readonly FrozenDictionary<string, int> Elided = new Dictionary<string, int>
    {
        ["'tis"] = 2,
        ["'twas"] = 2,
        ["'twould"] = 2,
        ["y'all"] = 2,
        ["c'mon"] = 3,
        ["c'm"] = 0,
        ["d'you"] = 2,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ElidedWords =
        Elided.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Clitics = ["s", "m", "d", "re", "ve", "ll"];

    /// <summary>Whether the character can stand for an apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '`' or '\u00B4' or '\u02BC' or '\u2018';

    /// <summary>Length of the first part of <paramref name="word"/>, 0 when it is one word.</summary>
    public static int SplitAt(ReadOnlySpan<char> word)
    {
        if (word.Length < 2) return 0;
        if (ElidedLength(word) is var elided and >= 0) return elided;
        for (var at = Math.Max(1, word.Length - 3); at < word.Length; at++)
        {
            if (!IsApostrophe(word[at])) continue;
            var rest = word[(at + 1)..];
            if (rest.Equals("t", StringComparison.OrdinalIgnoreCase) && at >= 2 && word[at - 1] is 'n' or 'N') return at - 1;
            foreach (var clitic in Clitics)
                if (rest.Equals(clitic, StringComparison.OrdinalIgnoreCase))
                    return at;
        }

        return word.Length <= 8 && IsPlain(word) && JoinedWords.TryGetValue(word, out var length) ? length : 0;
    }

    /// <summary>Whether <paramref name="word"/> is a plural with a bare apostrophe at <paramref name="at"/> ("workers'").</summary>
    public static bool IsPossessive(ReadOnlySpan<char> word, int at) =>
        at > 0 && at == word.Length - 1 && IsApostrophe(word[at]) && word[at - 1] is 's' or 'S' or 'z' or 'x';

    private static int ElidedLength(ReadOnlySpan<char> word)
    {
        if (word.Length > 7 || !word.ContainsAny('\'', '\u2019')) return -1;
        Span<char> plain = stackalloc char[word.Length];
        word.Replace(plain, '\u2019', '\'');
        return ElidedWords.TryGetValue(plain, out var length) ? length : -1;
    }

    // "Im" and "Lets" are contractions, "IM" and "LETS" rather names or shouting; "DIDNT" is nothing else.
    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        if (word.Length > 4 && word.EndsWith("NT", StringComparison.Ordinal)) return true;
        var upper = 0;
        foreach (var c in word)
            if (char.IsUpper(c))
                upper++;
        return upper == 0 || upper == 1 && char.IsUpper(word[0]) || word.SequenceEqual("CANNOT");
    }
}
