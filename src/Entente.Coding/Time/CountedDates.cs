using Entente.Coding.Knowledge;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>
/// So many units from a day: "two weeks ago", "a year earlier", "three days later", "in ten days", "in the past three months",
/// "over the next five years", "within 48 hours", "has held for six months".
/// </summary>
internal sealed class CountedDates(DateScope scope, AmountReader amounts)
{
    /// <summary>The date that begins at a word.</summary>
    public DateStretch? Read(int i)
    {
        if (scope.Step(i) is { } step) return Stretch(i, i + 1, step);
        return scope.Bound(i) switch
        {
            TimeBound.In => Ahead(i),
            TimeBound.Within => Within(i),
            TimeBound.For => During(i),
            _ => amounts.Read(i) is { } amount ? Point(i, amount) : null,
        };
    }

    /// <summary>"Two days ago", "two days earlier", "two days later", "two days from now".</summary>
    private DateStretch? Point(int i, TimeAmount amount)
    {
        var next = amount.Last + 1;
        if (scope.Is(next, "ago")) return scope.Published is { } on ? OnDay(i, next + 1, on, amount) ?? At(i, next, on, amount, -1) : null;
        if (scope.Is(next, "from") && (scope.Is(next + 1, "now") || scope.Is(next + 1, "today")))
            return scope.Published is { } now ? At(i, next + 1, now, amount, 1) : null;
        if (amount.IsBare) return null;
        if (scope.IsThat(next + 1) && (scope.Is(next, "before") || scope.Is(next, "after")))
            return FromAnchor(i, next + 1, amount, scope.Is(next, "before") ? -1 : 1);
        if (scope.Is(next, "earlier") || (scope.Is(next, "before") && !scope.OpensNoun(next + 1))) return FromAnchor(i, next, amount, -1);
        if (scope.Is(next, "later") || (scope.Is(next, "after") && !scope.OpensNoun(next + 1))) return FromAnchor(i, next, amount, 1);
        return null;
    }

    /// <summary>"A week ago today", "a year ago yesterday": the very day.</summary>
    private DateStretch? OnDay(int first, int last, LocalDate on, TimeAmount amount) =>
        amount.Halves > 0 && scope.Value(last, TimeKind.Relative) is { } days && End(on.PlusDays(days), amount, -1) is { } day
            ? DateStretch.Of(first, last, new DaySpan(day, day, DatePrecision.Day))
            : null;

    /// <summary>From the date told last; backwards also from publication, but nothing told lies "two days later" than that.</summary>
    private DateStretch? FromAnchor(int first, int last, TimeAmount amount, int sign)
    {
        if (scope.AnchorFor(amount.Unit) is { } anchor) return At(first, last, anchor.Day, amount, sign);
        return sign < 0 && scope.Published is { } on ? At(first, last, on, amount, sign) : null;
    }

    /// <summary>"In ten days", "in two weeks' time", where the act lies ahead; "in ten years" of the past is a length.</summary>
    private DateStretch? Ahead(int i)
    {
        if (scope.Published is not { } on
            || amounts.Read(amounts.PastAbout(i + 1)) is not { IsBare: false, Halves: > 0 } amount) return null;
        var last = amount.Last;
        if ((scope.Is(last + 1, "'s") || scope.Is(last + 1, "'") || scope.Is(last + 1, "’s") || scope.Is(last + 1, "’"))
            && scope.Is(last + 2, "time")) last += 2;
        else if ((scope.OpensNoun(last + 1) && !scope.IsApart(last)) || scope.Is(last + 1, "of") || scope.IsDash(last + 1)
            || !scope.IsAhead(i + 1, last)) return null;
        return At(i, last, on, amount, 1);
    }

    private DateStretch? Within(int i)
    {
        var at = scope.PastArticle(i + 1);
        if (scope.Step(at) is TimeStep.Next or TimeStep.Coming) return Stretch(i, at + 1, TimeStep.Next);
        if (scope.Published is not { } on || amounts.Read(at) is not { IsBare: false } amount || scope.Is(amount.Last + 1, "of")
            || scope.Is(amount.Last + 1, "after")) return null;
        return End(on, amount, 1) is { } end ? new DateStretch(i, amount.Last, on, end, DatePrecision.Range) : null;
    }

    /// <summary>"Has held them for six months" reaches to publication; "ruled for six months" does not say when.</summary>
    private DateStretch? During(int i)
    {
        var at = scope.PastArticle(i + 1);
        if (scope.Step(at) is (TimeStep.Last or TimeStep.Past or TimeStep.Next or TimeStep.Coming) and { } step)
            return Stretch(i, at + 1, step) is { } stretch && stretch.Last > at + 1 ? stretch : null;
        if (scope.Published is not { } on || amounts.Read(amounts.PastAbout(i + 1)) is not { IsBare: false } amount
            || !scope.IsPerfect(i)) return null;
        return End(on, amount, -1) is { } start ? new DateStretch(i, amount.Last, start, on, DatePrecision.Range) : null;
    }

    /// <summary>"Past three months", "last few days", "past week", "recent weeks", "next five years", "coming days".</summary>
    private DateStretch? Stretch(int first, int at, TimeStep step)
    {
        if (scope.Published is not { } on || step is TimeStep.This or TimeStep.Same or TimeStep.Previous or TimeStep.Following) return null;
        TimeAmount amount;
        if (scope.Unit(at) is { } unit and not TimeUnit.Weekend && !scope.IsPlural(at)
            && (step is TimeStep.Past or TimeStep.Coming || unit == TimeUnit.Fortnight || scope.IsStretch(first)))
            amount = new TimeAmount(at, unit, 2, false);
        else if (amounts.Read(at) is { } told && scope.IsPlural(told.Last)) amount = told;
        else return null;
        if (step is TimeStep.Next or TimeStep.Coming)
            return End(on, amount, 1) is { } end
                ? new DateStretch(first, amount.Last, on.PlusDays(1), LocalDate.Max(end, on.PlusDays(1)), DatePrecision.Range) : null;
        return End(on, amount, -1) is { } start ? new DateStretch(first, amount.Last, start, on, DatePrecision.Range) : null;
    }

    private DateStretch? At(int first, int last, LocalDate on, TimeAmount amount, int sign)
    {
        if (amount.Halves == 0) return Vague(first, last, on, amount, sign);
        if (End(on, amount, sign) is not { } day) return null;
        return DateStretch.Of(first, last, Calendars.Around(day, Exactness(amount)));
    }

    /// <summary>How exact "so many units ago" is: as the unit, with half ones a step finer.</summary>
    private static TimeUnit Exactness(TimeAmount amount)
    {
        var half = amount.Halves % 2 == 1;
        return amount.Unit switch
        {
            TimeUnit.Hour or TimeUnit.Day => TimeUnit.Day,
            TimeUnit.Weekend or TimeUnit.Week or TimeUnit.Fortnight => half ? TimeUnit.Day : TimeUnit.Week,
            TimeUnit.Month or TimeUnit.Quarter when half => TimeUnit.Week,
            TimeUnit.Year when half => TimeUnit.Quarter,
            TimeUnit.Century => TimeUnit.Decade,
            var whole => whole,
        };
    }

    /// <summary>"A few days ago" reaches back as far as the knowledge says; "years ago" is all before last year.</summary>
    private DateStretch? Vague(int first, int last, LocalDate on, TimeAmount amount, int sign)
    {
        if (amount.IsBare && amount.Unit >= TimeUnit.Year && sign < 0)
            return Calendars.Shift(on, amount.Unit, -1) is { } before
                ? new DateStretch(first, last, null, Calendars.Year(before.Year).End, DatePrecision.Range) : null;
        if (End(on, amount, sign) is not { } far) return null;
        if (amount.Unit == TimeUnit.Hour) return DateStretch.Of(first, last, new DaySpan(on, on, DatePrecision.Day));
        return sign < 0 ? new DateStretch(first, last, far, on.PlusDays(-1), DatePrecision.Range)
            : new DateStretch(first, last, on.PlusDays(1), far, DatePrecision.Range);
    }

    /// <summary>The day so many units away; hours count as whole days once a day is full.</summary>
    private LocalDate? End(LocalDate on, TimeAmount amount, int sign)
    {
        if (amount.Halves == 0)
        {
            return Calendars.Shift(on, amount.Unit, sign * (scope.Reach(amount.Unit) ?? 1));
        }

        if (amount.Halves % 2 == 0) return Calendars.Shift(on, amount.Unit, sign * amount.Halves / 2);
        return amount.Unit switch
        {
            TimeUnit.Century => Calendars.Shift(on, TimeUnit.Year, sign * 50 * amount.Halves),
            TimeUnit.Decade => Calendars.Shift(on, TimeUnit.Year, sign * 5 * amount.Halves),
            TimeUnit.Year => Calendars.Shift(on, TimeUnit.Month, sign * 6 * amount.Halves),
            TimeUnit.Quarter => Calendars.Shift(on, TimeUnit.Day, sign * 45 * amount.Halves),
            TimeUnit.Month => Calendars.Shift(on, TimeUnit.Day, sign * 15 * amount.Halves),
            TimeUnit.Week => Calendars.Shift(on, TimeUnit.Day, sign * 7 * amount.Halves / 2),
            _ => Calendars.Shift(on, amount.Unit, sign * amount.Halves / 2),
        };
    }
}
