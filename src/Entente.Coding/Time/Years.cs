using Entente.Coding.Knowledge;
using Entente.Language;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>Years, pairs of years, decades and centuries. A bare number is a year only where something leads up to it.</summary>
internal sealed class Years(DateScope scope, NumberReader numbers)
{
    private const int Oldest = 1900;
    private const int Latest = 2035;

    /// <summary>The date that begins at a word.</summary>
    public DateStretch? Read(int i) => scope[i].Shape switch
    {
        TimeShape.Decade => Decade(i, scope[i].Value),
        TimeShape.YearPair => DateStretch.Of(i, i, Span(scope[i].Value, scope[i].Digits)),
        TimeShape.ShortYear when scope.Bound(i - 1) is TimeBound.Since or TimeBound.In && numbers.ShortYear(i) is { } year =>
            DateStretch.Of(i, i, Calendars.Year(year)),
        _ => Century(i) ?? Year(i) ?? WordDecade(i),
    };

    private DateStretch Decade(int i, int value) => DateStretch.Of(i, i, Calendars.Decade(value >= 100 ? value : Latter(value)));

    /// <summary>"The eighties" are the last ones; "his eighties" are none.</summary>
    private DateStretch? WordDecade(int i)
    {
        var tens = scope.IsDash(i + 1) ? i + 2 : i + 1;
        if (scope.Value(i, TimeKind.Number) is { } hundreds and >= 15 and <= 20 && scope.Value(tens, TimeKind.Decade) is { } told)
            return DateStretch.Of(i, tens, Calendars.Decade((100 * hundreds) + told));
        if (scope.Value(i, TimeKind.Decade) is not { } value
            || !(scope.Is(i - 1, "the") || scope[i].IsMid || scope.Has(i - 1, TimeKind.Part))) return null;
        return Decade(i, value);
    }

    private int Latter(int decade)
    {
        var on = scope.Published?.Year ?? 2000;
        var year = (on / 100 * 100) + decade;
        return year > on ? year - 100 : year;
    }

    /// <summary>"The 19th century", "nineteenth-century".</summary>
    private DateStretch? Century(int i)
    {
        if (numbers.Ordinal(i) is not { Number: <= 21 } number) return null;
        var at = scope.IsDash(number.Last + 1) ? number.Last + 2 : number.Last + 1;
        return scope.Unit(at) == TimeUnit.Century && !scope.IsPlural(at) ? DateStretch.Of(i, at, Calendars.Century(number.Number)) : null;
    }

    private DateStretch? Year(int i)
    {
        if (numbers.Year(i) is not { } year) return null;
        var end = year.Last + 2;
        if (scope.IsDash(year.Last + 1) && scope[end] is { Shape: TimeShape.Number, Digits: 2 or 4 } && IsClose(year.Last, end)
            && Calendars.YearAfter(year.Year, scope[end].Value, scope[end].Digits) is { } until)
            return DateStretch.Of(i, end, Span(year.Year, until));
        return i == scope.Expected || Stands(i, year.Last, year.Year) ? DateStretch.Of(i, year.Last, Calendars.Year(year.Year)) : null;
    }

    private static DaySpan Span(int first, int last) => new(new LocalDate(first, 1, 1), new LocalDate(last, 12, 31), DatePrecision.Range);

    /// <summary>"1992-95" is written without blanks; "in 2003 - 12 people died" is not.</summary>
    private bool IsClose(int first, int last) => scope[last].Digits == 4 || scope.View[last].Range.Start - scope.View[first].Range.End == 1;

    private bool Stands(int i, int last, int year)
    {
        var likely = year is >= Oldest and <= Latest;
        if (likely && OwnsNoun(i, last)) return true;
        if (i == 0) return likely && last + 1 < scope.Count && scope.View[last + 1].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT;
        if (scope.LastRead == i - 2 && scope.View[i - 1].Upos == Upos.CCONJ) return true;
        var counts = scope.Counts(i);
        if (scope[i].IsMid || scope.Has(i - 1, TimeKind.Part) || scope.Is(i - 1, "year")) return true;
        if (scope.Is(i - 1, "the") || scope.Is(i - 1, "a") || scope.Is(i - 1, "its") || scope.Is(i - 1, "their")
            || scope.Is(i - 1, "'s") || scope.Is(i - 1, "’s"))
            return likely && last + 1 < scope.Count && scope.View[last + 1].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN;
        if (scope.Is(i - 1, "in") || scope.Is(i - 1, "since") || scope.Is(i - 1, "during")) return !counts || likely;
        if (counts) return false;
        return scope.Bound(i - 1) is not null || IsPreposition(i - 1) || scope.Is(i - 1, ",") || scope.Is(i - 1, "(");
    }

    /// <summary>"2022's war", "some of 1991's allies"; but "Flight 1990's crew" and "the 2000's" are none.</summary>
    private bool OwnsNoun(int i, int last) =>
        (scope.Is(last + 1, "'s") || scope.Is(last + 1, "’s")) && scope.View.Is(last, "nmod") && scope.View[last].Head > last + 1
        && (i == 0 || scope.View[i - 1].Upos is not (Upos.NOUN or Upos.PROPN or Upos.DET));

    private bool IsPreposition(int i) => scope.View[i].Upos == Upos.ADP && !scope.Is(i, "to") && !scope.Is(i, "at")
        && !scope.Is(i, "with") && !scope.Is(i, "on") && !scope.Is(i, "over");
}
