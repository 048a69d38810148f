using Entente.Coding.Knowledge;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>Arithmetic of days, weeks, months … A week is an ISO week, Monday to Sunday; winter begins in December.</summary>
internal static class Calendars
{
    /// <summary>First year that is reckoned with.</summary>
    public const int FirstYear = 1;

    /// <summary>Last year that is reckoned with.</summary>
    public const int LastYear = 9000;

    /// <summary>The Monday of a day's week.</summary>
    public static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>The day so many units earlier or later; null when it lies outside the years that are reckoned with.</summary>
    public static LocalDate? Shift(LocalDate day, TimeUnit unit, int count)
    {
        if (count is < -20_000 or > 20_000) return null;
        var years = unit switch
        {
            TimeUnit.Year => count,
            TimeUnit.Decade => 10L * count,
            TimeUnit.Century => 100L * count,
            TimeUnit.Quarter => count / 4L,
            TimeUnit.Month => count / 12L,
            _ => count / 52L,
        };
        if (day.Year + years is < FirstYear + 1 or > LastYear - 1) return null;
        return unit switch
        {
            TimeUnit.Hour => day.PlusDays(count / 24),
            TimeUnit.Day => day.PlusDays(count),
            TimeUnit.Week or TimeUnit.Weekend => day.PlusWeeks(count),
            TimeUnit.Fortnight => day.PlusWeeks(2 * count),
            TimeUnit.Month => day.PlusMonths(count),
            TimeUnit.Quarter => day.PlusMonths(3 * count),
            _ => day.PlusYears((int)years),
        };
    }

    /// <summary>The unit that a day lies in; for hours the day, for fortnights the week, for a weekend that of its week.</summary>
    public static DaySpan Around(LocalDate day, TimeUnit unit)
    {
        switch (unit)
        {
            case TimeUnit.Week or TimeUnit.Fortnight:
                return new DaySpan(Monday(day), Monday(day).PlusDays(6), DatePrecision.Week);
            case TimeUnit.Weekend:
                return new DaySpan(Monday(day).PlusDays(5), Monday(day).PlusDays(6), DatePrecision.Range);
            case TimeUnit.Month:
                return Month(day.Year, day.Month);
            case TimeUnit.Quarter:
                return Months(day.Year, ((day.Month - 1) / 3 * 3) + 1, 3, DatePrecision.Quarter);
            case TimeUnit.Year:
                return Year(day.Year);
            case TimeUnit.Decade:
                return Decade(day.Year / 10 * 10);
            case TimeUnit.Century:
                return Century(((day.Year - 1) / 100) + 1);
            default:
                return new DaySpan(day, day, DatePrecision.Day);
        }
    }

    /// <summary>A month.</summary>
    public static DaySpan Month(int year, int month) => Months(year, month, 1, DatePrecision.Month);

    /// <summary>So many months from the first of one.</summary>
    public static DaySpan Months(int year, int month, int count, DatePrecision precision)
    {
        var start = new LocalDate(year, month, 1);
        return new DaySpan(start, start.PlusMonths(count).PlusDays(-1), precision);
    }

    /// <summary>A year.</summary>
    public static DaySpan Year(int year) => new(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), DatePrecision.Year);

    /// <summary>The years from one that ends in nought to one that ends in nine.</summary>
    public static DaySpan Decade(int year) =>
        new(new LocalDate(Math.Max(year, 1), 1, 1), new LocalDate(year + 9, 12, 31), DatePrecision.Decade);

    /// <summary>A century: the twentieth is 1901 to 2000.</summary>
    public static DaySpan Century(int number) =>
        new(new LocalDate((100 * number) - 99, 1, 1), new LocalDate(100 * number, 12, 31), DatePrecision.Range);

    /// <summary>The early, middle or late third. Of a decade: 0 to 3, 4 to 6, 7 to 9; of a month: ten days and the rest.</summary>
    public static DaySpan Third(DaySpan span, TimePart part)
    {
        var index = (int)part;
        switch (span.Precision)
        {
            case DatePrecision.Day:
                return span;
            case DatePrecision.Week:
                var (from, to) = part switch { TimePart.Early => (0, 1), TimePart.Mid => (1, 3), _ => (3, 6) };
                return new DaySpan(span.Start.PlusDays(from), span.Start.PlusDays(to), DatePrecision.Range);
            case DatePrecision.Month:
                return new DaySpan(span.Start.PlusDays(10 * index), part == TimePart.Late ? span.End
                    : span.Start.PlusDays((10 * index) + 9), DatePrecision.Range);
            case DatePrecision.Season or DatePrecision.Quarter:
                return Months(span.Start.PlusMonths(index).Year, span.Start.PlusMonths(index).Month, 1, DatePrecision.Range);
            case DatePrecision.Year:
                var first = span.Start.PlusMonths(4 * index);
                return Months(first.Year, first.Month, 4, DatePrecision.Range);
            case DatePrecision.Decade:
                var (begin, end) = part switch { TimePart.Early => (0, 3), TimePart.Mid => (4, 6), _ => (7, 9) };
                return new DaySpan(span.Start.PlusYears(begin), span.Start.PlusYears(end + 1).PlusDays(-1), DatePrecision.Range);
            default:
                var days = Period.DaysBetween(span.Start, span.End) + 1;
                if (IsCentury(span)) return ThirdOfCentury(span, part);
                return new DaySpan(span.Start.PlusDays(days * index / 3), span.Start.PlusDays((days * (index + 1) / 3) - 1),
                    DatePrecision.Range);
        }
    }

    /// <summary>The first or second half.</summary>
    public static DaySpan Half(DaySpan span, int number)
    {
        LocalDate middle;
        if (span.Precision == DatePrecision.Month) middle = span.Start.PlusDays(15);
        else if (span.Precision == DatePrecision.Year) middle = span.Start.PlusMonths(6);
        else if (span.Precision == DatePrecision.Decade) middle = span.Start.PlusYears(5);
        else if (IsCentury(span)) middle = span.Start.PlusYears(50);
        else middle = span.Start.PlusDays((Period.DaysBetween(span.Start, span.End) + 1) / 2);
        return number == 1 ? new DaySpan(span.Start, middle.PlusDays(-1), DatePrecision.Range)
            : new DaySpan(middle, span.End, DatePrecision.Range);
    }

    /// <summary>The year that a pair of years ends with ("1992-95"), null when it is no pair.</summary>
    public static int? YearAfter(int year, int end, int digits)
    {
        if (digits == 2)
        {
            end += year / 100 * 100;
            if (end <= year) end += 100;
            if (end - year > 60) return null;
        }

        return year is >= 1500 and <= 2100 && end > year && end <= 2100 ? end : null;
    }

    private static bool IsCentury(DaySpan span) => span.End.Year - span.Start.Year == 99 && span.End.Year % 100 == 0;

    private static DaySpan ThirdOfCentury(DaySpan span, TimePart part)
    {
        var (from, to) = part switch { TimePart.Early => (0, 33), TimePart.Mid => (33, 66), _ => (66, 100) };
        return new DaySpan(span.Start.PlusYears(from), span.Start.PlusYears(to).PlusDays(-1), DatePrecision.Range);
    }
}

/// <summary>Days from one to another, both included.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Precision">What kind of stretch it is.</param>
internal readonly record struct DaySpan(LocalDate Start, LocalDate End, DatePrecision Precision)
{
    /// <summary>Days between the middle of the span and a day.</summary>
    public int Days(LocalDate on) => Math.Abs(Period.DaysBetween(on, Start) + (Period.DaysBetween(Start, End) / 2));
}
