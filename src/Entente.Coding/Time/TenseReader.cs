using Entente.Coding.Knowledge;
using Entente.Language;

namespace Entente.Coding.Time;

/// <summary>Whether an act lies behind or ahead of the day of publication.</summary>
internal enum DateTense
{
    /// <summary>The words do not tell.</summary>
    Unknown,

    /// <summary>Behind.</summary>
    Past,

    /// <summary>Told in the present: a plan ("opens on Friday"), or a tale of what has been.</summary>
    Present,

    /// <summary>Ahead.</summary>
    Ahead,
}

/// <summary>Reads from the verbs above a date which way "on Friday" or "in May" looks.</summary>
internal sealed class TenseReader(DateScope scope)
{
    private const int DeepestClimb = 7;

    /// <summary>The tense of the act that a word belongs to.</summary>
    public DateTense Of(int index)
    {
        if (IsAheadOf(index)) return DateTense.Ahead;
        var view = scope.View;
        var direct = true;
        for (int at = index, steps = 0; at >= 0 && steps < DeepestClimb; at = view[at].Head, steps++)
        {
            // "Urged by Trump on Friday to yield": what stands before its "to" is not the infinitive's.
            if (view.Child(at, "mark") is var to && to > index && view[at].Upos == Upos.VERB) continue;
            if (HasModal(at)) return DateTense.Ahead;
            if (view[at].Upos is Upos.VERB or Upos.AUX || view.Child(at, "cop") >= 0)
            {
                if (OfVerb(at, direct) is { } told) return told;
            }
            else if (steps > 0 && view[at].Upos == Upos.ADJ && IsAheadWord(at))
            {
                return DateTense.Ahead;
            }

            // A date on a noun is that of the noun: "the elections in November" lie where the nearest November lies.
            if (at == index || view[at].Upos is not Upos.NOUN || !view.Is(index, "nmod")) continue;
            if (view.Knowledge.Times.Has(TimeKind.Planned, view.Lemma(at))) return HasCome(at) ? DateTense.Past : DateTense.Present;
            direct = false;
        }

        return DateTense.Unknown;
    }

    /// <summary>"Sunday's vote brought …": what was planned has done or undergone something.</summary>
    private bool HasCome(int noun) => scope.View.Is(noun, "nsubj") && scope.View[noun].Head is var verb and >= 0
        && !HasModal(verb) && !IsAheadWord(verb) && OfVerb(verb, direct: true) == DateTense.Past;

    /// <summary>Whether the verb above a word says what had been done before, or stands behind the word: "by Sunday they had reached …".</summary>
    public bool IsOver(int index)
    {
        var view = scope.View;
        for (int at = index, steps = 0; at >= 0 && steps < DeepestClimb; at = view[at].Head, steps++)
        {
            if (view[at].Upos != Upos.VERB && view.Child(at, "cop") < 0) continue;
            return at > index || HasHad(at);
        }

        return false;
    }

    /// <summary>Whether the verb above a word says what has gone on up to now; "has been jailed for ten years" does not.</summary>
    public bool IsPerfect(int index)
    {
        var view = scope.View;
        for (int at = index, steps = 0; at >= 0 && steps < DeepestClimb; at = view[at].Head, steps++)
        {
            if (view[at].Upos != Upos.VERB && view.Child(at, "cop") < 0) continue;
            if (view.Knowledge.Times.Has(TimeKind.Lasting, view.Lemma(at))) return false;
            foreach (var child in view.Children(at))
                if (view.Is(child, "aux") && view[child].Form.ToLowerInvariant() is "has" or "have" or "'ve" or "’ve") return true;
            return false;
        }

        return false;
    }

    private DateTense? OfVerb(int verb, bool direct)
    {
        var view = scope.View;
        var feats = view[verb].Feats;
        var copula = view.Child(verb, "cop");
        if (Contains(feats, "VerbForm=Inf")) return HasHad(verb) && view.Child(verb, "mark") < 0
            ? DateTense.Past : OfInfinitive(verb);
        if (IsToBe(verb)) return OfInfinitive(verb);
        if (IsPassivePlan(verb)) return DateTense.Ahead;
        if (copula >= 0 && view[verb].Upos == Upos.ADJ && IsAheadWord(verb)) return DateTense.Ahead;
        if (copula >= 0) feats = view[copula].Feats;
        else if (view.ChildExactly(verb, "aux:pass") is var passive and >= 0
            && Contains(view[passive].Feats, "Tense=Pres")) feats = view[passive].Feats;
        if (Contains(feats, "Tense=Past") || IsPastForm(verb)) return direct ? DateTense.Past : DateTense.Unknown;
        if (!Contains(feats, "Tense=Pres") || view.Knowledge.Times.Has(TimeKind.Told, view.Lemma(verb))) return direct ? null
            : DateTense.Unknown;
        if (Contains(feats, "VerbForm=Part") && view.Child(verb, "aux") < 0) return null;
        return direct ? DateTense.Present : DateTense.Unknown;
    }

    /// <summary>"Is to meet", "agreed to meet", "Morsi, to be sworn in on Friday, …" look ahead; others as the verb above them.</summary>
    private DateTense? OfInfinitive(int verb)
    {
        var view = scope.View;
        var head = view[verb].Head;
        if (head >= 0 && IsAheadWord(head)) return DateTense.Ahead;
        foreach (var child in view.Children(verb))
        {
            if (view.Is(child, "aux") && view[child].Upos == Upos.AUX && view.Lemma(child) == "be"
                && !Contains(view[child].Feats, "VerbForm=Inf")) return DateTense.Ahead;
        }

        return head < 0 || (IsToBe(verb) && scope.Is(view.Child(verb, "mark") - 1, ",")) ? DateTense.Ahead : null;
    }

    /// <summary>"To be sworn in".</summary>
    private bool IsToBe(int verb) => scope.View.ChildExactly(verb, "aux:pass") is var be and >= 0
        && Contains(scope.View[be].Feats, "VerbForm=Inf") && scope.Is(scope.View.Child(verb, "mark"), "to");

    /// <summary>"Had reached", and "had cost", which the parser may take for an infinitive.</summary>
    private bool HasHad(int verb)
    {
        foreach (var child in scope.View.Children(verb))
            if (scope.View.Is(child, "aux") && scope.Is(child, "had")) return true;
        return false;
    }

    /// <summary>The parser may take "retook" for the present; the present is the lemma, or ends in s.</summary>
    private bool IsPastForm(int verb)
    {
        var token = scope.View[verb];
        return Contains(token.Feats, "Tense=Pres") && Contains(token.Feats, "VerbForm=Fin") && token.Upos == Upos.VERB
            && !token.Form.EndsWith('s') && !token.Form.EndsWith('S')
            && !token.Form.Equals(token.Lemma, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"Is scheduled for Friday", "has been set for May": what was planned lies ahead.</summary>
    private bool IsPassivePlan(int verb)
    {
        if (!IsAheadWord(verb) || !Contains(scope.View[verb].Feats, "VerbForm=Part")) return false;
        foreach (var child in scope.View.Children(verb))
            if (scope.Has(child, TimeKind.Bound) && scope.Bound(child) == TimeBound.For) return true;
        foreach (var child in scope.View.Children(verb))
        {
            foreach (var inner in scope.View.Children(child))
                if (scope.View.Is(inner, "case") && scope.Is(inner, "for")) return true;
        }

        return false;
    }

    private bool IsAheadWord(int index) => scope.View.Knowledge.Times.Has(TimeKind.Ahead, scope.View.Lemma(index));

    private bool HasModal(int index)
    {
        foreach (var child in scope.View.Children(index))
            if (scope.View.Is(child, "aux") && scope.Has(child, TimeKind.Modal)) return true;
        return false;
    }

    /// <summary>"Ahead of Sunday's vote".</summary>
    private bool IsAheadOf(int index)
    {
        var before = scope.Is(index - 1, "the") ? index - 2 : index - 1;
        return scope.Is(before, "of") && scope.Is(before - 1, "ahead");
    }

    private static bool Contains(string feats, string feature) => feats.Contains(feature, StringComparison.Ordinal);
}
