using System.CommandLine;
using Entente.Cli.Running;
using Entente.Coding.Knowledge;
using Entente.Store;
using Entente.Store.Incidents;

namespace Entente.Cli.Commands;

/// <summary><c>entente ingest</c>: text to events in a store that grows.</summary>
internal sealed class IngestCommand
{
    private readonly InputOptions input = new();
    private readonly StoreSettings store = new();

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var ingest = new IngestCommand();
        var command = new Command(
            "ingest",
            "Text to events in a store that grows. Documents that it has are skipped, changed ones become a new revision, and a run that was broken off goes on where it stopped.\n\nExample: entente ingest samples/ --store news.entente");
        ingest.input.AddTo(command, withOutput: false);
        ingest.store.AddTo(command);
        ingest.input.Models.AddLeast(command);
        command.SetAction((parsed, cancel) => Task.FromResult(ingest.Run(parsed, cancel)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        using var events = EventStore.OpenOrCreate(store.Path(parsed), new StoreOptions { Threads = input.Threads(parsed) });
        var ingest = new StoreIngest(input, parsed);
        var tally = ingest.Into(events, cancel);
        return tally.ExitCode;
    }

    /// <summary>The incidents of a store.</summary>
    public static IncidentTable IncidentsOf(EventStore store, KnowledgeOptions knowledge) => new(store, IncidentKnowledge.Read(knowledge));
}
