using System.Globalization;
using NodaTime;

namespace Entente.Store.Relating;

/// <summary>Periods have numbers: days and weeks count from 1970-01-01 and its Monday, months are 12 × year + month − 1, quarters 4 × year + quarter − 1, years themselves.</summary>
public static class Periods
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>1970-01-01 was a Thursday.</summary>
    private const int DaysSinceMonday = 3;

    /// <summary>The number of the period in which a day lies.</summary>
    public static int Of(LocalDate day, PeriodUnit unit)
    {
        var days = NodaTime.Period.DaysBetween(Epoch, day);
        return unit switch
        {
            PeriodUnit.Day => days,
            PeriodUnit.Week => (int)Math.Floor((days + DaysSinceMonday) / 7.0),
            PeriodUnit.Month => (day.Year * 12) + day.Month - 1,
            PeriodUnit.Quarter => (day.Year * 4) + ((day.Month - 1) / 3),
            _ => day.Year,
        };
    }

    /// <summary>The first day of a period.</summary>
    public static LocalDate First(int period, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Day => Epoch.PlusDays(period),
        PeriodUnit.Week => Epoch.PlusDays((7 * period) - DaysSinceMonday),
        PeriodUnit.Month => new LocalDate(period / 12, (period % 12) + 1, 1),
        PeriodUnit.Quarter => new LocalDate(period / 4, (period % 4 * 3) + 1, 1),
        _ => new LocalDate(period, 1, 1),
    };

    /// <summary>The last day of a period.</summary>
    public static LocalDate Last(int period, PeriodUnit unit) => First(period + 1, unit).PlusDays(-1);

    /// <summary>How a period is written: <c>2023-08-03</c>, <c>2023-W31</c>, <c>2023-08</c>, <c>2023-Q3</c> or <c>2023</c>.</summary>
    public static string Name(int period, PeriodUnit unit)
    {
        var first = First(period, unit);
        return unit switch
        {
            PeriodUnit.Day => string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}-{first.Month:00}-{first.Day:00}"),
            PeriodUnit.Week => string.Create(CultureInfo.InvariantCulture, $"{NodaTime.Calendars.WeekYearRules.Iso.GetWeekYear(first):0000}-W{NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(first):00}"),
            PeriodUnit.Month => string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}-{first.Month:00}"),
            PeriodUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}-Q{((first.Month - 1) / 3) + 1}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}"),
        };
    }

    /// <summary>How many periods make about a year.</summary>
    public static double PerYear(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Day => 365.25,
        PeriodUnit.Week => 365.25 / 7,
        PeriodUnit.Month => 12,
        PeriodUnit.Quarter => 4,
        _ => 1,
    };

    /// <summary>The number of the period of a column of days, in the database's language.</summary>
    internal static string Sql(string day, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Day => $"date_diff('day', DATE '1970-01-01', {day})",
        PeriodUnit.Week => $"CAST(floor((date_diff('day', DATE '1970-01-01', {day}) + {DaysSinceMonday}) / 7.0) AS INTEGER)",
        PeriodUnit.Month => $"(12 * year({day}) + month({day}) - 1)",
        PeriodUnit.Quarter => $"(4 * year({day}) + quarter({day}) - 1)",
        _ => $"year({day})",
    };
}
