using System.CommandLine;
using Entente.Coding;
using Entente.Language;

namespace Entente.Cli.Running;

/// <summary>The options that say which trained models are used: <c>--model</c> and <c>--judges</c>.</summary>
internal sealed class ModelSettings
{
    private readonly Option<string> model = new("--model") { Description = "Language model: accurate (default) or fast", DefaultValueFactory = _ => "accurate" };
    private readonly Option<string?> judges = new("--judges") { Description = "Folder of own judges, trained by entente-compiler train-judge; those it lacks are the built-in ones" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(model);
        command.Add(judges);
    }

    /// <summary>Which language model reads the texts.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public LanguageModelKind Kind(ParseResult parsed) => parsed.GetValue(model)?.ToLowerInvariant() switch
    {
        "accurate" => LanguageModelKind.Accurate,
        "fast" => LanguageModelKind.Fast,
        var other => throw new UsageException($"--model {other}: write accurate or fast"),
    };

    /// <summary>The judges.</summary>
    /// <exception cref="UsageException">The folder does not exist.</exception>
    public Judges Judges(ParseResult parsed) => parsed.GetValue(judges) is not { } folder
        ? new Judges(Services.Models)
        : Directory.Exists(folder) ? new Judges(folder, Services.Models) : throw new UsageException($"--judges {folder}: there is no such folder");
}
