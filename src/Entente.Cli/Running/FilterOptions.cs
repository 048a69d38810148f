using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Entente.Coding.Knowledge;
using Entente.Store.Querying;

namespace Entente.Cli.Running;

/// <summary>The options that say which events of a store are wanted.</summary>
internal sealed class FilterOptions
{
    private static readonly string[] Stances = ["none", "asserted", "denied", "doubted", "disputed"];
    private static readonly string[] Status = ["actual", "historical", "future", "hypothetical", "negated"];
    private readonly Option<string[]> actor = Many("--actor", "Who acts: a code (RUS), a code with a sector (RUS:MIL), a bloc by its members of the day (@NATO), or a name; several are alternatives");
    private readonly Option<string[]> recipient = Many("--recipient", "Towards whom, written like --actor");
    private readonly Option<string[]> either = Many("--either", "Who takes part on whichever side; given twice, both must");
    private readonly Option<string[]> type = Many("--type", "PLOVER type, as ASSAULT or CONSULT");
    private readonly Option<string[]> mode = Many("--mode", "PLOVER mode, as visit or release");
    private readonly Option<string[]> quad = Many("--quad", "Quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict");
    private readonly Option<string[]> cameo = Many("--cameo", "CAMEO code, or its beginning");
    private readonly Option<string[]> context = Many("--context", "PLOVER context, as economic or cyber");
    private readonly Option<string[]> status = Many("--status", "actual, historical, future, hypothetical or negated");
    private readonly Option<string[]> attribution = Many("--attribution", "none (the article itself says so), asserted, denied, doubted or disputed");
    private readonly Option<string[]> place = Many("--place", "Code of a country, or name of a place");
    private readonly Option<string?> box = new("--box") { Description = "Where on the map, in degrees: south,west,north,east" };
    private readonly Option<string?> since = new("--since") { Description = "First day wanted (YYYY-MM-DD)" };
    private readonly Option<string?> until = new("--until") { Description = "Last day wanted (YYYY-MM-DD)" };
    private readonly Option<double?> least = new("--least-confidence") { Description = "Least confidence, 0 to 1" };
    private readonly Option<string?> text = new("--text") { Description = "Words of the evidence, whatever their case" };
    private readonly Option<string[]> origin = Many("--origin", "entente for events coded here, else the format they were imported from");
    private readonly Option<string[]> document = Many("--document", "Id of a document");
    private readonly KnowledgeSettings knowledge = new();

    /// <summary>The options that say which knowledge is used.</summary>
    public KnowledgeSettings Knowledge => knowledge;

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { actor, recipient, either, type, mode, quad, cameo, context, status, attribution, place, box, since, until, least, text, origin, document })
            command.Add(option);
        knowledge.AddTo(command);
    }

    /// <summary>The filter.</summary>
    /// <exception cref="UsageException">A value cannot be read.</exception>
    public EventFilter Read(ParseResult parsed)
    {
        var known = new Lazy<KnowledgeBase>(() => Services.LoadKnowledge(knowledge.Read(parsed), new Tally()));
        ImmutableArray<PartyFilter> Parties(Option<string[]> option) => [.. Values(parsed, option).Select(p => Party(option.Name, p, known))];
        return new EventFilter
        {
            Actors = Parties(actor),
            Recipients = Parties(recipient),
            Parties = Parties(either),
            Types = [.. Values(parsed, type).Select(t => t.ToUpperInvariant())],
            Modes = Values(parsed, mode),
            Quads = [.. Values(parsed, quad).Select(Quad)],
            Cameo = Values(parsed, cameo),
            Contexts = Values(parsed, context),
            Statuses = Checked(parsed, status, Status),
            Attributions = Checked(parsed, attribution, Stances),
            Places = Values(parsed, place),
            Box = parsed.GetValue(box) is { } edges ? Box(edges) : null,
            Since = InputOptions.Day("--since", parsed.GetValue(since)),
            Until = InputOptions.Day("--until", parsed.GetValue(until)),
            LeastConfidence = parsed.GetValue(least) is not { } c ? null : c is >= 0 and <= 1 ? c : throw new UsageException("--least-confidence wants a number from 0 to 1"),
            Text = parsed.GetValue(text),
            Origins = Values(parsed, origin),
            Documents = Values(parsed, document),
        };
    }

    private static Option<string[]> Many(string name, string description) => new(name) { Description = description };

    private static ImmutableArray<string> Values(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static ImmutableArray<string> Checked(ParseResult parsed, Option<string[]> option, string[] allowed)
    {
        var values = Values(parsed, option);
        return values.FirstOrDefault(v => !allowed.Contains(v, StringComparer.Ordinal)) is { } wrong
            ? throw new UsageException($"{option.Name} {wrong}: write one of {string.Join(", ", allowed)}")
            : values;
    }

    private static int Quad(string text) => text is "1" or "2" or "3" or "4" ? text[0] - '0' : throw new UsageException($"--quad {text}: write 1, 2, 3 or 4");

    private static GeoBox Box(string text)
    {
        var edges = text.Split(',').Select(e => double.TryParse(e, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? degrees : (double?)null).ToArray();
        return edges is [{ } south, { } west, { } north, { } east] && south <= north
            ? new GeoBox(south, west, north, east)
            : throw new UsageException($"--box {text}: write south,west,north,east in degrees, as 33,34,37,40");
    }

    /// <summary>Whom a text names: a code, a code with a sector, a bloc or a name.</summary>
    /// <exception cref="UsageException">Nobody listed is called so.</exception>
    public static PartyFilter Party(string option, string text, Lazy<KnowledgeBase> knowledge)
    {
        var colon = text.LastIndexOf(':');
        var (name, sector) = colon > 0 ? (text[..colon], text[(colon + 1)..].ToUpperInvariant()) : (text, null);
        if (name[0] == '@') return new PartyFilter(Bloc(option, name[1..], knowledge.Value), sector);
        if (name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))) return new PartyFilter([(name, null, null)], sector);
        var found = knowledge.Value.Who(name, NodaTime.LocalDate.FromDateTime(DateTime.Now)).FirstOrDefault(e => e.Code is not null)
            ?? throw new UsageException($"{option} {text}: nobody listed has this name; entente who \"{name}\" tells more");
        return new PartyFilter([(found.Code!, null, null)], sector);
    }

    private static ImmutableArray<(string, NodaTime.LocalDate?, NodaTime.LocalDate?)> Bloc(string option, string name, KnowledgeBase knowledge)
    {
        var bloc = knowledge.Organisations.GetValueOrDefault(name) ?? knowledge.Who(name, NodaTime.LocalDate.FromDateTime(DateTime.Now)).FirstOrDefault(e => !e.Members.IsEmpty);
        return bloc is { Members.IsEmpty: false }
            ? [.. bloc.Members.Select(m => (m.Code, m.From, m.Until))]
            : throw new UsageException($"{option} @{name}: no organisation with listed members has this name or code");
    }
}
