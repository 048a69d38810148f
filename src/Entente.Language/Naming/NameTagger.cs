using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Naming;

/// <summary>Finds the names of persons, organisations and places in a parsed sentence, from left to right.</summary>
internal static class NameTagger
{
    /// <summary>The tags by number: <c>O</c>, then a beginning and an inside for each type.</summary>
    public static readonly string[] Tags = ["O", "B-PERSON", "I-PERSON", "B-ORGANIZATION", "I-ORGANIZATION", "B-PLACE", "I-PLACE"];

    /// <summary>Fills <see cref="Frame.Names"/>.</summary>
    public static void Tag(Frame frame, IScorer scorer)
    {
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        Span<int> scores = stackalloc int[scorer.ClassCount];
        for (var i = 1; i <= frame.Count; i++)
        {
            if (!NameFeatures.CanBeName(frame, i))
            {
                frame.Names[i] = 0;
                continue;
            }

            scorer.Score(features[..NameFeatures.Fill(frame, i, features)], scores);
            frame.Names[i] = Best(scores, frame.Names[i - 1]);
        }
    }

    /// <summary>The best tag among those that may follow the one before: an inside only after its own type.</summary>
    public static int Best(ReadOnlySpan<int> scores, int before)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            var inside = i % 2 == 0;
            if (inside && before != i && before != i - 1) continue;
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }
}
