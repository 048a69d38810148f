using Entente.Language;
using Entente.Language.Tagging;

namespace Entente.Compiler.Training;

/// <summary>The tags and relations that the treebanks use, and their numbers.</summary>
internal static class Annotation
{
    /// <summary>Tags; those that are too rare are left to their part of speech's commonest.</summary>
    public static TagSet TagSetOf(IEnumerable<Example> examples) => new(
        [.. examples.SelectMany(e => e.Tags).GroupBy(t => t, StringComparer.Ordinal).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal).Where(g => g.Count() >= 3 && Enum.TryParse<Upos>(g.Key.Split('|')[0], out _)).Take(250)
            .Select(g => g.Key)]);

    /// <summary>Relations, <c>root</c> first, then by how common they are.</summary>
    public static string[] LabelsOf(IEnumerable<Example> examples) =>
        ["root", .. examples.SelectMany(e => e.Labels).Where(l => l != "root").GroupBy(l => l, StringComparer.Ordinal).Where(g => g.Count() >= 3)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(62)];

    /// <summary>Numbers of tags as the treebanks write them.</summary>
    public static Dictionary<string, int> NumbersOf(TagSet tags)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < tags.Count; i++) numbers[tags.Parts[i] + "|" + tags.Features[i]] = i;
        return numbers;
    }
}
