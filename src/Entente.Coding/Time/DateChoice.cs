using Entente.Coding.Clauses;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Time;

/// <summary>Chooses the date expression that belongs to an act: in its own phrase, in its clause, in the clause that carries it.</summary>
internal static class DateChoice
{
    private const int Farthest = 6;

    /// <summary>The date of an act, null when none of the expressions belongs to it.</summary>
    public static DatePhrase? Of(SentenceView view, Draft draft, List<DatePhrase> phrases)
    {
        DatePhrase? best = null;
        var bestDistance = int.MaxValue;
        foreach (var phrase in phrases)
        {
            if (IsAnothers(view, phrase, draft)) continue;
            var distance = Math.Min(Distance(view, phrase, draft.Predicate), Distance(view, phrase, draft.First));
            if (distance >= bestDistance) continue;
            best = phrase;
            bestDistance = distance;
        }

        return best;
    }

    /// <summary>"Condemned Tuesday's attack": the day is that of the attack, unless the noun tells the act itself.</summary>
    private static bool IsAnothers(SentenceView view, DatePhrase phrase, Draft draft)
    {
        var noun = view[Head(view, phrase)].Head;
        var isPhrase = phrase.First > 0 && view[phrase.First - 1].Upos == Upos.ADP
            && !(phrase.Last + 1 < view.Count && view[phrase.Last + 1].Deprel == "case");
        if (isPhrase || noun <= phrase.Last || view[noun].Upos is not (Upos.NOUN or Upos.PROPN)) return false;
        if (view[noun].Head is >= 0 and var carrier && !view.IsNominal(carrier) && view.Case(noun) is "in" or "during" or "at" or "on" or "after" or "following" or "since" or "amid"
            || view.Lemma(phrase.First) == "since") return false;
        if (noun == draft.Predicate || (noun >= draft.First && noun <= draft.Last) || view[draft.Predicate].Head == noun) return false;
        if (view[noun].Head != draft.Predicate) return view.Is(noun, "obj") || view.Is(noun, "nmod");
        return !view.Is(noun, "nsubj");
    }

    /// <summary>Steps from the expression up to the act; expressions in other clauses are out of reach.</summary>
    private static int Distance(SentenceView view, DatePhrase phrase, int predicate)
    {
        var at = Head(view, phrase);
        var path = new List<int>();
        for (var steps = 0; at >= 0 && steps < Farthest; at = view[at].Head, steps++)
        {
            path.Add(at);
            if (at == predicate) return steps;
            if ((view[at].Upos == Upos.VERB && !IsPurpose(view, at) && !IsSameTime(view, at)) || (steps > 0 && view.Is(at, "acl"))) break;
        }

        // How long something has gone on is told of that alone: "has feuded with the party for seven years".
        if (view.Lemma(phrase.First) == "for") return int.MaxValue;

        // The act may be an argument of the verb that the date belongs to, or share its clause.
        var verb = path.Count > 0 ? path[^1] : -1;
        var from = predicate;
        for (var steps = 1; verb >= 0 && steps < 4; steps++)
        {
            if (view.Is(from, "ccomp") || view[from].Deprel is "acl:relcl" or "root" || view.Is(from, "parataxis")
                || (view.Is(from, "advcl") && view.Child(from, "mark") >= 0 && !HasTo(view, from)))
                return int.MaxValue;
            from = view[from].Head;
            if (from == verb) return path.Count + steps + 2;
            if (from < 0) return int.MaxValue;
        }

        return int.MaxValue;
    }

    /// <summary>"To counter Pyongyang, on May 4 the ministers will meet": the parser may hang the date on the purpose.</summary>
    private static bool IsPurpose(SentenceView view, int clause) =>
        view.Is(clause, "advcl") && HasTo(view, clause) && clause < view[clause].Head;

    /// <summary>"Were killed <b>when a bomb went off on Thursday</b>": what happens in such a clause happens at the time of the one around it.</summary>
    private static bool IsSameTime(SentenceView view, int clause)
    {
        if (!view.Is(clause, "advcl") || clause < view[clause].Head) return false;
        foreach (var child in view.Children(clause))
            if (child < clause && (view.Is(child, "advmod") || view.Is(child, "mark")) && view.Lemma(child) == "when") return true;
        return false;
    }

    private static bool HasTo(SentenceView view, int clause) => view.Child(clause, "mark") is var mark and >= 0 && view.Lemma(mark) == "to";

    private static int Head(SentenceView view, DatePhrase phrase)
    {
        for (var i = phrase.First; i <= phrase.Last; i++)
            if (view[i].Head < phrase.First || view[i].Head > phrase.Last) return i;
        return phrase.First;
    }
}
