using System.Globalization;

namespace Entente.Language.Tokenising;

/// <summary>
/// Cuts text into syntactic words by the conventions of the English UD treebanks: clitics and most hyphens stand alone, numbers,
/// abbreviations, addresses and faces stay whole. Every character that is no white space or control belongs to exactly one word.
/// </summary>
internal static class Tokenizer
{
    private const int LongestWord = 400;

    /// <summary>Adds the words of <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/> to <paramref name="words"/>.</summary>
    public static void Tokenize(string text, int start, int end, List<WordSpan> words)
    {
        var at = start;
        while (at < end)
        {
            if (IsBlank(text[at]))
            {
                at++;
                continue;
            }

            var stop = at;
            while (stop < end && !IsBlank(text[stop]) && stop - at < LongestWord) stop++;
            if (stop < end && char.IsLowSurrogate(text[stop]) && char.IsHighSurrogate(text[stop - 1]) && stop - at > 1) stop--;
            Chunk(text, at, stop, end, words);
            at = stop;
        }
    }

    /// <summary>Whether the character separates words.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\uFEFF' or '\u200B' or '\u200E' or '\u200F' or '\u00AD';

    // A chunk is what stands between blanks.
    private static void Chunk(string text, int start, int end, int limit, List<WordSpan> words)
    {
        var opened = start;
        while (opened < end && IsOpener(text[opened])) opened++;
        var address = Addresses.Length(text.AsSpan(opened, end - opened));
        if (address > 0)
        {
            for (int i = start, next; i < opened; i = next)
            {
                next = i + Scan.SymbolLength(text.AsSpan(i, opened - i));
                words.Add(new WordSpan(i, next));
            }

            words.Add(new WordSpan(opened, opened + address));
            start = opened + address;
        }

        for (var at = start; at < end;)
        {
            var next = Next(text, at, start, end, limit);
            AddWord(text, at, next, words);
            at = next;
        }
    }

    private static int Next(string text, int at, int start, int end, int limit)
    {
        var span = text.AsSpan(at, end - at);
        var c = span[0];
        if (IsWordCharacter(c))
            return at > start && IsOpener(text[at - 1]) && Addresses.Length(span) is var address and > 0 ? at + address : Scan.Word(text, at, end, limit);
        if (Contractions.IsApostrophe(c) && Scan.CliticLength(text, at, start, end) is var clitic and > 0) return at + clitic;
        if (c is '.' or ',' or '+' or '-' && span.Length > 1 && char.IsAsciiDigit(span[1]) && Scan.NumberMayBegin(text, at, start, c))
            return Scan.Word(text, at + 1, end, limit);
        if (c is '@' or '#' && span.Length > 2 && char.IsLetter(span[1]) && (at == start || IsOpener(text[at - 1])))
            return Scan.Word(text, at + 1, end, limit);
        if (at == start && Faces.Length(span) is var face and > 0) return at + face;
        return at + Scan.SymbolLength(span);
    }

    // Splits clitics and the treebanks' joined words off a word.
    private static void AddWord(string text, int start, int end, List<WordSpan> words)
    {
        var cut = Contractions.SplitAt(text.AsSpan(start, end - start));
        if (cut > 0 && cut < end - start)
        {
            AddWord(text, start, start + cut, words);
            words.Add(new WordSpan(start + cut, end));
            return;
        }

        words.Add(new WordSpan(start, end));
    }

    /// <summary>Letters, digits, marks, and the halves of characters beyond the basic plane that are letters.</summary>
    public static bool IsWordCharacter(char c)
    {
        if (c < 128) return char.IsAsciiLetterOrDigit(c);
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber
                or UnicodeCategory.LetterNumber => true,
            _ => false,
        };
    }

    private static bool IsOpener(char c) => c is '(' or '[' or '{' or '<' or '"' or '\'' or '\u201C' or '\u2018' or '\u00AB' or '\u201E';
}
