using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;

namespace Entente.Coding.Clauses;

/// <summary>
/// Acts that stand inside another one without a word that takes them there: what is asked for, what a charge is about that somebody denies, what somebody
/// is held for. They have not happened for all that the sentence says, and the act around them tells them already.
/// </summary>
internal sealed class InnerActs(SentenceView view)
{
    private const int Deepest = 8;
    private const string Charge = "charge";

    /// <summary>Whether an act is none of its own beside the acts around it.</summary>
    public bool IsSwallowed(Draft act, List<Draft> acts) => IsAsked(act, acts) || IsCharged(act, acts) || IsDenied(act) || IsHoped(act) || IsWish(act);

    /// <summary>"Launched an appeal for ten million dollars in <b>aid</b> for Mali", "issued a plea to the rebels <b>to talk</b>".</summary>
    private bool IsAsked(Draft act, List<Draft> acts)
    {
        var gentle = StatusReader.IsGentle(act.Event);
        for (int at = act.Predicate, steps = 0; steps < Deepest; steps++)
        {
            var infinitive = !view.IsNominal(at) && HasMark(at, "to");
            var clausal = view.Is(at, "xcomp") || view.Is(at, "ccomp") || view.Is(at, "conj") && !view.IsNominal(at);
            var part = clausal || gentle && (view.Is(at, "obj") || view.Is(at, "conj") || view.Is(at, "xcomp") || view.Is(at, "nmod") && view.Case(at) is "for" or "of" or "in" or "to"
                || view.Is(at, "obl") && view.Case(at) is "for" || infinitive && (view.Is(at, "advcl") || view[at].Deprel == "acl"));
            at = view[at].Head;
            if (!part || at < 0) return false;
            if (acts.Exists(a => a != act && a.Event == "REQUEST" && (a.Predicate == at || a.Last == at))) return true;
        }

        return false;
    }

    /// <summary>"Arrested <b>for collaborating</b> with rebels": what somebody is held for is what he is charged with.</summary>
    private bool IsCharged(Draft act, List<Draft> acts) =>
        StatusReader.IsGentle(act.Event) && (view.Is(act.Predicate, "advcl") || view.Is(act.Predicate, "acl") || view.Is(act.Predicate, "obl")) && (HasMark(act.Predicate, "for") || view.Case(act.Predicate) == "for")
        && view[act.Predicate].Head is >= 0 and var head && acts.Exists(a => a.Predicate == head && a.Event is "COERCE" or "SANCTION" or "ACCUSE");

    /// <summary>
    /// "Denied charges that he ran a squad that <b>killed</b> officials", "denied that …": what only a denied clause tells; and the <b>charge</b> itself, where nobody is said to make it.
    /// </summary>
    private bool IsDenied(Draft act)
    {
        if (act.Claims.Any(c => c.Stance == Stance.Denies)) return false;
        if (act is { Event: "ACCUSE", Actor.IsEmpty: true } && IsDeniedCharge(act.Predicate)) return true;
        for (int at = act.Predicate, steps = 0; steps < Deepest; steps++)
        {
            if (steps > 0 && IsDeniedCharge(at)) return true;
            var clause = view.Is(at, "ccomp") || view.Is(at, "advcl") && HasMark(at, "that");
            at = view[at].Head;
            if (at < 0) return false;
            if (clause && Denies(at, "ccomp")) return true;
        }

        return false;
    }

    /// <summary>"Hopes that Oslo will be able to take steps <b>to recognise</b> Kosovo": what is hoped for, however deep, is no event (PLOVER manual).</summary>
    private bool IsHoped(Draft act)
    {
        for (int at = act.Predicate, steps = 0; steps < Deepest; steps++)
        {
            var content = view.Is(at, "ccomp");
            if (!(content || view.Is(at, "xcomp") || view.Is(at, "obj") || view.Is(at, "conj") && !view.IsNominal(at) || HasMark(at, "to") && (view.Is(at, "advcl") || view[at].Deprel == "acl"))) return false;
            at = view[at].Head;
            if (at < 0) return false;
            if (!content) continue;
            foreach (var operation in view.Knowledge.Operators.Of(view.Lemma(at) + ".v"))
                if (operation.Kind == OperatorKind.Statement && operation.Complements.Contains("ccomp")) return true;
        }

        return false;
    }

    /// <summary>"Expressed the <b>wish</b> that Chad would help": what others should do is no readiness of one's own.</summary>
    private bool IsWish(Draft act)
    {
        if (act is not { Event: "AGREE", Content: null } || view.Child(act.Predicate, "obj") is not (>= 0 and var wish) || !view.Knowledge.Classes.Holds("wish", view.Lemma(wish))) return false;
        foreach (var clause in view.Children(wish))
            if (clause > wish && (view.Is(clause, "acl") || view.Is(clause, "ccomp")) && HasMark(clause, "that") && view.Child(clause, "nsubj") >= 0) return true;
        return false;
    }

    private bool IsDeniedCharge(int noun) =>
        view.Is(noun, "obj") && view.Knowledge.Classes.Holds(Charge, view.Lemma(noun)) && view[noun].Head is >= 0 and var verb && Denies(verb, Charge);

    private bool Denies(int verb, string complement)
    {
        foreach (var operation in view.Knowledge.Operators.Of(view.Lemma(verb) + ".v"))
            if (operation.Kind == OperatorKind.Deny && operation.Complements.Contains(complement)) return true;
        return false;
    }

    private bool HasMark(int clause, string word) => view.Child(clause, "mark") is >= 0 and var mark && view.Lemma(mark) == word;
}
