using CsCheck;
using Entente.Store.Relating;
using NodaTime;
using Xunit;

namespace Entente.Tests.Store.Relating;

public sealed class PeriodsTests
{
    private static readonly Gen<(LocalDate Day, PeriodUnit Unit)> Any =
        Gen.Select(Gen.Int[-250_000, 250_000].Select(d => new LocalDate(1970, 1, 1).PlusDays(d)), Gen.Enum<PeriodUnit>());

    [Fact]
    public void A_day_lies_in_its_period_and_periods_touch() => Any.Sample((day, unit) =>
    {
        var period = Periods.Of(day, unit);
        return Periods.First(period, unit) <= day && day <= Periods.Last(period, unit)
            && Periods.Of(Periods.First(period, unit), unit) == period && Periods.Of(Periods.Last(period, unit), unit) == period
            && Periods.Last(period - 1, unit).PlusDays(1) == Periods.First(period, unit);
    });

    [Fact]
    public void Names_are_told_apart_and_stand_in_the_order_of_time() => Any.Sample((day, unit) =>
    {
        var period = Periods.Of(day, unit);
        return string.CompareOrdinal(Periods.Name(period, unit), Periods.Name(period + 1, unit)) < 0;
    });

    [Theory]
    [InlineData(2020, 12, 31, PeriodUnit.Week, "2020-W53")]
    [InlineData(2021, 1, 3, PeriodUnit.Week, "2020-W53")]
    [InlineData(2021, 1, 4, PeriodUnit.Week, "2021-W01")]
    [InlineData(2024, 12, 30, PeriodUnit.Week, "2025-W01")]
    [InlineData(1969, 12, 28, PeriodUnit.Week, "1969-W52")]
    [InlineData(1969, 12, 29, PeriodUnit.Week, "1970-W01")]
    [InlineData(2024, 2, 29, PeriodUnit.Day, "2024-02-29")]
    [InlineData(2023, 12, 31, PeriodUnit.Month, "2023-12")]
    [InlineData(2023, 12, 31, PeriodUnit.Quarter, "2023-Q4")]
    [InlineData(2023, 4, 1, PeriodUnit.Quarter, "2023-Q2")]
    [InlineData(2023, 4, 1, PeriodUnit.Year, "2023")]
    public void Names_are_those_of_the_calendar(int year, int month, int day, PeriodUnit unit, string name) =>
        Assert.Equal(name, Periods.Name(Periods.Of(new LocalDate(year, month, day), unit), unit));
}
