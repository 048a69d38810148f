using Entente.Compiler.Training;
using Entente.Language;
using Entente.Language.Naming;
using Entente.Language.Tagging;

namespace Entente.Compiler.Neural;

/// <summary>Numbers a treebank's annotation for the network.</summary>
internal static class NetworkExamples
{
    /// <summary>The examples with numbers for tags, relations and names; names of other things count as none.</summary>
    public static NetworkExample[] Of(IReadOnlyList<Example> examples, TagSet tags, string[] labels)
    {
        var numbers = Annotation.NumbersOf(tags);
        var fallback = new int[Enum.GetValues<Upos>().Length];
        for (var i = tags.Count - 1; i >= 0; i--) fallback[(int)tags.Parts[i]] = i;
        return [.. examples.Select(e => new NetworkExample
        {
            Forms = e.Forms,
            Tags = Array.ConvertAll(e.Tags, t => numbers.TryGetValue(t, out var number) ? number : fallback[(int)Enum.Parse<Upos>(t.Split('|')[0])]),
            Heads = e.Heads,
            Labels = Array.ConvertAll(e.Labels, l => Label(labels, l)),
            Names = e.Names is null ? null : Numbers(e.Names),
        })];
    }

    /// <summary>The example with the names that were marked in the sentence.</summary>
    public static NetworkExample WithNames(NetworkExample example, AuthoredSentence sentence) => new()
    {
        Forms = example.Forms,
        Tags = example.Tags,
        Heads = example.Heads,
        Labels = example.Labels,
        Names = Numbers(sentence.Names),
    };

    private static int[] Numbers(string[] names) => Array.ConvertAll(names, n => Math.Max(0, Array.IndexOf(NameTags.All, n)));

    private static int Label(string[] labels, string label)
    {
        var number = Array.IndexOf(labels, label);
        return number >= 0 ? number : Math.Max(1, Array.IndexOf(labels, label.Split(':')[0]));
    }
}
