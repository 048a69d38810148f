using Entente.Coding;
using Xunit;

namespace Entente.Tests.Coding.Actors;

/// <summary>Single promises about actors: how they were found, which names are one, what is remembered.</summary>
public sealed class ActorDetailTests(Engine engine)
{
    private IReadOnlyList<ActorReference> Named(string text, string published = "2023-08-03") =>
        [.. engine.Coder.Mentions(engine.Parser.Parse(Engine.Article(text, published))).SelectMany(m => m.Actors)];

    [Theory]
    [InlineData("Recep Tayyip Erdoğan condemned Iran.", "TUR")]
    [InlineData("Recep Tayyip Erdogan condemned Iran.", "TUR")]
    [InlineData("Côte d’Ivoire condemned Iran.", "CIV")]
    [InlineData("São Tomé and Príncipe condemned Iran.", "STP")]
    public void Marks_on_letters_make_no_difference(string text, string code) => Assert.Equal(code, Named(text)[0].Code);

    [Fact]
    public void A_middle_initial_makes_no_difference() =>
        Assert.Contains(Named("US Secretary of State Colin L. Powell condemned Iran.", "2004-10-01"), a => a.Person == "Colin Powell");

    [Fact]
    public void The_holder_of_an_office_is_known_by_the_day()
    {
        var actor = Named("The French president condemned Iran.", "2024-11-06")[0];
        Assert.Equal(("FRA", "Emmanuel Macron", "president"), (actor.Code, actor.Person, actor.Title));
        Assert.Null(Named("A French minister condemned Iran.", "2024-11-06")[0].Person);
    }

    [Fact]
    public void Nobody_is_in_office_before_the_term_begins()
    {
        var actor = Named("Developer Donald Trump met an Iranian envoy.", "1987-05-01").First(a => a.Person == "Donald Trump");
        Assert.DoesNotContain("GOV", actor.Sectors);
        Assert.DoesNotContain("ELI", actor.Sectors);
    }

    [Fact]
    public void A_republic_is_part_of_the_union_of_its_day()
    {
        Assert.Equal(("UKR", "SUN"), Of(Named("Ukraine condemned Iran.", "1987-05-01")[0]));
        Assert.Equal(("UKR", "UKR"), Of(Named("Ukraine condemned Iran.", "1997-05-01")[0]));
        Assert.Equal(("SUN", "SUN"), Of(Named("Russia condemned Iran.", "1987-05-01")[0]));

        static (string?, string?) Of(ActorReference actor) => (actor.Code, actor.Country);
    }

    [Fact]
    public void A_small_region_is_its_members_and_a_large_one_itself()
    {
        Assert.Equal(["EST", "LVA", "LTU"], Named("The Baltic states condemned Iran.").Take(3).Select(a => a.Code));
        Assert.Equal("WST", Named("The West condemned Iran.")[0].Code);
        Assert.Equal(("WST", "GOV"), Named("Western officials condemned Iran.")[0] is var w ? (w.Code, w.Sectors[0]) : default);
    }

    [Fact]
    public void Somebody_nobody_lists_is_remembered_by_surname_and_office()
    {
        var named = Named("Jens Aalborg, a Danish fisheries minister, met Iranian envoys. Aalborg condemned Iraq. The minister then left.");
        Assert.Equal([("DNK", "Jens Aalborg"), ("DNK", "Jens Aalborg")], named.Where(a => a.Code == "DNK").Select(a => (a.Code!, a.Person!)).Take(2));
        Assert.Equal(Recognition.Memory, named.First(a => a.Text == "Aalborg").How);
        Assert.Single(named.Where(a => a.Person == "Jens Aalborg").Select(a => a.Chain).Distinct());
    }

    [Theory]
    [InlineData("A Georgia court convicted an Iranian envoy.", "USA")]
    [InlineData("A Georgian court convicted an Iranian envoy.", "GEO")]
    public void Georgia_is_a_state_of_the_union_or_one_in_the_Caucasus(string text, string country) => Assert.Equal(country, Named(text)[0].Country);

    [Fact]
    public void Letters_in_brackets_name_what_stands_before_them()
    {
        var named = Named("The Highland Reform Front (HRF) condemned Iran. On Monday HRF condemned Iraq.");
        Assert.Single(named.Where(a => a.Text.Contains("HRF", StringComparison.Ordinal) || a.Text.Contains("Front", StringComparison.Ordinal)).Select(a => a.Chain).Distinct());
    }

    /// <summary>A listed group that shares letters or a word with what the text is about.</summary>
    [Theory]
    [InlineData("The order was placed by Banque Nationale de Paris (BNP) in Lyon. BNP said it would buy more.", "BGDBNP")]
    [InlineData("President Mubarak's National Democratic Party (NDP) won the election. The NDP said it was grateful.", "CANNDP")]
    [InlineData("The official Iraqi news agency INA said four tanks were destroyed.", "HRVINA")]
    [InlineData("The Melbourne Sun newspaper reported the visit.", "GBRSUN")]
    [InlineData("Prices will rise, said Peter Lund, chief Economist at a bank.", "GBRECO")]
    [InlineData("Keikichi Honda told reporters that demand fell.", "JPNHON")]
    public void A_group_that_only_shares_the_name_is_not_meant(string text, string code) => Assert.DoesNotContain(Named(text), a => a.Code == code);

    [Theory]
    [InlineData("The International Wheat Council (IWC) met in London. The IWC raised its forecast.", "IGCXX")]
    [InlineData("The Bangladesh Nationalist Party (BNP) called a strike. The BNP said it would go on.", "BGDBNP")]
    [InlineData("The Organisation of Economic Cooperation and Development (OECD) met in Paris. The OECD said growth was slow.", "OED")]
    [InlineData("The Economist said that the talks had failed.", "GBRECO")]
    public void Letters_mean_what_the_text_says_they_stand_for(string text, string code) => Assert.Equal(code, Named(text).Last(a => a.How == Recognition.Listed).Code);

    [Fact]
    public void The_two_leaders_are_those_named_together()
    {
        var both = Named("Xi Jinping and Vladimir Putin met in Samarkand. The two leaders condemned Iran.").Where(a => a.Text == "The two leaders").ToList();
        Assert.Equal(["Xi Jinping", "Vladimir Putin"], both.Select(a => a.Person));
        Assert.All(both, a => Assert.Equal(Recognition.Coreference, a.How));
    }

    [Fact]
    public void Places_are_mentions_that_tell_a_country_and_no_actor()
    {
        var place = Named("Iran shelled villages near Mosul.").First(a => a.Text == "Mosul");
        Assert.Equal((null, "IRQ"), (place.Code, place.Country));
    }

    [Theory]
    [InlineData("Guinness said it would sell breweries in Iran.")]
    [InlineData("Hurricane Ivan reached Cuba.")]
    [InlineData("Owens Fiberglas Corp sued Iran.")]
    public void Companies_drugs_and_storms_are_no_persons(string text) => Assert.All(Named(text), a => Assert.Null(a.Person));

    [Fact]
    public void The_trio_stays_the_trio()
    {
        var named = Named("Russia, China and North Korea drilled together. The trio condemned Japan. Georgia, Iran and Iraq condemned Latvia. Poland praised Spain. The trio condemned Peru.");
        Assert.Equal(2, named.Count(a => a.Text == "The trio" && a.Code == "PRK"));
        Assert.DoesNotContain(named, a => a.Text == "The trio" && (a.Code == "ESP" || a.Code == "POL" || a.Code == "GEO"));
    }

    [Fact]
    public void Two_new_delegations_are_not_the_two_named_last() =>
        Assert.DoesNotContain(Named("Iran met Iraq. Only two delegations arrived in Latvia."), a => a.Text.Contains("delegations", StringComparison.Ordinal) && a.Code is not null);
}
