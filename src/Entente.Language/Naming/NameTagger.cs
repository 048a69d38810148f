using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Naming;

/// <summary>
/// Finds the names of persons, organisations and places in a parsed sentence: first where any name begins and ends, then what it
/// is the name of, all its words seen together.
/// </summary>
internal static class NameTagger
{
    /// <summary>The tags by number: <c>O</c>, then a beginning and an inside for each type.</summary>
    public static readonly string[] Tags = ["O", "B-PERSON", "I-PERSON", "B-ORGANIZATION", "I-ORGANIZATION", "B-PLACE", "I-PLACE"];

    /// <summary>The types by number; 0 are names of other things.</summary>
    public static readonly string[] Types = ["OTHER", "PERSON", "ORGANIZATION", "PLACE"];

    /// <summary>Number of boundary classes: outside, beginning, inside.</summary>
    public const int Boundaries = 3;

    // A name goes on over "of" and "for", not over these: "Macron in Paris" is two.
    private static readonly uint[] Separators = Array.ConvertAll(
        ["in", "on", "at", "to", "from", "by", "with", "into", "over", "under", "against", "after", "before", "as", "since", "during"], (string w) => Hash.Text(w));

    /// <summary>Fills <see cref="Frame.Names"/>.</summary>
    public static void Tag(Frame frame, IScorer boundaries, IScorer types, HashTable phrases)
    {
        FindBoundaries(frame, boundaries);
        Span<uint> features = stackalloc uint[TypeFeatures.Most];
        Span<int> scores = stackalloc int[Types.Length];
        for (var i = 1; i <= frame.Count;)
        {
            var end = End(frame, i);
            if (end == i)
            {
                i++;
                continue;
            }

            types.Score(features[..TypeFeatures.Fill(frame, i, end, phrases, features)], scores);
            var type = Tagger.Best(scores);
            for (var k = i; k < end; k++) frame.Names[k] = type == 0 ? 0 : type * 2 - (k == i ? 1 : 0);
            i = end;
        }
    }

    /// <summary>Writes 0, 1 or 2 (outside, beginning, inside) into <see cref="Frame.Names"/>.</summary>
    public static void FindBoundaries(Frame frame, IScorer scorer)
    {
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        Span<int> scores = stackalloc int[Boundaries];
        for (var i = 1; i <= frame.Count; i++)
        {
            frame.Names[i] = 0;
            if (!NameFeatures.CanBeName(frame, i) || IsSeparator(frame, i)) continue;
            scorer.Score(features[..NameFeatures.Fill(frame, i, features)], scores);
            frame.Names[i] = Best(scores, frame.Names[i - 1]);
        }
    }

    /// <summary>The best boundary class: an inside only after a beginning or inside.</summary>
    public static int Best(ReadOnlySpan<int> scores, int before)
    {
        var best = scores[1] > scores[0] ? 1 : 0;
        return before != 0 && scores[2] > scores[best] ? 2 : best;
    }

    private static bool IsSeparator(Frame frame, int i) =>
        frame.Parts[i] == (uint)Upos.ADP + 1 && Separators.AsSpan().Contains(frame.Words[i]);

    // One past the last word of the name that begins at i; i itself when none does.
    private static int End(Frame frame, int i)
    {
        if (frame.Names[i] != 1) return i;
        var end = i + 1;
        while (end <= frame.Count && frame.Names[end] == 2) end++;
        return end;
    }
}
