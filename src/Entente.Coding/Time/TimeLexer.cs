using System.Globalization;
using Entente.Coding.Knowledge;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>Looks a word up and reads the numbers in its form.</summary>
internal static class TimeLexer
{
    /// <summary>The word for the grammar of dates.</summary>
    public static TimeToken Read(string form, TimeWords words)
    {
        ReadOnlySpan<char> word = form.Length > 1 ? form.AsSpan().TrimEnd('.') : form;
        if (word.Length == 0) return default;
        var capital = char.IsUpper(word[0]);
        var mid = word.Length > 4 && word.StartsWith("mid", StringComparison.OrdinalIgnoreCase) && word[3] is '-' or '‑';
        if (mid) word = word[4..];
        var entry = words.Word(word);
        if (char.IsAsciiDigit(word[0]))
        {
            var (shape, value, digits) = Digits(word);
            return new TimeToken(entry, shape, value, digits, mid, capital);
        }

        if (word.Length is >= 2 and <= 6 && word[0] is '\'' or '’' or '‘' or 'Q' or 'H' or 'F' && Coded(word) is { } coded)
            return coded with { Entry = entry, IsMid = mid, HasCapital = capital };
        return new TimeToken(entry, TimeShape.Word, 0, 0, mid, capital);
    }

    private static (TimeShape Shape, int Value, int Digits) Digits(ReadOnlySpan<char> word)
    {
        var length = 0;
        while (length < word.Length && char.IsAsciiDigit(word[length])) length++;
        if (length > 8) return default;
        var number = int.Parse(word[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        var rest = word[length..];
        if (rest.Length == 0) return (TimeShape.Number, number, length);
        if (rest.Length == 2 && IsOrdinal(rest) && number is >= 1 and <= 31) return (TimeShape.Ordinal, number, length);
        if (rest is "s" && length == 4 && number % 10 == 0 && number is >= 1500 and <= 2100) return (TimeShape.Decade, number, length);
        if (rest[0] is '-' or '/' or '.' or '–') return Written(word, number, length);
        return default;
    }

    private static bool IsOrdinal(ReadOnlySpan<char> ending) =>
        ending.Equals("st", StringComparison.OrdinalIgnoreCase) || ending.Equals("nd", StringComparison.OrdinalIgnoreCase)
        || ending.Equals("rd", StringComparison.OrdinalIgnoreCase) || ending.Equals("th", StringComparison.OrdinalIgnoreCase);

    /// <summary>Dates and pairs of years in figures. The day comes first but with slashes, unless it must.</summary>
    private static (TimeShape Shape, int Value, int Digits) Written(ReadOnlySpan<char> word, int first, int length)
    {
        var sign = word[length];
        var rest = word[(length + 1)..];
        var cut = rest.IndexOf(sign);
        if (cut < 0)
            return length == 4 && sign is '/' or '-' or '–' && rest.Length is 2 or 4 && Number(rest) is { } end
                && Calendars.YearAfter(first, end, rest.Length) is { } until
                ? (TimeShape.YearPair, first, until)
                : default;
        if (cut is < 1 or > 2 || Number(rest[..cut]) is not { } second || rest.Length - cut - 1 is not (1 or 2 or 4)
            || Number(rest[(cut + 1)..]) is not { } third) return default;
        if (length == 4) return Date(first, second, third);
        if (rest.Length - cut - 1 != 4) return rest.Length - cut - 1 == 2 && sign == '/'
            ? Ordered(sign, first, second, third + (third > 40 ? 1900 : 2000)) : default;
        return Ordered(sign, first, second, third);
    }

    private static (TimeShape Shape, int Value, int Digits) Ordered(char sign, int first, int second, int year) =>
        sign == '/' && first <= 12 ? Date(year, first, second) : Date(year, second, first);

    private static (TimeShape Shape, int Value, int Digits) Date(int year, int month, int day) =>
        year is >= 1500 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? (TimeShape.Date, (year * 10000) + (month * 100) + day, 8)
            : default;

    /// <summary>"FY2023", "Q3", "H1", "'88", "'80s".</summary>
    private static TimeToken? Coded(ReadOnlySpan<char> word)
    {
        if (word[0] is '\'' or '’' or '‘')
        {
            if (word.Length == 3 && Number(word[1..]) is { } year) return new TimeToken(null, TimeShape.ShortYear, year, 2, false, false);
            if (word.Length == 4 && word[3] == 's' && Number(word[1..3]) is { } decade && decade % 10 == 0)
                return new TimeToken(null, TimeShape.Decade, decade, 2, false, false);
            return null;
        }

        if (word.Length == 2 && Number(word[1..]) is { } part)
        {
            if (word[0] == 'Q' && part is >= 1 and <= 4) return new TimeToken(null, TimeShape.Quarter, part, 1, false, false);
            if (word[0] == 'H' && part is 1 or 2) return new TimeToken(null, TimeShape.Half, part, 1, false, false);
        }

        if (word.StartsWith("FY", StringComparison.Ordinal) && word.Length is 4 or 6 && Number(word[2..]) is { } fiscal)
            return new TimeToken(null, TimeShape.Fiscal, fiscal < 100 ? 2000 + fiscal : fiscal, 4, false, false);
        return null;
    }

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
