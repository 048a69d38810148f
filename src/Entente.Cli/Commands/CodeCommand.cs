using System.Collections.Immutable;
using System.CommandLine;
using Entente.Cli.Running;
using Entente.Cli.Terminal;
using Entente.Coding;
using Entente.Coding.Records;
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
        var format = new Option<string>("--format", "-f") { Description = "table for people, jsonl or csv for programs", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        var command = new Command("code", "Text to events: who did what to whom, with the words each event rests on.\n\nExample: entente code article.txt --published 2023-08-03 --format jsonl") { format };
        input.AddTo(command);
        input.Models.AddLeast(command);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, input, Enum.Parse<Format>(parsed.GetValue(format)!, ignoreCase: true), cancel)));
        return command;
    }

    private static int Run(ParseResult parsed, InputOptions input, Format format, CancellationToken cancel)
    {
        EventTable? table = null;
        var events = 0;
        return new Batch<(ImmutableArray<CodedEvent> Events, ImmutableArray<string> Lines)>
        {
            Work = (services, document) => services.Coder.Code(document) is var coded ? (coded, Lines(document.Article, coded, format)) : default,
            Write = (output, document, result) =>
            {
                events += result.Events.Length;
                if (table is not null) table.Write(document.Article, result.Events);
                else foreach (var line in result.Lines) output.Write(line);
            },
            Summary = () => $"{events} events",
        }.Run(parsed, input, cancel, output =>
        {
            if (format == Format.Table) table = new EventTable(output.Writer, input.Output(parsed) is null);
            if (format == Format.Csv) output.Write(EventCsv.Header + CsvLineEnd);
        });
    }

    private static ImmutableArray<string> Lines(Article article, ImmutableArray<CodedEvent> events, Format format)
    {
        if (format == Format.Table || events.IsEmpty) return [];
        var points = new CodePoints(article.Text);
        return [.. events.Select(e => format == Format.Csv ? EventCsv.Line(e, points) + CsvLineEnd : EventJson.Line(e, points) + "\n")];
    }
}
