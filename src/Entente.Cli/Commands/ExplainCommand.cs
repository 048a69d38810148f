using System.CommandLine;
using Entente.Cli.Running;
using Entente.Cli.Terminal;
using Entente.Coding.Knowledge;
using Entente.Language;
using Entente.Sources;
using NodaTime;

namespace Entente.Cli.Commands;

/// <summary><c>entente explain</c>: how the events of a sentence came about.</summary>
internal static class ExplainCommand
{
    private const int LongestText = 20_000;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var text = new Argument<string>("text") { Description = "A sentence, or a few" };
        var published = new Option<string?>("--published") { Description = "Day of publication (YYYY-MM-DD), on which offices and dates are read" };
        var all = new Option<bool>("--all") { Description = "Show all frames of a word, not only those tried before one held" };
        var settings = new KnowledgeSettings();
        var command = new Command("explain", "How the events of a sentence came about: tree, actors, frames, composition, judge, result.\n\nExample: entente explain \"Moscow threatened to cut off gas supplies to Ukraine.\"") { text, published, all };
        settings.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetValue(text)!, InputOptions.Day("--published", parsed.GetValue(published)), parsed.GetValue(all), settings.Read(parsed)));
        return command;
    }

    private static int Run(string text, LocalDate? day, bool all, KnowledgeOptions options)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new UsageException("explain wants a sentence, as in: entente explain \"Moscow threatened Kyiv.\"");
        if (text.Length > LongestText) throw new UsageException($"explain reads at most {LongestText} characters; use entente code for whole texts");
        var tally = new Tally();
        var services = Services.Load(options, LanguageModelKind.Accurate, tally);
        var document = services.Parser.Parse(new Article { Id = "explain", Text = text, Published = day });
        foreach (var sentence in services.Explainer.Explain(document)) ExplanationText.Write(Console.Out, sentence, document, all);
        return tally.ExitCode;
    }
}
