using Entente.Analysis.Calendar;
using Entente.Coding;
using Entente.Coding.Records;
using Entente.Store.Relating;
using Xunit;

namespace Entente.Tests.Analysis.Calendar;

public sealed class CalendarBuilderTests
{
    private static RelationEvidence Told(
        string document, string parties, string? start, string? end = null, string published = "2023-08-01", string act = "CONSULT", string status = "actual", EventContent? content = null) => new(
        new EventRecord
        {
            Id = document + ":1:1",
            Document = document,
            Published = published,
            Date = new DateRecord(start, end ?? start, "day", "text", null),
            Actor = [.. parties.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => new ActorRecord(p, p, [], p, null, null, null, null, null, "name", 1))],
            Event = act,
            Content = content,
            Cameo = "040",
            Status = status,
            Coder = "test",
            Rule = "test",
        },
        1, new NodaTime.LocalDate(2023, 8, 1), null, null, null);

    private static readonly RelationEvidence Summit = Told("a", "RUS PRK", "2023-09-13", status: "future");

    private static CalendarEntry One(RelationEvidence[] announced, RelationEvidence[] happened, string today = "2023-10-01") => Assert.Single(CalendarBuilder.Build(announced, happened, today));

    [Fact]
    public void A_summit_is_found_again_in_a_later_report()
    {
        var entry = One([Summit], [Told("b", "PRK RUS CHN", "2023-09-12", "2023-09-13", "2023-09-14"), Told("c", "RUS PRK", "2023-09-13", published: "2023-09-14")]);
        Assert.Equal(Outcome.Told, entry.Outcome);
        Assert.Equal(["b:1:1", "c:1:1"], entry.Acts.Select(a => a.Record.Id));
        Assert.Equal(["RUS", "PRK"], entry.Parties);
    }

    [Theory]
    [InlineData("b", "RUS CHN", "2023-09-13", "CONSULT")]
    [InlineData("b", "RUS", "2023-09-13", "CONSULT")]
    [InlineData("b", "RUS PRK", "2023-09-14", "CONSULT")]
    [InlineData("b", "RUS PRK", "2023-09-12", "CONSULT")]
    [InlineData("b", "RUS PRK", null, "CONSULT")]
    [InlineData("b", "RUS PRK", "2023-09-13", "AGREE")]
    [InlineData("a", "RUS PRK", "2023-09-13", "CONSULT")]
    public void Other_parties_days_acts_and_the_same_text_are_no_report_of_it(string document, string parties, string? day, string act)
    {
        var entry = One([Summit], [Told(document, parties, day, act: act, published: "2023-09-14")]);
        Assert.Equal(Outcome.NotTold, entry.Outcome);
        Assert.Empty(entry.Acts);
    }

    [Fact]
    public void What_was_over_when_it_was_announced_is_not_what_was_announced()
    {
        var month = Told("a", "RUS PRK", "2023-09-01", "2023-09-30", "2023-09-10", status: "future");
        var earlier = Told("b", "RUS PRK", "2023-09-03", published: "2023-09-04");
        Assert.Equal(Outcome.NotTold, One([month], [earlier]).Outcome);
        Assert.Equal("c:1:1", Assert.Single(One([month], [earlier, Told("c", "RUS PRK", "2023-09-10", published: "2023-09-11")]).Acts).Record.Id);
    }

    [Fact]
    public void Equal_announcements_are_one_entry_the_earliest_first()
    {
        RelationEvidence[] announced = [Told("b", "PRK RUS", "2023-09-13", published: "2023-08-20", status: "future"), Summit, Told("c", "RUS PRK", "2023-09-14", status: "future"), Told("d", "RUS CHN", "2023-09-13", status: "future")];
        var entries = CalendarBuilder.Build(announced, [Told("b", "RUS PRK", "2023-09-13", published: "2023-09-14")], "2023-09-13");
        Assert.Equal([2, 1, 1], entries.Select(e => e.Announcements.Length));
        Assert.Equal(["a:1:1", "b:1:1"], entries[0].Announcements.Select(a => a.Record.Id));
        // Whoever announced it does not confirm it, were it the second.
        Assert.Equal([Outcome.NotTold, Outcome.NotTold, Outcome.Ahead], entries.Select(e => e.Outcome));
    }

    [Fact]
    public void A_promised_act_is_the_act_and_not_the_promise()
    {
        var promise = Told("a", "RUS PRK", "2023-09-13", act: "AGREE", status: "future", content: new EventContent("AID", "food", "070"));
        var entry = One([promise], [Told("b", "RUS PRK", "2023-09-13", act: "AID", published: "2023-09-14")]);
        Assert.Equal(("AID", "food", Outcome.Told), (entry.Event, entry.Mode, entry.Outcome));
    }

    [Fact]
    public void Open_times_and_lone_parties()
    {
        Assert.Equal(Outcome.Ahead, One([Told("a", "RUS", null, "2023-12-31", status: "future")], []).Outcome);
        Assert.Equal(Outcome.Told, One([Told("a", "RUS", null, "2023-12-31", status: "future")], [Told("b", "RUS CHN", "2023-09-13", published: "2023-09-14")]).Outcome);
        Assert.Equal(Outcome.Ahead, One([Told("a", "", "2023-12-31", status: "future")], [Told("b", "RUS CHN", "2023-12-31", published: "2024-01-01")]).Outcome);
    }
}
