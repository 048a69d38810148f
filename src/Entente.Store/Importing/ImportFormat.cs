using System.Collections.Immutable;

namespace Entente.Store.Importing;

/// <summary>How the lines of a format are laid out.</summary>
/// <param name="Name">Name, as <c>--from</c> has it.</param>
/// <param name="Version">What stands in the table of runs as the version of the format.</param>
/// <param name="Template">The statement that reads it, a file of Importing/Sql.</param>
/// <param name="Separator">What stands between two cells.</param>
/// <param name="Quoted">Whether cells may stand in double quotes. In the other formats a quotation mark is a letter like any other.</param>
/// <param name="Columns">The columns of a file without a header in their order; of a file with one those that we need or take.</param>
/// <param name="Needed">How many of them a file with a header must have, from the first.</param>
/// <param name="Types">Columns that are more than text.</param>
internal sealed record ImportFormat(
    string Name, string Version, string Template, char Separator, bool Quoted, ImmutableArray<string> Columns, int Needed, IReadOnlyDictionary<string, string> Types)
{
    private const string Gdelt = "GLOBALEVENTID SQLDATE MonthYear Year FractionDate Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode Actor1Religion1Code Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code Actor2Code Actor2Name Actor2CountryCode Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code Actor2Religion2Code Actor2Type1Code Actor2Type2Code Actor2Type3Code IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone ";
    private const string Places1 = "Geo_Type Geo_FullName Geo_CountryCode Geo_ADM1Code Geo_Lat Geo_Long Geo_FeatureID";
    private const string Places2 = "Geo_Type Geo_FullName Geo_CountryCode Geo_ADM1Code Geo_ADM2Code Geo_Lat Geo_Long Geo_FeatureID";

    private static readonly Dictionary<string, string> Days = new(StringComparer.Ordinal) { ["SQLDATE"] = "DATE", ["DATEADDED"] = "BIGINT" };
    private static readonly Dictionary<string, string> Plain = new(StringComparer.Ordinal);

    /// <summary>GDELT 1.0 since April 2013, with the address of the first report.</summary>
    public static readonly ImportFormat Gdelt1 = new("gdelt1", "1.0", "gdelt", '\t', false, [.. Split(Gdelt), .. Geo(Places1), "DATEADDED", "SOURCEURL"], 58, Days);

    /// <summary>GDELT 2.0 events.</summary>
    public static readonly ImportFormat Gdelt2 = new("gdelt2", "2.0", "gdelt", '\t', false, [.. Split(Gdelt), .. Geo(Places2), "DATEADDED", "SOURCEURL"], 61, Days);

    /// <summary>GDELT 2.0 mentions.</summary>
    public static readonly ImportFormat Mentions = new(
        "gdelt2", "2.0 mentions", "mentions", '\t', false,
        [.. Split("GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo Extras")],
        16, Plain);

    /// <summary>The formats by name.</summary>
    public static readonly ImmutableArray<ImportFormat> All =
    [
        Gdelt1, Gdelt2,
        new("icews", "20 columns", "icews", '\t', false, ["Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude"], 11, Plain),
        new("polecat", "40 columns", "polecat", '\t', false, ["Event ID", "Event Date", "Event Type", "Event Mode", "Actor Name", "Actor Country", "Recipient Name", "Recipient Country", "Intensity", "Contexts", "Primary Actor Sector", "Actor Sectors", "Primary Recipient Sector", "Recipient Sectors", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "Source", "Publication Date"], 8, Plain),
        new("phoenix", "26 columns", "phoenix", '\t', false, [.. Split("EventID Date Year Month Day SourceActorFull SourceActorEntity SourceActorRole SourceActorAttribute TargetActorFull TargetActorEntity TargetActorRole TargetActorAttribute EventCode EventRootCode QuadClass GoldsteinScore Issues Lat Lon LocationName StateName CountryName SentenceID URLs NewsSources")], 26, Plain),
        new("keds", "4 columns", "keds", '\t', false, ["date", "source", "target", "code"], 4, Plain),
        new("ucdp", "GED", "ucdp", ',', true, ["id", "type_of_violence", "side_a", "side_b", "date_start", "date_end", "country", "gwnoa", "gwnob", "date_prec", "source_date", "source_office", "source_headline", "number_of_sources", "where_coordinates", "adm_1", "adm_2", "latitude", "longitude"], 7, Plain),
        new("acled", "31 columns", "acled", ',', true, ["event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "country", "inter1", "actor2", "inter2", "time_precision", "admin1", "location", "latitude", "longitude", "source", "notes"], 6, Plain),
    ];

    /// <summary>Whether its files begin with the names of the columns.</summary>
    public bool HasHeader => Name is "icews" or "polecat" or "ucdp" or "acled";

    /// <summary>Whether actors come as CAMEO codes.</summary>
    public bool ByCode => Name is "gdelt1" or "gdelt2" or "phoenix" or "keds";

    private static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Geo(string names) => Split("Actor1 Actor2 Action").SelectMany(part => Split(names).Select(n => part + n));
}
