using Entente.Coding.Knowledge;

namespace Entente.Coding.Time;

/// <summary>Numbers in figures and words: of days, of years, of so many units.</summary>
internal sealed class NumberReader(DateScope scope)
{
    private const int Greatest = 2000;

    /// <summary>A number of things: "48", "twenty-five", "a hundred", "a couple of".</summary>
    /// <returns>The number and its last word, null when none.</returns>
    public (int Number, int Last)? Count(int i)
    {
        if (scope[i].Shape == TimeShape.Number) return scope[i].Value is > 0 and < Greatest ? (scope[i].Value, i) : null;
        if (scope.Value(i, TimeKind.Multiple) is { } alone) return (alone, i);
        if (scope.Value(i, TimeKind.Number) is not { } number) return null;
        if (IsArticle(i) && scope.Value(i + 1, TimeKind.Number) is { } several
            && several is 2 or 12) return (several, scope.Is(i + 2, "of") ? i + 2 : i + 1);
        if (scope.Value(i + 1, TimeKind.Multiple) is { } multiple) return number * multiple < Greatest ? (number * multiple, i + 1) : null;
        if (number is >= 20 and < 100 && Ones(i) is var (ones, last) && ones > 0) return (number + ones, last);
        return (number, i);
    }

    /// <summary>A day of the month: "27", "27th", "twenty-first", "the third".</summary>
    public (int Day, int Last)? Day(int i)
    {
        if (scope[i].Shape is TimeShape.Number or TimeShape.Ordinal) return scope[i].Value is >= 1 and <= 31 && scope[i].Digits <= 2
            ? (scope[i].Value, i) : null;
        return Ordinal(i) is { Number: <= 31 } ordinal ? ordinal : null;
    }

    /// <summary>"Third", "19th", "twenty-first".</summary>
    public (int Number, int Last)? Ordinal(int i)
    {
        if (scope[i].Shape == TimeShape.Ordinal) return (scope[i].Value, i);
        if (scope.Value(i, TimeKind.Ordinal) is { } ordinal) return (ordinal, i);
        if (scope.Value(i, TimeKind.Number) is not (20 or 30)) return null;
        var next = scope.IsDash(i + 1) ? i + 2 : i + 1;
        return scope.Value(next, TimeKind.Ordinal) is { } ones && ones < 10 ? (scope.Value(i, TimeKind.Number)!.Value + ones, next) : null;
    }

    /// <summary>A year in four figures, or in words: "nineteen sixty-three", "two thousand and three".</summary>
    public (int Year, int Last)? Year(int i)
    {
        if (scope[i].Shape == TimeShape.Number) return scope[i] is { Digits: 4, Value: >= 1500 and <= 2100 } ? (scope[i].Value, i) : null;
        if (scope.Value(i, TimeKind.Number) is not { } hundreds || IsArticle(i)) return null;
        if (hundreds == 2 && scope.Value(i + 1, TimeKind.Multiple) == 1000) return Thousands(i + 1);
        if (hundreds is < 15 or > 20) return null;
        var next = scope.IsDash(i + 1) ? i + 2 : i + 1;
        if (scope.Value(next, TimeKind.Number) is not (>= 10 and < 100) || Count(next) is not { Number: < 100 } rest) return null;
        return ((100 * hundreds) + rest.Number, rest.Last);
    }

    /// <summary>A year of two figures in the century that brings it nearest to publication: "3 MAR 88".</summary>
    public int? ShortYear(int i)
    {
        if (scope[i].Shape != TimeShape.ShortYear && scope[i] is not { Shape: TimeShape.Number, Digits: 2 }) return null;
        var on = scope.Published?.Year ?? 2000;
        var year = (on / 100 * 100) + scope[i].Value;
        return year > on + 20 ? year - 100 : year;
    }

    private (int Year, int Last)? Thousands(int thousand)
    {
        var next = scope.Is(thousand + 1, "and") ? thousand + 2 : thousand + 1;
        return Count(next) is { Number: < 100 } rest && !IsArticle(next) && scope.Has(next, TimeKind.Number)
            ? (2000 + rest.Number, rest.Last) : (2000, thousand);
    }

    private (int Number, int Last) Ones(int tens)
    {
        var next = scope.IsDash(tens + 1) ? tens + 2 : tens + 1;
        return scope.Value(next, TimeKind.Number) is { } ones && ones < 10 && !IsArticle(next) ? (ones, next) : (0, tens);
    }

    private bool IsArticle(int i) => scope.Is(i, "a") || scope.Is(i, "an");
}
