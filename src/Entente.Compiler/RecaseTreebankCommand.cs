using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Entente.Compiler.Training;
using Entente.Language.Conllu;

namespace Entente.Compiler;

/// <summary>
/// <c>recase-treebank</c>: a treebank in capitals, in title case or in small letters, its annotation untouched: to measure how well
/// parsing stands other dress than that of running text.
/// </summary>
internal static class RecaseTreebankCommand
{
    // Headlines leave these small.
    private static readonly HashSet<string> Small =
        [.. "a an the and or but nor of in on at to for by with from as into over n't".Split(' ')];

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var input = new Argument<string>("input") { Description = "A treebank, .conllu" };
        var dress = new Option<string>("--as") { Description = "upper, title or lower", Required = true };
        dress.AcceptOnlyFromAmong("upper", "title", "lower");
        var output = new Option<string>("--output") { Description = "Where to write", Required = true };
        var command = new Command("recase-treebank", "Rewrites a treebank's words, e.g. recase-treebank dev.conllu --as upper --output dev-upper.conllu")
            { input, dress, output };
        command.SetAction(result => Run(result.GetValue(input)!, result.GetValue(dress)!, result.GetValue(output)!));
        return command;
    }

    /// <summary>The sentence with its words, multiword tokens and <c># text</c> in other dress.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="dress">"upper", "title" or "lower".</param>
    public static ConlluSentence Recase(ConlluSentence sentence, string dress)
    {
        var lines = ImmutableArray.CreateBuilder<ConlluLine>();
        var (inside, first) = (0, true);
        foreach (var line in sentence.Lines)
        {
            // Words inside a multiword token follow it: of "do" and "n't" only the first begins a word.
            var isPart = line.IsWord && Number(line.Id) <= inside && lines[^1].IsWord;
            if (line.IsMultiword) inside = Number(line.Id[(line.Id.IndexOf('-') + 1)..]);
            lines.Add(line with { Form = isPart && dress == "title" ? line.Form : Dressed(line.Form, dress, first) });
            if (line.IsWord && line.Upos != "PUNCT") first = false;
        }

        var result = sentence with { Lines = lines.ToImmutable() };
        var text = Text(result);
        return result with { Comments = [.. sentence.Comments.Select(c => c.StartsWith("# text =", StringComparison.Ordinal) ? "# text = " + text : c)] };
    }

    private static void Run(string input, string dress, string output)
    {
        using var writer = new StreamWriter(output);
        foreach (var sentence in Treebanks.Read(input)) ConlluWriter.Write(writer, Recase(sentence, dress));
    }

    private static string Dressed(string form, string dress, bool first) => dress switch
    {
        "upper" => form.ToUpperInvariant(),
        "lower" => form.ToLowerInvariant(),
        _ when !char.IsLower(form[0]) || !first && Small.Contains(form) => form,
        _ => char.ToUpperInvariant(form[0]) + form[1..],
    };

    // The text as its words give it, with blanks where the treebank has them.
    private static string Text(ConlluSentence sentence)
    {
        var text = new System.Text.StringBuilder();
        var inside = 0;
        foreach (var line in sentence.Lines)
        {
            if (line.IsMultiword) inside = Number(line.Id[(line.Id.IndexOf('-') + 1)..]);
            else if (!line.IsWord || Number(line.Id) <= inside) continue;
            text.Append(line.Form).Append(line.SpaceAfter ? " " : "");
        }

        return text.ToString().TrimEnd();
    }

    private static int Number(string id) => int.Parse(id, CultureInfo.InvariantCulture);
}
