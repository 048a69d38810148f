using Entente.Coding.Knowledge;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>
/// Parts of a whole: "early July", "the end of 1993", "the second half of May", "Q3 2019", "the first three months of the year",
/// "the last Friday in June", "the week of July 10".
/// </summary>
internal sealed class DateParts(DateScope scope, DateGrammar grammar, NumberReader numbers)
{
    private const int LastOne = 5;

    /// <summary>The date that begins at a word.</summary>
    public DateStretch? Read(int i) => Third(i) ?? Edge(i) ?? Coded(i) ?? Numbered(i) ?? WeekOf(i) ?? YearEnd(i);

    /// <summary>"Early July", "mid-2014", "late Tuesday".</summary>
    private DateStretch? Third(int i)
    {
        var mid = scope[i].IsMid;
        if (!mid && !scope.Has(i, TimeKind.Part)) return null;
        var part = mid ? TimePart.Mid : (TimePart)scope.Value(i, TimeKind.Part)!.Value;
        var at = mid ? i : scope.IsDash(i + 1) ? i + 2 : i + 1;
        if (grammar.Plain(scope.Is(at, "the") ? at + 1 : at) is not { Span: { } span } whole) return null;
        return DateStretch.Of(i, whole.Last, Calendars.Third(span, part)) with { Chosen = whole.Chosen };
    }

    /// <summary>"Beginning of 1993", "end of the month", "end of the Cold War".</summary>
    private DateStretch? Edge(int i)
    {
        if (!scope.Has(i, TimeKind.Edge) || !scope.Is(i + 1, "of")) return null;
        var part = (TimePart)scope.Value(i, TimeKind.Edge)!.Value;
        if (Whole(i + 2) is not { Span: { Precision: not DatePrecision.Day } span } whole) return null;
        return DateStretch.Of(i, whole.Last, Calendars.Third(span, part)) with { Chosen = whole.Chosen, Whole = span, Edge = part };
    }

    /// <summary>"Q3 2019", "H1 2020".</summary>
    private DateStretch? Coded(int i)
    {
        if (scope[i].Shape is not (TimeShape.Quarter or TimeShape.Half)) return null;
        var quarter = scope[i].Shape == TimeShape.Quarter;
        var (year, last) = YearBehind(i);
        return quarter ? Quarter(i, last, scope[i].Value, year) : year is { } told
            ? DateStretch.Of(i, last, Calendars.Half(Calendars.Year(told), scope[i].Value)) : null;
    }

    /// <summary>"First half of …", "third quarter of …", "first three months of …", "last Friday in …".</summary>
    private DateStretch? Numbered(int i)
    {
        var isLast = scope.Step(i) == TimeStep.Last || scope.Is(i, "final");
        if (!isLast && numbers.Ordinal(i) is null) return null;
        var (number, at) = isLast ? (LastOne, i + 1) : (numbers.Ordinal(i)!.Value.Number, numbers.Ordinal(i)!.Value.Last + 1);
        if (scope.Is(at, "half") && scope.Is(at + 1, "of") && number is 1 or 2 or LastOne)
            return Whole(at + 2) is { Span: { Precision: not DatePrecision.Day } span } whole
                ? DateStretch.Of(i, whole.Last, Calendars.Half(span, number == 1 ? 1 : 2)) : null;
        if (scope.Unit(at) == TimeUnit.Quarter && !scope.IsPlural(at) && number is <= 4 or LastOne) return QuarterOf(i, at, number, isLast);
        if (scope.Value(at, TimeKind.Weekday) is { } weekday && scope[at].HasCapital) return WeekdayOf(i, at, weekday, number);
        return Units(i, at, number);
    }

    private DateStretch? QuarterOf(int first, int at, int number, bool isLast)
    {
        var of = scope.Is(at + 1, "of");
        if (of && Whole(at + 2) is { Precision: DatePrecision.Year, Start: { } start } whole)
            return Quarter(first, whole.Last, isLast ? 4 : number, start.Year);
        if (of) return null;
        var (year, last) = YearBehind(at);
        return isLast && year is null ? null : Quarter(first, last, isLast ? 4 : number, year);
    }

    /// <summary>A quarter without a year is the last that began, or the next where the act lies ahead.</summary>
    private DateStretch? Quarter(int first, int last, int number, int? year)
    {
        var month = (3 * number) - 2;
        if (year is { } told) return DateStretch.Of(first, last, Calendars.Months(told, month, 3, DatePrecision.Quarter));
        if (scope.Published is not { } on) return null;
        var span = Calendars.Months(on.Year, month, 3, DatePrecision.Quarter);
        var ahead = scope.IsAhead(first, last);
        if (ahead && span.End < on) span = Calendars.Months(on.Year + 1, month, 3, DatePrecision.Quarter);
        else if (!ahead && span.Start > on) span = Calendars.Months(on.Year - 1, month, 3, DatePrecision.Quarter);
        return DateStretch.Of(first, last, span);
    }

    private DateStretch? WeekdayOf(int first, int at, int weekday, int number)
    {
        if (number > LastOne || !(scope.Is(at + 1, "of") || scope.Is(at + 1, "in"))
            || Whole(at + 2) is not { Precision: DatePrecision.Month, Start: { } start } whole) return null;
        var day = YearlyDay.Weekday(start.Year, start.Month, (IsoDayOfWeek)weekday, number);
        return DateStretch.Of(first, whole.Last, new DaySpan(day, day, DatePrecision.Day));
    }

    /// <summary>"First week of May", "last day of June", "first three months of 2009".</summary>
    private DateStretch? Units(int first, int at, int number)
    {
        var count = numbers.Count(at) ?? (scope.IsPlural(at) && scope.Reach(scope.Unit(at)!.Value) is { } reach ? (reach, at - 1) : null);
        if (count is { } told) at = told.Last + 1;
        if (scope.Unit(at) is not { } unit || scope.IsPlural(at) != count is { Number: > 1 }
            || !(scope.Is(at + 1, "of") || scope.Is(at + 1, "in"))) return null;
        if (Whole(at + 2) is not { Span: { Precision: not DatePrecision.Day } span } whole) return null;
        var many = count?.Number ?? 1;
        var isLast = number == LastOne && (scope.Step(first) == TimeStep.Last || scope.Is(first, "final"));
        LocalDate? start = isLast ? Calendars.Shift(span.End.PlusDays(1), unit, -many)
            : Calendars.Shift(span.Start, unit, many * (number - 1));
        if (start is not { } from || Calendars.Shift(from, unit, many) is not { } behind) return null;
        var part = new DaySpan(from, behind.PlusDays(-1), many > 1 ? DatePrecision.Range : Calendars.Around(from, unit).Precision);
        return part.Start < span.Start || part.Start > span.End || part.End < part.Start ? null
            : DateStretch.Of(first, whole.Last, part with { End = LocalDate.Min(part.End, span.End) });
    }

    /// <summary>"The week of July 10", "the week beginning …", "the week ending …".</summary>
    private DateStretch? WeekOf(int i)
    {
        if (scope.Unit(i) != TimeUnit.Week || scope.IsPlural(i)
            || !(scope.Is(i + 1, "of") || scope.Is(i + 1, "beginning") || scope.Is(i + 1, "ending"))) return null;
        return grammar.Plain(i + 2) is { Precision: DatePrecision.Day, Start: { } day } date
            ? DateStretch.Of(i, date.Last, Calendars.Around(day, TimeUnit.Week)) : null;
    }

    /// <summary>"By year-end", "at the year's end".</summary>
    private DateStretch? YearEnd(int i)
    {
        if (scope.Unit(i) is not ((TimeUnit.Year or TimeUnit.Month) and { } unit) || scope.IsPlural(i)
            || scope.Published is not { } on) return null;
        if (!(scope.IsDash(i + 1) || scope.Is(i + 1, "'s") || scope.Is(i + 1, "’s")) || !scope.Is(i + 2, "end")) return null;
        if (scope.View[i + 2].Head > i + 2 && scope.View[scope.View[i + 2].Head].Upos == Entente.Language.Upos.NOUN) return null;
        var whole = Calendars.Around(on, unit);
        return DateStretch.Of(i, i + 2, Calendars.Third(whole, TimePart.Late)) with { Whole = whole, Edge = TimePart.Late };
    }

    /// <summary>What a part is a part of: a date, or a unit with its article.</summary>
    private DateStretch? Whole(int i)
    {
        scope.Expected = scope.PastArticle(i);
        return grammar.Plain(scope.Expected) ?? (scope.Is(i, "the") ? grammar.Unit(i + 1) : null);
    }

    private (int? Year, int Last) YearBehind(int i)
    {
        var next = scope.Is(i + 1, "of") || scope.Is(i + 1, ",") ? i + 2 : i + 1;
        return numbers.Year(next) is { } year ? (year.Year, year.Last) : (null, i);
    }
}
