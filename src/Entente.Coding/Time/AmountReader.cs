using Entente.Coding.Knowledge;

namespace Entente.Coding.Time;

/// <summary>So many units of time.</summary>
/// <param name="Last">Last word.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Halves">Twice the number; 0 when the words leave it open.</param>
/// <param name="IsBare">Whether there is no word of number at all: "years ago".</param>
internal readonly record struct TimeAmount(int Last, TimeUnit Unit, int Halves, bool IsBare);

/// <summary>Reads "two weeks", "a few days", "two and a half years", "a year and a half", "half a century", "years".</summary>
internal sealed class AmountReader(DateScope scope, NumberReader numbers)
{
    /// <summary>The amount that begins at a word.</summary>
    public TimeAmount? Read(int i)
    {
        if (scope.Is(i, "half") && IsArticle(i + 1) && scope.Unit(i + 2) is { } halved) return new TimeAmount(i + 2, halved, 1, false);
        if (scope.IsPlural(i)) return new TimeAmount(i, scope.Unit(i)!.Value, 0, true);
        var vague = IsArticle(i) ? i + 1 : i;
        if (scope.Has(vague, TimeKind.Vague))
            return scope.IsPlural(vague + 1) ? new TimeAmount(vague + 1, scope.Unit(vague + 1)!.Value, 0, false) : null;
        if (numbers.Count(i) is not { } count) return null;
        var (at, halves) = (count.Last + 1, 2 * count.Number);
        if (AndAHalf(at)) (at, halves) = (at + 3, halves + 1);
        if (scope.Unit(at) is not { } unit) return null;
        return AndAHalf(at + 1) && halves % 2 == 0 ? new TimeAmount(at + 3, unit, halves + 1, false)
            : new TimeAmount(at, unit, halves, false);
    }

    /// <summary>The word behind "more than", "nearly", "at least": how near the number comes is not told by the days.</summary>
    public int PastAbout(int i)
    {
        if (scope.Is(i + 1, "than") && (scope.Is(i, "more") || scope.Is(i, "less"))) return i + 2;
        if (scope.Is(i, "at") && (scope.Is(i + 1, "least") || scope.Is(i + 1, "most"))) return i + 2;
        return scope.Is(i, "about") || scope.Is(i, "nearly") || scope.Is(i, "almost") || scope.Is(i, "over")
            || scope.Is(i, "around") || scope.Is(i, "roughly") ? i + 1 : i;
    }

    private bool AndAHalf(int i) => scope.Is(i, "and") && IsArticle(i + 1) && scope.Is(i + 2, "half");

    private bool IsArticle(int i) => scope.Is(i, "a") || scope.Is(i, "an");
}
