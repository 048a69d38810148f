using Entente.Coding.Knowledge;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>Fiscal years: "fiscal 2024", "FY2023", "the next fiscal year"; whose they are decides when they begin.</summary>
internal sealed class FiscalDates(DateScope scope, NumberReader numbers)
{
    /// <summary>The date that begins at a word.</summary>
    public DateStretch? Read(int i)
    {
        if (scope[i].Shape == TimeShape.Fiscal) return Year(i, i, scope[i].Value);
        if (scope.Away(i) is { } years && scope.Is(i + 1, "fiscal") && scope.Unit(i + 2) == TimeUnit.Year) return Stepped(i, years);
        if (!scope.Is(i, "fiscal") && !scope.Is(i, "FY")) return null;
        var next = scope.Unit(i + 1) == TimeUnit.Year ? i + 2 : i + 1;
        return numbers.Year(next) is { } year ? Year(i, year.Last, year.Year) : null;
    }

    private DateStretch? Stepped(int i, int years)
    {
        if (scope.Published is not { } on) return null;
        var named = on.Year - 1;
        while (Start(i, named + 1) <= on) named++;
        return Year(i, i + 2, named + years);
    }

    private DateStretch Year(int first, int last, int year)
    {
        var start = Start(first, year);
        return DateStretch.Of(first, last, new DaySpan(start, start.PlusYears(1).PlusDays(-1), DatePrecision.Year));
    }

    private LocalDate Start(int at, int year) => new LocalDate(year, 1, 1).PlusMonths(scope.View.Knowledge.Times.FiscalOffset(Country(at)));

    /// <summary>The state whose year it is ("Japan's fiscal 2023"), else the one named first; empty when none is.</summary>
    private string Country(int at)
    {
        var owner = scope.Is(at - 1, "'s") || scope.Is(at - 1, "’s") ? at - 2 : at - 1;
        if (owner >= 0 && Named(owner) is { } whose) return whose;
        for (var i = 0; i < at; i++)
            if (Named(i) is { } first) return first;
        return "";
    }

    private string? Named(int i) => scope.View.NameAt(i) is { Names: [var listed, ..] } ? listed.Entity.Country : null;
}
