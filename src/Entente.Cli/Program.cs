using System.CommandLine;
using System.Text;
using Entente.Cli;
using Entente.Cli.Commands;
using Entente.Cli.Running;

// Results are UTF-8 whatever the machine's locale.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand(
    "Entente reads news text and tells who did what to whom, when and where, who says so and who denies it.\n\n" +
    "Example: entente code article.txt --published 2023-08-03")
{
    CodeCommand.Create(),
    ParseCommand.Create(),
    MentionsCommand.Create(),
    PairsCommand.Create(),
    ExplainCommand.Create(),
    IngestCommand.Create(),
    ImportCommand.Create(),
    QueryCommand.Create(),
    RelationsCommand.Create(),
    BriefCommand.Create(),
    ExportCommand.Create(),
    CorrectCommand.Create(),
    RecodeCommand.Create(),
    WhoCommand.Create(),
    KnowledgeCommand.Create(),
};

// @NATO is a bloc, not a file of further arguments.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parsed.Errors.Count > 0)
{
    var complaint = string.Join(' ', parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
    Console.Error.WriteLine($"entente: {complaint}; see 'entente {string.Join(' ', args.TakeWhile(a => !a.StartsWith('-')).Take(1).Append("--help"))}'");
    return ExitCode.WrongUse;
}

return Guard.Run(() => parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }), args.Contains("--verbose"));
