namespace Entente.Language.Tokenising;

/// <summary>Measures the next word or symbol inside a chunk of text without blanks.</summary>
internal static class Scan
{
    /// <summary>Where the word that begins at <paramref name="at"/> ends.</summary>
    public static int Word(string text, int at, int end, int limit)
    {
        var start = at;
        while (at < end)
        {
            if (Tokenizer.IsWordCharacter(text[at]))
            {
                if (SplitsUnit(text, start, at, end)) return at;
                at++;
            }
            else if (at + 1 < end && at > start && JoinsInside(text, start, at, end))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        if (at < end && text[at] == '.' && Stops.BelongsTo(text, start, at, end, limit)) at++;
        else if (at < end && text[at] == '!' && text.AsSpan(start, at - start).SequenceEqual("Yahoo")) at++;
        else if (at + 1 < end && text[at] == '$' && char.IsAsciiDigit(text[at + 1]) && IsDollar(text.AsSpan(start, at - start))) at++;
        return at;
    }

    /// <summary>Length of a clitic standing alone at <paramref name="at"/> ("'s" after a bracket, the "'" of "workers'"), else 0.</summary>
    public static int CliticLength(string text, int at, int start, int end)
    {
        if (at == start) return Elided(text.AsSpan(at, end - at));
        foreach (var clitic in (ReadOnlySpan<string>)["s", "ll", "re", "ve", "d", "m"])
        {
            var stop = at + 1 + clitic.Length;
            if (stop <= end && text.AsSpan(at + 1, clitic.Length).Equals(clitic, StringComparison.OrdinalIgnoreCase)
                && (stop == end || !Tokenizer.IsWordCharacter(text[stop])))
                return clitic.Length + 1;
        }

        return 0;
    }

    /// <summary>Whether a sign or separator before a digit belongs to the number.</summary>
    public static bool NumberMayBegin(string text, int at, int start, char sign) =>
        sign switch
        {
            '.' => at == start || text[at - 1] is '$' or '\u00A3' or '\u20AC' or '(' or '-',
            '+' => at == start,
            '-' => false,
            _ => false,
        };

    /// <summary>Length of the symbol or run of the same punctuation at the start of <paramref name="span"/>.</summary>
    public static int SymbolLength(ReadOnlySpan<char> span)
    {
        var c = span[0];
        if (char.IsHighSurrogate(c)) return Emoji(span);
        if (c is '!' or '?') return Run(span, '!', '?') is var marks && marks + 1 == span.Length && span[marks] == '.' ? marks + 1 : marks;
        if (c == '.' && span.Length > 1 && span[1] is '!' or '?') return 1 + Run(span[1..], '!', '?');
        if (c is '\u2018' or '\u2019' && span.Length > 1 && span[1] == '\u2019') return 2;
        if (c is '.' or '-' or '*' or '=' or '_' or '~' or '\'' or '`' or '<' or '>' or '+' or '$' or '#' or '|' or '\u2026')
        {
            var length = Run(span, c, c);
            return c is '\'' or '`' ? Math.Min(length, 2) : length;
        }

        var next = 1;
        while (next < span.Length && span[next] is '\uFE0F' or '\u200D') next++;
        return next;
    }

    private static int Elided(ReadOnlySpan<char> span)
    {
        foreach (var word in (ReadOnlySpan<string>)["'em", "'til", "'cause", "'n", "'bout", "'tis", "'twas", "'twould"])
            if (span.Length >= word.Length && span[1..word.Length].Equals(word.AsSpan(1), StringComparison.OrdinalIgnoreCase)
                && (span.Length == word.Length || !Tokenizer.IsWordCharacter(span[word.Length])))
                return word.Length;
        var decade = span.Length >= 4 && char.IsAsciiDigit(span[1]) && span[2] == '0' && span[3] == 's';
        return decade && (span.Length == 4 || !Tokenizer.IsWordCharacter(span[4])) ? 4 : 0;
    }

    private static int Run(ReadOnlySpan<char> span, char a, char b)
    {
        var length = 1;
        while (length < span.Length && (span[length] == a || span[length] == b)) length++;
        return length;
    }

    private static int Emoji(ReadOnlySpan<char> span)
    {
        var at = 0;
        while (at + 1 < span.Length && char.IsHighSurrogate(span[at]) && char.IsLowSurrogate(span[at + 1]))
        {
            at += 2;
            if (at < span.Length && span[at] == '\uFE0F') at++;
            var modifier = at + 1 < span.Length && span[at] == '\uD83C' && span[at + 1] is >= '\uDFFB' and <= '\uDFFF';
            if (modifier) at += 2;
            var flag = at == 2 && span[0] == '\uD83C' && span[1] is >= '\uDDE6' and <= '\uDDFF' && at + 1 < span.Length && span[at] == '\uD83C';
            if (flag) return at + 2;
            if (at < span.Length && span[at] == '\u200D') at++;
            else break;
        }

        return Math.Max(1, at);
    }

    // "5pm" is two words, "23rd", "1970s" and "B2B" are one.
    private static bool SplitsUnit(string text, int start, int at, int end)
    {
        if (at == start || !char.IsAsciiDigit(text[at - 1]) || !char.IsLetter(text[at])) return false;
        for (var i = start; i < at; i++)
            if (char.IsLetter(text[i]))
                return false;
        var stop = at;
        while (stop < end && char.IsLetter(text[stop])) stop++;
        return (stop == end || !char.IsAsciiDigit(text[stop])) && Lexicon.IsUnit(text.AsSpan(at, stop - at))
            && !(stop - at == 1 && text[at] is 'C' or 'F' or 'c' or 'f');
    }

    // Whether the character at `at`, between two others, is part of the word.
    private static bool JoinsInside(string text, int start, int at, int end)
    {
        var (before, c, after) = (text[at - 1], text[at], text[at + 1]);
        if (!Tokenizer.IsWordCharacter(after)) return false;
        var digits = char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
        switch (c)
        {
            case '.':
                return digits || char.IsLetterOrDigit(before) && Stops.JoinInside(text, start, at, end);
            case ',':
                return digits && (IsThousand(text, at, end) || IsDecimal(text, start, at, end));
            case ':':
                return digits;
            case '\'' or '\u2019' or '\u02BC':
                return char.IsLetter(before) && char.IsLetter(after);
            case '&':
                return char.IsLetter(before) && char.IsLetter(after) && at - start <= 2 && (at + 2 >= end || at + 4 >= end || !char.IsLower(after));
            case '_' or '@' or '\u00B7' or '\u200D':
                return true;
            case '-':
                return HyphenJoins(text, start, at, end);
            case '/':
                return SlashJoins(text, start, at, end);
            default:
                return false;
        }
    }

    private static bool IsThousand(string text, int at, int end) =>
        at + 3 < end && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]);

    private static bool PartsNumbers(char c) => c is ',' or '-' or '/' or ':' or '\u2013';

    private static bool IsDollar(ReadOnlySpan<char> country) => country is "US" or "A" or "C" or "HK" or "NZ";

    // "3,5" alone is a number as continents write it; in "1,2,3" and "6-4,7-5" the comma parts.
    private static bool IsDecimal(string text, int start, int at, int end)
    {
        var stop = at + 1;
        while (stop < end && char.IsAsciiDigit(text[stop])) stop++;
        if (stop < end && PartsNumbers(text[stop]) || start > 0 && PartsNumbers(text[start - 1])) return false;
        for (var i = start; i < at; i++)
            if (!char.IsAsciiDigit(text[i])) return false;
        return at - start <= 3;
    }

    private static bool HyphenJoins(string text, int start, int at, int end)
    {
        if (Lexicon.IsPrefix(text.AsSpan(start, at - start)) || IsGivenName(text, start, at, end) || HasSuffix(text, at, end)) return true;
        var (first, last) = (start, at + 1);
        while (last < end && (char.IsAsciiDigit(text[last]) || text[last] == '-')) last++;
        var hyphens = 0;
        for (var i = first; i < last; i++)
        {
            if (text[i] == '-') hyphens++;
            else if (!char.IsAsciiDigit(text[i])) return false;
        }

        var telephone = hyphens == 1 && at - start is 1 or 3 && last - at - 1 == 4;
        return (hyphens >= 2 || telephone) && (last == end || !char.IsLetter(text[last]));
    }

    private static bool HasSuffix(string text, int at, int end)
    {
        var stop = at + 1;
        while (stop < end && char.IsLetter(text[stop])) stop++;
        return Lexicon.IsSuffix(text.AsSpan(at + 1, stop - at - 1));
    }

    /// <summary>"Moon Jae-in", "Tsai Ing-wen": two short syllables behind a surname, as the treebanks keep them.</summary>
    private static bool IsGivenName(string text, int start, int at, int end)
    {
        const int longest = 6;
        if (at - start is < 2 or > longest || !char.IsUpper(text[start]) || start < 3 || text[start - 1] != ' ') return false;
        for (var i = start + 1; i < at; i++)
            if (!char.IsLower(text[i])) return false;
        var last = at + 1;
        while (last < end && char.IsLower(text[last])) last++;
        if (last - at - 1 is < 2 or > longest || last < end && (char.IsLetterOrDigit(text[last]) || text[last] == '-')) return false;
        if (Lexicon.IsSecondPart(text.AsSpan(at + 1, last - at - 1))) return false;
        var surname = start - 1;
        while (surname > 0 && char.IsLetter(text[surname - 1])) surname--;
        return char.IsUpper(text[surname]) && start - 1 - surname is >= 2 and <= 7 && char.IsLower(text[start - 2]);
    }

    private static bool SlashJoins(string text, int start, int at, int end)
    {
        if (!char.IsAsciiDigit(text[at - 1]) || !char.IsAsciiDigit(text[at + 1])) return false;
        for (var i = start; i < at; i++)
            if (!char.IsAsciiDigit(text[i]) && text[i] != '/')
                return false;
        var fraction = at - start == 1 && text[start] is '1' or '2' or '3' && text[at + 1] is >= '2' and <= '5'
            && (at + 2 >= end || !char.IsAsciiDigit(text[at + 2]) && text[at + 2] != '/');
        return !fraction;
    }
}
