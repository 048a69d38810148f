using Entente.Coding;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Coding;

/// <summary>What an event tells besides type and actors: persons, offices, places, dates, sources, furniture.</summary>
public sealed class DetailTests(Engine engine)
{
    [Fact]
    public void A_person_in_office_has_name_office_country_and_sector()
    {
        var actor = Assert.Single(engine.One("Russian Foreign Minister Sergei Lavrov condemned Latvia on Monday.").Actor);
        Assert.Equal(("RUS", "RUS", "Russia", "Sergei Lavrov", "foreign minister", Recognition.Listed), (actor.Code, actor.Country, actor.Name, actor.Person, actor.Title, actor.How));
        Assert.Equal(["GOV"], actor.Sectors);
        Assert.Equal("Russian Foreign Minister Sergei Lavrov", actor.Text);
        Assert.Equal("wikidata:Q58217", actor.Identifier);
    }

    [Fact]
    public void The_office_is_that_of_the_day()
    {
        var then = engine.First("Theresa May condemned Russia.", "ACCUSE", "2018-03-14").Actor[0];
        Assert.Equal(("GBR", "Theresa May", "prime minister"), (then.Code, then.Person, then.Title));
        var later = engine.First("Theresa May condemned Russia.", "ACCUSE", "2023-08-03").Actor[0];
        Assert.Equal(("GBR", "Theresa May"), (later.Code, later.Person));
        Assert.Contains("ELI", later.Sectors);
    }

    [Fact]
    public void A_surname_and_a_pronoun_mean_the_one_named_before()
    {
        var events = engine.Code("Iran attacked Iraq on Tuesday. It also threatened Turkey. Sergei Lavrov condemned Latvia. Lavrov also thanked China.");
        Assert.Equal(["IRN", "IRN", "RUS", "RUS"], events.Select(e => e.Actor[0].Code));
        Assert.Equal((Recognition.Coreference, "It"), (events[1].Actor[0].How, events[1].Actor[0].Text));
        Assert.Equal(("Sergei Lavrov", "Lavrov"), (events[3].Actor[0].Person, events[3].Actor[0].Text));
    }

    [Theory]
    [InlineData("A Swiss court convicted a Belarusian soldier.", "JUD", "MIL")]
    [InlineData("Turkish police arrested a Syrian journalist.", "COP", "JRN")]
    [InlineData("Polish farmers attacked a Ukrainian diplomat.", "AGR", "GOV")]
    [InlineData("Iranian lawmakers condemned Saudi students.", "LEG", "EDU")]
    public void A_role_gives_the_sector_and_a_nationality_the_country(string text, string actor, string recipient)
    {
        var e = engine.One(text);
        Assert.Equal((actor, recipient), (Assert.Single(e.Actor[0].Sectors), Assert.Single(e.Recipient[0].Sectors)));
        Assert.Equal(Recognition.Nationality, e.Actor[0].How);
    }

    [Fact]
    public void Who_is_not_listed_keeps_the_words_and_gets_no_code()
    {
        var person = engine.First("Former minister Ludovic Quamberley accused Norway on Monday.", "ACCUSE").Actor[0];
        Assert.Null(person.Code);
        Assert.Equal("Ludovic Quamberley", person.Person);
        var gunmen = engine.First("Unknown gunmen killed a Nigerian policeman.", "ASSAULT").Actor[0];
        Assert.Null(gunmen.Code);
        Assert.Equal(["UAF"], gunmen.Sectors);
    }

    [Fact]
    public void International_organisations_have_a_code_of_their_own_and_no_country()
    {
        var actor = engine.First("NATO condemned Belarus on Monday.", "ACCUSE").Actor[0];
        Assert.Equal(("NAT", null, "IGO"), (actor.Code, actor.Country, actor.Sectors[0]));
    }

    [Fact]
    public void Groups_belong_to_their_country()
    {
        var actor = engine.First("Hezbollah attacked Israel on Monday.", "ASSAULT").Actor[0];
        Assert.Equal(("LBNHEZ", "LBN"), (actor.Code, actor.Country));
    }

    [Theory]
    [InlineData("Joe Biden met Olaf Scholz in Berlin on Monday.", "Berlin", "DEU")]
    [InlineData("Danish police arrested two dealers in Antwerp.", "Antwerp", "BEL")]
    [InlineData("Russian ships attacked a Turkish vessel in the Black Sea on Monday.", "Black Sea", null)]
    public void The_place_is_named_with_country_and_coordinates(string text, string name, string? country)
    {
        var place = engine.Code(text)[0].Place;
        Assert.NotNull(place);
        Assert.Equal((name, country), (place.Name, place.Country));
        Assert.InRange(place.Latitude!.Value, -90, 90);
        Assert.InRange(place.Longitude!.Value, -180, 180);
        Assert.Equal(place.Text, text[place.Range.Start..place.Range.End]);
    }

    [Fact]
    public void The_words_of_an_event_are_pointed_at()
    {
        const string Text = "The week was calm. On Tuesday Iran attacked Iraq.";
        var e = engine.One(Text);
        Assert.Equal(2, e.Sentence);
        var evidence = Assert.Single(e.Evidence);
        Assert.Equal(("On Tuesday Iran attacked Iraq.", "attacked"), (evidence.Text, Text[evidence.Trigger.Start..evidence.Trigger.End]));
        Assert.Equal("Iraq", Text[e.Recipient[0].Range.Start..e.Recipient[0].Range.End]);
        Assert.StartsWith("attack.v", e.Rule, StringComparison.Ordinal);
        Assert.StartsWith("entente 0.", e.Coder, StringComparison.Ordinal);
    }

    [Fact]
    public void An_act_told_twice_is_one_event_with_two_pieces_of_evidence()
    {
        var e = engine.One("On Tuesday Iran attacked Iraq. Prices rose in many countries. Iraq was attacked by Iran on Tuesday.");
        Assert.Equal([1, 3], e.Evidence.Select(x => x.Sentence));
        Assert.True(e.Confidence > engine.One("On Tuesday Iran attacked Iraq.").Confidence);
    }

    [Fact]
    public void Acts_of_different_days_stay_two()
    {
        Assert.Equal(2, engine.Code("On Monday Iran attacked Iraq. On Tuesday Iran attacked Iraq.").Length);
    }

    [Theory]
    [InlineData("Iran attacked Iraq.", null, DateBasis.Published, DatePrecision.Day)]
    [InlineData("Iran attacked Iraq on Tuesday.", "Tuesday", DateBasis.Text, DatePrecision.Day)]
    [InlineData("Iran attacked Iraq last week.", "last week", DateBasis.Text, DatePrecision.Week)]
    [InlineData("Iran attacked Iraq in June.", "June", DateBasis.Text, DatePrecision.Month)]
    [InlineData("Iran attacked Iraq in 2022.", "2022", DateBasis.Text, DatePrecision.Year)]
    public void A_date_says_what_it_rests_on(string text, string? words, DateBasis basis, DatePrecision precision)
    {
        var date = engine.One(text).Date!;
        Assert.Equal((basis, precision), (date.Basis, date.Precision));
        if (words is null) Assert.Null(date.Text);
        else Assert.Contains(words, date.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Iran attacked Iraq.")]
    [InlineData("Iran attacked Iraq yesterday.")]
    public void Without_a_day_of_publication_no_date_is_invented(string text) => Assert.Null(engine.One(text, published: null).Date);

    [Fact]
    public void Whole_dates_need_no_day_of_publication() =>
        Assert.Equal(Engine.Day("2023-07-14"), engine.One("Iran attacked Iraq on 14 July 2023.", published: null).Date?.Start);

    [Fact]
    public void Page_furniture_gives_no_events()
    {
        const string Act = "Russia attacked Ukraine on Friday.";
        const string Text = "Iran met nobody this week.\n\n" + Act + "\n\nIran threatened Norway on Monday.";
        var start = Text.IndexOf(Act, StringComparison.Ordinal);
        var e = Assert.Single(engine.Code(Engine.Article(Text) with { Furniture = [new TextRange(start, start + Act.Length)] }));
        Assert.Equal("THREATEN", e.Event);
    }

    [Fact]
    public void A_claim_keeps_its_words_and_its_outer_claims()
    {
        const string Text = "The United States has repeatedly stated that North Korea provides weapons to Russia.";
        var e = engine.First(Text, "AID");
        var claim = Assert.Single(e.Attribution);
        Assert.Equal((Stance.Asserts, "USA"), (claim.Stance, claim.Actor?.Code));
        Assert.Contains("stated", claim.Text, StringComparison.Ordinal);
        Assert.Equal(claim.Text, Text[claim.Range.Start..claim.Range.End]);
        Assert.Equal(EventStatus.Actual, e.Status);
    }

    [Fact]
    public void An_empty_text_and_a_text_without_politics_give_nothing()
    {
        Assert.Empty(engine.Code(""));
        Assert.Empty(engine.Code(" \n\n\t"));
        Assert.Empty(engine.Code("The children played in the park until it rained. Then they went home and ate soup."));
    }
}
