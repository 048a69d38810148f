using Entente.Coding.Clauses;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Judging;

/// <summary>
/// What the judge looks at when it is asked for the relation of two phrases: what frames and operators make of the sentence, the words
/// that govern the phrases and the way between them in the tree, the words around, who the two are.
/// </summary>
/// <param name="reading">The sentence.</param>
/// <param name="side">On which side somebody stands.</param>
/// <param name="told">Whether the features are kept as people read them.</param>
/// <param name="wanted">The names of the features that are wanted, null for all.</param>
internal sealed class PairFeatures(SentenceReading reading, Func<ActorReference, PairSide> side, bool told = false, Func<string, bool>? wanted = null)
{
    private const int LongestPath = 8;

    private readonly SentenceView view = reading.View;
    private readonly FeatureList features = new() { Told = told ? [] : null, Wanted = wanted };

    /// <summary>The features for the phrases headed by two words, -1 where one is missing.</summary>
    public FeatureList Of(int actor, int recipient, IReadOnlyList<(Draft Draft, CodedEvent Event)> acts, Func<int, PairSide> word)
    {
        Acts(acts);
        Phrase("a", actor);
        Phrase("r", recipient);
        Governors("a", actor);
        Governors("r", recipient);
        if (actor >= 0 && recipient >= 0) Way(actor, recipient);
        Words(actor, recipient, word);
        return features;
    }

    /// <summary>The features of a question about one word that tells an act: those of the pair, and what the word itself tells.</summary>
    public FeatureList Of(int trigger, Draft? draft, CodedEvent? told, int actor, int recipient, IReadOnlyList<(Draft Draft, CodedEvent Event)> acts, Func<int, PairSide> word)
    {
        Of(actor, recipient, acts, word);
        Governor("x", trigger, -1);
        features.Add("xl", Predicate(trigger), view[trigger].Upos.ToString());
        for (int at = view[trigger].Head, steps = 0; at >= 0 && steps < 2; at = view[at].Head, steps++)
        {
            features.Add("xu" + (char)('0' + steps), Predicate(at), view[trigger].Deprel);
            foreach (var kind in Operators(at)) features.Add("xuo", kind);
        }

        if (draft is null || told is null)
        {
            features.Add("told", "nothing");
            return features;
        }

        features.Add("told", told.Event);
        features.Add("told", told.Event, told.Status.ToString());
        features.Add("tolds", told.Status.ToString());
        features.Add("toldc", told.Cameo, told.Mode ?? "");
        features.Add("toldr", told.Rule);
        features.Add("toldp", Predicate(draft.Predicate), told.Event);
        features.Add("toldx", told.Event, told.Content?.Event ?? "-");
        features.Add("toldn", told.Event, told.Actor.IsEmpty ? "-" : How(told.Actor[0]), told.Recipient.IsEmpty ? "-" : How(told.Recipient[0]));
        features.Add("toldw", Sector(told.Actor), told.Event, Sector(told.Recipient));
        features.Add("toldk", ((int)(draft.Confidence * 10)).ToString(System.Globalization.CultureInfo.InvariantCulture));
        features.Add("toldq", told.Attribution.IsEmpty ? "plain" : told.Attribution[0].Stance.ToString(), told.Event);
        features.Add("toldd", draft.Pos.ToString(), told.Event);
        features.Add("distance", Distance(draft.Predicate, actor), Distance(draft.Predicate, recipient));
        features.Add("tolds1", Same(told) ? "same" : "other", told.Event);
        return features;
    }

    private static string How(ActorReference actor) => actor.Code is null ? actor.Country is null ? "unknown" : "country" : actor.How.ToString();

    private static string Sector(System.Collections.Immutable.ImmutableArray<ActorReference> actors) =>
        actors.IsEmpty ? "-" : actors[0].Sectors.IsEmpty ? actors[0].Code is null ? "?" : "STATE" : actors[0].Sectors[0];

    private static bool Same(CodedEvent e) => e.Actor.Length > 0 && e.Recipient.Length > 0 && e.Actor[0].Country is { } country && country == e.Recipient[0].Country;

    private static string Distance(int one, int other) => other < 0 ? "-" : Math.Abs(one - other) switch { <= 2 => "2", <= 5 => "5", <= 10 => "10", <= 20 => "20", _ => "far" };

    private void Acts(IReadOnlyList<(Draft Draft, CodedEvent Event)> acts)
    {
        CodedEvent? best = null;
        var bestLevel = "";
        var bestRank = -1.0;
        foreach (var (draft, e) in acts)
        {
            var level = Level(e);
            var rank = Rank(level) + e.Confidence;
            features.Add("act", level + "|", e.Event);
            features.Add("act3", level + "|", e.Cameo);
            if (e.Content is { } content) features.Add("actc", level + "|", e.Event, content.Event);
            features.Add("actl", level + "|", view.Lemma(draft.Predicate), e.Event);
            if (rank <= bestRank) continue;
            (best, bestLevel, bestRank) = (e, level, rank);
        }

        if (best is null)
        {
            features.Add("best", "none");
            return;
        }

        features.Add("best", best.Event);
        features.Add("best", best.Event, bestLevel);
        features.Add("bestq", best.Quad.ToString(System.Globalization.CultureInfo.InvariantCulture), bestLevel);
        features.Add("bestc", best.Cameo, bestLevel);
        features.Add("bestm", best.Event, best.Mode ?? "-");
        features.Add("bests", best.Event, best.Status.ToString());
        features.Add("bestx", best.Event, best.Content?.Event ?? "-", best.Content?.Cameo ?? "");
        features.Add("bestr", best.Rule);
        var rule = best.Rule.AsSpan();
        if (rule.IndexOf(':') is var end and > 0) rule = rule[..end];
        features.Add("bestp", rule.ToString(), best.Event);
    }

    private string Level(CodedEvent e)
    {
        bool aa = false, ar = false, ra = false, rr = false;
        foreach (var actor in e.Actor)
        {
            aa |= side(actor) == PairSide.Actor;
            ar |= side(actor) == PairSide.Recipient;
        }

        foreach (var recipient in e.Recipient)
        {
            ra |= side(recipient) == PairSide.Actor;
            rr |= side(recipient) == PairSide.Recipient;
        }

        return aa && rr ? "AR" : aa && ar ? "AA" : ar && ra ? "RA" : aa ? "A" : rr ? "R" : ar ? "r" : ra ? "a" : "0";
    }

    private static double Rank(string level) => level switch { "AR" => 7, "AA" => 6, "RA" => 5, "A" => 4, "R" => 3, "r" or "a" => 2, _ => 0 };

    private void Phrase(string name, int head)
    {
        if (head < 0)
        {
            features.Add("missing", name);
            return;
        }

        var lemma = view.Lemma(head);
        features.Add(name + "h", view[head].Upos == Upos.PROPN ? "PROPN" : lemma);
        features.Add(name + "d", view[head].Deprel, view.Case(head));
        foreach (var group in view.Knowledge.Classes.Of(lemma)) features.Add(name + "hc", group);
        var actors = reading.Actors.At(head);
        features.Add(name + "s", actors.IsEmpty ? "?" : actors[0].Sectors.IsEmpty ? "STATE" : actors[0].Sectors[0]);
        foreach (var type in Types(head)) features.Add(name + "ht", type);
        foreach (var child in view.Children(head))
        {
            if (view.Is(child, "amod") || view.Is(child, "compound") || view.Is(child, "acl")) features.Add(name + "m", view.Lemma(child));
            if (view.Is(child, "nmod")) features.Add(name + "n", view.Case(child), view[child].Upos == Upos.PROPN ? "PROPN" : view.Lemma(child));
        }
    }

    /// <summary>The predicates above a phrase, and what else hangs on them.</summary>
    private void Governors(string name, int head)
    {
        if (head < 0) return;
        var found = 0;
        for (int at = head, steps = 0; at >= 0 && steps < LongestPath && found < 3; at = view[at].Head, steps++)
        {
            if (at == head || view[at].Upos is not (Upos.VERB or Upos.NOUN or Upos.ADJ or Upos.AUX or Upos.PROPN)) continue;
            found++;
            var place = name + "g" + found;
            var lemma = Predicate(at);
            features.Add(place, lemma, view[Below(at, head)].Deprel);
            features.Add(name + "g", lemma);
            Describe(place, at, lemma);
            if (view[at].Upos == Upos.VERB && found > 1) break;
        }
    }

    private void Governor(string place, int predicate, int below)
    {
        var lemma = Predicate(predicate);
        features.Add(place, lemma, view[below < 0 ? predicate : below].Deprel);
        Describe(place, predicate, lemma);
    }

    private void Describe(string place, int predicate, string lemma)
    {
        foreach (var type in Types(predicate)) features.Add(place + "t", type);
        foreach (var group in view.Knowledge.Classes.Of(view.Lemma(predicate))) features.Add(place + "k", group);
        foreach (var kind in Operators(predicate)) features.Add(place + "o", kind);
        foreach (var child in view.Children(predicate))
        {
            var deprel = view[child].Deprel;
            if (view.Is(child, "aux") || view.Is(child, "advmod") || view.Is(child, "mark") || view.Is(child, "compound"))
            {
                features.Add(place + "x", view.Lemma(child), deprel == "aux:pass" ? "p" : "");
                if (view.Is(child, "aux") || view.Lemma(child) is "not" or "never" or "no") features.Add(place + "xl", view.Lemma(child), lemma);
            }
            else if (view.Is(child, "obj") || view.Is(child, "obl") || view.Is(child, "nmod") || view.Is(child, "xcomp") || view.Is(child, "ccomp") || view.Is(child, "acl") || view.Is(child, "advcl") || view.Is(child, "nsubj"))
            {
                var word = view[child].Upos == Upos.PROPN ? "PROPN" : view.Lemma(child);
                var relation = view.Is(child, "obl") || view.Is(child, "nmod") ? view.Case(child) : deprel;
                features.Add(place + "c", relation, word);
                features.Add(place + "cl", lemma, relation, word);
                foreach (var group in view.Knowledge.Classes.Of(word)) features.Add(place + "ck", relation, group, lemma);
                if (view.Is(child, "xcomp") || view.Is(child, "ccomp") || view.Is(child, "obj"))
                {
                    foreach (var type in Types(child)) features.Add(place + "ct", relation, type);
                    foreach (var inner in view.Children(child))
                        if (view.Is(inner, "obj") || view.Is(inner, "xcomp") || view.Is(inner, "obl") || view.Is(inner, "nmod") || view.Is(inner, "acl")) features.Add(place + "cc", word, view.Lemma(inner));
                }
            }
        }
    }

    private void Way(int actor, int recipient)
    {
        var up = Ancestors(actor);
        var down = Ancestors(recipient);
        var top = up.FirstOrDefault(down.Contains, -1);
        if (top < 0) return;
        var ups = up.TakeWhile(i => i != top).ToList();
        var downs = down.TakeWhile(i => i != top).ToList();
        var rise = string.Join('<', ups.Select(i => Relation(i)));
        var fall = string.Join('>', downs.AsEnumerable().Reverse().Select(Relation));
        var lemma = Predicate(top);
        features.Add("top", top == actor || top == recipient ? "self" : lemma);
        features.Add("way", rise, fall);
        features.Add("wayl", rise, lemma, fall);
        features.Add("rise", rise, lemma);
        features.Add("fall", fall, lemma);
        foreach (var i in ups.Skip(1)) features.Add("up", Predicate(i));
        foreach (var i in downs.Skip(1)) features.Add("down", Predicate(i));
        foreach (var i in ups.Skip(1).Concat(downs.Skip(1)).Append(top))
        {
            features.Add("on", Predicate(i));
            foreach (var type in Types(i)) features.Add("ont", type);
            foreach (var kind in Operators(i)) features.Add("ono", kind);
        }

        if (downs.Count > 1) features.Add("top2", lemma, Predicate(downs[^1]), Relation(downs[^1]));
        if (downs.Count > 2) features.Add("top3", lemma, Predicate(downs[^1]), Predicate(downs[^2]));
        Describe("t", top, lemma);
        features.Add("order", actor < recipient ? "ar" : "ra");
    }

    private void Words(int actor, int recipient, Func<int, PairSide> word)
    {
        var last = "^";
        var before = "^";
        for (var i = 0; i < view.Count; i++)
        {
            if (view[i].Upos == Upos.PUNCT) continue;
            var on = word(i);
            var lemma = on == PairSide.None ? view[i].Upos == Upos.PROPN ? "PROPN" : view[i].Upos == Upos.NUM ? "NUM" : view.Lemma(i) : on == PairSide.Actor ? "[A]" : "[R]";
            if (on != PairSide.None)
            {
                var own = view[i].Upos == Upos.PROPN ? "PROPN" : view.Lemma(i);
                features.Add(on == PairSide.Actor ? "wa" : "wr", own);
                if (lemma == last) continue;
            }
            else if (view[i].Upos is not (Upos.DET or Upos.PROPN or Upos.NUM))
            {
                features.Add("w", lemma);
                var between = (actor < i && i < recipient) || (recipient < i && i < actor);
                features.Add(between ? "wb" : i < Math.Min(actor, recipient) ? "wl" : "wo", lemma);
                if (between) foreach (var type in Types(i)) features.Add("wbt", type);
            }

            if (view[i].Upos == Upos.DET) continue;
            features.Add("ww", last, lemma);
            features.Add("www", before, last, lemma);
            (before, last) = (last, lemma);
        }

        features.Add("ww", last, "$");
    }

    private string Relation(int word) => view.Is(word, "obl") || view.Is(word, "nmod") ? view[word].Deprel + ":" + view.Case(word) : view[word].Deprel;

    private string Predicate(int word) =>
        view.Child(word, "compound:prt") is var particle and >= 0 ? view.Lemma(word) + " " + view.Lemma(particle) : view[word].Upos == Upos.PROPN ? "PROPN" : view.Lemma(word);

    private int Below(int ancestor, int word)
    {
        while (view[word].Head != ancestor && view[word].Head >= 0) word = view[word].Head;
        return word;
    }

    private List<int> Ancestors(int word)
    {
        var found = new List<int>();
        for (var at = word; at >= 0; at = view[at].Head) found.Add(at);
        return found;
    }

    private IEnumerable<string> Types(int word) => reading.Matcher.Keys(word).SelectMany(k => view.Knowledge.Frames.TypesOf(k.Key)).Distinct();

    private IEnumerable<string> Operators(int word) => reading.Matcher.Keys(word).SelectMany(k => view.Knowledge.Operators.Of(k.Key).ToArray()).Select(o => o.Kind.ToString()).Distinct();
}
