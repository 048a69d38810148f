using Entente.Compiler.Training;
using Entente.Language;
using Entente.Language.Tagging;

namespace Entente.Compiler.Neural;

/// <summary>Numbers a treebank's annotation for the network.</summary>
internal static class NetworkExamples
{
    /// <summary>The examples with numbers for tags and relations.</summary>
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
        })];
    }

    private static int Label(string[] labels, string label)
    {
        var number = Array.IndexOf(labels, label);
        return number >= 0 ? number : Math.Max(1, Array.IndexOf(labels, label.Split(':')[0]));
    }
}
