using System.CommandLine;
using Entente.Coding;
using Entente.Language;

namespace Entente.Cli.Running;

/// <summary>The options that say which trained models are used: <c>--model</c> and <c>--judges</c>.</summary>
internal sealed class ModelSettings
{
    private readonly Option<string> model = new("--model") { Description = "Language model: accurate (default) or fast", DefaultValueFactory = _ => "accurate" };
    private readonly Option<string?> judges = new("--judges") { Description = "Folder of own judges, trained by entente-compiler train-judge; those it lacks are the built-in ones" };

    private readonly Option<double?> least = new("--least-confidence")
    {
        Description = FormattableString.Invariant($"Least confidence of events that are reported: the probability that an event is right as a whole (default {EventCoder.LeastConfidence}, in a bare text, without dateline or headline field, {EventCoder.LeastBare}). More loses events, less invents some"),
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(model);
        command.Add(judges);
    }

    /// <summary>Adds the least confidence to a command that reports events.</summary>
    public void AddLeast(Command command) => command.Add(least);

    /// <summary>Least confidence of events that are reported; null for the coder's own.</summary>
    /// <exception cref="UsageException">It is not between 0 and 1.</exception>
    public double? Least(ParseResult parsed)
    {
        if (!parsed.CommandResult.Command.Options.Contains(least) || parsed.GetValue(least) is not { } value) return null;
        return value is >= 0 and <= 1 ? value : throw new UsageException("--least-confidence wants a number from 0 to 1");
    }

    /// <summary>Which language model reads the texts.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public LanguageModelKind Kind(ParseResult parsed) => parsed.GetValue(model)?.ToLowerInvariant() switch
    {
        "accurate" => LanguageModelKind.Accurate,
        "fast" => LanguageModelKind.Fast,
        var other => throw new UsageException($"--model {other}: write accurate or fast"),
    };

    /// <summary>The folders that models come from.</summary>
    public IEnumerable<string> Folders(ParseResult parsed) => parsed.GetValue(judges) is { } folder ? [folder, Services.Models] : [Services.Models];

    /// <summary>The judges.</summary>
    /// <exception cref="UsageException">The folder does not exist.</exception>
    public Judges Judges(ParseResult parsed) => parsed.GetValue(judges) is not { } folder
        ? new Judges(Services.Models)
        : Directory.Exists(folder) ? new Judges(folder, Services.Models) : throw new UsageException($"--judges {folder}: there is no such folder");
}
