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
        var output = new Option<string?>("--output") { Description = "Where to write CoNLL-U" };
        var command = new Command("measure-language", "Parses a file with a model and tells the speed, e.g. measure-language dev.conllu --output out.conllu")
            { input, model, output };
        command.SetAction(result => Run(result.GetValue(input)!, result.GetValue(model)!, result.GetValue(output)));
        return command;
    }

    private static void Run(string input, string model, string? output)
    {
        var clock = Stopwatch.StartNew();
        var parser = DocumentParser.Load(model);
        Console.Error.WriteLine($"model loaded in {clock.ElapsedMilliseconds} ms");
        var text = File.ReadAllText(input);
        for (var round = 1; round <= 3; round++)
        {
            var writer = new StringWriter();
            clock.Restart();
            if (input.EndsWith(".conllu", StringComparison.Ordinal)) ConlluWriter.Annotate(new StringReader(text), writer, parser);
            else ConlluWriter.Write(writer, parser.Parse(new Article { Id = Path.GetFileNameWithoutExtension(input), Text = text }));
            var words = ConlluReader.Read(new StringReader(writer.ToString())).Sum(s => s.Words.Count());
            Console.Error.WriteLine($"round {round}: {words} words, {words / clock.Elapsed.TotalSeconds:F0} words/s with reading and writing");
            if (round == 1 && output is not null) File.WriteAllText(output, writer.ToString());
        }
    }
}
