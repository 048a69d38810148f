using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Knowledge;

namespace Entente.Store.Importing;

/// <summary>What the tables of knowledge/formats say about other people's codes. Immutable and thread-safe.</summary>
internal sealed class ImportTables
{
    private readonly Dictionary<string, List<CodeRow>> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CodeRow>> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> countries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> fips = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> pieces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (ImmutableArray<string> Sectors, bool Home)> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CodeRow> regions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActRow> acts = new(StringComparer.Ordinal);

    /// <summary>Reads the tables.</summary>
    /// <param name="options">Where they lie.</param>
    /// <param name="knowledge">States, organisations and the ontology.</param>
    public ImportTables(KnowledgeOptions options, KnowledgeBase knowledge)
    {
        Knowledge = knowledge;
        var folder = new KnowledgeFolder([options.Base, .. options.Overlays]);
        ReadCodes(folder, "formats/actor-codes.tsv", "given", codes);
        foreach (var row in codes.Values.SelectMany(rows => rows).Where(r => r is { Code: not null, Country: null })) regions.TryAdd(row.Name, row);
        ReadCodes(folder, "formats/gleditsch-ward.tsv", "gwno", numbers);
        foreach (var row in folder.Rows("formats/country-names.tsv", ["name", "code"], r => r["name"])) countries.TryAdd(row["name"], row["code"]);
        foreach (var row in folder.Rows("formats/fips.tsv", ["fips", "iso3"], r => r["fips"])) fips.TryAdd(row["fips"], row["iso3"]);
        foreach (var row in folder.Rows("formats/sectors.tsv", ["sector"], r => r["sector"])) ReadSector(row);
        foreach (var row in folder.Rows("formats/icews-sectors.tsv", ["word", "sectors"], r => r["word"])) words.TryAdd(row["word"], row.List("sectors"));
        foreach (var row in folder.Rows("formats/acled-actors.tsv", ["inter"], r => r["inter"])) kinds.TryAdd(row["inter"], (row.List("sectors"), row["home"] == "yes"));
        foreach (var row in folder.Rows("formats/cameo-to-plover.tsv", ["cameo"], r => r["cameo"])) acts.TryAdd(row["cameo"], Act(row, row["cameo"]));
        foreach (var row in folder.Rows("formats/acled.tsv", ["event_type"], r => r["event_type"] + "|" + r["sub_event_type"])) acts.TryAdd(row["event_type"] + "|" + row["sub_event_type"], Act(row, row["cameo"]));
        Faults = [.. folder.Faults];
    }

    /// <summary>States, organisations and the ontology.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>Faults of the files.</summary>
    public ImmutableArray<KnowledgeFault> Faults { get; }

    /// <summary>The rows of an actor code, several where its meaning changed with time; empty when it is not listed.</summary>
    public IReadOnlyList<CodeRow> Code(string given) => codes.TryGetValue(given, out var rows) ? rows : [];

    /// <summary>A region, people or organisation by the name that the table of codes gives it, null when there is none.</summary>
    public CodeRow? Called(string name) => regions.GetValueOrDefault(name);

    /// <summary>The rows of a state's number of Gleditsch and Ward; empty when it is not listed.</summary>
    public IReadOnlyList<CodeRow> Number(string number) => numbers.TryGetValue(number, out var rows) ? rows : [];

    /// <summary>Our sector of a piece of a CAMEO actor code, null when it is none.</summary>
    public string? Piece(string piece) => pieces.GetValueOrDefault(piece);

    /// <summary>Sectors of a word of ICEWS or a code of POLECAT; empty when it tells none.</summary>
    public ImmutableArray<string> Word(string word) => words.TryGetValue(word, out var sectors) ? sectors : [];

    /// <summary>Sectors of ACLED's kind of actor, and whether it belongs to the country of the event when its name does not tell one.</summary>
    public (ImmutableArray<string> Sectors, bool Home) Kind(string inter) => kinds.TryGetValue(inter, out var kind) ? kind : ([], false);

    /// <summary>State of a FIPS 10-4 code, null when there is none.</summary>
    public string? OfFips(string code) => fips.GetValueOrDefault(code);

    /// <summary>Code of a state by its code or one of its names, null when unknown.</summary>
    public string? Country(string name)
    {
        if (Knowledge.States.ContainsKey(name)) return name;
        if (countries.TryGetValue(name, out var code)) return code;
        return Knowledge.Who(name).FirstOrDefault(e => e.Kind == EntityKind.State)?.Code;
    }

    /// <summary>The act that a format's key means: a CAMEO code (or the code above it), ACLED's <c>type|sub-event</c> or PLOVER's <c>TYPE|mode</c>; null when it is no event or unknown.</summary>
    public ActRow? ActOf(string key)
    {
        if (key.Split('|') is not [var type, var mode]) return Cameo(key);
        if (acts.TryGetValue(key, out var act) || acts.TryGetValue(type + "|", out act)) return act.Event is null ? null : act;
        type = type.Trim().ToUpperInvariant();
        if (!Knowledge.Ontology.HasType(type)) return null;
        mode = mode.Split(';')[0].Trim();
        return new ActRow(type, Knowledge.Ontology.HasMode(type, mode) ? mode : null, null, Knowledge.Ontology.Cameo(type));
    }

    private ActRow? Cameo(string code)
    {
        for (var length = Math.Min(4, code.Length); length >= 2; length--)
            if (acts.TryGetValue(code[..length], out var act)) return act.Event is null ? null : act with { Cameo = code };
        return null;
    }

    private static ActRow Act(KnowledgeRow row, string cameo) => new(Some(row["event"]), Some(row["mode"]), Some(row["context"]), cameo);

    private void ReadSector(KnowledgeRow row)
    {
        foreach (var piece in row.List("cameo_read")) pieces.TryAdd(piece, row["sector"]);
        words.TryAdd(row["sector"], [row["sector"]]);
        if (Some(row["polecat"]) is { } code) words.TryAdd(code, [row["sector"]]);
        if (Some(row["icews"]) is { } word) words.TryAdd(word, [row["sector"]]);
    }

    private static void ReadCodes(KnowledgeFolder folder, string file, string key, Dictionary<string, List<CodeRow>> into)
    {
        foreach (var row in folder.Rows(file, [key], r => r[key] + r["from"]))
        {
            if (!into.TryGetValue(row[key], out var rows)) into[row[key]] = rows = [];
            var country = row.Columns.Contains("country") ? Some(row["country"]) : Some(row["code"]);
            rows.Add(new CodeRow(Some(row["code"]), country, row.List("sectors"), row["name"], Day(row["from"]) ?? DateOnly.MinValue, Day(row["until"]) ?? DateOnly.MaxValue));
        }
    }

    private static DateOnly? Day(string cell) =>
        DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Some(string cell) => cell.Length == 0 || cell == "-" ? null : cell;
}

/// <summary>A meaning of an actor code in a time.</summary>
/// <param name="Code">Our code, null for what has none.</param>
/// <param name="Country">State, null for none.</param>
/// <param name="Sectors">Sectors.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">Last day.</param>
internal sealed record CodeRow(string? Code, string? Country, ImmutableArray<string> Sectors, string Name, DateOnly Since, DateOnly Until);

/// <summary>What an act is here.</summary>
/// <param name="Event">PLOVER type, null for no event.</param>
/// <param name="Mode">Mode.</param>
/// <param name="Context">Contexts joined with <c>;</c>.</param>
/// <param name="Cameo">CAMEO code.</param>
internal sealed record ActRow(string? Event, string? Mode, string? Context, string Cameo);
