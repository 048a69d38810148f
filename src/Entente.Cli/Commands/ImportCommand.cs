using System.CommandLine;
using System.Diagnostics;
using Entente.Cli.Running;
using Entente.Store;
using Entente.Store.Importing;

namespace Entente.Cli.Commands;

/// <summary><c>entente import</c>: other people's event data into a store.</summary>
internal sealed class ImportCommand
{
    private const int MostUnknown = 20;

    private readonly StoreSettings store = new();
    private readonly KnowledgeSettings knowledge = new();
    private readonly Argument<string[]> files = new("files") { Description = "Files or folders; .gz and .zip are unpacked", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> from = new("--from") { Description = "Their format: " + string.Join(", ", EventImport.Formats), Required = true };
    private readonly Option<int> threads = new("--threads") { Description = "Threads; default: the processors there are", DefaultValueFactory = _ => Environment.ProcessorCount };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var import = new ImportCommand();
        var command = new Command(
            "import",
            "Other people's event data into a store, their codes brought to ours. Files that were imported are skipped.\n\nExample: entente import 20230817.export.CSV.zip --from gdelt1 --store news.entente")
        { import.files, import.from, import.threads };
        import.from.AcceptOnlyFromAmong([.. EventImport.Formats]);
        import.store.AddTo(command);
        import.knowledge.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(import.Run(parsed, cancel)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var tally = new Tally();
        var clock = Stopwatch.StartNew();
        var options = knowledge.Read(parsed);
        var wanted = parsed.GetValue(threads);
        if (wanted < 1) throw new UsageException("--threads wants a number of at least 1");
        var known = Services.LoadKnowledge(options, tally);
        using var events = EventStore.OpenOrCreate(store.Path(parsed), new StoreOptions { Threads = wanted });
        var import = new EventImport(events, parsed.GetValue(from)!, options, known, tally.Fault);
        foreach (var file in parsed.GetValue(files)!) import.Add(file, cancel);
        import.Finish();
        Tell(import.Report, tally, clock.Elapsed);
        return tally.ExitCode;
    }

    private static void Tell(ImportReport report, Tally tally, TimeSpan time)
    {
        var parts = new List<string> { FormattableString.Invariant($"{report.Events} events from {report.Files} file{(report.Files == 1 ? "" : "s")}") };
        if (report.KnownFiles > 0) parts.Add(FormattableString.Invariant($"{report.KnownFiles} files imported before"));
        if (report.NoEvents > 0) parts.Add(FormattableString.Invariant($"{report.NoEvents} rows are no events here ({List(report.MostLeftOut(8))})"));
        if (report.Known > 0) parts.Add(FormattableString.Invariant($"{report.Known} rows known"));
        if (report.Wrong > 0) parts.Add(FormattableString.Invariant($"{report.Wrong} rows could not be read"));
        if (report.Mentions > 0) parts.Add(FormattableString.Invariant($"{report.Mentions} reports added"));
        if (tally.Faults > 0) parts.Add(FormattableString.Invariant($"{tally.Faults} faults"));
        Console.Error.WriteLine(FormattableString.Invariant($"{string.Join("; ", parts)}; {time.TotalSeconds:0.0} s"));
        if (report.UnknownActors > 0)
            Console.Error.WriteLine(FormattableString.Invariant($"{report.UnknownActors} of {report.Actors} actors are unknown and stand by name only: {List(report.MostUnknown(MostUnknown))}"));
    }

    private static string List(IReadOnlyList<KeyValuePair<string, long>> counts) => string.Join(", ", counts.Select(c => FormattableString.Invariant($"{c.Key} {c.Value}")));
}
