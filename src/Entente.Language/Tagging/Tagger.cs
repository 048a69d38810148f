using Entente.Language.Learning;

namespace Entente.Language.Tagging;

/// <summary>Gives each word its part of speech with features, from left to right, each choice knowing the two before it.</summary>
internal static class Tagger
{
    /// <summary>Fills <see cref="Frame.Tags"/> and <see cref="Frame.Parts"/>.</summary>
    public static void Tag(Frame frame, TagSet tags, IScorer scorer)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<int> scores = stackalloc int[scorer.ClassCount];
        for (var i = 1; i <= frame.Count; i++)
        {
            var count = TagFeatures.Fill(frame, i, features);
            scorer.Score(features[..count], scores);
            Set(frame, i, Best(scores), tags);
        }
    }

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
