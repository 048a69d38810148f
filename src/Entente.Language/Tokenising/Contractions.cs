using System.Collections.Frozen;

namespace Entente.Language.Tokenising;

/// <summary>Where a written word falls into two syntactic words: "don't", "Russia's", "cannot".</summary>
internal static class Contractions
{
    // Words that are written together, a bar where the treebanks split them.
    private static readonly FrozenDictionary<string, int> Joined = """
        can|not gon|na wan|na got|ta do|nt did|nt does|nt could|nt would|nt should|nt is|nt was|nt are|nt have|nt has|nt ca|nt wo|nt
        i|ve i|m you|re that|s there|s what|s let|s
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenDictionary(word => word.Replace("|", "", StringComparison.Ordinal), word => word.IndexOf('|', StringComparison.Ordinal),
            StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> JoinedWords =
        Joined.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Clitics = ["s", "m", "d", "re", "ve", "ll"];

    /// <summary>Whether the character can stand for an apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '`' or '\u00B4' or '\u02BC' or '\u2018';

    /// <summary>Length of the first part of <paramref name="word"/>, 0 when it is one word.</summary>
    public static int SplitAt(ReadOnlySpan<char> word)
    {
        if (word.Length < 2) return 0;
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

    // "Im" and "Lets" are contractions, "IM" and "LETS" rather names or shouting.
    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        var upper = 0;
        foreach (var c in word)
            if (char.IsUpper(c))
                upper++;
        return upper == 0 || upper == 1 && char.IsUpper(word[0]) || word.Equals("CANNOT", StringComparison.Ordinal);
    }
}
