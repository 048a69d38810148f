using System.CommandLine;
using Entente.Coding;
using Entente.Coding.Knowledge;
using Entente.Store;

namespace Entente.Cli.Running;

/// <summary>The option that names the store: <c>--store</c>.</summary>
internal sealed class StoreSettings
{
    private readonly Option<string> store = new("--store") { Description = "The store, one file", Required = true };

    /// <summary>Adds it to a command.</summary>
    public void AddTo(Command command) => command.Add(store);

    /// <summary>The file.</summary>
    public string Path(ParseResult parsed) => parsed.GetValue(store)!;

    /// <summary>What codes, for the table of runs.</summary>
    public static StoreRun Run(string kind, ParseResult parsed, KnowledgeOptions knowledge, ModelSettings models) => new()
    {
        Kind = kind,
        Coder = EventCoder.Version,
        LanguageModel = models.Kind(parsed).ToString().ToLowerInvariant(),
        ModelsHash = ContentHash.OfFiles([.. models.Folders(parsed)], "*.model"),
        KnowledgeHash = ContentHash.OfFiles([knowledge.Base, .. knowledge.Overlays], "*.tsv"),
        View = knowledge.View,
        LeastConfidence = models.Least(parsed),
    };
}
