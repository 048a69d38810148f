using System.CommandLine;
using System.Diagnostics;
using Entente.Cli.Terminal;
using Entente.Language;
using Entente.Sources;

namespace Entente.Cli.Running;

/// <summary>Runs a command over its inputs: reads, works with all threads, writes in order, counts, names what went wrong.</summary>
/// <typeparam name="T">What the work makes of a document.</typeparam>
internal sealed class Batch<T>
{
    /// <summary>Makes the result of a parsed document; called by several threads.</summary>
    public required Func<Services, Document, T> Work { get; init; }

    /// <summary>Writes a result; called in input order by one thread.</summary>
    public required Action<Output, Document, T> Write { get; init; }

    /// <summary>What the run's last line says, beside documents and sentences.</summary>
    public required Func<string> Summary { get; init; }

    /// <summary>Runs and returns the exit code.</summary>
    public int Run(ParseResult parsed, InputOptions input, CancellationToken cancel, Action<Output>? begin = null)
    {
        var reader = new ArticleReader(input.Source(parsed));
        var threads = input.Threads(parsed);
        var tally = new Tally();
        var clock = Stopwatch.StartNew();
        var services = Services.Load(input.Knowledge(parsed), input.Models.Kind(parsed), tally, input.Models.Judges(parsed), input.Models.Least(parsed));
        using var output = Output.Open(input.Output(parsed));
        using var progress = Progress.Start(tally, reader, input.Inputs(parsed));
        begin?.Invoke(output);
        foreach (var (document, result, fault) in Ordered.Map(reader.Read(input.Inputs(parsed)), source => WorkOn(services, source, threads), threads, cancel))
        {
            if (fault is not null) progress.Above(() => tally.Fault(fault.Where, fault.Reason));
            if (document is null) continue;
            tally.Documents++;
            tally.Sentences += document.Sentences.Length;
            progress.Above(() => Write(output, document, result!));
        }

        output.Complete();
        progress.Dispose();
        tally.Report(Summary(), clock.Elapsed);
        return tally.ExitCode;
    }

    private (Document? Document, T? Result, SourceResult.Failed? Fault) WorkOn(Services services, SourceResult source, int threads)
    {
        if (source is SourceResult.Failed failed) return (null, default, failed);
        var article = ((SourceResult.Read)source).Article;
        var (done, fault) = services.On(article, threads, d => new Done(d, Work(services, d)));
        return done is null ? (null, default, new SourceResult.Failed(article.Id, fault!)) : (done.Document, done.Result, null);
    }

    private sealed record Done(Document Document, T Result);
}
