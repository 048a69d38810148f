using System.CommandLine;
using Entente.Cli.Running;
using Entente.Cli.Terminal;
using Entente.Store;
using Entente.Store.Querying;

namespace Entente.Cli.Commands;

/// <summary><c>entente query</c>: asks a store.</summary>
internal sealed class QueryCommand
{
    private readonly StoreSettings store = new();
    private readonly FilterOptions filter = new();
    private readonly Option<string> sort = new("--sort") { Description = "reading (default), date, published, confidence (surest first) or score (most hostile first)", DefaultValueFactory = _ => "reading" };
    private readonly Option<bool> descending = new("--descending") { Description = "The other way round" };
    private readonly Option<string?> group = new("--group-by") { Description = "Numbers of events by periods or fields, as month or month,actor,event" };
    private readonly Option<string?> sql = new("--sql") { Description = "A statement of your own (DuckDB's SQL), for reading only; DESCRIBE events and duckdb_columns() tell what there is" };
    private readonly Option<bool> incidents = new("--incidents") { Description = "Acts instead of reports: what several articles tell is one row, with its reports, outlets and the statuses told" };
    private readonly Option<long?> limit = new("--limit") { Description = "Most rows" };
    private readonly Option<string> format = new("--format", "-f") { Description = "table for people; jsonl, csv, parquet or geojson for programs", DefaultValueFactory = _ => "table" };
    private readonly Option<string?> output = new("--output", "-o") { Description = "Write results to this file instead of standard output" };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var query = new QueryCommand();
        var command = new Command("query", "Asks a store for events, or for their numbers.\n\nExamples: entente query --store news.entente --either RUS --either PRK --since 2023-07-01\n          entente query --store news.entente --actor @NATO --group-by month,event --format csv")
        {
            query.sort, query.descending, query.group, query.incidents, query.sql, query.limit, query.format, query.output,
        };
        query.sort.AcceptOnlyFromAmong("reading", "date", "published", "confidence", "score");
        query.format.AcceptOnlyFromAmong("table", "jsonl", "csv", "parquet", "geojson");
        query.store.AddTo(command);
        query.filter.AddTo(command);
        command.SetAction(query.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var wanted = filter.Read(parsed);
        var how = parsed.GetValue(format)!;
        var order = Enum.Parse<EventOrder>(parsed.GetValue(sort)!, ignoreCase: true);
        using var events = EventStore.Open(store.Path(parsed), new StoreOptions { ReadOnly = true });
        var query = new EventQuery(events);
        var (backwards, most) = (parsed.GetValue(descending), parsed.GetValue(limit));
        try
        {
            if (Table(parsed, query, wanted, how, most) is { } table)
            {
                if (how == "parquet") table.WriteParquet(File(parsed));
                else Write(parsed, o => TableWriter.Write(o, table, how, parsed.GetValue(output) is null));
            }
            else if (how == "parquet") query.Rows(wanted, order, backwards, most).WriteParquet(File(parsed));
            else Write(parsed, o => RecordWriter.Write(o, query.Records(wanted, order, backwards, most), how, parsed.GetValue(output) is null));
        }
        catch (ArgumentException fault) when (fault is not ArgumentNullException)
        {
            throw new UsageException(fault.Message);
        }

        return ExitCode.Done;
    }

    /// <summary>The table that was asked for, null where events themselves were.</summary>
    private QueryTable? Table(ParseResult parsed, EventQuery query, EventFilter wanted, string how, long? most)
    {
        var (own, keys) = (parsed.GetValue(sql), parsed.GetValue(group));
        var acts = parsed.GetValue(incidents);
        if ((acts ? 1 : 0) + (own is null ? 0 : 1) + (keys is null ? 0 : 1) > 1) throw new UsageException("take one of --incidents, --group-by and --sql");
        if ((acts || (own ?? keys) is not null) && how == "geojson") throw new UsageException("geojson wants events, not numbers or rows; leave out --incidents, --group-by and --sql");
        if (own is not null && how == "parquet") throw new UsageException("a statement of one's own writes no files; take table, jsonl or csv, or entente export --format parquet");
        if (own is not null) return query.Sql(own);
        if (acts) return query.Incidents(wanted, most);
        return keys is null ? null : query.Groups(wanted, [.. keys.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], most);
    }

    private string File(ParseResult parsed) => parsed.GetValue(output) ?? throw new UsageException("parquet wants --output FILE");

    private void Write(ParseResult parsed, Action<Output> write)
    {
        using var to = Output.Open(parsed.GetValue(output));
        write(to);
        to.Complete();
    }
}
