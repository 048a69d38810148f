using System.Text.RegularExpressions;
using Entente.Coding.Knowledge;

namespace Entente.Coding.Judging;

/// <summary>
/// Whether examples are worth learning from: each row can be read, no sentence is another one with names, numbers and dates exchanged,
/// no word tells too many of them.
/// </summary>
internal static partial class ExampleChecks
{
    /// <summary>So many sentences may be alike once names, numbers and dates are masked.</summary>
    public const int MostAlike = 3;

    /// <summary>The largest share of all examples that one word may tell.</summary>
    public const double LargestShare = 0.01;

    /// <summary>Fewer examples than this need not spread over many words.</summary>
    private const int FewExamples = 300;

    /// <summary>The faults of the examples in some folders.</summary>
    public static IEnumerable<KnowledgeFault> Of(IReadOnlyList<string> folders, OntologyTables ontology)
    {
        var source = new KnowledgeFolder(folders);
        var examples = ExampleReader.Read(source, ontology).ToList();
        foreach (var fault in source.Faults) yield return fault;
        foreach (var alike in examples.GroupBy(e => Skeleton(e.Text), StringComparer.Ordinal))
        {
            foreach (var example in alike.Skip(MostAlike))
                yield return new KnowledgeFault(example.File, example.Line, $"is the same sentence as line {alike.First().Line} of {Path.GetFileName(alike.First().File)} and {alike.Count() - 2} more with other names, numbers or dates; write another");
        }

        if (examples.Count < FewExamples) yield break;
        foreach (var told in examples.GroupBy(e => e.Text[e.Trigger.Start..e.Trigger.End].ToLowerInvariant(), StringComparer.Ordinal).Where(g => g.Count() > LargestShare * examples.Count))
            yield return new KnowledgeFault(told.First().File, told.First().Line, $"'{told.Key}' tells {told.Count()} of {examples.Count} examples, more than one in a hundred");
    }

    /// <summary>A sentence with names, numbers and dates masked.</summary>
    public static string Skeleton(string text) => Blanks().Replace(Names().Replace(Numbers().Replace(Dates().Replace(text, "#"), "#"), "N"), " ").Trim();

    [GeneratedRegex(@"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(today|yesterday|tomorrow)\b")]
    private static partial Regex Dates();

    [GeneratedRegex(@"\b\d[\d,.]*\b|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million)\b")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b\p{Lu}[\p{L}\p{M}'’.\-]*(\s+\p{Lu}[\p{L}\p{M}'’.\-]*)*")]
    private static partial Regex Names();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
