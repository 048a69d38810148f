using Entente.Coding.Knowledge;
using Entente.Language;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>What rests on the day of publication, or on the date told last: "yesterday", "last week", "later that year".</summary>
internal sealed class RelativeDates(DateScope scope)
{
    /// <summary>The date that begins at a word.</summary>
    public DateStretch? Read(int i) => Named(i) ?? Clipped(i) ?? Stepped(i) ?? BesideAnother(i);

    /// <summary>The stretch of "the rest of the year", of "the end of the month": a unit with an article.</summary>
    public DateStretch? Whole(int unit) =>
        scope.Published is { } on && scope.Unit(unit) is { } which and >= TimeUnit.Weekend && !scope.IsPlural(unit)
            ? DateStretch.Of(unit, unit, Calendars.Around(on, which)) : null;

    /// <summary>"Yesterday morning", "earlier today", "the day before yesterday", "last night".</summary>
    private DateStretch? Named(int i)
    {
        if (scope.Published is not { } on) return Daypart(i);
        if (scope.Value(i, TimeKind.Relative) is { } days) return Day(i, scope.Has(i + 1, TimeKind.Daypart) ? i + 1 : i, on.PlusDays(days));
        if ((scope.Is(i, "earlier") || scope.Is(i, "later"))
            && scope.Value(i + 1, TimeKind.Relative) is { } told) return Day(i, i + 1, on.PlusDays(told));
        if (scope.Unit(i) == TimeUnit.Day && scope.Bound(i + 1) is TimeBound.Before or TimeBound.After
            && scope.Value(i + 2, TimeKind.Relative) is { } other && other != 0)
            return Day(i, i + 2, on.PlusDays(scope.Bound(i + 1) == TimeBound.Before ? other - 1 : other + 1));
        return Daypart(i);
    }

    private DateStretch? Daypart(int i)
    {
        if (scope.Step(i) is not { } step || !scope.Has(i + 1, TimeKind.Daypart)) return null;
        var on = scope.Published;
        switch (step)
        {
            case TimeStep.This:
                return on is { } today ? Day(i, i + 1, today) : null;
            case TimeStep.Last or TimeStep.Past:
                return on is { } day ? Day(i, i + 1, day.PlusDays(-1)) : null;
            case TimeStep.Previous or TimeStep.Same or TimeStep.Following or TimeStep.Next:
                return Anchored(i, i + 1, TimeUnit.Day, step);
            default:
                return null;
        }
    }

    /// <summary>"Earlier this week", "later that month", "earlier in the year", "so far this year", "the rest of the year".</summary>
    private DateStretch? Clipped(int i)
    {
        var early = scope.Is(i, "earlier");
        if (early || scope.Is(i, "later"))
        {
            var at = scope.Is(i + 1, "in") && scope.Is(i + 2, "the") ? i + 3 : i + 2;
            if (scope.Unit(at) is not { } unit || scope.IsPlural(at)) return null;
            if (at == i + 2 && scope.Step(i + 1) == TimeStep.Same) return Within(i, at, unit, early);
            if ((at == i + 2 && scope.Step(i + 1) != TimeStep.This) || scope.Published is not { } on) return null;
            return Clip(i, at, Calendars.Around(on, unit), on, early);
        }

        if (scope.Published is not { } day) return null;
        if (scope.Is(i, "so") && scope.Is(i + 1, "far") && scope.Step(i + 2) == TimeStep.This
            && scope.Unit(i + 3) is { } told) return Clip(i, i + 3, Calendars.Around(day, told), day, true);
        if (!(scope.Is(i, "rest") || scope.Is(i, "remainder")) || !scope.Is(i + 1, "of")) return null;
        var whole = scope.Is(i + 2, "the") || scope.Step(i + 2) == TimeStep.This ? i + 3 : i + 2;
        return scope.Unit(whole) is { } rest && !scope.IsPlural(whole) ? Clip(i, whole, Calendars.Around(day, rest), day, false) : null;
    }

    /// <summary>"Later that day", "later that month": from the date told last on.</summary>
    private DateStretch? Within(int first, int last, TimeUnit unit, bool early) =>
        scope.AnchorFor(unit) is { } anchor ? Clip(first, last, Calendars.Around(anchor.Day, unit), anchor.Day, early) : null;

    private static DateStretch Clip(int first, int last, DaySpan span, LocalDate at, bool early)
    {
        if (span.Precision == DatePrecision.Day) return DateStretch.Of(first, last, span);
        return early
            ? new DateStretch(first, last, span.Start, LocalDate.Min(span.End, at), DatePrecision.Range)
            : new DateStretch(first, last, LocalDate.Max(span.Start, at), span.End, DatePrecision.Range);
    }

    /// <summary>"Last week", "the following year", "the weekend".</summary>
    private DateStretch? Stepped(int i)
    {
        if (scope.Step(i) is not { } step)
            return scope.Unit(i) == TimeUnit.Weekend && !scope.IsPlural(i) && (scope.Is(i - 1, "the") || scope.Is(i - 1, "a"))
                ? Weekend(i) : null;
        if (scope.Unit(i + 1) is not { } unit || scope.IsPlural(i + 1) || unit == TimeUnit.Hour || scope.IsStretch(i)
            || IsOwned(i, step)) return null;
        if (step is TimeStep.Following or TimeStep.Same) return Anchored(i, i + 1, unit, step);
        if (step == TimeStep.Previous || (step == TimeStep.Next && IsNextAfter(i, unit))) return Anchored(i, i + 1, unit, step);
        if (scope.Published is not { } on || step == TimeStep.Recent) return null;
        if (unit == TimeUnit.Day) return step == TimeStep.Last && scope.Is(i + 1, "night") ? Day(i, i + 1, on.PlusDays(-1)) : null;
        if ((unit != TimeUnit.Weekend && step is TimeStep.Past or TimeStep.Coming)
            || (unit == TimeUnit.Fortnight && step != TimeStep.This)) return null;
        return Shifted(i, i + 1, on, unit, step switch { TimeStep.Last or TimeStep.Past => -1, TimeStep.This => 0, _ => 1 });
    }

    /// <summary>"In its last year", "her next week": counted from something else than publication.</summary>
    private bool IsOwned(int i, TimeStep step) => step is TimeStep.Last or TimeStep.Next && i > 0
        && scope.View[i - 1].Upos is Upos.PRON or Upos.DET && scope.View.Is(i - 1, "nmod") && scope.View[i - 1].Head == i + 1;

    /// <summary>"The next day": the one after the date told last. "Next week": the one after publication.</summary>
    private bool IsNextAfter(int i, TimeUnit unit) =>
        unit == TimeUnit.Day || (scope.Is(i - 1, "the") && scope.AnchorFor(unit) is not null && !scope.IsAhead(i, i + 1));

    /// <summary>"The weekend" is the last one, or that to come.</summary>
    private DateStretch? Weekend(int i)
    {
        if (scope.Published is not { } on) return null;
        var ahead = scope.IsAhead(i, i);
        return Shifted(i, i, on, TimeUnit.Weekend, !ahead && on.DayOfWeek < IsoDayOfWeek.Saturday ? -1 : 0);
    }

    private DateStretch? Anchored(int first, int last, TimeUnit unit, TimeStep step)
    {
        var shift = step switch { TimeStep.Previous => -1, TimeStep.Same => 0, _ => 1 };
        if (scope.AnchorFor(unit) is { } anchor) return Shifted(first, last, anchor.Day, unit, shift);
        return step == TimeStep.Previous && scope.Published is { } on ? Shifted(first, last, on, unit, shift) : null;
    }

    /// <summary>"The week before last", "the day before", "the week after".</summary>
    private DateStretch? BesideAnother(int i)
    {
        if (scope.Unit(i) is not { } unit || scope.IsPlural(i) || unit == TimeUnit.Hour
            || scope.Bound(i + 1) is not ((TimeBound.Before or TimeBound.After) and { } side)) return null;
        var sign = side == TimeBound.Before ? -1 : 1;
        if (scope.Step(i + 2) is TimeStep.Last or TimeStep.Next && !scope.OpensNoun(i + 3))
            return scope.Published is { } on ? Shifted(i, i + 2, on, unit, 2 * sign) : null;
        return scope.Is(i - 1, "the") && !scope.OpensNoun(i + 2)
            ? Anchored(i, i + 1, unit, sign < 0 ? TimeStep.Previous : TimeStep.Following) : null;
    }

    private static DateStretch? Shifted(int first, int last, LocalDate on, TimeUnit unit, int count) =>
        Calendars.Shift(on, unit, count) is { } day ? DateStretch.Of(first, last, Calendars.Around(day, unit)) : null;

    private static DateStretch Day(int first, int last, LocalDate day) =>
        DateStretch.Of(first, last, new DaySpan(day, day, DatePrecision.Day));
}
