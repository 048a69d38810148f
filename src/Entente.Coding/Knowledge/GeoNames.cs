using System.Globalization;
using System.Text;

namespace Entente.Coding.Knowledge;

/// <summary>
/// Reads dumps of the GeoNames gazetteer (<c>cities500.txt</c>, <c>allCountries.txt</c>, a country's file) that lie as <c>places/*.txt</c>
/// in a folder of the user. Columns as in GeoNames' own readme: 19, tab-separated, without a header. Of <c>allCountries.txt</c> only
/// what politics happens in is taken; the built-in places stand before those of the dump, larger ones before smaller ones.
/// </summary>
internal static class GeoNames
{
    private const int Columns = 19;
    private const int LargeCity = 100_000;
    private const int MostFaults = 20;

    /// <summary>Adds the places of the user's dumps and returns how many they are.</summary>
    public static int Read(KnowledgeFolder folder, IReadOnlyDictionary<string, Entity> states, NameIndex names)
    {
        var kinds = folder.Rows("places/geonames.tsv", ["feature", "kind"], r => r["feature"]).ToDictionary(r => r["feature"], r => r["kind"], StringComparer.Ordinal);
        var countries = states.Values.Where(s => s.TwoLetters is not null).ToDictionary(s => s.TwoLetters!, s => s.Code!, StringComparer.Ordinal);
        var places = new List<(Entity Place, long Population, string[] Names)>();
        foreach (var file in folder.TextFiles("places"))
        {
            int line = 0, faults = 0;
            foreach (var row in File.ReadLines(file, Encoding.UTF8))
            {
                line++;
                if (row.Length == 0 || row[0] == '#') continue;
                if (Place(row, countries, kinds, out var fault) is { } place) places.Add(place);
                else if (fault is not null && ++faults <= MostFaults) folder.Report(file, line, faults < MostFaults ? fault : fault + "; further faults of this file are not named");
            }
        }

        var count = 0;
        foreach (var (place, _, others) in places.OrderByDescending(p => p.Population))
        {
            if (names.Find(place.Name).Any(n => n.Entity.Kind == EntityKind.Place && n.Entity.Country == place.Country)) continue;
            count++;
            foreach (var name in others) names.Add(name, place);
        }

        return count;
    }

    private static (Entity Place, long Population, string[] Names)? Place(string row, Dictionary<string, string> countries, Dictionary<string, string> kinds, out string? fault)
    {
        fault = null;
        var cells = row.Split('\t');
        if (cells.Length != Columns)
        {
            fault = $"{cells.Length} cells where a GeoNames dump has {Columns}";
            return null;
        }

        var populated = cells[6] == "P" && cells[7] is not ("PPLX" or "PPLH" or "PPLQ" or "PPLW" or "PPLCH");
        if (!populated && !kinds.ContainsKey(cells[7])) return null;
        if (!double.TryParse(cells[4], CultureInfo.InvariantCulture, out var latitude) || !double.TryParse(cells[5], CultureInfo.InvariantCulture, out var longitude))
        {
            fault = $"'{cells[4]}' and '{cells[5]}' are no coordinates";
            return null;
        }

        _ = long.TryParse(cells[14], NumberStyles.None, CultureInfo.InvariantCulture, out var population);
        if (populated && population == 0 && !cells[7].StartsWith("PPLA", StringComparison.Ordinal) && cells[7] != "PPLC") return null;
        var place = new Entity
        {
            Kind = EntityKind.Place,
            Name = cells[1],
            Country = countries.GetValueOrDefault(cells[8]),
            Latitude = latitude,
            Longitude = longitude,
            PlaceKind = populated ? "city" : kinds[cells[7]],
            Identifier = "geonames:" + cells[0],
        };
        var others = population >= LargeCity ? cells[3].Split(',').Where(IsName) : [];
        return (place, population, [.. others.Prepend(cells[2]).Prepend(cells[1]).Where(n => n.Length > 2).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Alternate names include codes and every script: kept are words in Latin letters.</summary>
    private static bool IsName(string name) => name.Length > 3 && name.All(c => c < 0x250) && name.Any(char.IsLower) && char.IsUpper(name[0]);
}
