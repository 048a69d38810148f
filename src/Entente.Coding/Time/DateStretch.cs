using Entente.Coding.Knowledge;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>A date expression while it is being read: words from one to another, and the days that they mean.</summary>
/// <param name="First">First word.</param>
/// <param name="Last">Last word.</param>
/// <param name="Start">First day, null when open.</param>
/// <param name="End">Last day, null when open.</param>
/// <param name="Precision">How exact the words are.</param>
internal readonly record struct DateStretch(int First, int Last, LocalDate? Start, LocalDate? End, DatePrecision Precision)
{
    /// <summary>What the reader had to choose: the year of "July 27", the week of "Friday".</summary>
    public DateChosen Chosen { get; init; }

    /// <summary>The whole that "the beginning", "the end of 1993" are told of: "since the end" begins on its last day.</summary>
    public DaySpan? Whole { get; init; }

    /// <summary>Which end of the whole.</summary>
    public TimePart Edge { get; init; }

    /// <summary>A stretch with the days of a span.</summary>
    public static DateStretch Of(int first, int last, DaySpan span) => new(first, last, span.Start, span.End, span.Precision);

    /// <summary>Its days, null when one side is open.</summary>
    public DaySpan? Span => Start is { } start && End is { } end ? new DaySpan(start, end, Precision) : null;
}

/// <summary>What of a date the words leave to the reader.</summary>
internal enum DateChosen
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>The week.</summary>
    Week,

    /// <summary>The year.</summary>
    Year,
}

/// <summary>What has been told last: "in 2013" after "on Monday" leaves the Monday to "the next day".</summary>
/// <param name="Last">The last date of any kind.</param>
/// <param name="Day">The last day.</param>
internal readonly record struct ToldDates(DateAnchor? Last, DateAnchor? Day)
{
    /// <summary>The later told one from which a unit can be reckoned, null when none.</summary>
    public DateAnchor? For(TimeUnit unit) => Last is { } last && last.Carries(unit) ? last : Day;
}

/// <summary>A date told before, on which "two days later" rests.</summary>
/// <param name="Day">Its first day.</param>
/// <param name="Precision">How exact it is: "the next day" needs a day.</param>
internal readonly record struct DateAnchor(LocalDate Day, DatePrecision Precision)
{
    /// <summary>Whether a unit can be reckoned from it.</summary>
    public bool Carries(TimeUnit unit) => Precision switch
    {
        DatePrecision.Day => true,
        DatePrecision.Week => unit >= TimeUnit.Weekend,
        DatePrecision.Month => unit >= TimeUnit.Month,
        DatePrecision.Quarter or DatePrecision.Season => unit >= TimeUnit.Quarter,
        _ => unit >= TimeUnit.Year,
    };
}
