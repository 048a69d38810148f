using System.Globalization;
using System.Text;
using Entente.Language.Naming;

namespace Entente.Coding.Knowledge;

/// <summary>
/// The smallest parts by which names are compared: lower-case letters and digits without diacritics. Full stops inside a word
/// vanish ("U.S." is "us"), hyphens and blanks part ("al-Qaeda" is "al", "qaeda"), a possessive "'s" is an atom of its own.
/// </summary>
internal static class Atoms
{
    /// <summary>No name has a longer word; what is longer is read in pieces.</summary>
    public const int Longest = 128;

    /// <summary>The text without marks on its letters.</summary>
    public static string Plain(string text)
    {
        foreach (var c in text)
            if (c >= 0x80) return Stripped(text);
        return text;
    }

    private static string Stripped(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsSurrogate(c)) plain.Append(' ');
            else if (c < 0x80) plain.Append(c);
            else if (Diacritics.Plain(c) is { } letters) plain.Append(letters);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(c);
        }

        return plain.ToString();
    }
}

/// <summary>Reads the atoms of a text one after another, without memory of its own.</summary>
internal ref struct AtomReader
{
    private readonly Span<char> buffer;
    private readonly ReadOnlySpan<char> text;
    private int at;
    private int length;

    /// <summary>Begins at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">Room for <see cref="Atoms.Longest"/> letters.</param>
    public AtomReader(string text, Span<char> buffer)
    {
        this.text = Atoms.Plain(text);
        this.buffer = buffer;
    }

    /// <summary>The atom that was read last.</summary>
    public readonly ReadOnlySpan<char> Current => buffer[..length];

    /// <summary>Reads the next atom; false at the end.</summary>
    public bool Next()
    {
        length = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsLetterOrDigit(c))
            {
                if (length == Atoms.Longest) return true;
                buffer[length++] = char.ToLowerInvariant(c);
            }
            else if (c is '\'' or '’' or '‘' or '`')
            {
                if (IsAtom) return true;
                buffer[0] = '\'';
                length = 1;
            }
            else if (c != '.')
            {
                if (IsAtom)
                {
                    at++;
                    return true;
                }

                length = 0;
            }

            at++;
        }

        return IsAtom;
    }

    /// <summary>An apostrophe alone is none.</summary>
    private readonly bool IsAtom => length > 1 || (length == 1 && buffer[0] != '\'');
}
