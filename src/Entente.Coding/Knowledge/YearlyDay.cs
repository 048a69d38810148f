using System.Globalization;
using NodaTime;

namespace Entente.Coding.Knowledge;

/// <summary>A day that returns each year: 25 December, the fourth Thursday of November, 47 days before Easter.</summary>
internal sealed class YearlyDay
{
    private const int LastOne = 5;

    private readonly int month;
    private readonly int day;
    private readonly IsoDayOfWeek weekday;
    private readonly int number;
    private readonly bool orthodox;

    private YearlyDay(int month, int day, IsoDayOfWeek weekday, int number, bool orthodox)
    {
        this.month = month;
        this.day = day;
        this.weekday = weekday;
        this.number = number;
        this.orthodox = orthodox;
    }

    /// <summary>Reads <c>12-25</c>, <c>11-thursday-4</c>, <c>05-monday-last</c>, <c>easter-2</c>, <c>orthodox+0</c>.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static YearlyDay Parse(string text)
    {
        foreach (var feast in (ReadOnlySpan<string>)["easter", "orthodox"])
        {
            if (text.StartsWith(feast, StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(feast.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days))
                return new YearlyDay(0, days, IsoDayOfWeek.None, 0, feast == "orthodox");
        }

        var parts = text.Split('-');
        if (int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12)
        {
            if (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
                && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(2023, month))
                return new YearlyDay(month, day, IsoDayOfWeek.None, 0, false);
            if (parts.Length == 3 && Enum.TryParse<IsoDayOfWeek>(parts[1], ignoreCase: true, out var weekday)
                && parts[2] is "1" or "2" or "3" or "4" or "last")
                return new YearlyDay(month, 0, weekday, parts[2] == "last" ? LastOne : parts[2][0] - '0', false);
        }

        throw new FormatException($"'{text}' is no yearly day; write MM-DD, MM-monday-1, MM-monday-last, easter-2 or orthodox+0");
    }

    /// <summary>The day in a year.</summary>
    public LocalDate In(int year)
    {
        if (month == 0) return (orthodox ? OrthodoxEaster(year) : Easter(year)).PlusDays(day);
        return weekday == IsoDayOfWeek.None ? new LocalDate(year, month, day) : Weekday(year, month, weekday, number);
    }

    /// <summary>The first, second … weekday of a month; the fifth is the last.</summary>
    public static LocalDate Weekday(int year, int month, IsoDayOfWeek weekday, int number)
    {
        if (number >= LastOne)
        {
            var last = new LocalDate(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month));
            return last.PlusDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
        }

        var first = new LocalDate(year, month, 1);
        return first.PlusDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (number - 1)));
    }

    /// <summary>Western Easter Sunday (the anonymous Gregorian computus).</summary>
    public static LocalDate Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new LocalDate(year, n / 31, (n % 31) + 1);
    }

    /// <summary>Eastern Easter Sunday (Meeus' Julian computus).</summary>
    public static LocalDate OrthodoxEaster(int year)
    {
        var d = ((19 * (year % 19)) + 15) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) - d + 34) % 7;
        var n = d + e + 114;
        return new LocalDate(year, n / 31, (n % 31) + 1, CalendarSystem.Julian).WithCalendar(CalendarSystem.Iso);
    }
}
