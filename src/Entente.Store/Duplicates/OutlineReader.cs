using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Sources;
using Entente.Store.Ingesting;

namespace Entente.Store.Duplicates;

/// <summary>A word as it stands in a text.</summary>
/// <param name="Text">Its letters in lower case, without accents and what joins them, or its digits.</param>
/// <param name="IsNumber">Whether it is one of digits.</param>
/// <param name="IsCapital">Whether it begins with a capital letter.</param>
internal readonly record struct OutlineToken(string Text, bool IsNumber, bool IsCapital);

/// <summary>
/// Splits a text into words and, roughly, sentences. Rough will do, as both texts of a pair are split alike; the parser's sentences are not there yet
/// when a document arrives.
/// </summary>
internal static class OutlineReader
{
    private const int Indent = 2;

    /// <summary>The words by sentence, no sentence empty, without those in the hidden parts.</summary>
    public static List<List<OutlineToken>> Read(string text, ImmutableArray<TextRange> hidden)
    {
        var letters = Plain(text, hidden);
        List<List<OutlineToken>> sentences = [];
        List<OutlineToken> sentence = [];
        for (int i = 0, last = 0; i < letters.Length;)
        {
            if (!char.IsLetter(letters[i]) && !char.IsDigit(letters[i]))
            {
                i++;
                continue;
            }

            var (token, end) = Word(letters, i);
            if (sentence.Count > 0 && Ends(letters.AsSpan(last, i - last), sentence[^1], token))
            {
                sentences.Add(sentence);
                sentence = [];
            }

            sentence.Add(token);
            i = last = end;
        }

        if (sentence.Count > 0) sentences.Add(sentence);
        return sentences;
    }

    private static bool Ends(ReadOnlySpan<char> gap, OutlineToken before, OutlineToken after)
    {
        if (gap.IndexOfAny('.', '!', '?') >= 0 && (after.IsCapital || after.IsNumber) && before.Text.Length > 1) return true;
        var line = gap.IndexOf('\n');
        if (line < 0) return false;
        // Lines that are wrapped at a width end nothing; an empty or an indented one begins a paragraph.
        var next = gap[(line + 1)..];
        var blanks = next.IndexOfAnyExcept(' ', '\t', '\r');
        return next.Contains('\n') || (blanks < 0 ? next.Length : blanks) >= Indent;
    }

    private static (OutlineToken Token, int End) Word(string text, int start)
    {
        var number = char.IsDigit(text[start]);
        var end = start + 1;
        while (end < text.Length && (Belongs(text[end], number) || (Joins(text[end], number) && end + 1 < text.Length && Belongs(text[end + 1], number)))) end++;
        if (number) return (new OutlineToken(text[start..end], true, false), end);
        var word = text.AsSpan(start, end - start);
        if (word.Length > 2 && (word.EndsWith("'s") || word.EndsWith("'S"))) word = word[..^2];
        if (word.IndexOfAny('.', '\'', '-') < 0) return (new OutlineToken(word.ToString().ToLowerInvariant(), false, char.IsUpper(text[start])), end);
        var letters = new StringBuilder(word.Length);
        foreach (var c in word) if (char.IsLetter(c)) letters.Append(char.ToLowerInvariant(c));
        return (new OutlineToken(letters.ToString(), false, char.IsUpper(text[start])), end);
    }

    private static bool Belongs(char c, bool number) => number ? char.IsDigit(c) : char.IsLetter(c);

    private static bool Joins(char c, bool number) => c == '.' || (number ? c is ',' or ':' or '/' : c is '\'' or '-');

    /// <summary>Without accents, with straight apostrophes, and with line ends in the place of what is hidden.</summary>
    private static string Plain(string text, ImmutableArray<TextRange> hidden)
    {
        if (hidden.IsEmpty && Ascii.IsValid(text)) return text;
        var seen = text.ToCharArray();
        foreach (var range in hidden) seen.AsSpan(range.Start, range.Length).Fill('\n');
        var decomposed = RecordText.Clean(new string(seen))!.Normalize(NormalizationForm.FormD);
        var plain = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(c == '’' ? '\'' : c);
        return plain.ToString();
    }
}
