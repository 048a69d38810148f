using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Records;

namespace Entente.Store.Exporting;

/// <summary>ICEWS coded events: 20 columns, tab-separated, with a header (ICEWS Coded Event Data on the Harvard Dataverse).</summary>
/// <param name="tables">Names of countries, sectors and acts.</param>
public sealed class IcewsFormat(FormatTables tables) : IEventFormat
{
    /// <inheritdoc/>
    public string Name => "icews";

    /// <inheritdoc/>
    public string? Header =>
        "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude";

    /// <inheritdoc/>
    public ImmutableArray<string> Losses { get; } =
    [
        "status: negated, hypothetical and denied events stay out, as do those to come but for promises, demands and threats",
        "PLOVER type: it is drawn anew from the CAMEO code (a resignation, 080, comes back as CONCEDE), and a claim of responsibility, 015, as nothing",
        "attribution, content, mode, context, confidence, rule, evidence: there are no columns; the number of the sentence stays",
        "ids: events are numbered from 1 in the order of writing; the story's id stays what it is here",
        "several actors or recipients: a line a pair; events with nobody to name stay out",
        "dates: the first day only",
        "codes: countries and sectors stand in words; place: a city or a country, without division",
    ];

    /// <inheritdoc/>
    public LeftOut Refuses(EventRecord e) => EventFormats.WithoutStatus(e) is var reason and not LeftOut.No ? reason : e.Actor.IsEmpty && e.Recipient.IsEmpty ? LeftOut.Unnamed : LeftOut.No;

    /// <inheritdoc/>
    public IEnumerable<string> Lines(ExportItem item, long number)
    {
        foreach (var (actor, recipient) in EventFormats.Pairs(item.Event)) yield return Line(item, actor, recipient, number++);
    }

    private string Line(ExportItem item, ActorRecord? actor, ActorRecord? recipient, long number)
    {
        var e = item.Event;
        var country = tables.Country(e.Place?.Country);
        string[] cells =
        [
            number.ToString(CultureInfo.InvariantCulture), EventFormats.Day(e) ?? "", .. Party(actor), EventFormats.Cell(tables.Act(e.Cameo)), e.Cameo,
            e.Goldstein.ToString("0.0", CultureInfo.InvariantCulture), .. Party(recipient), EventFormats.Cell(e.Document), e.Sentence.ToString(CultureInfo.InvariantCulture),
            EventFormats.Cell(item.Source), e.Place is null || e.Place.Name == country ? "" : EventFormats.Cell(e.Place.Name), "", "", country,
            e.Place?.Latitude?.ToString(CultureInfo.InvariantCulture) ?? "", e.Place?.Longitude?.ToString(CultureInfo.InvariantCulture) ?? "",
        ];
        return string.Join('\t', cells);
    }

    /// <summary>Name, sectors, country.</summary>
    private string[] Party(ActorRecord? a)
    {
        if (a is null) return ["", "", ""];
        var country = tables.Country(a.Country);
        var role = a.Title is { } title ? char.ToUpperInvariant(title[0]) + title[1..] : a.Sector.Select(tables.IcewsSector).FirstOrDefault(s => s.Length > 0);
        var name = a.Person ?? (a.Sector.IsEmpty || role is null ? a.Name ?? a.Text : country.Length > 0 && (a.Name is null || a.Name == country) ? $"{role} ({country})" : a.Name ?? a.Text);
        return [EventFormats.Cell(name), string.Join(',', a.Sector.Select(tables.IcewsSector).Where(s => s.Length > 0)), country];
    }
}
