using System.CommandLine;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Entente.Cli.Running;
using Entente.Cli.Terminal;
using Entente.Language;
using Entente.Language.Conllu;
using Entente.Sources;

namespace Entente.Cli.Commands;

/// <summary><c>entente parse</c>: text to CoNLL-U, or the words of a CoNLL-U file annotated anew.</summary>
internal static class ParseCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var input = new InputOptions();
        var command = new Command("parse", "Text to CoNLL-U: words, parts of speech, lemmas, dependency trees, names.\n\nExample: entente parse article.txt --output article.conllu");
        input.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, input, cancel)));
        return command;
    }

    private static int Run(ParseResult parsed, InputOptions input, CancellationToken cancel)
    {
        var reader = new ArticleReader(input.Source(parsed));
        var threads = input.Threads(parsed);
        var tally = new Tally();
        var clock = Stopwatch.StartNew();
        var parser = DocumentParser.Load(Services.Models);
        using var output = Output.Open(input.Output(parsed));
        using var progress = Progress.Start(tally, reader, input.Inputs(parsed));
        var texts = new List<string>();
        foreach (var path in input.Inputs(parsed))
        {
            if (!IsConllu(path))
            {
                texts.Add(path);
                continue;
            }

            Parse(reader, texts, parser, threads, output, tally, progress, cancel);
            texts.Clear();
            Annotate(path, parser, output, tally);
        }

        Parse(reader, texts, parser, threads, output, tally, progress, cancel);

        output.Complete();
        progress.Dispose();
        tally.Report("parsed", clock.Elapsed);
        return tally.ExitCode;
    }

    private static bool IsConllu(string path) =>
        path.EndsWith(".conllu", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".conllu.gz", StringComparison.OrdinalIgnoreCase);

    private static void Parse(
        ArticleReader reader, List<string> paths, DocumentParser parser, int threads, Output output, Tally tally, Progress progress, CancellationToken cancel)
    {
        foreach (var (failed, document, text) in Ordered.Map(reader.Read(paths), source => Parsed(source, parser), threads, cancel))
        {
            progress.Above(() =>
            {
                if (failed is not null) tally.Fault(failed.Where, failed.Reason);
                else output.Write(text);
            });
            if (document is null) continue;
            tally.Documents++;
            tally.Sentences += document.Sentences.Length;
        }
    }

    private static (SourceResult.Failed? Failed, Document? Document, string Text) Parsed(SourceResult source, DocumentParser parser)
    {
        if (source is SourceResult.Failed failed) return (failed, null, "");
        var document = parser.Parse(((SourceResult.Read)source).Article);
        using var text = new StringWriter { NewLine = "\n" };
        ConlluWriter.Write(text, document);
        return (null, document, text.ToString());
    }

    private static void Annotate(string path, DocumentParser parser, Output output, Tally tally)
    {
        if (!File.Exists(path))
        {
            tally.Fault(path, "there is no such file");
            return;
        }

        try
        {
            using var file = File.OpenRead(path);
            using Stream bytes = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var text = new StreamReader(bytes, Encoding.UTF8);
            tally.Sentences += ConlluWriter.Annotate(text, output.Writer, parser);
            tally.Documents++;
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException)
        {
            tally.Fault(path, fault.Message);
        }
    }
}
