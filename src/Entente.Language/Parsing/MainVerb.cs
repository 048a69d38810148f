using Entente.Language.Tagging;

namespace Entente.Language.Parsing;

/// <summary>
/// Gives a sentence back its main verb where the parser read it as a participle before its object: "The ministry, which …, banned
/// imports of coal." A whole sentence hardly ever has a noun for its root and no verb beside; a participle before a bare noun that
/// nothing else needs is its verb then.
/// </summary>
internal static class MainVerb
{
    /// <summary>Mends the tree in <see cref="Frame.Heads"/> and <see cref="Frame.Labels"/> where it lacks its verb.</summary>
    public static void Restore(Frame frame, string[] labels, TagSet tags)
    {
        if (frame.Count < 4 || frame.Forms[frame.Count] is not ("." or "”" or "\"")) return;
        var root = frame.Heads.AsSpan(1, frame.Count).IndexOf(0) + 1;
        if (!IsNominal(frame, root) || HasClause(frame, labels, root)) return;
        for (var verb = root + 1; verb < frame.Count; verb++)
        {
            if (!IsHiddenVerb(frame, labels, tags, root, verb)) continue;
            Promote(frame, labels, root, verb);
            return;
        }
    }

    private static bool IsHiddenVerb(Frame frame, string[] labels, TagSet tags, int root, int verb)
    {
        var noun = frame.Heads[verb];
        if (noun <= verb || !IsNominal(frame, noun) || Label(frame, labels, verb) != "amod") return false;
        if (frame.Parts[verb] != (uint)Upos.VERB + 1 || !tags.Features[frame.Tags[verb] - 1].Contains("Tense=Past", StringComparison.Ordinal)) return false;
        var before = (Upos)(frame.Parts[verb - 1] - 1);
        if (before is not (Upos.PUNCT or Upos.NOUN or Upos.PROPN or Upos.ADV or Upos.PRON or Upos.NUM) || verb - 1 == root && before == Upos.PRON) return false;
        if (frame.Forms[verb - 1] is "-" or "–" or "(" or "“" or "\"") return false;

        // A determiner, an adjective or a preposition before the participle makes it part of the noun phrase.
        for (var i = verb - 1; i > 0; i--)
        {
            if (frame.Heads[i] != noun) continue;
            if (Label(frame, labels, i) is "det" or "case" or "amod" or "nmod:poss" or "nummod") return false;
        }

        return true;
    }

    private static void Promote(Frame frame, string[] labels, int root, int verb)
    {
        var noun = frame.Heads[verb];
        var (subject, @object) = (Number(labels, "nsubj"), Number(labels, "obj"));
        if (subject < 0 || @object < 0) return;
        (frame.Heads[verb], frame.Labels[verb]) = (0, 0);
        (frame.Heads[root], frame.Labels[root]) = (verb, subject);
        (frame.Heads[noun], frame.Labels[noun]) = (verb, @object);
        for (var i = verb + 1; i <= frame.Count; i++)
            if (frame.Heads[i] == root) frame.Heads[i] = verb;
    }

    private static bool HasClause(Frame frame, string[] labels, int root)
    {
        for (var i = 1; i <= frame.Count; i++)
            if (frame.Heads[i] == root && Label(frame, labels, i) is "cop" or "nsubj" or "nsubj:pass" or "aux" or "expl" or "csubj" or "parataxis" or "ccomp") return true;
        return false;
    }

    private static bool IsNominal(Frame frame, int i) => (Upos)(frame.Parts[i] - 1) is Upos.NOUN or Upos.PROPN or Upos.PRON;

    private static string Label(Frame frame, string[] labels, int i) => labels[frame.Labels[i]];

    private static int Number(string[] labels, string label) => Array.IndexOf(labels, label);
}
