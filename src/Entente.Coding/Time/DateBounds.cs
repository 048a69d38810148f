using Entente.Coding.Knowledge;
using Entente.Language;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>Words that open or close a stretch: "since 2006", "until December", "from 1950 to 1953".</summary>
internal sealed class DateBounds(DateScope scope, DateGrammar grammar, AmountReader amounts)
{
    /// <summary>The date that begins at a word, preposition included where it says something.</summary>
    public DateStretch? Read(int i)
    {
        if (scope.Is(i, "as") && scope.Is(i + 1, "of")) return From(i, Target(i + 2));
        if (scope.Is(i, "no") && scope.Is(i + 1, "later") && scope.Is(i + 2, "than")) return By(i, Target(i + 3));
        if (scope.CanBegin(i) && Beside(i) is { } beside) return beside;
        if (FromNow(i) is { } open) return open;
        if (scope.Bound(i) is not { } bound || Inner(i) is not { } target)
            return grammar.Value(i) is { } plain ? Pair(i, plain, between: false) ?? plain : null;
        return bound switch
        {
            TimeBound.Since => From(i, target),
            TimeBound.Until => scope.Is(i - 1, "not") ? target : Until(i, target),
            TimeBound.By => By(i, target),
            TimeBound.Before => Before(i, target),
            TimeBound.After => After(i, target),
            TimeBound.Between => Pair(i, target, between: true) ?? Joined(i, target),
            TimeBound.From => Pair(i, target, between: false) ?? Joined(i, target) ?? Onwards(i, target),
            _ => From(i, target),
        };
    }

    /// <summary>"Two days before Christmas", "a week after July 3", "the day after Friday's vote".</summary>
    private DateStretch? Beside(int i)
    {
        var isDay = scope.Unit(i) == TimeUnit.Day && !scope.IsPlural(i);
        if (!isDay && amounts.Read(i) is not { IsBare: false, Halves: > 0 }) return null;
        var amount = isDay ? new TimeAmount(i, TimeUnit.Day, 2, false) : amounts.Read(i)!.Value;
        if (scope.Bound(amount.Last + 1) is not ((TimeBound.Before or TimeBound.After) and { } side) || amount.Halves % 2 == 1) return null;
        if (Target(amount.Last + 2) is not { Precision: DatePrecision.Day, Start: { } day } date
            || scope.Has(date.First, TimeKind.Relative)) return null;
        return Calendars.Shift(day, amount.Unit, (side == TimeBound.Before ? -1 : 1) * amount.Halves / 2) is { } there
            ? DateStretch.Of(i, date.Last, Calendars.Around(there, amount.Unit))
            : null;
    }

    /// <summary>"Between now and Christmas", "from now until Friday".</summary>
    private DateStretch? FromNow(int i)
    {
        if (!scope.Is(i + 1, "now") || scope.Bound(i) is not (TimeBound.Between or TimeBound.From) || scope.Published is not { } on) return null;
        var joins = scope.Is(i + 2, "and") || scope.Is(i + 2, "to") || scope.Bound(i + 2) == TimeBound.Until;
        return joins && Target(i + 3) is { } date && Close(date) is { } end && end >= on ? Range(i, date.Last, on, end) : null;
    }

    /// <summary>The date that a bounding word leads up to.</summary>
    private DateStretch? Inner(int i)
    {
        if (scope.Bound(i) is null or TimeBound.In or TimeBound.For or TimeBound.Within) return null;
        var at = i + 1;
        if (scope.Bound(i) == TimeBound.Starting && (scope.Is(at, "in") || scope.Is(at, "on"))) at++;
        return Target(at);
    }

    private DateStretch? Target(int i)
    {
        scope.Expected = scope.PastArticle(i);
        return grammar.Value(scope.Expected);
    }

    private static DateStretch? From(int first, DateStretch? target)
    {
        if (target is not { Start: { } start } date) return null;
        return Range(first, date.Last, date is { Whole: { } whole, Edge: TimePart.Late } ? whole.End : start, null);
    }

    private static DateStretch? Until(int first, DateStretch? target) =>
        target is { } date && Close(date) is { } end ? Range(first, date.Last, null, end) : null;

    /// <summary>What is to be done by a day lies between publication and it; what had been done by then is open behind.</summary>
    private DateStretch? By(int first, DateStretch? target)
    {
        if (target is not { } date || Close(date) is not { } end) return null;
        var done = scope.Tense(date.First, date.Last) == DateTense.Past;
        return Range(first, date.Last, scope.Published is { } on && on <= end && !done ? on : null, end);
    }

    private DateStretch? Before(int first, DateStretch date)
    {
        if (date.Start is not { } start || OfNoun(date)) return date;
        return Range(first, date.Last, null, date is { Whole: { } whole, Edge: TimePart.Late } ? whole.End : start.PlusDays(-1));
    }

    private DateStretch? After(int first, DateStretch date)
    {
        if (date.End is null || OfNoun(date) || Close(date) is not { } end) return date;
        return Range(first, date.Last, end.PlusDays(1), null);
    }

    /// <summary>"From Monday" opens a stretch only ahead, "from 2014 onwards" always; "a letter from Monday" is of that day.</summary>
    private DateStretch? Onwards(int first, DateStretch date)
    {
        if (date.Start is not { } start) return date;
        if (scope.Is(date.Last + 1, "onwards") || scope.Is(date.Last + 1, "onward")
            || scope.Is(date.Last + 1, "on")) return Range(first, date.Last + 1, start, null);
        return !OfNoun(date) && scope.IsAhead(date.First, date.Last) && date.Span is { } span
            && (scope.Published is not { } on || span.End >= on)
            ? Range(first, date.Last, start, null)
            : date;
    }

    /// <summary>"From 10 to 14 July", "between 3 and 5 September": read as one already.</summary>
    private DateStretch? Joined(int first, DateStretch date) =>
        date is { Precision: DatePrecision.Range, Span: not null } && scope.AreDays(date.First) ? date with { First = first } : null;

    /// <summary>The second half of "from … to …", "between … and …", "May-July".</summary>
    private DateStretch? Pair(int first, DateStretch from, bool between)
    {
        var sign = from.Last + 1;
        var joins = between ? scope.Is(sign, "and") : scope.Is(sign, "to") || scope.Bound(sign) == TimeBound.Until || scope.IsDash(sign);
        if (!joins || from.Start is not { } start || Target(sign + 1) is not { Start: { } begin, End: { } end } to) return null;
        if (from.Chosen == DateChosen.Year)
        {
            while (start > begin && start.Year > Calendars.FirstYear) start = start.PlusYears(-1);
            while (start.PlusYears(1) <= begin) start = start.PlusYears(1);
        }
        else if (to.Chosen == DateChosen.Year)
        {
            while (begin < start) (begin, end) = (begin.PlusYears(1), end.PlusYears(1));
            while (begin.PlusYears(-1) >= start) (begin, end) = (begin.PlusYears(-1), end.PlusYears(-1));
        }
        else if (from.Chosen == DateChosen.Week && to.Chosen == DateChosen.Week && start > begin)
        {
            start = start.PlusWeeks(-1);
        }

        return start <= end ? Range(first, to.Last, start, end) : null;
    }

    private static LocalDate? Close(DateStretch date) => date switch
    {
        { Whole: { } whole, Edge: TimePart.Early } => whole.Start,
        { Whole: { } whole, Edge: TimePart.Late } => whole.End,
        _ => date.End,
    };

    /// <summary>"After Monday's attack", "before Friday prayers": the day is that of the noun.</summary>
    private bool OfNoun(DateStretch date)
    {
        var head = scope.View[scope.Head(date.First, date.Last)].Head;
        return head > date.Last && scope.View[head].Upos is Upos.NOUN or Upos.PROPN;
    }

    private static DateStretch Range(int first, int last, LocalDate? start, LocalDate? end) =>
        new(first, last, start, end, DatePrecision.Range);
}
