using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Records;

namespace Entente.Store.Exporting;

/// <summary>GDELT 2.0 events: 61 columns, tab-separated, without a header (GDELT Event Codebook V2.0 of 2015-02-19).</summary>
/// <param name="tables">Names of countries and sectors.</param>
public sealed class GdeltFormat(FormatTables tables) : IEventFormat
{
    /// <inheritdoc/>
    public string Name => "gdelt2";

    /// <inheritdoc/>
    public string? Header => null;

    /// <inheritdoc/>
    public ImmutableArray<string> Losses { get; } =
    [
        "status: negated, hypothetical and denied events stay out, as do those to come but for promises, demands and threats",
        "PLOVER type: it is drawn anew from the CAMEO code (a resignation, 080, comes back as CONCEDE), and a claim of responsibility, 015, as nothing",
        "attribution, content, mode, context, confidence, rule, evidence: there are no columns",
        "ids: GDELT's are whole numbers, so lines are numbered from 1",
        "several actors or recipients: a line a pair",
        "dates: the first day only; what the date rests on is lost",
        "persons, titles and identifiers of actors; codes of groups beyond country and role",
    ];

    /// <inheritdoc/>
    public LeftOut Refuses(EventRecord e) => EventFormats.WithoutStatus(e);

    /// <inheritdoc/>
    public IEnumerable<string> Lines(ExportItem item, long number)
    {
        foreach (var (actor, recipient) in EventFormats.Pairs(item.Event)) yield return Line(item, actor, recipient, number++);
    }

    /// <summary>The quad class as GDELT draws it from a CAMEO root: 01-05, 06-08, 09-13, 14-20.</summary>
    public static int Quad(string cameo) => int.Parse(cameo.AsSpan(0, 2), CultureInfo.InvariantCulture) switch { <= 5 => 1, <= 8 => 2, <= 13 => 3, _ => 4 };

    private string Line(ExportItem item, ActorRecord? actor, ActorRecord? recipient, long number)
    {
        var e = item.Event;
        var day = EventFormats.Day(e)?.Replace("-", "", StringComparison.Ordinal) ?? "";
        var place = Place(e.Place);
        string[] cells =
        [
            number.ToString(CultureInfo.InvariantCulture), day, day.Length == 8 ? day[..6] : "", day.Length == 8 ? day[..4] : "", Fraction(day),
            .. Party(actor), .. Party(recipient), "1", e.Cameo, e.Cameo.Length > 3 ? e.Cameo[..3] : e.Cameo, e.Cameo[..2], Number(Quad(e.Cameo)), Number(e.Goldstein),
            Number(Math.Max(1, e.Evidence.Length) * item.Texts), Number(item.Texts), Number(item.Texts), "0",
            .. Nowhere, .. Nowhere, .. place, (e.Published ?? EventFormats.Day(e) ?? "").Replace("-", "", StringComparison.Ordinal) is { Length: 8 } added ? added + "000000" : "",
            EventFormats.Cell(item.Url ?? e.Document),
        ];
        return string.Join('\t', cells);
    }

    private static string[] Nowhere => ["0", "", "", "", "", "", "", ""];

    /// <summary>GDELT's fraction of the year: 30 days a month.</summary>
    private static string Fraction(string day)
    {
        if (day.Length != 8) return "";
        var (year, month, date) = (int.Parse(day.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(day.AsSpan(4, 2), CultureInfo.InvariantCulture), int.Parse(day.AsSpan(6, 2), CultureInfo.InvariantCulture));
        return (year + (((month * 30) + date) / 365.0)).ToString("0.0000", CultureInfo.InvariantCulture);
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Code, name, country, known group, ethnic group, two religions, three roles.</summary>
    private string[] Party(ActorRecord? a)
    {
        if (a is null) return ["", "", "", "", "", "", "", "", "", ""];
        var roles = a.Sector.Select(tables.CameoRole).Where(r => r.Length > 0).Distinct().Take(3).ToArray();
        var group = a.Code is not null && a.Code != a.Country && !tables.IsState(a.Code) ? a.Code : "";
        var code = (a.Country ?? "") + string.Concat(roles.Take(2));
        if (a.Country is null) code = group.Length > 0 ? group : string.Concat(roles.Take(2));
        return [code, EventFormats.Cell(a.Person ?? a.Name ?? a.Text).ToUpperInvariant(), a.Country ?? "", group, "", "", "", roles.ElementAtOrDefault(0) ?? "", roles.ElementAtOrDefault(1) ?? "", roles.ElementAtOrDefault(2) ?? ""];
    }

    /// <summary>Type, full name, country, two administrative divisions, latitude, longitude, feature.</summary>
    private string[] Place(PlaceRecord? place)
    {
        if (place is null) return Nowhere;
        var fips = tables.Fips(place.Country);
        var country = tables.Country(place.Country);
        var isCountry = place.Name == country;
        var type = isCountry ? "1" : place.Country == "USA" ? "3" : "4";
        return [type, EventFormats.Cell(isCountry || country.Length == 0 ? place.Name : $"{place.Name}, {country}"), fips, fips, "", place.Latitude is { } y ? Number(y) : "", place.Longitude is { } x ? Number(x) : "", isCountry ? fips : ""];
    }
}
