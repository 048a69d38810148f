using Entente.Coding.Knowledge;
using Entente.Language;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>Dates that name a month, and dates in figures: "July 27, 1953", "27th of July", "May 3-5", "27.7.1953".</summary>
internal sealed class MonthDates(DateScope scope, NumberReader numbers)
{
    private const int LongestAbbreviation = 4;

    /// <summary>The date that begins at a word.</summary>
    public DateStretch? Read(int i)
    {
        if (scope[i].Shape == TimeShape.Date) return Written(i);
        if (scope.Step(i) is { } step and not TimeStep.Recent && Month(i + 1) is { } told)
            return step is TimeStep.Same or TimeStep.Following or TimeStep.Previous ? Beside(i, told, step)
                : MonthFirst(i, i + 1, told, step);
        if (Month(i) is { } month) return MonthFirst(i, i, month, null);
        return DayFirst(i) ?? DayAlone(i);
    }

    private DateStretch Written(int i)
    {
        var value = scope[i].Value;
        var day = new LocalDate(value / 10000, value / 100 % 100, value % 100);
        return DateStretch.Of(i, i, new DaySpan(day, day, DatePrecision.Day));
    }

    /// <summary>"That May", "the following January": beside the date told last.</summary>
    private DateStretch? Beside(int i, int month, TimeStep step) =>
        scope.AnchorFor(TimeUnit.Month) is { } anchor
            && new YearlySpan(month, 0, 1, null).Choose(anchor.Day, DateTense.Unknown, step) is { } span
            ? DateStretch.Of(i, i + 1, span)
            : null;

    /// <summary>"August 18", "May 3-5", "March the third", "July".</summary>
    private DateStretch? MonthFirst(int first, int at, int month, TimeStep? step)
    {
        var dayAt = scope.Is(at + 1, "the") && numbers.Ordinal(at + 2) is not null ? at + 2 : at + 1;
        if ((numbers.Day(dayAt) ?? WordDay(dayAt)) is not { } from
            || (scope.Counts(dayAt) && !NamesThing(at, dayAt))) return Whole(first, at, month, step);
        var last = from.Last;
        var until = 0;
        var joins = scope.IsDash(last + 1) || scope.Is(last + 1, "to") || scope.Is(last + 1, "and") || scope.Is(last + 1, "through")
            || scope.Is(last + 1, "until");
        if (joins && numbers.Day(last + 2) is { } to && to.Day > from.Day && Month(to.Last + 1) is null
            && (!scope.Counts(last + 2) || Closes(first, last + 1))) (until, last) = to;
        return Dated(first, last, month, (from.Day, until), step);
    }

    /// <summary>
    /// "The June 5 men", "July 7 blasts kill 52", "on July 3 290 died", "in its April 5 raid": the number behind the month is the
    /// day, for something else leads up to the noun, or the noun is one, which a number above 1 cannot count.
    /// </summary>
    private bool NamesThing(int month, int day)
    {
        if (month == 0 || scope[day + 1].Shape == TimeShape.Number) return true;
        var before = scope.View[month - 1].Upos;
        return (before is Upos.DET && !scope.Has(month - 1, TimeKind.Step)) || (before is Upos.PART && scope.View.Is(month - 1, "case"))
            || (scope[day].Value > 1 && scope.Bound(month - 1) != TimeBound.In
                && scope.View[scope.View[day].Head].Feats.Contains("Number=Sing", StringComparison.Ordinal));
    }

    /// <summary>"From May 3 to 5 men marched": what "from" opens has to end, whatever comes behind.</summary>
    private bool Closes(int first, int join) =>
        scope.Bound(first - 1) == TimeBound.From && (scope.Is(join, "to") || scope.Bound(join) == TimeBound.Until);

    /// <summary>"June Five", as some wires write it.</summary>
    private (int Day, int Last)? WordDay(int i) =>
        scope.Value(i, TimeKind.Number) is { } day and < 10 && scope.View[i].Upos == Upos.NUM
            && (i + 1 >= scope.Count || scope.View[i + 1].Upos is not (Upos.NOUN or Upos.ADJ or Upos.NUM) && !scope.IsDash(i + 1))
            ? (day, i)
            : null;

    /// <summary>"27 July", "the 27th of July", "3-5 May".</summary>
    private DateStretch? DayFirst(int i)
    {
        if (numbers.Day(i) is not { } from) return null;
        var last = from.Last;
        var until = 0;
        if ((scope.IsDash(last + 1) || scope.Is(last + 1, "to") || scope.Is(last + 1, "and")) && numbers.Day(last + 2) is { } to
            && to.Day > from.Day) (until, last) = to;
        var of = scope.Is(last + 1, "of");
        if (Month(of ? last + 2 : last + 1) is not { } month || (!of && scope[last].Shape == TimeShape.Word)) return null;
        last += of ? 2 : 1;
        return Dated(i, last, month, (from.Day, until), null);
    }

    /// <summary>"On the 27th", "on the 5th of last month".</summary>
    private DateStretch? DayAlone(int i)
    {
        if (scope[i].Shape != TimeShape.Ordinal || !scope.Is(i - 1, "the") || !scope.Is(i - 2, "on")
            || scope.Published is not { } on) return null;
        if (scope.Is(i + 1, "of") && scope.Step(i + 2) is { } step && scope.Unit(i + 3) == TimeUnit.Month)
        {
            var shift = step switch { TimeStep.Last or TimeStep.Past => -1, TimeStep.Next or TimeStep.Coming => 1, _ => 0 };
            return On(i, i + 3, on.PlusMonths(shift), scope[i].Value);
        }

        if (i + 1 < scope.Count && scope.View[i + 1].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.NUM
            || scope.Is(i + 1, "of")) return null;
        var ahead = scope.IsAhead(i, i);
        if (ahead == scope[i].Value >= on.Day) return On(i, i, on, scope[i].Value);
        return scope[i].Value == on.Day ? On(i, i, on, on.Day) : On(i, i, on.PlusMonths(ahead ? 1 : -1), scope[i].Value);
    }

    private static DateStretch? On(int first, int last, LocalDate month, int day) =>
        new YearlySpan(month.Month, day, 1, null).In(month.Year) is { } span ? DateStretch.Of(first, last, span) : null;

    /// <summary>A month without a day.</summary>
    private DateStretch? Whole(int first, int at, int month, TimeStep? step)
    {
        var (year, last) = Year(at, day: false);
        if (year is null && step is null && !IsMonth(at)) return null;
        return Resolved(first, last, year, new YearlySpan(month, 0, 1, null), step);
    }

    private DateStretch? Dated(int first, int last, int month, (int From, int Until) days, TimeStep? step)
    {
        var (year, end) = Year(last, day: true);
        if (Resolved(first, end, year, new YearlySpan(month, days.From, 1, null), step) is not { } date) return null;
        if (days.Until == 0) return date;
        if (date.Start is not { } start || new YearlySpan(month, days.Until, 1, null).In(start.Year) is not { } until) return null;
        return date with { End = until.End, Precision = DatePrecision.Range };
    }

    private DateStretch? Resolved(int first, int last, int? year, YearlySpan days, TimeStep? step)
    {
        if (year is { } told) return days.In(told) is { } span ? DateStretch.Of(first, last, span) : null;
        if (scope.Published is not { } on || days.Choose(on, scope.Tense(first, last), step) is not { } chosen) return null;
        return DateStretch.Of(first, last, chosen) with { Chosen = DateChosen.Year };
    }

    /// <summary>The year behind a month or day: ", 1953", "of 2021", "88", "last year", "of that year".</summary>
    public (int? Year, int Last) Year(int last, bool day)
    {
        var next = scope.Is(last + 1, ",") || scope.Is(last + 1, "of") ? last + 2 : last + 1;
        if (numbers.Year(next) is { } year && (day || next == last + 1 || !scope.Counts(next))) return (year.Year, year.Last);
        if (day && next == last + 1 && scope.Has(last, TimeKind.Month) && numbers.ShortYear(next) is { } two
            && IsYear(last, next)) return (two, next);
        if (scope.Is(last + 1, ",") || scope.Step(next) is not { } step || scope.Unit(next + 1) != TimeUnit.Year
            || scope.IsPlural(next + 1)) return (null, last);
        if (step == TimeStep.Same) return scope.AnchorFor(TimeUnit.Year) is { } anchor ? (anchor.Day.Year, next + 1) : (null, last);
        return scope.Published is { } on && scope.Away(next) is { } years ? (on.Year + years, next + 1) : (null, last);
    }

    /// <summary>"3 MAR 88" has a year; "on 17 July 36 civilians died" has none.</summary>
    private bool IsYear(int month, int year) =>
        scope[year].Shape == TimeShape.ShortYear || ((scope.View.Capitals || scope.View[month].Form.Length <= LongestAbbreviation)
        && !scope.Counts(year) && (year + 1 >= scope.Count
            || scope.View[year + 1].Upos is Upos.PUNCT or Upos.ADP or Upos.CCONJ or Upos.VERB or Upos.AUX));

    /// <summary>The month that a word names.</summary>
    private int? Month(int i) => scope[i].HasCapital || scope[i].IsMid ? scope.Value(i, TimeKind.Month) : null;

    /// <summary>A bare "May", "August", "Jan" is a month only where something leads up to it: it is also a name, or a verb.</summary>
    private bool IsMonth(int i)
    {
        var token = scope.View[i];
        if (i == scope.Expected || scope[i].IsMid || scope.Has(i - 1, TimeKind.Part)) return true;
        if (token.Name.EndsWith("PERSON", StringComparison.Ordinal) || token.Upos is Upos.VERB or Upos.AUX) return false;
        if (i > 0 && scope.View[i - 1].Upos is Upos.ADP or Upos.SCONJ || scope.Is(i - 1, "the") || scope.IsDash(i - 1)
            || scope.Is(i - 1, "come")) return true;
        if ((scope.IsDash(i + 1) && Month(i + 2) is not null) || scope.Has(i + 1, TimeKind.Daypart)) return true;
        if (i > 1 && scope.LastRead == i - 2 && scope.View[i - 1].Upos == Upos.CCONJ) return true;
        return token.Form.Length > LongestAbbreviation && scope.Value(i, TimeKind.Month) is not (3 or 4 or 5 or 6 or 8)
            && !scope.View.Capitals;
    }
}
