using System.Globalization;

namespace Entente.Coding.Knowledge;

/// <summary>What can be wrong with one row, beyond what reading it finds.</summary>
internal static class RowChecks
{
    /// <summary>The faults of a row, each with what to do.</summary>
    public static IEnumerable<string> Of(KnowledgeRow row, TableLayout table, KnowledgeBase knowledge)
    {
        foreach (var sector in row.List("sectors"))
            if (!TableLayout.Sectors.Contains(sector)) yield return $"there is no sector {sector}; docs/ontology.md lists them";
        if (Coordinates(row) is { } off) yield return off;
        if (Term(row) is { } term) yield return term;
        if (row.Optional("gender") is { } gender && gender is not ("f" or "m" or "u")) yield return $"gender '{gender}' is none of f, m, u";
        if (table.Path.StartsWith("actors/", StringComparison.Ordinal))
        {
            foreach (var fault in Actor(row, table, knowledge)) yield return fault;
        }
        else if (table.Path == "places/places.tsv")
        {
            if (!TableLayout.PlaceKinds.Contains(row["kind"])) yield return $"there is no kind '{row["kind"]}' of places; the kinds are {string.Join(", ", TableLayout.PlaceKinds.Order(StringComparer.Ordinal))}";
            if (Unknown(row.Optional("country"), knowledge) is { } country) yield return country;
        }
        else if (table.Path == "incidents/neighbours.tsv")
        {
            foreach (var type in (string[])[row["type"], row["other"]])
                if (!knowledge.Ontology.HasType(type)) yield return $"there is no type {type}; events/types.tsv lists them";
        }
        else if (table.Path is "incidents/weights.tsv" or "incidents/words.tsv")
        {
            var column = table.Path == "incidents/weights.tsv" ? "weight" : "share";
            if (!double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out _)) yield return $"'{row[column]}' in column {column} is no number";
        }
        else if (table.Path == "relations/weights.tsv")
        {
            if (!double.TryParse(row["weight"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) || weight > 1) yield return $"'{row["weight"]}' in column weight is no number from 0 to 1";
            if (row["status"] is not ("actual" or "historical" or "future" or "hypothetical" or "negated")) yield return $"there is no status {row["status"]}";
            if (row["attribution"] is not ("none" or "asserted" or "denied" or "doubted" or "disputed")) yield return $"there is no attribution {row["attribution"]}";
        }
        else if (table.Path == "relations/labels.tsv")
        {
            if (!knowledge.Ontology.HasType(row["type"])) yield return $"there is no type {row["type"]}; events/types.tsv lists them";
        }
        else if (table.Path == "places/territories.tsv")
        {
            foreach (var fault in Territory(row, knowledge)) yield return fault;
        }
    }

    private static IEnumerable<string> Actor(KnowledgeRow row, TableLayout table, KnowledgeBase knowledge)
    {
        if (table.Path.StartsWith("actors/leaders", StringComparison.Ordinal))
        {
            if (!knowledge.States.ContainsKey(row["country"]) && !knowledge.Organisations.ContainsKey(row["country"]))
                yield return $"{row["country"]} is no code of a state, an organisation or a group";
        }
        else if (Unknown(row.Optional("country"), knowledge) is { } country)
        {
            yield return country;
        }

        if (table.Path is "actors/organisations.tsv" or "actors/groups.tsv" && knowledge.States.ContainsKey(row["code"])) yield return $"{row["code"]} is a state's code; give a code of its own";
        if (row.Optional("region") is { } region && region != "yes") yield return $"region is yes or empty, not '{region}'";
        if (table.Path == "actors/identifiers.tsv" && !row["identifier"].Contains(':', StringComparison.Ordinal)) yield return "write the identifier with its register, as in wikidata:Q159";
        foreach (var member in Memberships(row))
            if (!knowledge.States.ContainsKey(member) && !knowledge.Organisations.ContainsKey(member)) yield return $"member {member} is no code of a state or organisation";
    }

    private static IEnumerable<string> Memberships(KnowledgeRow row)
    {
        foreach (var cell in row.List("members").Concat(row.List("part_of")))
        {
            var colon = cell.IndexOf(':', StringComparison.Ordinal);
            yield return colon < 0 ? cell : cell[..colon];
        }
    }

    private static IEnumerable<string> Territory(KnowledgeRow row, KnowledgeBase knowledge)
    {
        if (row.Optional("control") is not null && !knowledge.States.ContainsKey(row["control"]) && !knowledge.Organisations.ContainsKey(row["control"])) yield return $"control {row["control"]} is no code of a state, an organisation or a group";
        foreach (var claim in row.List("claims"))
            if (Unknown(claim, knowledge) is { } fault) yield return fault;
        foreach (var place in row.List("places"))
            if (!knowledge.Names.Find(place).Any(n => n.Entity.Kind == EntityKind.Place && n.Entity.Name == place)) yield return $"place '{place}' stands in no row of places.tsv under that name";
    }

    private static string? Unknown(string? country, KnowledgeBase knowledge) =>
        country is null || knowledge.States.ContainsKey(country) ? null : $"{country} is no state's code of actors/states.tsv";

    private static string? Coordinates(KnowledgeRow row)
    {
        try
        {
            return row.Number("latitude") is < -90 or > 90 || row.Number("longitude") is < -180 or > 180 ? "latitude and longitude must lie within ±90 and ±180 degrees" : null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }

    private static string? Term(KnowledgeRow row)
    {
        try
        {
            return row.Day("from", last: false) > row.Day("until", last: true) ? $"ends ({row["until"]}) before it begins ({row["from"]})" : null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }
}
