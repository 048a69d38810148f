using System.Globalization;
using System.Text;

namespace Entente.Coding.Knowledge;

/// <summary>
/// The smallest parts by which names are compared: lower-case letters and digits without diacritics. Full stops inside a word
/// vanish ("U.S." is "us"), hyphens and blanks part ("al-Qaeda" is "al", "qaeda"), a possessive "'s" is an atom of its own.
/// </summary>
internal static class Atoms
{
    /// <summary>The atoms of a text.</summary>
    public static List<string> Of(string text)
    {
        var atoms = new List<string>(4);
        var current = new StringBuilder();
        foreach (var c in Plain(text))
        {
            if (char.IsLetterOrDigit(c))
            {
                current.Append(char.ToLowerInvariant(c));
            }
            else if (c is '\'' or '’' or '‘' or '`')
            {
                Flush(atoms, current);
                current.Append('\'');
            }
            else if (c != '.')
            {
                Flush(atoms, current);
            }
        }

        Flush(atoms, current);
        return atoms;
    }

    private static void Flush(List<string> atoms, StringBuilder current)
    {
        if (current.Length > 1 || (current.Length == 1 && current[0] != '\'')) atoms.Add(current.ToString());
        current.Clear();
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
            switch (c)
            {
                case 'ø' or 'Ø': plain.Append('o'); continue;
                case 'ł' or 'Ł': plain.Append('l'); continue;
                case 'ı': plain.Append('i'); continue;
                case 'đ' or 'Đ' or 'ð': plain.Append('d'); continue;
                case 'ß': plain.Append("ss"); continue;
                case 'æ' or 'Æ': plain.Append("ae"); continue;
                default: break;
            }

            if (char.IsSurrogate(c))
            {
                plain.Append(' ');
                continue;
            }

            // Normalising character by character keeps unpaired surrogates away from String.Normalize, which throws on them.
            foreach (var d in c < 0x80 ? c.ToString() : c.ToString().Normalize(NormalizationForm.FormD))
                if (CharUnicodeInfo.GetUnicodeCategory(d) != UnicodeCategory.NonSpacingMark) plain.Append(d);
        }

        return plain.ToString();
    }
}
