using System.CommandLine;
using System.Diagnostics;
using Entente.Language;
using Entente.Language.Conllu;
using Entente.Sources;

namespace Entente.Compiler;

/// <summary>
/// <c>measure-language</c>: annotates a treebank's tokens or parses a raw text to CoNLL-U for the scorers and tells the speed.
/// </summary>
internal static class MeasureLanguageCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var input = new Argument<string>("input") { Description = "A .conllu file (its tokens are kept) or a text" };
        var model = new Option<string>("--model") { Description = "Folder of the model", DefaultValueFactory = _ => "models" };
        var kind = new Option<LanguageModelKind>("--kind") { Description = "Which of the models" };
        var output = new Option<string?>("--output") { Description = "Where to write CoNLL-U" };
        var threads = new Option<int>("--threads") { Description = "How many threads parse", DefaultValueFactory = _ => 1 };
        var command = new Command("measure-language", "Parses a file with a model and tells the speed, e.g. measure-language dev.conllu --output out.conllu")
            { input, model, kind, output, threads };
        command.SetAction(result => Run(result.GetValue(input)!, result.GetValue(model)!, result.GetValue(kind), result.GetValue(output), result.GetValue(threads)));
        return command;
    }

    private static void Run(string input, string model, LanguageModelKind kind, string? output, int threads)
    {
        var clock = Stopwatch.StartNew();
        var parser = DocumentParser.Load(model, kind);
        Console.Error.WriteLine($"model loaded in {clock.ElapsedMilliseconds} ms");
        if (output is not null) Write(parser, input, output);
        var jobs = Jobs(input).ToArray();
        for (var round = 1; round <= 3; round++)
        {
            long words = 0;
            clock.Restart();
            Parallel.ForEach(jobs, new ParallelOptions { MaxDegreeOfParallelism = threads }, job => Interlocked.Add(ref words, job(parser)));
            Console.Error.WriteLine($"round {round}: {words} words, {words / clock.Elapsed.TotalSeconds:F0} words/s on {threads} threads");
        }

        using var process = Process.GetCurrentProcess();
        Console.Error.WriteLine($"most memory held {process.PeakWorkingSet64 / 1e6:F0} MB");
    }

    private static void Write(DocumentParser parser, string input, string output)
    {
        using var writer = new StreamWriter(output);
        using var reader = new StreamReader(input);
        if (IsConllu(input)) ConlluWriter.Annotate(reader, writer, parser);
        else ConlluWriter.Write(writer, parser.Parse(new Article { Id = Path.GetFileNameWithoutExtension(input), Text = reader.ReadToEnd() }));
    }

    private static IEnumerable<Func<DocumentParser, int>> Jobs(string input)
    {
        using var reader = new StreamReader(input);
        if (IsConllu(input))
            return [.. ConlluReader.Read(reader).Select(s => s.Words.Select(w => w.Form).ToArray()).Where(forms => forms.Length > 0)
                .Chunk(ConlluWriter.Together).Select(chunk => (Func<DocumentParser, int>)(parser => parser.ParseSentences(chunk).Sum(s => s.Tokens.Length)))];
        return [.. reader.ReadToEnd().Split("\n\n").Select(text => new Article { Id = "", Text = text })
            .Select(article => (Func<DocumentParser, int>)(parser => parser.Parse(article).Sentences.Sum(s => s.Tokens.Length)))];
    }

    private static bool IsConllu(string path) => path.EndsWith(".conllu", StringComparison.Ordinal);
}
