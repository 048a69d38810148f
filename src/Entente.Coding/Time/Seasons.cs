using Entente.Coding.Knowledge;
using Entente.Language;

namespace Entente.Coding.Time;

/// <summary>Seasons of the northern half of the earth: "summer of 2014", "last fall", "in the spring", "winter of 2014-15".</summary>
internal sealed class Seasons(DateScope scope, NumberReader numbers, MonthDates months)
{
    /// <summary>The date that begins at a word.</summary>
    public DateStretch? Read(int i)
    {
        var step = scope.Step(i);
        var at = step is null ? i : i + 1;
        if (scope.Value(at, TimeKind.Season) is not { } month) return null;
        var days = new YearlySpan(month, 0, 3, null);
        var (year, last) = Year(at);
        if (year is { } told) return days.In(told) is { } span ? DateStretch.Of(i, last, span) : null;
        if (scope.View[at].Upos is not (Upos.NOUN or Upos.PROPN) || scope.Is(at + 1, "of")) return null;
        if (step is null && (!IsSeason(at) || IsOfNoun(at))) return null;
        if (step is TimeStep.Same or TimeStep.Following or TimeStep.Previous)
            return scope.AnchorFor(TimeUnit.Quarter) is { } anchor && days.Choose(anchor.Day, DateTense.Unknown, step) is { } beside
                ? DateStretch.Of(i, at, beside) : null;
        if (scope.Published is not { } on || days.Choose(on, Tense(i, at), step) is not { } chosen) return null;
        return DateStretch.Of(i, at, chosen) with { Chosen = step is null ? DateChosen.Year : DateChosen.Nothing };
    }

    /// <summary>A season without anything that tells is the last one that began.</summary>
    private DateTense Tense(int first, int last) =>
        scope.Tense(first, last) is var tense and not DateTense.Unknown ? tense : DateTense.Past;

    /// <summary>"In the fall" is a season; "the fall of Kabul", "a spring" are none.</summary>
    private bool IsSeason(int at)
    {
        if (at == scope.Expected || scope[at].IsMid || scope.Has(at - 1, TimeKind.Part)) return true;
        if (scope.Is(at - 1, "the")) return at > 1 && scope.View[at - 2].Upos is Upos.ADP or Upos.SCONJ || scope.Has(at - 2, TimeKind.Part);
        return at > 0 && scope.View[at - 1].Upos == Upos.ADP && !scope.Is(at, "fall");
    }

    /// <summary>"For winter wheat": the season only names the thing; "in the summer offensive" it dates it.</summary>
    private bool IsOfNoun(int at) => scope.View.Is(at, "compound") && scope.View[at].Head > at && !scope.Is(at - 1, "the");

    private (int? Year, int Last) Year(int season)
    {
        var next = scope.Is(season + 1, "of") ? season + 2 : season + 1;
        if (scope[next].Shape == TimeShape.YearPair) return (scope[next].Value, next);
        if (numbers.Year(next) is { } year && scope.IsDash(year.Last + 1) && scope[year.Last + 2].Shape == TimeShape.Number
            && Calendars.YearAfter(year.Year, scope[year.Last + 2].Value,
                scope[year.Last + 2].Digits) is not null) return (year.Year, year.Last + 2);
        return months.Year(season, day: false);
    }
}
