using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Records;

namespace Entente.Store.Exporting;

/// <summary>POLECAT events: 40 columns, tab-separated, with a header; several values joined with <c>; </c>, missing ones written <c>None</c> (Halterman et al. 2023).</summary>
/// <param name="tables">Names of countries and sectors.</param>
public sealed class PolecatFormat(FormatTables tables) : IEventFormat
{
    private const string None = "None";

    /// <inheritdoc/>
    public string Name => "polecat";

    /// <inheritdoc/>
    public string? Header =>
        "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID"
        + "\tRecipient Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient Name Raw\tWikipedia Recipient ID"
        + "\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames ID\tRaw Placename\tFeature Type\tSource\tPublication Date\tStory People\tStory Organizations\tStory Locations\tLanguage\tVersion";

    /// <inheritdoc/>
    public ImmutableArray<string> Losses { get; } =
    [
        "status: negated, hypothetical and denied events stay out, as do those to come but for promises, demands and threats",
        "attribution, content, CAMEO code, Goldstein scale, confidence, rule: there are no columns",
        "evidence: the words of places and parties stay, the sentence and all offsets are lost",
        "several actors or recipients: joined with ; in each column, so that which country is whose is told by the order alone",
        "dates: the first day only; Correlates of War codes, GeoNames ids and Wikipedia titles are not known",
    ];

    /// <inheritdoc/>
    public LeftOut Refuses(EventRecord e) => EventFormats.WithoutStatus(e);

    /// <inheritdoc/>
    public IEnumerable<string> Lines(ExportItem item, long number)
    {
        var e = item.Event;
        var country = tables.Country(e.Place?.Country);
        string[] cells =
        [
            EventFormats.Cell(e.Id), EventFormats.Day(e) ?? None, e.Event, e.Mode ?? None, Number(e.Score), Quad(e.Quad), Joined(e.Context),
            .. Side(e.Actor), .. Side(e.Recipient),
            Text(e.Place?.Name), e.Place is null || e.Place.Name == country ? None : EventFormats.Cell(e.Place.Name), None, None, country.Length == 0 ? None : country,
            e.Place?.Latitude is { } y ? Number(y) : None, e.Place?.Longitude is { } x ? Number(x) : None, None, Text(e.Place?.Text), None,
            Text(item.Source), e.Published ?? None, None, None, None, Text(item.Language), EventFormats.Cell(e.Coder),
        ];
        yield return string.Join('\t', cells);
    }

    /// <summary>Name, country, COW, main sector, sectors, title, raw name, Wikipedia id.</summary>
    private string[] Side(ImmutableArray<ActorRecord> all)
    {
        if (all.IsEmpty) return [None, None, None, None, None, None, None, None];
        return
        [
            Each(all, a => a.Person ?? a.Name ?? a.Text), Each(all, a => a.Country), None, Each(all, a => a.Sector.Select(tables.PolecatSector).FirstOrDefault(s => s.Length > 0)),
            Joined([.. all.SelectMany(a => a.Sector.Select(tables.PolecatSector)).Where(s => s.Length > 0)]), Each(all, a => a.Title), Each(all, a => a.Text), None,
        ];
    }

    private static string Quad(int quad) => quad switch { 1 => "VERBAL COOPERATION", 2 => "MATERIAL COOPERATION", 3 => "VERBAL CONFLICT", _ => "MATERIAL CONFLICT" };

    private static string Each(ImmutableArray<ActorRecord> all, Func<ActorRecord, string?> read) => string.Join("; ", all.Select(a => Text(read(a)?.Replace(';', ','))));

    private static string Joined(ImmutableArray<string> words) => words.IsEmpty ? None : string.Join("; ", words);

    private static string Text(string? text) => string.IsNullOrWhiteSpace(text) ? None : EventFormats.Cell(text);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
