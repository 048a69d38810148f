using System.Globalization;
using NodaTime;

namespace Entente.Coding.Knowledge;

/// <summary>Dates of knowledge files: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
internal static class KnowledgeDate
{
    /// <summary>First (or last) day that a date of year, month or day precision means; null when it is empty.</summary>
    /// <exception cref="FormatException">It is no date.</exception>
    public static LocalDate? Parse(ReadOnlySpan<char> text, bool last, string column)
    {
        text = text.Trim();
        if (text.IsEmpty || text is "-") return null;
        int year = 0, month = 0, day = 0, parts = 0;
        foreach (var range in text.Split('-'))
        {
            if (!int.TryParse(text[range], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) throw NoDate(text, column);
            if (parts == 0) year = number;
            else if (parts == 1) month = number;
            else if (parts == 2) day = number;
            parts++;
        }

        if (parts > 3 || year is < 1 or > 9999 || (parts > 1 && month is < 1 or > 12)) throw NoDate(text, column);
        if (parts == 1) return last ? new LocalDate(year, 12, 31) : new LocalDate(year, 1, 1);
        var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (parts == 2) return new LocalDate(year, month, last ? days : 1);
        return day >= 1 && day <= days ? new LocalDate(year, month, day) : throw NoDate(text, column);
    }

    private static FormatException NoDate(ReadOnlySpan<char> text, string column) => new($"'{text}' in column {column} is no date; write YYYY, YYYY-MM or YYYY-MM-DD");
}
