using System.Collections.Immutable;
using System.CommandLine;
using Entente.Analysis;
using Entente.Cli.Commands.Relations;
using Entente.Cli.Running;
using Entente.Cli.Terminal;
using Entente.Coding.Knowledge;
using Entente.Store;
using Entente.Store.Querying;
using Entente.Store.Relating;

namespace Entente.Cli.Commands;

/// <summary><c>entente relations</c>: who is drawing together, who is drifting apart, and how sure that is.</summary>
internal sealed class RelationsCommand
{
    private static readonly string[] Parts = ["series", "movers", "turning-points", "blocs", "loneliness", "calendar", "forecast"];
    private readonly Argument<string?> part = new("part") { Description = "series (with --actors the default), movers (without), turning-points, blocs, loneliness, calendar or forecast", Arity = ArgumentArity.ZeroOrOne };
    private readonly StoreSettings store = new();
    private readonly KnowledgeSettings knowledge = new();
    private readonly Option<string?> actors = new("--actors") { Description = "Two parties are a dyad, more are all dyads among them: codes (PRK,RUS), names, or blocs by their members of the day (@NATO)" };
    private readonly Option<bool> directed = new("--directed") { Description = "Keep what A does towards B apart from what B does towards A" };
    private readonly Option<string?> since = new("--since") { Description = "First day (YYYY-MM-DD)" };
    private readonly Option<string?> until = new("--until") { Description = "Last day (YYYY-MM-DD)" };
    private readonly Option<string> period = new("--period") { Description = "day, week, month, quarter or year", DefaultValueFactory = _ => "month" };
    private readonly Option<string> count = new("--count") { Description = "incidents (each act once, however many articles tell it), daily (the same actor, recipient, day and CAMEO code once) or raw (each report)", DefaultValueFactory = _ => "incidents" };
    private readonly Option<bool> types = new("--types") { Description = "Numbers by PLOVER type, too (series)" };
    private readonly Option<int?> window = new("--window") { Description = "Periods of each of the two windows that movers and loneliness compare, and of the one that blocs looks at (default: a year, or half of what there is)" };
    private readonly Option<double> wrong = new("--false-discovery") { Description = "Share of the accepted movers that may not have moved so", DefaultValueFactory = _ => 0.1 };
    private readonly Option<bool> backTest = new("--back-test") { Description = "How such forecasts did in the past, against simple ones (forecast)" };
    private readonly Option<double?> least = new("--least-confidence") { Description = "Least confidence of events, 0 to 1" };
    private readonly Option<int?> limit = new("--limit") { Description = "Most rows" };
    private readonly Option<string> format = new("--format", "-f") { Description = "table for people; csv or jsonl for programs", DefaultValueFactory = _ => "table" };
    private readonly Option<string?> output = new("--output", "-o") { Description = "Write results to this file instead of standard output" };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var relations = new RelationsCommand();
        var command = new Command("relations", "Measures relations in a store: series of dyads, who moved, turning points, blocs, loneliness, what is ahead.\n\nExamples: entente relations series --store news.entente --actors PRK,RUS --period month\n          entente relations movers --store news.entente --window 6")
        {
            relations.part, relations.actors, relations.directed, relations.since, relations.until, relations.period, relations.count, relations.types, relations.window, relations.wrong, relations.backTest, relations.least, relations.limit, relations.format, relations.output,
        };
        relations.part.AcceptOnlyFromAmong(Parts);
        relations.period.AcceptOnlyFromAmong("day", "week", "month", "quarter", "year");
        relations.count.AcceptOnlyFromAmong("incidents", "daily", "raw");
        relations.format.AcceptOnlyFromAmong("table", "csv", "jsonl");
        relations.store.AddTo(command);
        relations.knowledge.AddTo(command);
        command.SetAction(relations.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var options = knowledge.Read(parsed);
        var tally = new Tally();
        var request = Request(parsed, options, Services.LoadWeights(options, tally));
        using var events = EventStore.Open(store.Path(parsed), new StoreOptions { ReadOnly = true });
        var table = Make(parsed, events, request);
        foreach (var remark in table.Remarks) Console.Error.WriteLine(remark);
        if (parsed.GetValue(format) == "table") table = table.ForPeople();
        using var to = Output.Open(parsed.GetValue(output));
        var rows = parsed.GetValue(limit) is { } most ? table.Rows.Take(most) : table.Rows;
        TableWriter.Write(to, table.Columns, rows, parsed.GetValue(format)!, parsed.GetValue(output) is null);
        to.Complete();
        return tally.ExitCode;
    }

    private RelationTable Make(ParseResult parsed, EventStore events, RelationRequest request)
    {
        var which = parsed.GetValue(part) ?? (request.Parties.IsEmpty ? "movers" : "series");
        if (request.Parties.Length == 1 && which is not ("loneliness" or "calendar")) throw new UsageException("--actors wants two parties or more, as PRK,RUS");
        if (which == "calendar") return CalendarTable.Make(events, request);
        if (which == "forecast") return ForecastTable.Make(RelationData.Load(events, ForecastTable.Counts(request with { ByType = false })), parsed.GetValue(backTest));
        // A network is the same in both directions.
        var data = RelationData.Load(events, which == "series" ? request : request with { ByType = false, Directed = request.Directed && which != "blocs" });
        return which switch
        {
            "series" => SeriesTable.Make(data),
            "turning-points" => TurningTable.Make(events, data),
            "blocs" => BlocsTable.Make(data, Window(parsed)),
            "loneliness" => LonelinessTable.Make(data, request.Parties, Window(parsed)),
            _ => MoversTable.Make(data, Window(parsed), Share(parsed)),
        };
    }

    private RelationRequest Request(ParseResult parsed, KnowledgeOptions options, RelationWeights weights) => new()
    {
        Filter = new EventFilter { LeastConfidence = parsed.GetValue(least) is not { } c ? null : c is >= 0 and <= 1 ? c : throw new UsageException("--least-confidence wants a number from 0 to 1") },
        Parties = Named(parsed.GetValue(actors), options),
        Unit = Enum.Parse<PeriodUnit>(parsed.GetValue(period)!, ignoreCase: true),
        Counting = Enum.Parse<Counting>(parsed.GetValue(count)!, ignoreCase: true),
        Directed = parsed.GetValue(directed),
        Weights = weights.Weights,
        Mutual = weights.Mutual,
        Since = InputOptions.Day("--since", parsed.GetValue(since)),
        Until = InputOptions.Day("--until", parsed.GetValue(until)),
        ByType = parsed.GetValue(types),
    };

    private static ImmutableArray<RelationParty> Named(string? text, KnowledgeOptions options)
    {
        if (text is null) return [];
        var known = new Lazy<KnowledgeBase>(() => Services.LoadKnowledge(options, new Tally()));
        var parties = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(t => (Text: t, Filter: FilterOptions.Party("--actors", t, known)))
            .Select(p => p.Filter.Sector is null ? new RelationParty(p.Text[0] == '@' ? p.Text : p.Filter.Codes[0].Code, p.Filter) : throw new UsageException($"--actors {p.Text}: relations are those of whole states and organisations, without sectors"))
            .DistinctBy(p => p.Name).ToImmutableArray();
        return parties.IsEmpty ? throw new UsageException("--actors names nobody; write codes, as PRK,RUS") : parties;
    }

    private int? Window(ParseResult parsed) => parsed.GetValue(window) is not { } size ? null : size > 0 ? size : throw new UsageException("--window wants a number from 1");

    private double Share(ParseResult parsed) => parsed.GetValue(wrong) is > 0 and < 1 and var share ? share : throw new UsageException("--false-discovery wants a number between 0 and 1");
}
