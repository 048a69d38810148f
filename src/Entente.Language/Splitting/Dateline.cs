using System.Globalization;
using System.Text;
using Entente.Sources;

namespace Entente.Language.Splitting;

/// <summary>
/// Recognises the opening of a wire report: <c>PYONGYANG, July 27 (KCNA) --</c>, <c>Reuters -</c>. It belongs to the first sentence, but
/// its words take no part in that sentence's grammar and are parsed by themselves. So are the emoji that a post begins with.
/// </summary>
internal static class Dateline
{
    private const int Longest = 16;

    private static readonly string[] Agencies =
        ["AP", "Reuters", "AFP", "UPI", "CP", "KCNA", "TASS", "Interfax", "Xinhua", "AFX", "DPA", "Canadian", "Associated", "Agence", "USATODAY.com"];

    /// <summary>How many of the first words are the dateline with its dash, or emoji; 0 when there is neither.</summary>
    /// <param name="words">The sentence's or paragraph's first words, as many as there are or more than a dateline has.</param>
    /// <param name="ranges">Where they stand in the text.</param>
    public static int Length(ReadOnlySpan<string> words, ReadOnlySpan<TextRange> ranges)
    {
        if (Symbols(words) is > 0 and var symbols) return symbols < words.Length ? symbols : 0;
        if (words.Length < 3 || !IsPlace(words[0]) && !Agencies.AsSpan().Contains(words[0])) return 0;
        var isUpper = true;
        for (var i = 1; i < Math.Min(words.Length - 1, Longest); i++)
        {
            var word = words[i];
            if (word is "--" or "\u2014" or "\u2013" or "---") return IsOpening(words[..i], isUpper) ? i + 1 : 0;
            if (word is "-" && !IsCompound(words, ranges, i)) return IsOpening(words[..i], isUpper) ? i + 1 : 0;
            if (word is "." or "!" or "?" or ":" or ";" || char.IsLower(word[0])) return 0;
            isUpper &= !word.AsSpan().ContainsAnyInRange('a', 'z');
        }

        return 0;
    }

    /// <summary>How many of the last words are emoji, which take no part in the grammar either; 0 where there is nothing else.</summary>
    public static int Closing(ReadOnlySpan<string> words)
    {
        var n = 0;
        while (n < words.Length && IsSymbol(words[words.Length - 1 - n])) n++;
        return n < words.Length ? n : 0;
    }

    // Emoji, and the marks around them.
    private static int Symbols(ReadOnlySpan<string> words)
    {
        var found = false;
        for (var n = 0; n < Math.Min(words.Length, Longest); n++)
        {
            if (IsSymbol(words[n])) found = true;
            else if (!words[n].All(char.IsPunctuation)) return found ? n : 0;
        }

        return 0;
    }

    private static bool IsSymbol(string word)
    {
        var found = false;
        foreach (var rune in word.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            found |= category == UnicodeCategory.OtherSymbol;
            if (category is not (UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark)) return false;
        }

        return found;
    }

    // In a text all in capitals the words before a dash are a dateline only with a comma, bracket or number among them.
    private static bool IsOpening(ReadOnlySpan<string> words, bool isUpper)
    {
        if (words.Length <= 3 || !isUpper) return true;
        foreach (var word in words)
            if (word is "," or "(" || char.IsAsciiDigit(word[0]))
                return true;
        return false;
    }

    // A hyphen between two words of one kind ("US - led", "SU - 25", "NATO-Russia") is no dash.
    private static bool IsCompound(ReadOnlySpan<string> words, ReadOnlySpan<TextRange> ranges, int i) =>
        ranges[i].Start == ranges[i - 1].End || ranges[i].End == ranges[i + 1].Start || char.IsLower(words[i + 1][0]) || char.IsAsciiDigit(words[i + 1][0]);

    private static bool IsPlace(string word)
    {
        foreach (var c in word)
            if (!char.IsUpper(c) && c is not ('.' or '-'))
                return false;
        return word.Length > 2;
    }
}
