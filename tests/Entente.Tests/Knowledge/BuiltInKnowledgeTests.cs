using Entente.Coding.Knowledge;
using Entente.Tests.Coding;
using Xunit;

namespace Entente.Tests.Knowledge;

/// <summary>What the built-in knowledge holds, and that nothing in it is broken.</summary>
public sealed class BuiltInKnowledgeTests(Engine engine)
{
    private const string Iso3166 =
        "AFG ALA ALB DZA ASM AND AGO AIA ATA ATG ARG ARM ABW AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BMU BTN BOL BES BIH BWA BVT BRA IOT BRN BGR BFA BDI " +
        "CPV KHM CMR CAN CYM CAF TCD CHL CHN CXR CCK COL COM COG COD COK CRI CIV HRV CUB CUW CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FLK FRO FJI " +
        "FIN FRA GUF PYF ATF GAB GMB GEO DEU GHA GIB GRC GRL GRD GLP GUM GTM GGY GIN GNB GUY HTI HMD VAT HND HKG HUN ISL IND IDN IRN IRQ IRL IMN ISR ITA JAM JPN " +
        "JEY JOR KAZ KEN KIR PRK KOR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MAC MDG MWI MYS MDV MLI MLT MHL MTQ MRT MUS MYT MEX FSM MDA MCO MNG MNE MSR MAR " +
        "MOZ MMR NAM NRU NPL NLD NCL NZL NIC NER NGA NIU NFK MKD MNP NOR OMN PAK PLW PSE PAN PNG PRY PER PHL PCN POL PRT PRI QAT REU ROU RUS RWA BLM SHN KNA LCA " +
        "MAF SPM VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SXM SVK SVN SLB SOM ZAF SGS SSD ESP LKA SDN SUR SJM SWE CHE SYR TWN TJK TZA THA TLS TGO TKL TON TTO TUN " +
        "TUR TKM TCA TUV UGA UKR ARE GBR USA UMI URY UZB VUT VEN VNM VGB VIR WLF ESH YEM ZMB ZWE";

    private static readonly HashSet<string> Sectors = new(
        "GOV MIL COP SPY JUD LEG PTY OPP PRM REB UAF UNK PRE CVL BUS MNC LAB AGR EDU JRN MED REL REF ELI CRM SOC NGO IGO".Split(' '), StringComparer.Ordinal);

    private static KnowledgeFolder Folder => new([KnowledgeBase.BuiltInFolder]);

    [Fact]
    public void It_has_no_faults() => Assert.Empty(engine.Knowledge.Faults);

    [Fact]
    public void Every_state_of_iso_3166_is_known_and_the_past_ones_of_the_news()
    {
        var codes = Iso3166.Split(' ');
        Assert.Equal(249, codes.Distinct().Count());
        Assert.Empty(codes.Concat(["XKX", "SUN", "YUG", "CSK", "DDR", "ZAR", "VDR", "YMD", "SCG"]).Except(engine.Knowledge.States.Keys));
    }

    [Fact]
    public void Sectors_are_those_of_the_closed_list()
    {
        foreach (var table in (string[])["actors/institutions.tsv", "actors/leaders/*.tsv", "actors/organisations.tsv", "actors/groups.tsv", "roles/roles.tsv"])
            foreach (var row in Folder.Rows(table, [], r => ""))
                Assert.True(row.List("sectors").All(Sectors.Contains), $"{row.File}:{row.Line}: {row["sectors"]}");
    }

    [Fact]
    public void Countries_are_states_that_are_known()
    {
        foreach (var table in (string[])["actors/institutions.tsv", "actors/groups.tsv", "places/places.tsv"])
            foreach (var row in Folder.Rows(table, [], r => "").Where(r => r["country"].Length > 0))
                Assert.True(engine.Knowledge.States.ContainsKey(row["country"]), $"{row.File}:{row.Line}: {row["country"]}");
    }

    [Fact]
    public void Codes_of_organisations_are_no_codes_of_states()
    {
        foreach (var row in Folder.Rows("actors/organisations.tsv", [], r => ""))
            Assert.False(engine.Knowledge.States.ContainsKey(row["code"]), $"{row.File}:{row.Line}: {row["code"]}");
    }

    /// <summary>A ratchet: raise it when knowledge grows.</summary>
    [Theory]
    [InlineData("states", 257), InlineData("leaders", 24_000), InlineData("organisations", 1_000), InlineData("groups", 1_600), InlineData("institutions", 2_300)]
    [InlineData("places", 11_000), InlineData("predicates", 4_000), InlineData("frames", 9_000), InlineData("roles", 4_000), InlineData("operators", 100)]
    public void It_knows_at_least_so_many(string kind, int least) => Assert.InRange(engine.Knowledge.Counts[kind], least, int.MaxValue);

    [Theory]
    [InlineData("AGREE", 1, 2.5), InlineData("CONSULT", 1, 2.5), InlineData("SUPPORT", 1, 5), InlineData("CONCEDE", 1, 4.5)]
    [InlineData("COOPERATE", 2, 9.5), InlineData("AID", 2, 10), InlineData("RETREAT", 2, 6.5)]
    [InlineData("REQUEST", 3, 0), InlineData("ACCUSE", 3, -3), InlineData("REJECT", 3, -2), InlineData("THREATEN", 3, -3.5)]
    [InlineData("PROTEST", 4, -5), InlineData("SANCTION", 4, -6), InlineData("MOBILIZE", 4, -5.5), InlineData("COERCE", 4, -7), InlineData("ASSAULT", 4, -9)]
    public void The_ontology_is_that_of_plover(string type, int quad, double score)
    {
        var ontology = engine.Knowledge.Ontology;
        Assert.Equal(16, ontology.Types.Length);
        Assert.Equal((quad, score), (ontology.Quad(type), ontology.Score(type, null)));
    }

    [Theory]
    [InlineData("CONSULT", "visit", 4), InlineData("CONSULT", "phone", 1.5), InlineData("RETREAT", "disarm", 10), InlineData("REQUEST", "meet", 0), InlineData("REQUEST", "change", -1)]
    [InlineData("REJECT", "assist", -1.5), InlineData("THREATEN", "territory", -4), InlineData("SANCTION", "expel", -5.5), InlineData("ASSAULT", "unconventional", -10)]
    [InlineData("COERCE", "ban", -7), InlineData("PROTEST", "vandalize", -5), InlineData("ASSAULT", "crowd-control", -7.5)]
    public void Modes_have_their_score_or_their_types(string type, string mode, double score)
    {
        Assert.True(engine.Knowledge.Ontology.HasMode(type, mode));
        Assert.Equal(score, engine.Knowledge.Ontology.Score(type, mode));
    }
}
