using System.Collections.Immutable;
using System.CommandLine;
using Entente.Analysis;
using Entente.Cli.Briefing;
using Entente.Cli.Running;
using Entente.Coding.Knowledge;
using Entente.Store;
using Entente.Store.Relating;

namespace Entente.Cli.Commands;

/// <summary><c>entente brief</c>: one page for an editor.</summary>
internal sealed class BriefCommand
{
    private readonly InputOptions input = new();
    private readonly Option<string?> store = new("--store") { Description = "A store to report on, instead of inputs" };
    private readonly Option<string?> about = new("--about") { Description = "Whom the page is about: codes (PRK,RUS,CHN), names or blocs (@NATO stands for its members)" };
    private readonly Option<string?> since = new("--since") { Description = "First day (YYYY-MM-DD)" };
    private readonly Option<string?> until = new("--until") { Description = "Last day (YYYY-MM-DD)" };
    private readonly Option<string?> period = new("--period") { Description = "day, week, month, quarter or year (default: week for records of less than a year, else month)" };
    private readonly Option<string> output = new("--output", "-o") { Description = "The page, an HTML file", Required = true };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var brief = new BriefCommand();
        var command = new Command("brief", "Writes one page that shows who draws together and who drifts apart, with the words behind every figure.\n\nExamples: entente brief samples/ --output brief.html\n          entente brief --store news.entente --about PRK,RUS,CHN --output brief.html");
        brief.input.AddTo(command, withOutput: false, optional: true);
        brief.input.Models.AddLeast(command);
        foreach (Option option in new Option[] { brief.store, brief.about, brief.since, brief.until, brief.period, brief.output }) command.Add(option);
        brief.period.AcceptOnlyFromAmong("day", "week", "month", "quarter", "year");
        command.SetAction((parsed, cancel) => Task.FromResult(brief.Run(parsed, cancel)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var given = input.Inputs(parsed).Length > 0;
        if (given == parsed.GetValue(store) is not null) throw new UsageException(given ? "take inputs or --store, not both" : "name inputs, or a store with --store");
        if (!given)
        {
            using var events = EventStore.Open(parsed.GetValue(store)!, new StoreOptions { ReadOnly = true, Threads = input.Threads(parsed) });
            return Write(parsed, events, null, new Tally());
        }

        var folder = Directory.CreateTempSubdirectory("entente-brief");
        try
        {
            using var events = EventStore.OpenOrCreate(Path.Combine(folder.FullName, "brief.entente"), new StoreOptions { Threads = input.Threads(parsed) });
            var ingest = new StoreIngest(input, parsed);
            return Write(parsed, events, ingest, ingest.Into(events, cancel));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private int Write(ParseResult parsed, EventStore events, StoreIngest? ingest, Tally tally)
    {
        var options = input.Knowledge(parsed);
        var knowledge = ingest?.Knowledge ?? Services.LoadKnowledge(options, tally);
        var weights = Services.LoadWeights(options, tally);
        var request = new RelationRequest
        {
            Weights = weights.Weights,
            Mutual = weights.Mutual,
            Unit = Unit(parsed, events),
            Since = InputOptions.Day("--since", parsed.GetValue(since)),
            Until = InputOptions.Day("--until", parsed.GetValue(until)),
        };
        var content = new BriefBuilder(events, RelationData.Load(events, request), About(parsed, knowledge)).Gather();
        if (content is null)
        {
            Console.Error.WriteLine("no event between two parties with a day was found, so there is nothing to report; give --published for texts that tell no day");
            return ExitCode.SomeFaults;
        }

        using var to = Output.Open(parsed.GetValue(output));
        to.Write(new BriefPage(content, new PartyNames(options, knowledge)).Write());
        to.Complete();
        return tally.ExitCode;
    }

    private PeriodUnit Unit(ParseResult parsed, EventStore events)
    {
        if (parsed.GetValue(period) is { } named) return Enum.Parse<PeriodUnit>(named, ignoreCase: true);
        var query = new RelationQuery(events);
        return query.FirstDay() is { } first && query.LatestDay() is { } last && NodaTime.Period.DaysBetween(first, last) < 365 ? PeriodUnit.Week : PeriodUnit.Month;
    }

    private ImmutableArray<string> About(ParseResult parsed, KnowledgeBase knowledge)
    {
        if (parsed.GetValue(about) is not { } text) return [];
        var known = new Lazy<KnowledgeBase>(knowledge);
        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(t => FilterOptions.Party("--about", t, known).Codes).Select(c => c.Code).Distinct(StringComparer.Ordinal)];
    }
}
