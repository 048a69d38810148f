using Entente.Coding.Frames;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Clauses;

/// <summary>
/// Reads whether a clause lies ahead or is only imagined: by its own auxiliaries, its purpose, and the words that govern it ("likely to", "hopes that").
/// What hangs on such a clause without a tense of its own shares its reality: "could help <b>by sending</b> food".
/// </summary>
internal sealed class Governing(SentenceView view, Arguments arguments)
{
    private const int Deepest = 8;

    /// <summary>Future or hypothetical where the clause tells nothing that has happened, else actual. Negation is not looked at.</summary>
    /// <param name="clause">Its predicate.</param>
    /// <param name="depth">Clauses climbed so far.</param>
    public EventStatus Of(int clause, int depth = 0)
    {
        if (clause < 0 || depth > Deepest) return EventStatus.Actual;
        var status = StatusReader.Stronger(Modal(clause), Governed(clause));
        if (Sibling(clause) is >= 0 and var first) status = StatusReader.Stronger(status, Governed(first));
        if (status == EventStatus.Actual && IsPurpose(clause)) status = StatusReader.Stronger(status, IsMotion(view[clause].Head) ? EventStatus.Future : EventStatus.Hypothetical);
        var head = view[clause].Head;
        return head >= 0 && (view.Is(clause, "xcomp") || IsShared(clause) || IsDependent(clause)) ? StatusReader.Stronger(status, Of(head, depth + 1)) : status;
    }

    /// <summary>What an auxiliary says, null when nothing.</summary>
    public EventStatus? OfAuxiliary(int predicate, int auxiliary)
    {
        var form = view[auxiliary].Form.ToLowerInvariant();
        if (form is "would" or "'d" or "’d" && IsReported(predicate) && !IsPerfect(predicate)) return EventStatus.Future;
        return view.Knowledge.Words.StatusOf("aux", form) ?? view.Knowledge.Words.StatusOf("aux", view.Lemma(auxiliary));
    }

    /// <summary>"<b>Was to have met</b> in Rome": what was arranged and never came.</summary>
    public bool IsMissed(int predicate)
    {
        if (view[predicate].Upos != Upos.VERB || !IsPerfect(predicate)) return false;
        var was = false;
        foreach (var child in view.Children(predicate))
        {
            if (view.Is(child, "mark") && view.Lemma(child) == "to" && was) return true;
            was |= (view.Is(child, "cop") || view.Is(child, "aux")) && view[child].Form.ToLowerInvariant() is "was" or "were";
        }

        return false;
    }

    /// <summary>"Lula <b>is to visit</b> Beijing", a headline's "Bush to visit Libya": what is arranged.</summary>
    public bool IsArranged(int predicate)
    {
        if (view[predicate].Upos != Upos.VERB) return false;
        if (arguments.IsHeadline(predicate)) return true;
        var (copula, to) = (-1, -1);
        foreach (var child in view.Children(predicate))
        {
            if ((view.Is(child, "cop") || view.Is(child, "aux")) && view.Lemma(child) == "be" && view[child].Form.ToLowerInvariant() is "is" or "are" or "was" or "were") copula = child;
            if (view.Is(child, "mark") && view.Lemma(child) == "to") to = child;
        }

        // "Was to have met": what was arranged and never came.
        return copula >= 0 && to > copula && !IsPerfect(predicate);
    }

    /// <summary>"To …" behind a verb that it does not complete, or behind a noun.</summary>
    public bool IsPurpose(int predicate)
    {
        if (!(view.Is(predicate, "advcl") || view[predicate].Deprel is "acl" or "acl:to")) return false;

        // "Is said to have left", "was reported by Oman to have freed": told, not meant.
        var head = view[predicate].Head;
        if (head >= 0 && view[head].Upos == Upos.VERB && view.Knowledge.Words.Saying.ContainsKey(view.Lemma(head) + ".v") && arguments.IsPassive(head)) return false;
        var mark = view.Child(predicate, "mark");
        return mark >= 0 && view.Lemma(mark) == "to" && view.Child(predicate, "nsubj") < 0 && !view[predicate].Form.EndsWith("ing", StringComparison.OrdinalIgnoreCase) && !arguments.IsHeadline(predicate) && !IsRanked(head) && !IsRanked(mark - 1);
    }

    /// <summary>Whether what a verb's "to …" tells comes after it: "flew to Cairo to meet".</summary>
    public bool IsMotion(int head) => head >= 0 && view.Knowledge.Words.StatusOf("motion", view.Lemma(head)) == EventStatus.Future;

    /// <summary>Whether a verb tells only that somebody is on the way: "leaves", "is arriving".</summary>
    public bool IsSetOut(int verb) =>
        view.Lemma(verb) is "leave" or "depart" || (view.Lemma(verb) is "arrive" or "fly" or "travel" or "go" or "head" or "come" && view[verb].Feats.Contains("Tense=Pres", StringComparison.Ordinal));

    /// <summary>Whether a clause has no tense and leans on the one around it: "by …ing", "…, killing two", "in order to", "after …ing".</summary>
    public bool IsDependent(int clause)
    {
        if (!view.Is(clause, "advcl") || view.Child(clause, "nsubj") >= 0 || view.Child(clause, "aux") >= 0) return false;
        var mark = view.Child(clause, "mark");
        if (mark >= 0 && view.Lemma(mark) is "by" or "to") return true;

        // "Will decide <b>after consulting</b> them": as far ahead as what follows it.
        if (mark >= 0 && view.Lemma(mark) is not ("after" or "before" or "upon" or "on")) return false;
        return view[clause].Form.EndsWith("ing", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"Could help <b>and send</b>": a second verb under the auxiliaries of the first; one in the past goes on by itself.</summary>
    public bool IsShared(int clause) =>
        view.Is(clause, "conj") && view.Child(clause, "nsubj") < 0 && view.Child(clause, "aux") < 0 && !arguments.StepsBack(view[clause].Head, clause) && !IsOtherForm(view[clause].Head, clause);

    /// <summary>"Urged them to resume talks and <b>pressed</b> them": no infinitive goes on with a past form.</summary>
    private bool IsOtherForm(int first, int second) =>
        view[second].Upos == Upos.VERB && view[first].Feats.Contains("VerbForm=Inf", StringComparison.Ordinal) && view[second].Feats.Contains("Tense=Past", StringComparison.Ordinal);

    /// <summary>A word that opens a clause or a phrase, with the words fixed to it: "as though".</summary>
    public string MarkText(int mark)
    {
        var text = view.Lemma(mark);
        foreach (var child in view.Children(mark))
            if (view.Is(child, "fixed")) text += " " + view.Lemma(child);
        return text;
    }

    private EventStatus Modal(int clause)
    {
        var status = IsArranged(clause) ? EventStatus.Future : EventStatus.Actual;
        foreach (var child in view.Children(clause))
        {
            var told = view.Is(child, "mark") ? view.Knowledge.Words.StatusOf("mark", MarkText(child)) : view.Is(child, "aux") && view[child].Deprel != "aux:pass" ? OfAuxiliary(clause, child) : null;
            if (told is EventStatus.Future or EventStatus.Hypothetical) status = StatusReader.Stronger(status, told.Value);
        }

        return status;
    }

    /// <summary>What the word above makes of a clause that completes it: "promised <b>to send</b>", "hopes <b>that it sends</b>".</summary>
    public EventStatus Governed(int clause)
    {
        var head = view[clause].Head;
        if (head < 0) return EventStatus.Actual;
        var to = view.Child(clause, "mark") is >= 0 and var mark && view.Lemma(mark) == "to";
        var complement = view.Is(clause, "xcomp") || (to && view[clause].Deprel == "acl") ? "xcomp" : view.Is(clause, "ccomp") ? "ccomp" : null;
        if (complement is null) return EventStatus.Actual;
        var pos = view[head].Upos switch { Upos.VERB => ".v", Upos.ADJ => ".a", Upos.NOUN => ".n", _ => "" };
        foreach (var operation in view.Knowledge.Operators.Of(Verb(head) + pos))
            if (operation.Complements.Contains(complement)) return Makes(operation.Kind, complement);
        return EventStatus.Actual;
    }

    /// <summary>"Hopes that they find it <b>and will approve</b> it": the clause before, whose governor reaches this one too; -1 when none.</summary>
    public int Sibling(int clause) =>
        view.Is(clause, "conj") && view[clause].Head is >= 0 and var first && view[first].Upos == Upos.VERB && !arguments.StepsBack(first, clause) && Governed(first) == EventStatus.Hypothetical ? first : -1;

    /// <summary>What a verb does to the act that its object names, null when nothing: "opposed <b>the grant</b>", "<b>talks</b> were postponed".</summary>
    public OperatorKind? Over(int noun)
    {
        if (view[noun].Head is not (>= 0 and var verb)) return null;
        if (view[verb].Upos == Upos.ADJ || arguments.IsAdjectival(verb))
        {
            // "Was opposed <b>to a summit</b>".
            foreach (var operation in view.Knowledge.Operators.Of(view[verb].Form.ToLowerInvariant() + ".a"))
                if (view.Is(noun, "obl") && operation.Complements.Contains(view.Case(noun))) return operation.Kind;
            return null;
        }

        if (!(view.Is(noun, "obj") || view[noun].Deprel == "nsubj:pass") || view[verb].Upos != Upos.VERB) return null;
        foreach (var operation in view.Knowledge.Operators.Of(Verb(verb) + ".v"))
            if (operation.Complements.Contains("obj")) return operation.Kind;
        return null;
    }

    private string Verb(int verb) =>
        view.ChildExactly(verb, "compound:prt") is >= 0 and var particle ? view.Lemma(verb) + " " + view.Lemma(particle) : view.Lemma(verb);

    private static EventStatus Makes(OperatorKind kind, string complement) => kind switch
    {
        OperatorKind.Promise or OperatorKind.Plan or OperatorKind.Invite => EventStatus.Future,
        OperatorKind.Announce when complement == "xcomp" => EventStatus.Future,
        OperatorKind.Threaten or OperatorKind.Demand or OperatorKind.Refuse or OperatorKind.Imagine or OperatorKind.Statement => EventStatus.Hypothetical,
        _ => EventStatus.Actual,
    };

    /// <summary>"The second blast <b>to strike</b> Kabul": what is counted or ranked has happened.</summary>
    private bool IsRanked(int noun)
    {
        if (noun < 0 || !view.IsNominal(noun)) return false;
        var told = view.Knowledge.Frames.Of(view.Lemma(noun) + ".n").Length > 0;
        foreach (var child in view.Children(noun))
            if (child < noun && view.Is(child, "amod") && (view[child].Feats.Contains("NumType=Ord", StringComparison.Ordinal) || (told && view[child].Feats.Contains("Degree=Sup", StringComparison.Ordinal)) || view.Knowledge.Words.StatusOf("ranking", view.Lemma(child)) is not null)) return true;
        return false;
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

    /// <summary>"Would <b>have</b> sent": not what was told to come, but what never came.</summary>
    private bool IsPerfect(int predicate)
    {
        foreach (var child in view.Children(predicate))
            if (view.Is(child, "aux") && view.Lemma(child) == "have") return true;
        return false;
    }
}
