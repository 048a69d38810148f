using Entente.Coding;
using Entente.Coding.Knowledge;
using Entente.Tests.Coding;
using Xunit;

namespace Entente.Tests.Knowledge;

/// <summary>Dated memberships, disputed territories and whom they count for.</summary>
public sealed class ViewTests(Engine engine)
{
    [Theory]
    [InlineData("NAT", "1948-12-31", 0), InlineData("NAT", "1949-05-01", 12), InlineData("NAT", "1990-05-05", 16), InlineData("NAT", "2000-01-01", 19)]
    [InlineData("NAT", "2010-01-01", 28), InlineData("NAT", "2023-05-01", 31), InlineData("NAT", "2024-05-01", 32)]
    [InlineData("EUR", "1972-12-31", 6), InlineData("EUR", "1995-06-01", 15), InlineData("EUR", "2016-06-01", 28), InlineData("EUR", "2021-01-01", 27)]
    public void An_alliance_has_the_members_of_the_day(string code, string day, int count) =>
        Assert.Equal(count, engine.Knowledge.Organisations[code].MembersOn(Engine.Day(day)).Length);

    [Theory]
    [InlineData("recognised", "UKR"), InlineData("control", "RUS"), InlineData("UKR", "UKR"), InlineData("RUS", "RUS"), InlineData("FRA", "UKR")]
    public void A_disputed_place_counts_for_whom_the_view_says(string view, string country)
    {
        var knowledge = KnowledgeBase.Load(new KnowledgeOptions { View = view });
        var crimea = knowledge.Who("Crimea").First(e => e.Kind == EntityKind.Place);
        Assert.Equal(country, knowledge.CountryOf(crimea, Engine.Day("2020-01-01")));
        Assert.Equal("UKR", knowledge.CountryOf(crimea, Engine.Day("2010-01-01")));
        Assert.Equal("SUN", knowledge.CountryOf(crimea, Engine.Day("1985-01-01")));
    }

    [Fact]
    public void A_view_that_is_none_is_refused() =>
        Assert.Contains("write recognised, control or a state's code", Assert.Throws<ArgumentException>(() => KnowledgeBase.Load(new KnowledgeOptions { View = "moon" })).Message, StringComparison.Ordinal);

    [Fact]
    public void An_events_place_is_seen_so_too()
    {
        var document = engine.Parser.Parse(Engine.Article("Ukraine attacked Russia in Crimea."));
        string? Country(string view) => new EventCoder(KnowledgeBase.Load(new KnowledgeOptions { View = view })).Code(document)[0].Place?.Country;
        Assert.Equal(("UKR", "RUS"), (Country("recognised"), Country("control")));
    }

    [Fact]
    public void The_datelines_place_comes_last()
    {
        Assert.Equal("Mosul", engine.First("BAGHDAD (Reuters) - Iraqi soldiers arrested an Iraqi journalist in Mosul on Monday.", "COERCE").Place?.Name);
        var filed = engine.Code(Engine.Article("BAGHDAD (Reuters) - Iraqi soldiers arrested an Iraqi journalist on Monday.") with { Dateline = "BAGHDAD", DatelineRange = new(0, 19) });
        Assert.Equal("IRQ", filed[0].Place?.Country);
        var far = engine.Code(Engine.Article("LONDON (Reuters) - Iraqi soldiers arrested an Iraqi journalist on Monday.") with { Dateline = "LONDON", DatelineRange = new(0, 18) });
        Assert.Null(far[0].Place);
    }
}
