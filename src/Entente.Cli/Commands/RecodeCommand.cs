using System.CommandLine;
using System.Diagnostics;
using Entente.Cli.Running;
using Entente.Store;
using Entente.Store.Correcting;
using Entente.Store.Ingesting;

namespace Entente.Cli.Commands;

/// <summary><c>entente recode</c>: brings the events of old documents up to date.</summary>
internal sealed class RecodeCommand
{
    private const int PerCommit = 128;

    private readonly StoreSettings store = new();
    private readonly KnowledgeSettings knowledge = new();
    private readonly ModelSettings models = new();
    private readonly Option<int> threads = new("--threads") { Description = "Number of threads (default: all cores)", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<bool> migrate = new("--only-migrate") { Description = "Only bring the tables of the file up to date" };
    private readonly Option<bool> verbose = new("--verbose") { Description = "Show stack traces of faults in the program" };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var recode = new RecodeCommand();
        var command = new Command(
            "recode",
            "Codes those documents of a store anew that another version, other models or other knowledge coded. Corrections stay; those whose words no event rests on any more are named.\n\nExample: entente recode --store news.entente")
        {
            recode.threads, recode.migrate, recode.verbose,
        };
        recode.store.AddTo(command);
        recode.knowledge.AddTo(command);
        recode.models.AddTo(command);
        recode.models.AddLeast(command);
        command.SetAction((parsed, cancel) => Task.FromResult(recode.Run(parsed, cancel)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var path = store.Path(parsed);
        var count = parsed.GetValue(threads) is var n and >= 1 and <= 1024 ? n : throw new UsageException("--threads wants a number from 1 to 1024");
        using var events = EventStore.Open(path, new StoreOptions { Threads = count });
        if (parsed.GetValue(migrate)) return ExitCode.Done;
        var (tally, clock) = (new Tally(), Stopwatch.StartNew());
        var options = knowledge.Read(parsed);
        var run = StoreSettings.Run("recode", parsed, options, models);
        var documents = new StoredDocuments(events);
        if (documents.CountOutdated(run) == 0)
        {
            Console.Error.WriteLine("All documents are up to date.");
            return ExitCode.Done;
        }

        var services = Services.Load(options, models.Kind(parsed), tally, models.Judges(parsed), run.LeastConfidence);
        var ledger = new CorrectionLedger(events, new CorrectionReader(services.Knowledge));
        var writer = new StoreWriter(events, run, ledger);
        var coded = 0;
        foreach (var (document, result, fault) in Ordered.Map(documents.OfOthers(run), d => Code(services, d, count), count, cancel))
        {
            if (fault is not null) tally.Fault(document.Article.Id, fault);
            if (result is null) continue;
            writer.Replace(document.Key, document.TextHash, result);
            tally.Documents++;
            tally.Sentences += result.Document.Sentences.Length;
            coded += result.Events.Length;
            if (writer.Waiting >= PerCommit) writer.Commit();
        }

        writer.Finish();
        IngestCommand.IncidentsOf(events, options).Refresh();
        CorrectCommand.Name(ledger.Adrift(), tally);
        tally.Report($"{coded} events", clock.Elapsed);
        return tally.ExitCode;
    }

    private static (StoredDocument Document, CodedDocument? Coded, string? Fault) Code(Services services, StoredDocument stored, int threads)
    {
        var (coded, fault) = services.Code(stored.Article, threads);
        return (stored, coded, fault is null ? null : $"{fault}; its events stay as they were");
    }
}
