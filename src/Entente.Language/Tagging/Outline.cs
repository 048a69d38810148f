using Entente.Language.Learning;

namespace Entente.Language.Tagging;

/// <summary>What a word looks like, apart from which word it is.</summary>
internal static class Outline
{
    /// <summary>Writes <paramref name="form"/> in lower case with plain quotes and every digit as 0 into <paramref name="buffer"/>, cut to its length.</summary>
    public static int Normalise(ReadOnlySpan<char> form, Span<char> buffer)
    {
        var length = Math.Min(form.Length, buffer.Length);
        for (var i = 0; i < length; i++) buffer[i] = Plain(form[i]);
        if (form.SequenceEqual("--"))
        {
            buffer[0] = '\u2014';
            return 1;
        }

        return length;
    }

    /// <summary>The character with typographic variants made alike; not lowered.</summary>
    public static char Straight(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '\u00B4' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
        '\u2013' or '\u2010' or '\u2011' => '-',
        _ => c,
    };

    /// <summary>Hash of the word's outline: runs of capitals, small letters, digits and other marks.</summary>
    public static uint ShapeOf(ReadOnlySpan<char> form, Casing casing)
    {
        Span<char> shape = stackalloc char[16];
        var length = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? casing == Casing.Upper ? 'x' : 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : Straight(c);
            if (length >= 2 && shape[length - 1] == kind && shape[length - 2] == kind) continue;
            if (length == shape.Length) break;
            shape[length++] = kind;
        }

        return Hash.Text(shape[..length]) ^ (uint)casing;
    }

    /// <summary>How the sentence uses capitals.</summary>
    public static Casing CasingOf(ReadOnlySpan<string> forms)
    {
        int words = 0, initials = 0, upper = 0, lower = 0;
        foreach (var form in forms)
        {
            if (!char.IsLetter(form[0])) continue;
            words++;
            if (char.IsUpper(form[0])) initials++;
            foreach (var c in form)
            {
                if (char.IsUpper(c)) upper++;
                else if (char.IsLower(c)) lower++;
            }
        }

        if (upper > 4 * lower && words > 1) return Casing.Upper;
        return words >= 4 && initials * 10 >= words * 7 ? Casing.Title : Casing.Sentence;
    }

    private static char Plain(char c)
    {
        if (char.IsAsciiLetterLower(c)) return c;
        if (char.IsDigit(c)) return '0';
        return c < 128 && c != '`' ? char.ToLowerInvariant(c) : Straight(char.ToLowerInvariant(c));
    }
}
