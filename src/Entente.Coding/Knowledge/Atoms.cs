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
    private const int Longest = 128;

    /// <summary>The atoms of a text.</summary>
    public static List<string> Of(string text)
    {
        var atoms = new List<string>(4);
        Add(text, atoms);
        return atoms;
    }

    /// <summary>Adds the atoms of a text to a list.</summary>
    public static void Add(string text, List<string> atoms)
    {
        text = Plain(text);
        Span<char> current = stackalloc char[Longest];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                if (length == Longest) Flush(atoms, current, ref length);
                current[length++] = char.ToLowerInvariant(c);
            }
            else if (c is '\'' or '’' or '‘' or '`')
            {
                Flush(atoms, current, ref length);
                current[length++] = '\'';
            }
            else if (c != '.')
            {
                Flush(atoms, current, ref length);
            }
        }

        Flush(atoms, current, ref length);
    }

    private static void Flush(List<string> atoms, ReadOnlySpan<char> current, ref int length)
    {
        if (length > 1 || (length == 1 && current[0] != '\'')) atoms.Add(new string(current[..length]));
        length = 0;
    }

    private static string Plain(string text)
    {
        foreach (var c in text)
        {
            if (c >= 0x80) return Stripped(text);
        }

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
