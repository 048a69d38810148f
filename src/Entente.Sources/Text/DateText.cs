using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Entente.Sources.Text;

/// <summary>
/// Reads a day of publication as files write it: ISO dates and date-times, RFC 1123, "August 3, 2023", "3 August 2023", "20230803".
/// The day is the one written, whatever the offset behind it: the outlet's own calendar.
/// </summary>
internal static partial class DateText
{
    private const int LongestDate = 80;

    private const string MonthName = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
        + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Null when <paramref name="text"/> is no such date, or no day of the calendar.</summary>
    public static LocalDate? Read(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > LongestDate)
            return null;
        var match = Iso().Match(text);
        if (!match.Success)
            match = Compact().Match(text);
        if (match.Success)
            return Day(Number(match, "y"), Number(match, "m"), Number(match, "d"));
        match = DayFirst().Match(text);
        if (!match.Success)
            match = MonthFirst().Match(text);
        if (!match.Success)
            return null;
        int month = Array.IndexOf(Months, match.Groups["m"].Value[..3].ToLowerInvariant()) + 1;
        return Day(Number(match, "y"), month, Number(match, "d"));
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static LocalDate? Day(int year, int month, int day) =>
        year is >= 1000 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    [GeneratedRegex(@"^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?:[T ,].*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?:T\d{4,6}(?:Z|[+-]\d{2}:?\d{2})?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(
        @"^(?:\p{L}{3,9}\.?,?\s+)?(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?<m>" + MonthName + @")\.?,?[\s-]+(?<y>\d{4})(?:$|[\s,|•·–—-].*$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        @"^(?:\p{L}{3,9}\.?,?\s+)??(?<m>" + MonthName + @")\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})(?:$|[\s,|•·–—-].*$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();
}
