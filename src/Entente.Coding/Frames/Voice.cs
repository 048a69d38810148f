using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Frames;

/// <summary>Tells whether what hangs on a verb as its subject does the deed or has it done to him.</summary>
internal sealed class Voice(SentenceView view)
{
    /// <summary>"Berlin is <b>opposed</b> to the plan": a participle that the knowledge lists as an adjective.</summary>
    public bool IsAdjectival(int word)
    {
        if (view[word].Upos != Upos.VERB || view.ChildExactly(word, "aux:pass") < 0 || view.ChildExactly(word, "obl:agent") >= 0) return false;
        var key = view[word].Form.ToLowerInvariant() + ".a";
        return view.Knowledge.Frames.Of(key).Length > 0 || view.Knowledge.Operators.Of(key).Length > 0;
    }

    /// <summary>Whether a verb stands in the passive, a participle behind its noun ("troops deployed by …") included.</summary>
    public bool IsPassive(int verb)
    {
        if (IsAdjectival(verb)) return false;
        if (view.ChildExactly(verb, "nsubj:pass") >= 0 || view.ChildExactly(verb, "obl:agent") >= 0) return true;
        if (view.ChildExactly(verb, "aux:pass") is var auxiliary and >= 0 && view.Lemma(auxiliary) is "be" or "get") return true;
        if (view.Is(verb, "conj") && view.Child(verb, "aux") < 0 && view.Child(verb, "obj") < 0 && IsAbsolute(verb)) return true;
        if (view.Child(verb, "aux") < 0 && HoldsCaptive(verb) && !(view[verb].Deprel == "acl:relcl" && view.Child(verb, "nsubj") >= 0)) return true;
        if (!IsPastParticiple(verb) || view.Child(verb, "aux") >= 0 || IsMainVerb(verb)) return false;
        if (view.Is(verb, "acl") && view[verb].Deprel != "acl:relcl") return view.Child(verb, "obj") < 0 && view.Child(verb, "nsubj") < 0;
        if (IsAbsolute(verb)) return view.Child(verb, "obj") < 0;
        if (view.Is(verb, "advcl")) return view.Child(verb, "nsubj") < 0 && view.Child(verb, "obj") < 0 && view.Child(verb, "mark") < 0;
        return view.Is(verb, "conj") && view.Child(verb, "nsubj") < 0 && view.Child(verb, "obj") < 0 && IsPassive(view[verb].Head);
    }

    /// <summary>"With five men <b>killed</b> and two more <b>kidnapped</b>": a participle with a subject behind "with" tells what was done to it.</summary>
    private bool IsAbsolute(int verb)
    {
        if (view.Child(verb, "nsubj") < 0) return false;
        if (view.Is(verb, "conj") && view[verb].Head is >= 0 and var first && view.Is(first, "advcl")) return view.Child(verb, "mark") < 0 && IsPastParticiple(first) && IsAbsolute(first);
        if (view[verb].Feats.Contains("VerbForm=Fin", StringComparison.Ordinal)) return false;
        return view.Is(verb, "advcl") && view.Child(verb, "mark") is >= 0 and var mark && view.Lemma(mark) is "with" or "without";
    }

    /// <summary>"Three workers <b>held hostage</b>": what a bare "hostage" stands beside is whoever was taken, since who takes one names him.</summary>
    public bool HoldsCaptive(int verb)
    {
        var state = view.Child(verb, "obj");
        return state > verb && view[verb].Form.ToLowerInvariant() is "held" or "taken" or "kept" && view.Knowledge.Classes.Holds("captive_state", view[state].Form.ToLowerInvariant()) && NounPhrase.First(view, state) == state;
    }

    /// <summary>"Two delegations arrived in Hanoi" read as a phrase with a participle: the only verb of a sentence is its main verb.</summary>
    private bool IsMainVerb(int verb) =>
        view.Is(verb, "acl") && view[verb].Deprel != "acl:relcl" && view[verb].Head == view.Sentence.Root && view[verb].Head < verb
        && view.Knowledge.Classes.Holds("intransitive", view.Lemma(verb)) && !HasFiniteVerb();

    private bool HasFiniteVerb()
    {
        foreach (var token in view.Sentence.Tokens)
            if (token.Feats.Contains("VerbForm=Fin", StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether the word is a past participle.</summary>
    public bool IsPastParticiple(int index) =>
        view[index].Feats.Contains("VerbForm=Part", StringComparison.Ordinal) && view[index].Feats.Contains("Tense=Past", StringComparison.Ordinal);
}
