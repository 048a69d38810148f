using Entente.Coding.Knowledge;
using Entente.Tests.Coding;
using Xunit;

namespace Entente.Tests.Knowledge;

/// <summary>A GeoNames dump laid over the built-in places.</summary>
public sealed class GeoNamesTests(Engine engine) : IDisposable
{
    private readonly KnowledgeFolderOfUser folder = new();

    public void Dispose() => folder.Dispose();

    private static string Row(int id, string name, string featureClass, string feature, string country, int population, double latitude = 1, double longitude = 2, string others = "") =>
        FormattableString.Invariant($"{id} | {name} | {name} | {others} | {latitude} | {longitude} | {featureClass} | {feature} | {country} | x | x | x | x | x | {population} | x | x | x | x");

    [Fact]
    public void Its_places_are_found_in_texts()
    {
        folder.With("places/cities500.txt", Row(1, "Zendaville", "P", "PPL", "FR", 700, 48.5, 2.25));
        var knowledge = folder.Load();
        Assert.Empty(knowledge.Faults);
        Assert.Equal(1, knowledge.Counts["geonames"]);
        var place = Assert.Single(folder.Code(engine, "Iran attacked Iraq in Zendaville.")).Place;
        Assert.Equal(("Zendaville", "FRA", 48.5), (place?.Name, place?.Country, place?.Latitude));
        Assert.Equal("geonames:1", Assert.Single(knowledge.Who("Zendaville")).Identifier);
    }

    [Fact]
    public void Of_one_name_the_larger_place_comes_first_and_the_built_in_before_both()
    {
        folder.With("places/allCountries.txt", Row(1, "Zendaville", "P", "PPL", "FR", 700), Row(2, "Zendaville", "P", "PPL", "DE", 90_000), Row(3, "Mosul", "P", "PPL", "US", 900), Row(4, "Baghdad", "P", "PPLC", "IQ", 5_000_000));
        var knowledge = folder.Load();
        Assert.Equal(["DEU", "FRA"], knowledge.Who("Zendaville").Select(e => e.Country));
        Assert.Equal("IRQ", knowledge.Who("Mosul")[0].Country);
        Assert.Single(knowledge.Who("Baghdad").Where(e => e.Kind == EntityKind.Place));
    }

    [Fact]
    public void What_politics_does_not_happen_in_is_left_out()
    {
        folder.With("places/allCountries.txt", Row(1, "Zenda Spring", "H", "SPNG", "FR", 0), Row(2, "Zenda Hamlet", "P", "PPL", "FR", 0), Row(3, "Zenda Strait", "H", "STRT", "", 0));
        var knowledge = folder.Load();
        Assert.Equal(1, knowledge.Counts["geonames"]);
        Assert.Equal(("strait", null), Assert.Single(knowledge.Who("Zenda Strait")) is var strait ? (strait.PlaceKind, strait.Country) : default);
    }

    [Fact]
    public void A_line_that_is_none_is_named_and_the_others_count()
    {
        folder.With("places/cities500.txt", "half | a | line", Row(1, "Zendaville", "P", "PPL", "FR", 700));
        var knowledge = folder.Load();
        var fault = Assert.Single(knowledge.Faults);
        Assert.Equal(1, fault.Line);
        Assert.Contains("3 cells where a GeoNames dump has 19", fault.Reason, StringComparison.Ordinal);
        Assert.Equal(1, knowledge.Counts["geonames"]);
    }
}
