using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Entente.Cli.Running;
using Entente.Cli.Terminal;
using Entente.Coding;
using Entente.Coding.Knowledge;
using Entente.Coding.Records;
using Entente.Language;
using Entente.Sources;

namespace Entente.Cli.Commands;

/// <summary><c>entente code</c>: text to events.</summary>
internal static class CodeCommand
{
    /// <summary>RFC 4180.</summary>
    private const string CsvLineEnd = "\r\n";

    private enum Format
    {
        Table,
        Jsonl,
        Csv,
    }

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var input = new InputOptions();
        var format = new Option<Format>("--format", "-f") { Description = "table for people, jsonl or csv for programs", DefaultValueFactory = _ => Format.Table };
        var command = new Command("code", "Text to events: who did what to whom, with the words each event rests on.\n\nExample: entente code article.txt --published 2023-08-03 --format jsonl") { format };
        input.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, input, parsed.GetValue(format), cancel)));
        return command;
    }

    private static int Run(ParseResult parsed, InputOptions input, Format format, CancellationToken cancel)
    {
        var reader = new ArticleReader(input.Source(parsed));
        var threads = input.Threads(parsed);
        var tally = new Tally();
        var clock = Stopwatch.StartNew();
        var coding = Coding.Load(input.Knowledge(parsed), tally);
        using var output = Output.Open(input.Output(parsed));
        using var progress = Progress.Start(tally, reader, input.Inputs(parsed));
        var table = format == Format.Table ? new EventTable(output.Writer, input.Output(parsed) is null) : null;
        if (format == Format.Csv) output.Write(EventCsv.Header + CsvLineEnd);
        foreach (var coded in Ordered.Map(reader.Read(input.Inputs(parsed)), source => coding.Code(source, format), threads, cancel))
        {
            if (coded.Fault is { } fault) progress.Above(() => tally.Fault(fault.Where, fault.Reason));
            if (coded.Document is not { } document) continue;
            tally.Documents++;
            tally.Sentences += document.Sentences.Length;
            tally.Events += coded.Events.Length;
            tally.Characters += document.Article.Text.Length;
            progress.Above(() =>
            {
                if (table is not null) table.Write(document.Article, coded.Events);
                else foreach (var line in coded.Lines) output.Write(line);
            });
        }

        output.Complete();
        progress.Dispose();
        tally.Report($"{tally.Events} events", clock.Elapsed);
        return tally.ExitCode;
    }

    /// <summary>What became of one source: its events, or why there are none.</summary>
    private sealed record Coded(Document? Document, ImmutableArray<CodedEvent> Events, ImmutableArray<string> Lines, SourceResult.Failed? Fault);

    private sealed class Coding(IDocumentParser parser, EventCoder coder)
    {
        public static Coding Load(string[] overlays, Tally tally)
        {
            // The model and the knowledge are read side by side: a start should not be felt.
            var parser = Task.Run(() => DocumentParser.Load(Path.Combine(AppContext.BaseDirectory, "models")));
            var knowledge = KnowledgeBase.Load(overlays);
            foreach (var fault in knowledge.Faults) tally.Fault(fault.Line > 0 ? $"{fault.File}:{fault.Line}" : fault.File, fault.Reason);
            return new Coding(parser.GetAwaiter().GetResult(), new EventCoder(knowledge));
        }

        public Coded Code(SourceResult source, Format format)
        {
            if (source is SourceResult.Failed failed) return new Coded(null, [], [], failed);
            var article = ((SourceResult.Read)source).Article;
            try
            {
                var document = parser.Parse(article);
                var events = coder.Code(document);
                return new Coded(document, events, Lines(article, events, format), null);
            }
            catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
            {
                // One document never ends a batch; its fault is named and counted.
                return new Coded(null, [], [], new SourceResult.Failed(article.Id, $"could not be coded, a fault in the program: {fault.Message}"));
            }
        }

        private static ImmutableArray<string> Lines(Article article, ImmutableArray<CodedEvent> events, Format format)
        {
            if (format == Format.Table || events.IsEmpty) return [];
            var points = new CodePoints(article.Text);
            return [.. events.Select(e => format == Format.Csv ? EventCsv.Line(e, points) + CsvLineEnd : EventJson.Line(e, points) + "\n")];
        }
    }
}
