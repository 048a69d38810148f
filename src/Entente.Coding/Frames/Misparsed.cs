using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Frames;

/// <summary>What fills a slot where the parser hung it elsewhere: objects, and what a clause of harm belongs to.</summary>
internal sealed class Misparsed(SentenceView view)
{
    /// <summary>So far behind its verb a noun without preposition may still be its object.</summary>
    private const int Far = 4;

    /// <summary>The object of a verb that has none in the tree; -1 when none.</summary>
    public int Of(int verb)
    {
        var own = BareOblique(verb);
        if (own < 0) own = Described(verb);
        if (own < 0) own = Stray(verb);
        return own < 0 ? Crossed(verb) : own;
    }

    /// <summary>"Returned a 16th century <b>Bible</b>", where the parser took the time for an object of its own: the object behind it.</summary>
    public int Later(int verb, int first)
    {
        if (!IsTime(first)) return first;
        foreach (var child in view.Children(verb))
            if (child > first && view[child].Deprel == "obj") return child;
        return first;
    }

    /// <summary>"In 16 years", "on Tuesday", "in 2016": phrases of time fill no slot.</summary>
    public bool IsTime(int noun)
    {
        var times = view.Knowledge.Times;
        var lemma = view.Lemma(noun);
        return times.Has(TimeKind.Unit, lemma) || times.Has(TimeKind.Weekday, lemma) || (times.Has(TimeKind.Month, lemma) && view[noun].Upos == Upos.PROPN)
            || view[noun].Upos == Upos.NUM && view[noun].Form.Length == 4;
    }

    /// <summary>"<b>A bomb</b> in a market in Mosul that killed ten": what did the harm, where the parser hung the clause on a place behind it.</summary>
    public int Harmer(int antecedent, int verb)
    {
        if (!view.Knowledge.Classes.Holds("harming", view.Lemma(verb))) return antecedent;
        for (var (at, steps) = (antecedent, 0); at >= 0 && steps < Far; at = view[at].Head, steps++)
        {
            if (view.Knowledge.Classes.Holds("instrument", view.Lemma(at)) || view.Knowledge.Classes.Holds("accident", view.Lemma(at))) return at;
            if (!view.Is(at, "nmod") || view.Case(at) is "by" or "from" or "with") break;
        }

        return antecedent;
    }

    /// <summary>"Freed on bail <b>two editors</b>": an object that the parser hung on the phrase before it; -1 when none.</summary>
    private int Stray(int verb)
    {
        foreach (var child in view.Children(verb))
            if (child > verb && view.Is(child, "obl") && view[child].Upos == Upos.NOUN && view.Child(child, "obj") is var stray && stray > child) return stray;
        return -1;
    }

    /// <summary>"A court on Tuesday freed <b>pastor Mawarire</b>": a noun behind the verb that the parser hung on one before it; -1 when none.</summary>
    private int Crossed(int verb)
    {
        if (view.Child(verb, "ccomp") >= 0 || view.Child(verb, "xcomp") >= 0) return -1;
        for (var noun = verb + 1; noun < view.Count && noun <= verb + Far; noun++)
        {
            if (view[noun].Head < 0 || view[noun].Head >= verb || view[noun].Deprel != "nmod" || !view.IsNominal(noun) || view.Child(noun, "case") >= 0 || IsTime(noun)) continue;
            for (var at = view[noun].Head; at >= 0; at = view[at].Head)
                if (at == verb) return noun;
        }

        return -1;
    }

    /// <summary>A noun behind a verb without preposition that the parser took for an oblique: an object, unless it tells the time.</summary>
    private int BareOblique(int verb)
    {
        foreach (var child in view.Children(verb))
            if (child > verb && view[child].Deprel == "obl" && view.IsNominal(child) && view.Child(child, "case") < 0 && (view.NameAt(child) is not null || (view[child].Upos == Upos.NOUN && child <= verb + Far && !IsTime(child)))) return child;
        return -1;
    }

    /// <summary>"Condemned <b>reported actions</b> by Chad", where the parser took the quality for a verb of its own: the noun behind is the object.</summary>
    private int Described(int verb)
    {
        var quality = verb + 1;
        if (quality >= view.Count || view[quality].Head != verb || !(view.Is(quality, "xcomp") || view.Is(quality, "ccomp")) || !view[quality].Form.EndsWith("ed", StringComparison.Ordinal)) return -1;
        var noun = view.Child(quality, "obj");
        return noun > quality && view.Child(quality, "nsubj") < 0 && view.Child(quality, "aux") < 0 && view.Child(quality, "mark") < 0 && view.Child(noun, "det") < 0 ? noun : -1;
    }
}
