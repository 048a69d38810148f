namespace Entente.Language.Tokenising;

/// <summary>Tells full stops that belong to a word ("U.S.", "Gen.", "zn.ua") from those that end a sentence.</summary>
internal static class Stops
{
    /// <summary>Whether the stop at <paramref name="at"/>, between two characters of words, joins them.</summary>
    public static bool JoinInside(string text, int start, int at, int end)
    {
        // "U.S", "a.m", "zn.ua", "Ph.D", but not "end.Then" and not "J.Smith".
        var stop = at + 1;
        while (stop < end && char.IsLetter(text[stop])) stop++;
        if (at - start == 1 || at >= 2 && text[at - 2] == '.')
            return !IsName(text.AsSpan(at + 1, stop - at - 1)) || Lexicon.IsMixed(text.AsSpan(start, stop - start));
        if (Lexicon.IsMixed(text.AsSpan(start, stop - start))) return true;
        if (char.IsUpper(text[at + 1]) && char.IsLower(text[at - 1])) return false;
        return stop - at - 1 is >= 2 and <= 4 && char.IsLetter(text[at + 1]) && Addresses.IsTopLevel(text.AsSpan(at + 1, stop - at - 1));
    }

    /// <summary>Whether the stop at <paramref name="at"/> belongs to the word from <paramref name="start"/> before it.</summary>
    public static bool BelongsTo(string text, int start, int at, int end, int limit)
    {
        var word = text.AsSpan(start, at - start);
        if (at + 1 < end && text[at + 1] == '.')
        {
            if (at + 2 < end && text[at + 2] == '.') return false;
            return word.Contains('.') ? IsDotted(word) : Lexicon.IsAbbreviation(word) && !Lexicon.IsAlsoWord(word);
        }

        if (word.Contains('.')) return IsDotted(word);
        if (word.Length == 1) return IsInitial(text, word[0], at, limit);
        return Lexicon.IsAbbreviation(word) && (!Lexicon.IsDoubtful(word) || DoubtfulKeeps(text, word, at, end, limit));
    }

    private static bool IsDotted(ReadOnlySpan<char> word) =>
        char.IsLetter(word[^1]) && (word.Length < 2 || word[^2] == '.') || Lexicon.IsMixed(word);

    // "J. Smith", "c. 1066", but not "so did I."
    private static bool IsInitial(string text, char letter, int at, int limit)
    {
        var next = NextLetter(text, at, limit);
        if (letter is 'c' or 'p' or 'b' or 'd') return char.IsAsciiDigit(next);
        return char.IsAsciiLetterUpper(letter) && (letter != 'I' || char.IsUpper(next));
    }

    private static bool DoubtfulKeeps(string text, ReadOnlySpan<char> word, int at, int end, int limit)
    {
        var next = NextLetter(text, at, limit);
        if (word.Equals("no", StringComparison.OrdinalIgnoreCase)) return char.IsAsciiDigit(next);
        if (word.Equals("etc", StringComparison.OrdinalIgnoreCase)) return at + 1 < end || next != '\0' && !char.IsUpper(next);
        if (next == '\0') return char.IsUpper(word[0]);
        return char.IsUpper(word[0]) || !char.IsUpper(next) && char.IsLetter(next);
    }

    private static bool IsName(ReadOnlySpan<char> letters) =>
        letters.Length >= 3 && char.IsUpper(letters[0]) && char.IsLower(letters[1]) && char.IsLower(letters[2]);

    private static char NextLetter(string text, int at, int limit)
    {
        for (var i = at + 1; i < Math.Min(limit, at + 8); i++)
            if (char.IsLetterOrDigit(text[i]))
                return text[i];
        return '\0';
    }
}
