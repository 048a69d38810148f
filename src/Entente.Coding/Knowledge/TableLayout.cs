using System.Collections.Frozen;

namespace Entente.Coding.Knowledge;

/// <summary>A table of the knowledge: where it lies and which columns it has.</summary>
/// <param name="Path">Path below the folder, <c>*</c> for any file name.</param>
/// <param name="Required">Columns that no row may leave empty.</param>
/// <param name="Optional">All other columns.</param>
/// <param name="Key">Columns that make two rows the same; empty when rows may repeat.</param>
internal sealed record TableLayout(string Path, string[] Required, string[] Optional, string[] Key)
{
    private static readonly string[] Terms = ["from", "until"];

    /// <summary>All tables.</summary>
    public static readonly TableLayout[] All =
    [
        new("actors/states.tsv", ["code", "name"], ["names", "adjectives", "demonyms", "capitals", "latitude", "longitude", .. Terms, "iso2", "part_of", "cow"], ["code"]),
        new("actors/institutions.tsv", ["country", "name"], ["names", "sectors", .. Terms], ["country", "name", "from"]),
        new("actors/leaders/*.tsv", ["country", "name", "title"], ["variants", "alone", "sectors", .. Terms, "gender"], ["country", "name", "title", "from"]),
        new("actors/organisations.tsv", ["code", "name"], ["names", "sectors", "country", "seats", .. Terms, "members", "region"], ["code"]),
        new("actors/groups.tsv", ["code", "name"], ["names", "country", "sectors", .. Terms], ["code"]),
        new("actors/no-actors.tsv", ["name"], ["names"], ["name"]),
        new("actors/peoples.tsv", ["adjective"], ["demonyms", "country", "code", "sectors"], ["adjective"]),
        new("actors/identifiers.tsv", ["code", "identifier"], ["name"], ["code", "name"]),
        new("places/places.tsv", ["name", "kind"], ["names", "country", "latitude", "longitude"], ["name", "country"]),
        new("places/territories.tsv", ["territory"], ["control", "codes", "places", .. Terms, "claims", "recognised", "note"], ["territory", "from"]),
        new("places/geonames.tsv", ["feature", "kind"], [], ["feature"]),
        new("places/homonyms.tsv", ["name", "country"], ["near", "modifier"], ["name"]),
        new("roles/roles.tsv", ["noun", "sectors", "kind"], [], ["noun"]),
        new("roles/quantities.tsv", ["noun"], [], ["noun"]),
        new("roles/relations.tsv", ["noun"], [], ["noun"]),
        new("roles/descriptions.tsv", ["noun", "kind"], [], ["noun"]),
        new("roles/genders.tsv", ["word", "gender"], [], ["word"]),
        new("roles/titles.tsv", ["title"], ["sectors", "gender"], ["title"]),
        new("roles/not-persons.tsv", ["noun"], [], ["noun"]),
        new("roles/endings.tsv", ["word", "sectors"], ["form"], ["word"]),
        new("coreference/weights.tsv", ["feature"], ["person", "thing", "plural", "description"], ["feature"]),
        new("events/types.tsv", ["type", "quad", "score", "cameo"], [], ["type"]),
        new("events/modes.tsv", ["type", "mode"], ["score"], ["type", "mode"]),
        new("events/cameo.tsv", ["cameo", "goldstein"], ["event"], ["cameo"]),
        new("events/frames/*.tsv", ["predicate", "event"], ["mode", "cameo", "actor", "recipient", "when", "example"], []),
        new("events/classes/*.tsv", ["class", "lemmas"], [], []),
        new("events/support.tsv", ["verb"], ["nouns"], ["verb"]),
        new("events/composition.tsv", ["predicate", "operator", "complements"], ["controller", "cameo"], ["predicate", "operator", "complements"]),
        new("events/composed.tsv", ["outer", "inner", "cameo"], ["inner_mode", "mode"], ["outer", "inner", "inner_mode"]),
        new("events/attribution.tsv", ["predicate", "stance"], ["speaker"], ["predicate", "stance"]),
        new("events/status.tsv", ["word", "kind", "status"], [], ["word", "kind"]),
        new("events/irregular.tsv", ["form", "lemma"], [], ["form"]),
        new("examples/*.tsv", ["text"], ["event", "mode", "cameo", "status", "claim", "plv"], []),
        new("events/contexts.tsv", ["context", "lemmas"], [], ["context"]),
        new("time/*.tsv", ["word", "kind", "value"], ["end"], ["word", "kind"]),
        new("formats/fips.tsv", ["fips", "iso3"], ["name"], ["fips"]),
        new("formats/sectors.tsv", ["sector"], ["cameo", "cameo_read", "icews", "polecat"], ["sector"]),
        new("formats/cameo-names.tsv", ["cameo", "name"], [], ["cameo"]),
        new("formats/cameo-to-plover.tsv", ["cameo"], ["event", "mode", "context"], ["cameo"]),
        new("formats/actor-codes.tsv", ["given", "name"], ["code", "country", "sectors", "from", "until"], ["given", "from"]),
        new("formats/gleditsch-ward.tsv", ["gwno", "code"], ["name", "from", "until"], ["gwno", "from"]),
        new("formats/country-names.tsv", ["name", "code"], [], ["name"]),
        new("formats/icews-sectors.tsv", ["word", "sectors"], [], ["word"]),
        new("formats/acled-actors.tsv", ["inter"], ["sectors", "home"], ["inter"]),
        new("formats/acled.tsv", ["event_type"], ["sub_event_type", "event", "mode", "cameo", "context"], ["event_type", "sub_event_type"]),
        new("incidents/neighbours.tsv", ["type", "other"], ["example"], ["type", "other"]),
        new("incidents/weights.tsv", ["feature", "weight"], [], ["feature"]),
        new("incidents/words.tsv", ["stem", "share"], [], ["stem"]),
        new("relations/weights.tsv", ["status", "attribution", "weight"], [], ["status", "attribution"]),
        new("relations/labels.tsv", ["type", "noun", "verb"], [], ["type"]),
        new("relations/mutual.tsv", ["type"], [], ["type"]),
        new("sources/furniture.tsv", ["kind", "pattern"], ["note"], []),
    ];

    /// <summary>The closed list of sectors (docs/ontology.md).</summary>
    public static readonly FrozenSet<string> Sectors =
        "GOV MIL COP SPY JUD LEG PTY OPP PRM REB UAF UNK PRE CVL BUS MNC LAB AGR EDU JRN MED REL REF ELI CRM SOC NGO IGO".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The closed list of kinds of places.</summary>
    public static readonly FrozenSet<string> PlaceKinds =
        "city province region island sea strait canal river lake mountain desert base port airport crossing camp line site building".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a file lies where this table does.</summary>
    public bool Holds(string path)
    {
        if (!Path.Contains('*', StringComparison.Ordinal)) return path == Path;
        var folder = Path[..(Path.LastIndexOf('/') + 1)];
        return path.StartsWith(folder, StringComparison.Ordinal) && !path[folder.Length..].Contains('/', StringComparison.Ordinal);
    }
}
