using System.Collections.Immutable;
using System.CommandLine;
using Entente.Cli.Running;
using Entente.Coding.Records;

namespace Entente.Cli.Commands;

/// <summary><c>entente mentions</c>: whom a text names.</summary>
internal static class MentionsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var input = new InputOptions();
        var command = new Command("mentions", "Whom a text names, one JSON object a line.\n\nExample: entente mentions article.txt --published 2023-08-03");
        input.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, input, cancel)));
        return command;
    }

    private static int Run(ParseResult parsed, InputOptions input, CancellationToken cancel)
    {
        var count = 0;
        return new Batch<ImmutableArray<string>>
        {
            Work = (services, document) =>
                [.. MentionJson.Lines(document.Article.Id, services.Coder.Mentions(document), new CodePoints(document.Article.Text))],
            Write = (output, _, lines) =>
            {
                count += lines.Length;
                foreach (var line in lines) output.WriteLine(line);
            },
            Summary = () => $"{count} mentions",
        }.Run(parsed, input, cancel);
    }
}
