using System.CommandLine;
using Entente.Cli.Running;
using Entente.Cli.Terminal;
using Entente.Store;
using Entente.Store.Exporting;
using Entente.Store.Querying;

namespace Entente.Cli.Commands;

/// <summary><c>entente export</c>: a store's events in the field's formats.</summary>
internal sealed class ExportCommand
{
    private readonly StoreSettings store = new();
    private readonly FilterOptions filter = new();
    private readonly Option<string> format = new("--format", "-f") { Description = "jsonl (default), csv, geojson, parquet (a folder, by year and month), gdelt2, icews, polecat or plover", DefaultValueFactory = _ => "jsonl" };
    private readonly Option<string?> output = new("--output", "-o") { Description = "Write to this file, or for parquet this folder" };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var export = new ExportCommand();
        var command = new Command("export", "Writes a store's events in the field's formats.\n\nExample: entente export --store news.entente --format jsonl --output events.jsonl") { export.format, export.output };
        export.format.AcceptOnlyFromAmong("jsonl", "csv", "geojson", "parquet", "gdelt2", "icews", "polecat", "plover");
        export.store.AddTo(command);
        export.filter.AddTo(command);
        command.SetAction(export.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var wanted = filter.Read(parsed);
        var how = parsed.GetValue(format)!;
        var path = parsed.GetValue(output);
        using var events = EventStore.Open(store.Path(parsed), new StoreOptions { ReadOnly = true });
        if (how == "parquet")
        {
            if (path is null) throw new UsageException("parquet wants --output FOLDER");
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) throw new UsageException($"--output {path}: the folder is not empty; name another, or empty it");
            ParquetExport.Write(events, wanted, path);
            return ExitCode.Done;
        }

        using var to = Output.Open(path);
        if (how is "gdelt2" or "icews" or "polecat" or "plover") return Foreign(parsed, events, wanted, how, to);
        RecordWriter.Write(to, new EventQuery(events).Records(wanted), how, terminal: false);
        to.Complete();
        return ExitCode.Done;
    }

    private int Foreign(ParseResult parsed, EventStore events, EventFilter wanted, string how, Output to)
    {
        var tally = new Tally();
        var options = filter.Knowledge.Read(parsed);
        var tables = new FormatTables(options, Services.LoadKnowledge(options, tally));
        var format = EventExport.Formats(tables).First(f => f.Name == how);
        var leftOut = new SortedDictionary<LeftOut, int>();
        foreach (var line in new EventExport(events).Lines(format, wanted, leftOut)) to.WriteLine(line);
        to.Complete();
        if (leftOut.Count > 0)
            Console.Error.WriteLine($"{how} cannot say what these events are, so they stayed out: {string.Join(", ", leftOut.Select(l => FormattableString.Invariant($"{l.Value} {l.Key.ToString().ToLowerInvariant()}")))}");
        return tally.ExitCode;
    }
}
