namespace Entente.Language.Tagging;

/// <summary>Writes tags into a <see cref="Frame"/>.</summary>
internal static class Tagger
{
    /// <summary>Sets a word's tag.</summary>
    public static void Set(Frame frame, int i, int tag, TagSet tags)
    {
        frame.Tags[i] = tag + 1;
        frame.Parts[i] = (uint)tags.Parts[tag] + 1;
    }

    /// <summary>The first of the highest scores.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best])
                best = i;
        return best;
    }
}
