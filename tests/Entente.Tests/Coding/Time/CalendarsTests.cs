using CsCheck;
using Entente.Coding.Knowledge;
using Entente.Coding.Time;
using NodaTime;
using Xunit;

namespace Entente.Tests.Coding.Time;

/// <summary>The arithmetic of days, weeks and feasts.</summary>
public sealed class CalendarsTests
{
    private static readonly Gen<LocalDate> Days = Gen.Int[0, 200_000].Select(d => new LocalDate(1600, 1, 1).PlusDays(d));
    private static readonly TimeUnit[] Whole = [TimeUnit.Day, TimeUnit.Week, TimeUnit.Month, TimeUnit.Quarter, TimeUnit.Year,
        TimeUnit.Decade, TimeUnit.Century];

    [Fact]
    public void Every_day_lies_in_its_unit_and_the_next_one_begins_on_the_morrow() => Days.Sample(day =>
    {
        foreach (var unit in Whole)
        {
            var span = Calendars.Around(day, unit);
            Assert.InRange(day, span.Start, span.End);
            Assert.Equal(span.End.PlusDays(1), Calendars.Around(span.End.PlusDays(1), unit).Start);
        }
    });

    [Fact]
    public void A_week_is_that_of_the_iso_calendar() => Days.Sample(day =>
    {
        var rule = NodaTime.Calendars.WeekYearRules.Iso;
        var week = Calendars.Around(day, TimeUnit.Week);
        Assert.Equal((IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday), (week.Start.DayOfWeek, week.End.DayOfWeek));
        Assert.Equal(rule.GetWeekOfWeekYear(day), rule.GetWeekOfWeekYear(week.Start));
        Assert.Equal(rule.GetWeekYear(day), rule.GetWeekYear(week.End));
    });

    [Fact]
    public void Thirds_and_halves_make_the_whole() => Days.Sample(day =>
    {
        foreach (var unit in Whole.Where(u => u >= TimeUnit.Month))
        {
            var whole = Calendars.Around(day, unit);
            var (early, mid, late) = (Calendars.Third(whole, TimePart.Early), Calendars.Third(whole, TimePart.Mid),
                Calendars.Third(whole, TimePart.Late));
            Assert.Equal((whole.Start, whole.End), (early.Start, late.End));
            Assert.Equal((mid.Start, late.Start), (early.End.PlusDays(1), mid.End.PlusDays(1)));
            var (first, second) = (Calendars.Half(whole, 1), Calendars.Half(whole, 2));
            Assert.Equal((whole.Start, whole.End, second.Start), (first.Start, second.End, first.End.PlusDays(1)));
        }
    });

    [Fact]
    public void Steps_are_those_of_the_calendar() => Gen.Select(Days, Gen.Int[-300, 300]).Sample((day, count) =>
    {
        Assert.Equal(day.PlusDays(count), Calendars.Shift(day, TimeUnit.Day, count));
        Assert.Equal(day.PlusWeeks(2 * count), Calendars.Shift(day, TimeUnit.Fortnight, count));
        Assert.Equal(day.PlusMonths(3 * count), Calendars.Shift(day, TimeUnit.Quarter, count));
        Assert.Equal(day.PlusYears(count), Calendars.Shift(day, TimeUnit.Year, count));
    });

    [Fact]
    public void Steps_out_of_all_time_lead_nowhere() =>
        Gen.Select(Days, Gen.Int[0, 6].Select(i => Whole[i]), Gen.Int).Sample((day, unit, count) =>
    {
        if (Calendars.Shift(day, unit, count) is { } there) Assert.InRange(Calendars.Around(there, unit).Start.Year, 1, 9999);
    });

    [Fact]
    public void A_yearly_day_chosen_lies_on_the_side_that_is_asked_for() =>
        Gen.Select(Days, Gen.Int[1, 12], Gen.Int[0, 31]).Sample((on, month, day) =>
    {
        var days = new YearlySpan(month, day, 1, null);
        if (days.Choose(on, DateTense.Past, null) is { } past) Assert.True(past.Start <= on);
        if (days.Choose(on, DateTense.Ahead, null) is { } ahead) Assert.True(ahead.End >= on);
        if (days.Choose(on, DateTense.Unknown, TimeStep.Last) is { } last) Assert.True(last.End < on);
        if (days.Choose(on, DateTense.Unknown, TimeStep.Next) is { } next) Assert.True(next.Start > on);
    });

    [Theory]
    [InlineData(2023, "2023-02-09", "2020-02-29")]
    [InlineData(1903, "1903-05-01", "1896-02-29")]
    public void The_last_twenty_ninth_of_february_may_be_years_away(int year, string on, string expected)
    {
        Assert.Null(new YearlySpan(2, 29, 1, null).In(year));
        Assert.Equal(Engine.Day(expected), new YearlySpan(2, 29, 1, null).Choose(Engine.Day(on), DateTense.Past, null)?.Start);
    }

    [Theory]
    [InlineData(1818, "1818-03-22")]
    [InlineData(1916, "1916-04-23")]
    [InlineData(1943, "1943-04-25")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2024, "2024-03-31")]
    public void Easter_is_reckoned(int year, string day) => Assert.Equal(Engine.Day(day), YearlyDay.Easter(year));

    [Theory]
    [InlineData(2008, "2008-04-27")]
    [InlineData(2016, "2016-05-01")]
    [InlineData(2024, "2024-05-05")]
    [InlineData(2025, "2025-04-20")]
    public void So_is_that_of_the_east(int year, string day) => Assert.Equal(Engine.Day(day), YearlyDay.OrthodoxEaster(year));

    [Fact]
    public void Easter_is_a_sunday_in_spring() => Gen.Int[1583, 4000].Sample(year =>
    {
        var easter = YearlyDay.Easter(year);
        Assert.Equal(IsoDayOfWeek.Sunday, easter.DayOfWeek);
        Assert.InRange(easter, new LocalDate(year, 3, 22), new LocalDate(year, 4, 25));
        Assert.Equal(IsoDayOfWeek.Sunday, YearlyDay.OrthodoxEaster(year).DayOfWeek);
    });

    [Theory]
    [InlineData("11-thursday-4", 2023, "2023-11-23")]
    [InlineData("05-monday-last", 2023, "2023-05-29")]
    [InlineData("09-monday-1", 2025, "2025-09-01")]
    [InlineData("easter-2", 1998, "1998-04-10")]
    [InlineData("12-25", 1989, "1989-12-25")]
    public void A_yearly_day_is_read_as_written(string written, int year, string day) =>
        Assert.Equal(Engine.Day(day), YearlyDay.Parse(written).In(year));

    [Theory]
    [InlineData("13-01")]
    [InlineData("02-30")]
    [InlineData("05-monday-6")]
    [InlineData("easter")]
    [InlineData("christmas")]
    public void What_is_no_yearly_day_is_refused(string written) => Assert.Throws<FormatException>(() => YearlyDay.Parse(written));

    [Theory]
    [InlineData("7/27/1953", 19530727)]
    [InlineData("27/7/1953", 19530727)]
    [InlineData("3/4/2019", 20190304)]
    [InlineData("3.4.2019", 20190403)]
    [InlineData("2019-02-28", 20190228)]
    [InlineData("2019-02-29", 0)]
    [InlineData("31/4/2019", 0)]
    [InlineData("1/2/3", 0)]
    public void Figures_are_dates_in_american_and_european_order(string written, int value)
    {
        var token = TimeLexer.Read(written, new TimeWords());
        Assert.Equal(value, token.Shape == TimeShape.Date ? token.Value : 0);
    }

    [Fact]
    public void No_word_breaks_the_lexer() => Gen.String.Where(s => s.Length > 0).Sample(word => TimeLexer.Read(word, new TimeWords()));
}
