using Entente.Coding.Knowledge;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>Days of the week: "Friday evening", "next Tuesday", "Tuesday of last week".</summary>
internal sealed class Weekdays(DateScope scope, MonthDates months)
{
    private const int ShortestName = 6;

    /// <summary>The date that begins at a word.</summary>
    public DateStretch? Read(int i)
    {
        var step = scope.Step(i);
        var at = step is null ? i : i + 1;
        if (!scope[at].HasCapital || scope.Value(at, TimeKind.Weekday) is not { } weekday) return null;
        var next = scope.Is(at + 1, ",") || scope.Is(at + 1, ".") ? at + 2 : at + 1;
        if (step is null && Dated(i, next) is { } dated) return dated;
        if (scope.View[at].Form.Length < ShortestName && !IsShort(at)) return null;
        var last = scope.Has(at + 1, TimeKind.Daypart) ? at + 1 : at;
        if (step is TimeStep.Previous or TimeStep.Following or TimeStep.Same) return Anchored(i, last, weekday, step.Value);
        if (scope.Published is not { } on) return null;
        return step is null && OfWeek(i, last, weekday, on) is { } told ? told : Chosen(i, last, weekday, on, step);
    }

    private DateStretch? Dated(int first, int date) =>
        months.Read(date) is { Precision: DatePrecision.Day } told && !scope.Has(date, TimeKind.Step) ? told with { First = first } : null;

    /// <summary>"Sat" and "Sun" are other words; with a full stop, or in capitals throughout, they are days.</summary>
    private bool IsShort(int at) => scope.View[at].Form.EndsWith('.')
        || (scope.View.Capitals && scope.View[at].Form.Length > 2 && scope.Is(at - 1, "on"));

    /// <summary>"Tuesday of last week", "Wednesday next week".</summary>
    private DateStretch? OfWeek(int first, int last, int weekday, LocalDate on)
    {
        if (scope.Is(last + 1, "and") && scope.Has(last + 2, TimeKind.Weekday))
            return OfWeek(first, last + 2, weekday, on) is { } both ? both with { Last = last } : null;
        var next = scope.Is(last + 1, "of") || scope.Is(last + 1, ",") ? last + 2 : last + 1;
        if (scope.Unit(next + 1) is not TimeUnit.Week || scope.IsPlural(next + 1)) return null;
        int? weeks = scope.Step(next) switch { TimeStep.Last => -1, TimeStep.This => 0, TimeStep.Next => 1, _ => null };
        return weeks is { } shift ? Day(first, next + 1, Calendars.Monday(on).PlusWeeks(shift).PlusDays(weekday - 1)) : null;
    }

    private DateStretch Chosen(int first, int last, int weekday, LocalDate on, TimeStep? step)
    {
        var back = ((int)on.DayOfWeek - weekday + 7) % 7;
        var latest = on.PlusDays(-back);
        var ahead = step is not (TimeStep.Last or TimeStep.Past) && scope.IsAhead(first, last);
        var day = step switch
        {
            TimeStep.Last or TimeStep.Past => back == 0 ? on.PlusWeeks(-1) : latest,
            TimeStep.Next or TimeStep.Coming => latest.PlusWeeks(1),
            TimeStep.This => Calendars.Monday(on).PlusDays(weekday - 1),
            _ => ahead && back > 0 ? latest.PlusWeeks(1) : latest,
        };
        if (step == TimeStep.This && ahead && day < on) day = day.PlusWeeks(1);
        return Day(first, last, day) with { Chosen = step is null ? DateChosen.Week : DateChosen.Nothing };
    }

    private DateStretch? Anchored(int first, int last, int weekday, TimeStep step)
    {
        if (scope.AnchorFor(TimeUnit.Day) is not { Day: var on })
        {
            if (step != TimeStep.Previous || scope.Published is not { } published) return null;
            on = published;
        }

        var back = ((int)on.DayOfWeek - weekday + 7) % 7;
        return step switch
        {
            TimeStep.Previous => Day(first, last, on.PlusDays(back == 0 ? -7 : -back)),
            TimeStep.Following => Day(first, last, on.PlusDays(7 - back)),
            _ => Day(first, last, Calendars.Monday(on).PlusDays(weekday - 1)),
        };
    }

    private static DateStretch Day(int first, int last, LocalDate day) =>
        DateStretch.Of(first, last, new DaySpan(day, day, DatePrecision.Day));
}
