using System.CommandLine;
using System.Diagnostics;
using Entente.Cli.Commands;
using Entente.Cli.Terminal;
using Entente.Coding.Knowledge;
using Entente.Sources;
using Entente.Store;
using Entente.Store.Correcting;
using Entente.Store.Ingesting;

namespace Entente.Cli.Running;

/// <summary>Reads, codes and keeps inputs: what <c>ingest</c> does, and <c>brief</c> with inputs.</summary>
/// <param name="input">The inputs and how they are read.</param>
/// <param name="parsed">The command line.</param>
internal sealed class StoreIngest(InputOptions input, ParseResult parsed)
{
    /// <summary>So many documents are kept at once; a killed run loses no more.</summary>
    private const int PerCommit = 128;

    private readonly KnowledgeOptions options = input.Knowledge(parsed);
    private readonly int threads = input.Threads(parsed);

    /// <summary>The knowledge that was used, once something was ingested.</summary>
    public KnowledgeBase? Knowledge { get; private set; }

    /// <summary>Reads all inputs into a store and says what it did.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public Tally Into(EventStore events, CancellationToken cancel)
    {
        var tally = new Tally();
        var counts = new IngestCounts();
        var clock = Stopwatch.StartNew();
        var run = StoreSettings.Run("ingest", parsed, options, input.Models);
        var memory = new StoredFeedMemory(events);
        var reader = new ArticleReader(input.Source(parsed), memory: memory);
        var ledger = new DocumentLedger(events);
        var services = Services.Load(options, input.Models.Kind(parsed), tally, input.Models.Judges(parsed), run.LeastConfidence);
        Knowledge = services.Knowledge;
        var writer = new StoreWriter(events, run, new CorrectionLedger(events, new CorrectionReader(services.Knowledge)));
        using (var progress = Progress.Start(tally, reader, input.Inputs(parsed)))
        {
            try
            {
                foreach (var (arrival, coded, fault) in Ordered.Map(reader.Read(input.Inputs(parsed)).Select(s => Received(ledger, s)), r => Code(services, r, threads), threads, cancel))
                {
                    if (fault is not null) progress.Above(() => tally.Fault(fault.Where, fault.Reason));
                    if (arrival is null) continue;
                    counts.Add(arrival.Kind, coded);
                    tally.Documents++;
                    tally.Sentences += coded?.Document.Sentences.Length ?? 0;
                    if (arrival.Kind != ArrivalKind.Known) writer.Add(arrival, coded);
                    if (writer.Waiting >= PerCommit) writer.Commit();
                    progress.Above(() => { });
                }
            }
            finally
            {
                // An interrupted run keeps what it has done.
                writer.Commit();
            }
        }

        writer.Finish();
        memory.Save();
        IngestCommand.IncidentsOf(events, options).Refresh();
        tally.Report(counts.ToString(), clock.Elapsed);
        return tally;
    }

    private static (Arrival? Arrival, SourceResult.Failed? Fault) Received(DocumentLedger ledger, SourceResult source) => source switch
    {
        SourceResult.Read read => (ledger.Receive(read.Article), null),
        _ => (null, (SourceResult.Failed)source),
    };

    private static (Arrival? Arrival, CodedDocument? Coded, SourceResult.Failed? Fault) Code(Services services, (Arrival? Arrival, SourceResult.Failed? Fault) received, int threads)
    {
        if (received.Arrival is not { WantsCoding: true } arrival) return (received.Arrival, null, received.Fault);
        // The text of one that could not be coded is kept, so that it can be coded again.
        var (coded, fault) = services.Code(arrival.Article, threads);
        return (arrival, coded, fault is null ? null : new SourceResult.Failed(arrival.Article.Id, fault));
    }
}

/// <summary>What an ingest did.</summary>
internal sealed class IngestCounts
{
    private readonly int[] kinds = new int[4];
    private int events;

    /// <summary>Counts a document.</summary>
    public void Add(ArrivalKind kind, CodedDocument? coded)
    {
        kinds[(int)kind]++;
        events += coded?.Events.Length ?? 0;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{events} events; {kinds[(int)ArrivalKind.New]} new, {kinds[(int)ArrivalKind.Changed]} changed, {kinds[(int)ArrivalKind.Repeated]} repeat a text, {kinds[(int)ArrivalKind.Known]} known");
}
