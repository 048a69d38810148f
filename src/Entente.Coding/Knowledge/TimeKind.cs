using NodaTime;

namespace Entente.Coding.Knowledge;

/// <summary>What a word of time is: the kinds of knowledge/README.md, "time/".</summary>
internal enum TimeKind
{
    Month,
    Weekday,
    Relative,
    Unit,
    Reach,
    Vague,
    Season,
    Step,
    Part,
    Edge,
    Daypart,
    Bound,
    Recurring,
    Record,
    Ahead,
    Modal,
    Told,
    Lasting,
    Planned,
    Decade,
    Number,
    Multiple,
    Ordinal,
    Holiday,
    Period,
    Fiscal,
    None,
}

/// <summary>Units of time, short ones first.</summary>
internal enum TimeUnit
{
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// <summary>Which of several: "last", "next", "the following".</summary>
internal enum TimeStep
{
    Last,
    Past,
    This,
    Next,
    Coming,
    Recent,
    Previous,
    Following,
    Same,
}

/// <summary>A third of a stretch of time.</summary>
internal enum TimePart
{
    Early,
    Mid,
    Late,
}

/// <summary>What a preposition makes of a date.</summary>
internal enum TimeBound
{
    Since,
    Until,
    By,
    Before,
    After,
    From,
    Starting,
    Between,
    Within,
    For,
    In,
}

/// <summary>What a name stands for.</summary>
/// <param name="Kind">Holiday, period, or none for names that are no dates.</param>
/// <param name="Start">First day of a period.</param>
/// <param name="End">Last day of a period.</param>
/// <param name="Day">The day of a holiday.</param>
internal sealed record NamedTime(TimeKind Kind, LocalDate? Start, LocalDate? End, YearlyDay? Day);
