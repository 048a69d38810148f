using System.Collections.Frozen;

namespace Entente.Compiler.Training;

/// <summary>Takes runs of capitalised words for names, so that "North Korea" can be grouped with "Iran" by what stands beside both.</summary>
internal static class NamePhrases
{
    private const int Longest = 6;

    // Words that are capitalised only because a sentence begins.
    private static readonly FrozenSet<string> Openers = """
        the a an in on at by for from of to with and but or if when while as after before he she it they we you i his her its their our this that
        these those there what who how why where mr mrs ms some many most more all no not however meanwhile since under during last one two
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a text in their normal form, runs of capitalised words joined.</summary>
    public static IEnumerable<(string Text, bool IsName)> Join(string[] words)
    {
        var isUpper = words.Count(w => char.IsLetter(w[0]) && !w.Any(char.IsLower)) * 2 > words.Length;
        for (var i = 0; i < words.Length;)
        {
            var end = i;
            while (!isUpper && end < words.Length && end - i < Longest && char.IsUpper(words[end][0]) && !Openers.Contains(WordClusters.Normal(words[end]))) end++;
            if (end == i)
            {
                yield return (WordClusters.Normal(words[i++]), false);
                continue;
            }

            yield return (string.Join(' ', words[i..end].Select(WordClusters.Normal)), true);
            i = end;
        }
    }
}
