using CsCheck;
using Entente.Coding;
using Entente.Sources;
using NodaTime;
using Xunit;

namespace Entente.Tests.Coding.Time;

/// <summary>On which day a date rests: publication, the dateline, or what has been told before.</summary>
public sealed class DocumentDatesTests(Engine engine)
{
    [Theory]
    [InlineData("On July 12 Iran attacked Iraq. The next day Iraq attacked Iran.", "2023-07-13")]
    [InlineData("On July 12 Iran attacked Iraq. The war of 1980 was long. Two days later Iraq attacked Iran.", "2023-07-14")]
    [InlineData("On July 12 Iran attacked Iraq. A day earlier, Iraq had attacked Iran.", "2023-07-11")]
    [InlineData("The king died on December 31, 2022. The next day Iraq attacked Iran.", "2023-01-01")]
    [InlineData("Iran attacked Iraq on July 12. The next day, the king died. Two days later Iraq attacked Iran.", "2023-07-15")]
    [InlineData("The two met on July 3-5. Two days later Iraq attacked Iran.", "2023-07-07")]
    public void A_date_rests_on_the_one_told_last(string text, string day) =>
        Assert.Equal(Engine.Day(day), engine.Code(text).Last(e => e.Event == "ASSAULT").Date?.Start);

    [Fact]
    public void Nothing_lies_behind_a_day_that_nobody_told()
    {
        var date = engine.First("The next day Iraq attacked Iran.", "ASSAULT").Date!;
        Assert.Equal(DateBasis.Published, date.Basis);
    }

    [Fact]
    public void The_dateline_serves_an_undated_text()
    {
        const string Dateline = "BAGHDAD, March 3, 1988 (INA) -- ";
        var article = new Article
        {
            Id = "test",
            Text = Dateline + "Iran attacked Iraq on Tuesday.",
            DatelineRange = new TextRange(0, Dateline.Length)
        };
        var e = Assert.Single(engine.Code(article));
        Assert.Equal((Engine.Day("1988-03-01"), DateBasis.Text), (e.Date!.Start!.Value, e.Date.Basis));
        Assert.Null(e.Published);
        Assert.Null(Assert.Single(engine.Code(article with { Text = Dateline + "Iran attacked Iraq." })).Date);
    }

    [Theory]
    [InlineData("Iran condemned Tuesday's attack by Iraq on Kuwait.", "ACCUSE", DateBasis.Published)]
    [InlineData("Iran attacked Iraq in Tuesday's raid.", "ASSAULT", DateBasis.Text)]
    [InlineData("Tuesday's bombing killed nine Iraqi soldiers.", "ASSAULT", DateBasis.Text)]
    public void The_day_of_a_noun_is_not_that_of_the_verb_above_it(string text, string type, DateBasis basis) =>
        Assert.Equal(basis, engine.First(text, type).Date!.Basis);

    [Theory]
    [InlineData("Iran attacked Iraq this week.", "2023-07-31", EventStatus.Actual)]
    [InlineData("Iran attacked Iraq over the weekend.", "2023-07-29", EventStatus.Actual)]
    [InlineData("Iran attacked Iraq after 1980.", "2023-07-31", EventStatus.Historical)]
    [InlineData("Iran attacked Iraq in the past two days.", "2023-07-31", EventStatus.Actual)]
    [InlineData("Iran has attacked Iraq since 1980.", "2023-07-31", EventStatus.Actual)]
    public void What_reaches_past_publication_is_not_ahead_for_that(string text, string published, EventStatus status) =>
        Assert.Equal(status, engine.First(text, "ASSAULT", published).Status);

    [Fact]
    public void Days_ago_are_those_of_the_calendar() => Gen.Select(Gen.Int[0, 60_000], Gen.Int[2, 90]).Sample(
        (day, count) =>
        {
            var on = new LocalDate(1900, 1, 1).PlusDays(day);
            var date = engine.Code($"Iran attacked Iraq {count} days ago.", NodaTime.Text.LocalDatePattern.Iso.Format(on))[0].Date!;
            Assert.Equal((on.PlusDays(-count), on.PlusDays(-count), DatePrecision.Day), (date.Start, date.End, date.Precision));
        },
        iter: 100);

    [Fact]
    public void A_weekday_of_the_past_is_one_of_the_last_seven_days() =>
        Gen.Select(Gen.Int[0, 60_000], Gen.Enum<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None)).Sample(
        (day, weekday) =>
        {
            var on = new LocalDate(1900, 1, 1).PlusDays(day);
            var date = engine.Code($"Iran attacked Iraq on {weekday}.", NodaTime.Text.LocalDatePattern.Iso.Format(on))[0].Date!;
            Assert.Equal(weekday, date.Start!.Value.DayOfWeek);
            Assert.InRange(date.Start.Value, on.PlusDays(-6), on);
        },
        iter: 100);
}
