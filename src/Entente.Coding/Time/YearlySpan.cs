using Entente.Coding.Knowledge;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>Days that return each year: a day or month of the calendar, a season, a holiday.</summary>
internal readonly record struct YearlySpan(int Month, int Day, int Months, YearlyDay? Holiday)
{
    /// <summary>A bare month and day farther ahead than this lies behind unless the sentence tells otherwise.</summary>
    private const int NearFuture = 60;

    /// <summary>How far ahead the present tells plans.</summary>
    private const int PlannedAhead = 150;

    private const int Farthest = 9;

    /// <summary>Its days in a year, null when it has none then (29 February).</summary>
    public DaySpan? In(int year)
    {
        if (year is < Calendars.FirstYear or >= Calendars.LastYear) return null;
        if (Holiday is not null) return new DaySpan(Holiday.In(year), Holiday.In(year), DatePrecision.Day);
        if (Months == 3) return Calendars.Months(year, Month, 3, DatePrecision.Season);
        if (Day == 0) return Calendars.Month(year, Month);
        if (Day > CalendarSystem.Iso.GetDaysInMonth(year, Month)) return null;
        var day = new LocalDate(year, Month, Day);
        return new DaySpan(day, day, DatePrecision.Day);
    }

    /// <summary>The one that is meant on a day: last, this, next or whichever the tense asks for.</summary>
    public DaySpan? Choose(LocalDate on, DateTense tense, TimeStep? step) => step switch
    {
        TimeStep.Last or TimeStep.Past or TimeStep.Previous => Latest(on.PlusDays(-1), whole: true),
        TimeStep.Next or TimeStep.Coming or TimeStep.Following => First(on.PlusDays(1), whole: true),
        TimeStep.Same => In(on.Year),
        TimeStep.This when Months == 1 => In(on.Year),
        _ when tense == DateTense.Past => Latest(on, whole: false),
        _ when tense == DateTense.Ahead => First(on, whole: false),
        _ => Nearest(on, tense == DateTense.Present ? PlannedAhead : NearFuture),
    };

    /// <summary>The last one that begins (as a whole: ends) by a day.</summary>
    private DaySpan? Latest(LocalDate on, bool whole)
    {
        for (var year = on.Year + 1; year > on.Year - Farthest; year--)
            if (In(year) is { } span && (whole ? span.End : span.Start) <= on) return span;
        return null;
    }

    /// <summary>The first one that ends (as a whole: begins) from a day on.</summary>
    private DaySpan? First(LocalDate on, bool whole)
    {
        for (var year = on.Year - 1; year < on.Year + Farthest; year++)
            if (In(year) is { } span && (whole ? span.Start : span.End) >= on) return span;
        return null;
    }

    private DaySpan? Nearest(LocalDate on, int ahead)
    {
        DaySpan? best = null;
        for (var year = on.Year - 1; year <= on.Year + 1; year++)
        {
            if (In(year) is not { } span || span.Start > on.PlusDays(ahead)) continue;
            if (best is null || span.Days(on) < best.Value.Days(on)) best = span;
        }

        return best ?? Latest(on, whole: false);
    }
}
