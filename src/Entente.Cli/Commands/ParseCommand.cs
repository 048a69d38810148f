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
    private const int LongDocument = 1000;

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
        var parser = DocumentParser.Load(Services.Models, input.Models.Kind(parsed));
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
            Annotate(path, parser, threads, output, tally, cancel);
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
        foreach (var (failed, document, text) in Ordered.Map(reader.Read(paths), source => Parsed(source, parser, threads), threads, cancel))
        {
            progress.Above(() =>
            {
                if (failed is not null) tally.Fault(failed.Where, failed.Reason);
                else if (text is not null) output.Write(text);
                else ConlluWriter.Write(output.Writer, document!);
            });
            if (document is null) continue;
            tally.Documents++;
            tally.Sentences += document.Sentences.Length;
        }
    }

    // A long document is written when its turn comes, not held as text besides.
    private static (SourceResult.Failed? Failed, Document? Document, string? Text) Parsed(SourceResult source, DocumentParser parser, int threads)
    {
        if (source is SourceResult.Failed failed) return (failed, null, null);
        var article = ((SourceResult.Read)source).Article;
        var document = parser.Parse(article, Services.ThreadsFor(article, threads));
        if (document.Sentences.Length > LongDocument) return (null, document, null);
        using var text = new StringWriter { NewLine = "\n" };
        ConlluWriter.Write(text, document);
        return (null, document, text.ToString());
    }

    private static void Annotate(string path, DocumentParser parser, int threads, Output output, Tally tally, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            tally.Fault(path, "there is no such file");
            return;
        }

        using var file = File.OpenRead(path);
        using Stream bytes = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var text = new StreamReader(bytes, Encoding.UTF8);
        string? fault = null;
        foreach (var sentences in Ordered.Map(Chunks(text, reason => fault = reason), chunk => Annotated(chunk, parser), threads, cancel))
        {
            output.Write(sentences.Text);
            tally.Sentences += sentences.Count;
        }

        if (fault is not null) tally.Fault(path, fault);
        else tally.Documents++;
    }

    // What stands before a bad line is kept.
    private static IEnumerable<ConlluSentence[]> Chunks(TextReader text, Action<string> fault)
    {
        using var sentences = ConlluReader.Read(text).GetEnumerator();
        var chunk = new List<ConlluSentence>();
        while (Next(sentences, fault))
        {
            chunk.Add(sentences.Current);
            if (chunk.Count < ConlluWriter.Together) continue;
            yield return [.. chunk];
            chunk.Clear();
        }

        if (chunk.Count > 0) yield return [.. chunk];
    }

    private static bool Next(IEnumerator<ConlluSentence> sentences, Action<string> fault)
    {
        try
        {
            return sentences.MoveNext();
        }
        catch (Exception bad) when (bad is InvalidDataException or FormatException)
        {
            fault(bad.Message);
            return false;
        }
    }

    private static (string Text, int Count) Annotated(ConlluSentence[] sentences, DocumentParser parser)
    {
        using var text = new StringWriter { NewLine = "\n" };
        foreach (var sentence in ConlluWriter.Annotate(sentences, parser)) ConlluWriter.Write(text, sentence);
        return (text.ToString(), sentences.Length);
    }
}
