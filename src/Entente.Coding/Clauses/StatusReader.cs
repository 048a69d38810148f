using Entente.Coding.Frames;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Clauses;

/// <summary>Reads what a sentence says of an act's reality: auxiliaries, negation, conditions, questions, purposes.</summary>
internal sealed class StatusReader
{
    private readonly SentenceView view;
    private readonly Arguments arguments;
    private readonly bool imagined;

    public StatusReader(SentenceView view, Arguments arguments)
    {
        this.view = view;
        this.arguments = arguments;
        imagined = IsImagined();
    }

    /// <summary>The status of the act that a predicate tells, its clause and the clauses around it read together.</summary>
    public EventStatus Of(int predicate)
    {
        if (imagined) return EventStatus.Hypothetical;
        var status = Local(predicate);
        var at = predicate;
        var outside = false;
        for (var steps = 0; steps < 12; steps++)
        {
            var head = view[at].Head;
            if (head < 0) break;

            // Beyond its own clause only a condition reaches an act: "will discuss the controls that Tokyo imposed" imposes none ahead.
            if (!outside) status = Stronger(status, Around(at, head));
            else if (Conditional(head)) status = Stronger(status, EventStatus.Hypothetical);
            outside |= view.Is(at, "acl") || view.Is(at, "ccomp") || view.Is(at, "advcl") || view.Is(at, "parataxis");
            at = head;
        }

        return status;
    }

    /// <summary>The status that the words directly at a predicate give.</summary>
    /// <param name="predicate">The predicate.</param>
    /// <param name="asContent">Whether an outer word says what its "to" means, so that it tells no purpose.</param>
    public EventStatus Local(int predicate, bool asContent = false)
    {
        var status = EventStatus.Actual;
        foreach (var child in view.Children(predicate))
            if (OfChild(predicate, child) is { } told) status = Stronger(status, told);
        if (IsArranged(predicate)) status = Stronger(status, EventStatus.Future);
        if (status == EventStatus.Future && IsConditioned(predicate)) status = EventStatus.Hypothetical;
        if (!asContent && IsPurpose(predicate)) status = Stronger(status, IsMotion(view[predicate].Head) ? EventStatus.Future : EventStatus.Hypothetical);
        return status;
    }

    /// <summary>Of two statuses the one that outweighs: negated, hypothetical, future, historical, actual.</summary>
    public static EventStatus Stronger(EventStatus one, EventStatus other) => Weight(one) >= Weight(other) ? one : other;

    private static int Weight(EventStatus status) => status switch
    {
        EventStatus.Negated => 4,
        EventStatus.Hypothetical => 3,
        EventStatus.Future => 2,
        EventStatus.Historical => 1,
        _ => 0,
    };

    private EventStatus? OfChild(int predicate, int child)
    {
        var words = view.Knowledge.Words;
        var lemma = view.Lemma(child);
        if (view.Is(child, "aux") && view[child].Deprel != "aux:pass") return OfAuxiliary(predicate, child, lemma);
        if (view.Is(child, "mark") || view.Is(child, "case")) return words.StatusOf("mark", MarkText(child));
        if (view.Is(child, "advmod") && view[child].Form.Equals("longer", StringComparison.OrdinalIgnoreCase) && child > 0 && view.Lemma(child - 1) == "no") return EventStatus.Negated;
        if (view.Is(child, "advmod")) return words.StatusOf("adverb", lemma) ?? words.StatusOf("adverb", view[child].Form.ToLowerInvariant());
        if (view.Is(child, "amod")) return words.StatusOf("adjective", view[child].Form.ToLowerInvariant()) ?? words.StatusOf("adjective", lemma);
        if (view.Is(child, "det")) return words.StatusOf("determiner", lemma);
        if (view.Is(child, "cc") && lemma is "nor") return EventStatus.Negated;
        return view.Is(child, "nsubj") && SubjectNegates(child) ? EventStatus.Negated : null;
    }

    private bool SubjectNegates(int subject)
    {
        if (view.Lemma(subject) is "nobody" or "none" or "no-one" or "neither") return true;
        var determiner = view.Child(subject, "det");
        return determiner >= 0 && view.Lemma(determiner) is "no" or "neither";
    }

    private EventStatus? OfAuxiliary(int predicate, int auxiliary, string lemma)
    {
        var form = view[auxiliary].Form.ToLowerInvariant();
        if (form is "would" or "'d" or "’d" && IsReported(predicate)) return EventStatus.Future;
        return view.Knowledge.Words.StatusOf("aux", form) ?? view.Knowledge.Words.StatusOf("aux", lemma);
    }

    /// <summary>"Said it <b>would</b> send": the future as it was told.</summary>
    private bool IsReported(int predicate)
    {
        for (int at = predicate, steps = 0; at >= 0 && steps < 4; at = view[at].Head, steps++)
        {
            var head = view[at].Head;
            if (head < 0) return false;
            if (view.Is(at, "ccomp")) return view.Knowledge.Words.Saying.ContainsKey(view.Lemma(head) + ".v") || view[head].Upos == Upos.NOUN;
            if (!view.Is(at, "conj") && !view.Is(at, "xcomp")) return false;
        }

        return false;
    }

    private string MarkText(int mark)
    {
        var text = view.Lemma(mark);
        foreach (var child in view.Children(mark))
            if (view.Is(child, "fixed")) text += " " + view.Lemma(child);
        return text;
    }

    /// <summary>What the clause around a word adds.</summary>
    private EventStatus Around(int at, int head)
    {
        var verbal = view[head].Upos is Upos.VERB or Upos.AUX or Upos.ADJ || arguments.IsCopular(head);
        if (view.Is(at, "conj") && view.Child(at, "nsubj") < 0 && view.Child(at, "aux") < 0) return Local(head);
        if (view.Is(at, "xcomp")) return Local(head);
        if (view.Is(at, "ccomp") || view.Is(at, "advcl") || view.Is(at, "acl") || view.Is(at, "conj") || view.Is(at, "parataxis"))
            return Conditional(head) ? EventStatus.Hypothetical : EventStatus.Actual;
        if (!verbal || !view.IsNominal(at)) return EventStatus.Actual;

        // A noun that names the act takes part in its verb's reality when the verb carries it, or when it is any such act.
        if (arguments.Support(at) == head) return Local(head);
        if (view.Is(at, "obl") && view.Case(at) is "in case of" or "in the event of" or "without" or "in case") return EventStatus.Hypothetical;
        if (view.Is(at, "nsubj") || view.Is(at, "obj"))
            return IsIndefinite(at) && Local(head) is EventStatus.Hypothetical or EventStatus.Future ? Local(head) : EventStatus.Actual;
        return EventStatus.Actual;
    }

    private bool Conditional(int head)
    {
        foreach (var child in view.Children(head))
            if (view.Is(child, "mark") && view.Knowledge.Words.StatusOf("mark", MarkText(child)) == EventStatus.Hypothetical) return true;
        return false;
    }

    /// <summary>"Unless Tehran yields, Athens <b>will seize</b> its tankers": what hangs on a condition is imagined with it.</summary>
    private bool IsConditioned(int predicate)
    {
        foreach (var child in view.Children(predicate))
            if (view.Is(child, "advcl") && Conditional(child)) return true;
        return false;
    }

    private bool IsIndefinite(int noun)
    {
        foreach (var child in view.Children(noun))
        {
            if (child > noun) break;
            if (view.Is(child, "det")) return view.Lemma(child) is "a" or "an" or "any" or "another";
            if (view[child].Deprel == "nmod:poss") return false;
        }

        return true;
    }

    /// <summary>"Lula <b>is to visit</b> Beijing": what is arranged.</summary>
    private bool IsArranged(int predicate)
    {
        if (view[predicate].Upos != Upos.VERB) return false;
        var (copula, to) = (-1, -1);
        foreach (var child in view.Children(predicate))
        {
            if ((view.Is(child, "cop") || view.Is(child, "aux")) && view.Lemma(child) == "be" && view[child].Form.ToLowerInvariant() is "is" or "are" or "was" or "were") copula = child;
            if (view.Is(child, "mark") && view.Lemma(child) == "to") to = child;
        }

        return copula >= 0 && to > copula;
    }

    private bool IsPurpose(int predicate)
    {
        if (!(view.Is(predicate, "advcl") || view[predicate].Deprel is "acl" or "acl:to")) return false;

        // "Is said to have left", "was reported by Oman to have freed": told, not meant.
        var head = view[predicate].Head;
        if (head >= 0 && view[head].Upos == Upos.VERB && view.Knowledge.Words.Saying.ContainsKey(view.Lemma(head) + ".v") && arguments.IsPassive(head)) return false;
        var mark = view.Child(predicate, "mark");
        return mark >= 0 && view.Lemma(mark) == "to" && view.Child(predicate, "nsubj") < 0;
    }

    private bool IsMotion(int head) =>
        head >= 0 && view.Lemma(head) is "travel" or "fly" or "arrive" or "visit" or "head" or "come" or "go" or "gather" or "meet" or "send" or "dispatch" or "convene";

    private bool IsImagined()
    {
        var tokens = view.Sentence.Tokens;
        var last = tokens.Length - 1;
        while (last > 0 && tokens[last].Form is "\"" or "”" or "'" or "’" or ")") last--;
        if (tokens[last].Form.Contains('?', StringComparison.Ordinal)) return true;
        var text = view.Document.Article.Text.AsSpan(view.Sentence.Range.Start, Math.Min(24, view.Sentence.Range.Length)).ToString();
        foreach (var start in view.Knowledge.Words.ImaginedStarts)
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
