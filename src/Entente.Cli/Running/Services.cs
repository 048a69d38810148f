using Entente.Coding;
using Entente.Coding.Explaining;
using Entente.Coding.Knowledge;
using Entente.Language;
using Entente.Sources;
using Entente.Store.Ingesting;
using Entente.Store.Relating;

namespace Entente.Cli.Running;

/// <summary>The parser and the coder of a run.</summary>
/// <param name="Parser">Text to trees.</param>
/// <param name="Coder">Trees to events.</param>
/// <param name="Explainer">Why an event came out.</param>
/// <param name="Pairs">The relation of two mentions.</param>
/// <param name="Knowledge">What they know.</param>
internal sealed record Services(DocumentParser Parser, EventCoder Coder, EventExplainer Explainer, PairCoder Pairs, KnowledgeBase Knowledge)
{
    private const int LongText = 50_000;

    /// <summary>The folder of the models beside the program.</summary>
    public static string Models => Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>How many threads parse an article: many articles keep all of them busy by themselves, a long one alone does not.</summary>
    public static int ThreadsFor(Article article, int threads) => article.Text.Length > LongText ? threads : 1;

    /// <summary>Parses an article and works on it. One document never ends a batch: a fault in the program is a value, one line that names it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="threads">Threads of the run.</param>
    /// <param name="work">What is made of the parsed text.</param>
    public (T? Result, string? Fault) On<T>(Article article, int threads, Func<Document, T> work)
        where T : class
    {
        try
        {
            return (work(Parser.Parse(article, ThreadsFor(article, threads))), null);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            return (null, $"could not be coded, a fault in the program: {fault.Message}");
        }
    }

    /// <summary>Parses and codes an article for the store.</summary>
    public (CodedDocument? Coded, string? Fault) Code(Article article, int threads) => On(article, threads, d => new CodedDocument(d, Coder.Code(d)));

    /// <summary>Loads model and knowledge side by side, so that the start is not felt. Faults of knowledge files are named.</summary>
    public static Services Load(KnowledgeOptions options, LanguageModelKind model, Tally tally, Judges? judges = null, double? least = null)
    {
        var parser = Task.Run(() => DocumentParser.Load(Models, model));
        judges ??= new Judges(Models);
        var judging = Task.Run(judges.Load);
        var knowledge = LoadKnowledge(options, tally);
        judging.GetAwaiter().GetResult();
        return new Services(parser.GetAwaiter().GetResult(), new EventCoder(knowledge, judges, least), new EventExplainer(knowledge, judges), new PairCoder(knowledge, judges), knowledge);
    }

    /// <summary>Reads how much events count in figures of relations and names the faults of the files.</summary>
    public static RelationWeights LoadWeights(KnowledgeOptions options, Tally tally)
    {
        var weights = RelationWeights.Read(options);
        Name(weights.Faults, tally);
        return weights;
    }

    /// <summary>Loads the knowledge and names the faults of its files.</summary>
    /// <exception cref="UsageException">There is no such view.</exception>
    public static KnowledgeBase LoadKnowledge(KnowledgeOptions options, Tally tally)
    {
        try
        {
            var knowledge = KnowledgeBase.Load(options);
            Name(knowledge.Faults, tally);
            return knowledge;
        }
        catch (ArgumentException fault)
        {
            throw new UsageException($"--{fault.Message}");
        }
    }

    private static void Name(IEnumerable<KnowledgeFault> faults, Tally tally)
    {
        foreach (var fault in faults) tally.Fault(fault.Line > 0 ? $"{fault.File}:{fault.Line}" : fault.File, fault.Reason);
    }
}
