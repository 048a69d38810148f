using System.CommandLine;
using Entente.Coding.Knowledge;

namespace Entente.Cli.Running;

/// <summary>The options that say which knowledge is used: <c>--knowledge</c> and <c>--view</c>.</summary>
internal sealed class KnowledgeSettings
{
    private readonly Option<string[]> knowledge = new("--knowledge") { Description = "Folder of own knowledge laid over the built-in; may be given several times" };
    private readonly Option<string> view = new("--view")
    {
        Description = "Whom a disputed territory counts for: recognised (default: whose it is for most states or the UN), control (who governs it), or a state's code such as UKR (what it claims counts for it)",
        DefaultValueFactory = _ => Views.Recognised,
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(knowledge);
        command.Add(view);
    }

    /// <summary>Folders of own knowledge.</summary>
    /// <exception cref="UsageException">One of them does not exist.</exception>
    public string[] Folders(ParseResult parsed)
    {
        var folders = parsed.GetValue(knowledge) ?? [];
        return folders.FirstOrDefault(f => !Directory.Exists(f)) is { } missing
            ? throw new UsageException($"--knowledge {missing}: there is no such folder")
            : folders;
    }

    /// <summary>How the knowledge is read.</summary>
    /// <exception cref="UsageException">A folder does not exist.</exception>
    public KnowledgeOptions Read(ParseResult parsed) => new() { Overlays = Folders(parsed), View = View(parsed.GetValue(view)!) };

    private static string View(string text) => text.Length == 3 ? text.ToUpperInvariant() : text.ToLowerInvariant();
}
