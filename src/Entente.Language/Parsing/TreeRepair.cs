using Entente.Language.Tagging;

namespace Entente.Language.Parsing;

/// <summary>Takes dependents from punctuation where the best tree has given it some; the tree stays one tree.</summary>
internal static class TreeRepair
{
    /// <summary>Hangs what hangs on punctuation on the next word above that is none.</summary>
    /// <param name="frame">The parsed sentence.</param>
    /// <param name="punct">Number of the relation <c>punct</c>.</param>
    public static void Run(Frame frame, int punct)
    {
        FreeRoot(frame, punct);
        for (var i = 1; i <= frame.Count; i++)
        {
            var head = frame.Heads[i];
            while (head != 0 && IsPunctuation(frame, head) && frame.Heads[head] != 0) head = frame.Heads[head];
            frame.Heads[i] = head;
        }
    }

    // A root that is punctuation changes places with its first dependent that is a word.
    private static void FreeRoot(Frame frame, int punct)
    {
        var root = frame.Heads.AsSpan(1, frame.Count).IndexOf(0) + 1;
        if (!IsPunctuation(frame, root)) return;
        for (var i = 1; i <= frame.Count; i++)
        {
            if (frame.Heads[i] != root || IsPunctuation(frame, i)) continue;
            (frame.Heads[root], frame.Labels[root]) = (i, punct);
            (frame.Heads[i], frame.Labels[i]) = (0, 0);
            return;
        }
    }

    private static bool IsPunctuation(Frame frame, int i) => frame.Parts[i] == (uint)Upos.PUNCT + 1;
}
