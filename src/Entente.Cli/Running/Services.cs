using Entente.Coding;
using Entente.Coding.Knowledge;
using Entente.Language;

namespace Entente.Cli.Running;

/// <summary>The parser and the coder of a run.</summary>
internal sealed record Services(DocumentParser Parser, EventCoder Coder)
{
    /// <summary>The folder of the models beside the program.</summary>
    public static string Models => Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Loads model and knowledge side by side, so that the start is not felt. Faults of knowledge files are named.</summary>
    public static Services Load(IReadOnlyList<string> overlays, LanguageModelKind model, Tally tally)
    {
        var parser = Task.Run(() => DocumentParser.Load(Models, model));
        var knowledge = KnowledgeBase.Load(overlays);
        foreach (var fault in knowledge.Faults) tally.Fault(fault.Line > 0 ? $"{fault.File}:{fault.Line}" : fault.File, fault.Reason);
        return new Services(parser.GetAwaiter().GetResult(), new EventCoder(knowledge));
    }
}
