using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Parsing;

/// <summary>
/// Mends four attachments that are hardly ever right in news: "told reporters that Iran had attacked", where the clause is what was told
/// and says nothing of the reporters; "told reporters Iran had attacked", where they listen and do not attack; "a loan of $500 million to Kenya", where Kenya gets the loan and not the dollars; and "On Friday
/// Russian troops attacked", where no comma parts the day from who acts.
/// </summary>
internal static class ComplementRepair
{
    private static readonly uint That = Hash.Text("that");
    private static readonly uint[] Tellings = Hashes("tell told tells telling inform informed informs warn warned warns assure assured assures remind reminded reminds notify notified convince convinced persuade persuaded");
    private static readonly uint[] Ways = Hashes("to for from");
    private static readonly uint[] Days = Hashes(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december");

    private static readonly uint[] Currencies = Hashes("$ € £ ¥ us$ usd eur");

    /// <summary>Mends heads and relations of a parsed sentence; the tree stays one tree.</summary>
    /// <param name="frame">The sentence.</param>
    /// <param name="labels">Names of the relations.</param>
    /// <param name="tags">The tags.</param>
    public static void Run(Frame frame, string[] labels, TagSet tags)
    {
        for (var i = 1; i <= frame.Count; i++)
        {
            var label = labels[frame.Labels[i]];
            if (label == "acl:relcl") FreeClause(frame, labels, tags, i);
            else if (label is "ccomp" or "xcomp") FreeListener(frame, labels, i);
            else if (label == "nmod") FreePhrase(frame, labels, i);
            else if (label is "compound" or "nmod:unmarked" or "nmod:desc") FreeSubject(frame, labels, i);
        }
    }

    private static void FreeClause(Frame frame, string[] labels, TagSet tags, int clause)
    {
        var listener = frame.Heads[clause];
        var verb = frame.Heads[listener];
        if (verb == 0 || listener >= clause || verb > listener || labels[frame.Labels[listener]] is not ("iobj" or "obj")) return;
        if (frame.Words[listener + 1] != That || frame.Heads[listener + 1] != clause || !Tellings.AsSpan().Contains(frame.Words[verb])) return;
        var subject = FirstChild(frame, labels, clause, "nsubj", "nsubj:pass");
        var (content, mark) = (Array.IndexOf(labels, "ccomp"), Array.IndexOf(labels, "mark"));
        if (subject <= listener + 1 || content < 0 || mark < 0) return;
        (frame.Heads[clause], frame.Labels[clause]) = (verb, content);
        frame.Labels[listener + 1] = mark;
        var subordinator = Array.FindIndex(tags.Parts, p => p == Upos.SCONJ);
        if (subordinator >= 0) Tagger.Set(frame, listener + 1, subordinator, tags);
    }

    // A clause has one subject: of two behind a verb of telling the first is who was told.
    private static void FreeListener(Frame frame, string[] labels, int clause)
    {
        var verb = frame.Heads[clause];
        if (verb == 0 || verb > clause || !Tellings.AsSpan().Contains(frame.Words[verb])) return;
        var listener = FirstChild(frame, labels, clause, "nsubj", "nsubj:pass");
        var addressee = Array.IndexOf(labels, "iobj");
        if (addressee < 0 || listener < verb || listener > clause) return;
        for (var i = listener + 1; i < clause; i++)
        {
            if (frame.Heads[i] != clause || labels[frame.Labels[i]] is not ("nsubj" or "nsubj:pass")) continue;
            (frame.Heads[listener], frame.Labels[listener]) = (verb, addressee);
            frame.Labels[clause] = Array.IndexOf(labels, "ccomp");
            return;
        }
    }

    private static void FreePhrase(Frame frame, string[] labels, int i)
    {
        var amount = frame.Heads[i];
        if (!Currencies.AsSpan().Contains(frame.Words[amount]) || labels[frame.Labels[amount]] != "nmod" || frame.Heads[amount] > amount) return;
        if (frame.Parts[i] is (uint)Upos.SYM + 1 or (uint)Upos.NUM + 1) return;
        var preposition = FirstChild(frame, labels, i, "case", "case");
        if (preposition > amount && Ways.AsSpan().Contains(frame.Words[preposition])) frame.Heads[i] = frame.Heads[amount];
    }

    private static void FreeSubject(Frame frame, string[] labels, int day)
    {
        var noun = frame.Heads[day];
        while (labels[frame.Labels[noun]] == "compound" && frame.Heads[noun] > noun) noun = frame.Heads[noun];
        var verb = frame.Heads[noun];
        if (verb <= noun || noun <= day || !Days.AsSpan().Contains(frame.Words[day]) || labels[frame.Labels[noun]] != "obl") return;
        var preposition = day - 1;
        if (preposition == 0 || labels[frame.Labels[preposition]] != "case" || frame.Heads[preposition] is var held && (held < day || held > noun) || frame.Parts[verb] != (uint)Upos.VERB + 1) return;
        if (FirstChild(frame, labels, verb, "nsubj", "nsubj:pass") > 0 || FirstChild(frame, labels, verb, "csubj", "expl") > 0) return;
        var subject = Array.IndexOf(labels, FirstChild(frame, labels, verb, "aux:pass", "aux:pass") > 0 ? "nsubj:pass" : "nsubj");
        if (subject < 0) return;
        (frame.Heads[day], frame.Labels[day]) = (verb, frame.Labels[noun]);
        frame.Heads[preposition] = day;
        frame.Labels[noun] = subject;
    }

    private static int FirstChild(Frame frame, string[] labels, int head, string label, string other)
    {
        for (var i = 1; i <= frame.Count; i++)
            if (frame.Heads[i] == head && (labels[frame.Labels[i]] == label || labels[frame.Labels[i]] == other))
                return i;
        return 0;
    }

    private static uint[] Hashes(string words) => Array.ConvertAll(words.Split(' '), w => Hash.Text(w));
}
