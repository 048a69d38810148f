using System.Collections.Immutable;
using System.CommandLine;
using Entente.Cli.Running;
using Entente.Cli.Terminal;
using Entente.Coding.Knowledge;
using Entente.Store;
using Entente.Store.Exporting;
using Entente.Store.Querying;

namespace Entente.Cli.Commands;

/// <summary><c>entente export</c>: a store's events in the field's formats.</summary>
internal sealed class ExportCommand
{
    private static readonly string[] Known = ["jsonl", "csv", "geojson", "parquet", "gdelt2", "icews", "polecat", "plover"];

    private readonly StoreSettings store = new();
    private readonly FilterOptions filter = new();
    private readonly Option<string> format = new("--format", "-f") { Description = "jsonl (default), csv, geojson, parquet (a folder, by year and month), gdelt2, icews, polecat or plover; with --release several, as jsonl,parquet", DefaultValueFactory = _ => "jsonl" };
    private readonly Option<string?> output = new("--output", "-o") { Description = "Write to this file, or for parquet this folder" };
    private readonly Option<string?> release = new("--release") { Description = "Make a citable release in this new folder: the data, a codebook, CITATION.cff and checksums" };
    private readonly Option<string?> title = new("--title") { Description = "Title of the release" };
    private readonly Option<string[]> author = new("--author") { Description = "Who made the release, as \"Family, Given\"; may be given several times" };
    private readonly Option<string> version = new("--release-version") { Description = "Version of the release", DefaultValueFactory = _ => "1.0" };
    private readonly Option<string?> date = new("--release-date") { Description = "Day of the release (default: the latest day in the store)" };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var export = new ExportCommand();
        var command = new Command("export", "Writes a store's events in the field's formats.\n\nExamples: entente export --store news.entente --format jsonl --output events.jsonl\n          entente export --store news.entente --format csv,parquet --release release/ --title \"Events of 2023\" --author \"Doe, Jane\"")
        {
            export.format, export.output, export.release, export.title, export.author, export.version, export.date,
        };
        export.store.AddTo(command);
        export.filter.AddTo(command);
        command.SetAction(export.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var wanted = filter.Read(parsed);
        var formats = parsed.GetValue(format)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (formats.Length == 0 || formats.FirstOrDefault(f => !Known.Contains(f)) is not null) throw new UsageException($"--format {parsed.GetValue(format)}: write one of {string.Join(", ", Known)}");
        var tally = new Tally();
        var options = filter.Knowledge.Read(parsed);
        var knowledge = new Lazy<KnowledgeBase>(() => Services.LoadKnowledge(options, tally));
        var tables = new Lazy<FormatTables>(() => new FormatTables(options, knowledge.Value));
        using var events = EventStore.Open(store.Path(parsed), new StoreOptions { ReadOnly = true });
        if (parsed.GetValue(release) is { } folder) Release(parsed, events, wanted, formats, folder, tables, knowledge.Value);
        else if (formats.Length > 1) throw new UsageException("several formats want --release FOLDER");
        else Data(events, wanted, formats[0], parsed.GetValue(output), tables);
        return tally.ExitCode;
    }

    private void Release(ParseResult parsed, EventStore events, EventFilter wanted, string[] formats, string folder, Lazy<FormatTables> tables, KnowledgeBase knowledge)
    {
        var authors = parsed.GetValue(author) ?? [];
        if (parsed.GetValue(title) is not { } named || authors.Length == 0) throw new UsageException("a release wants --title and --author");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new UsageException($"--release {folder}: the folder is not empty; name another, or empty it");
        var day = InputOptions.Day("--release-date", parsed.GetValue(date) ?? Store.Exporting.Release.LatestDay(events)) ?? throw new UsageException("no document tells a day; give --release-date");
        Directory.CreateDirectory(folder);
        var leftOut = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in formats.Distinct())
            if (Data(events, wanted, one, Path.Combine(folder, one == "parquet" ? one : $"events.{one switch { "gdelt2" => "gdelt2.tsv", "icews" => "icews.tsv", "polecat" => "polecat.tsv", "plover" => "plover.jsonl", _ => one }}"), tables) is { } counts) leftOut[one] = counts;
        var losses = EventExport.Formats(tables.Value).Where(f => formats.Contains(f.Name)).ToDictionary(f => f.Name, f => f.Losses);
        var description = new ReleaseDescription(named, [.. authors], parsed.GetValue(version)!, NodaTime.Text.LocalDatePattern.Iso.Format(day));
        new Release(events, knowledge, tables.Value).Write(folder, description, losses, leftOut);
    }

    /// <summary>Writes the data; what stayed out is told and returned.</summary>
    private static string? Data(EventStore events, EventFilter wanted, string how, string? path, Lazy<FormatTables> tables)
    {
        if (how == "parquet")
        {
            if (path is null) throw new UsageException("parquet wants --output FOLDER");
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) throw new UsageException($"--output {path}: the folder is not empty; name another, or empty it");
            ParquetExport.Write(events, wanted, path);
            return null;
        }

        using var to = Output.Open(path);
        var leftOut = new SortedDictionary<LeftOut, int>();
        if (how is "jsonl" or "csv" or "geojson") RecordWriter.Write(to, new EventQuery(events).Records(wanted), how, terminal: false);
        else foreach (var line in new EventExport(events).Lines(EventExport.Formats(tables.Value).First(f => f.Name == how), wanted, leftOut)) to.WriteLine(line);
        to.Complete();
        if (leftOut.Count == 0) return null;
        var counts = string.Join(", ", leftOut.Select(l => FormattableString.Invariant($"{l.Value} {l.Key.ToString().ToLowerInvariant()}")));
        Console.Error.WriteLine($"{how} cannot say what these events are, so they stayed out: {counts}");
        return counts;
    }
}
