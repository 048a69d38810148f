using Entente.Coding.Frames;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Clauses;

/// <summary>Reads what a sentence says of an act's reality: auxiliaries, negation, conditions, questions, purposes.</summary>
internal sealed class StatusReader
{
    private readonly SentenceView view;
    private readonly Arguments arguments;
    private readonly bool imagined;
    private readonly Governing governing;

    public StatusReader(SentenceView view, Arguments arguments)
    {
        this.view = view;
        this.arguments = arguments;
        governing = new Governing(view, arguments);
        imagined = IsImagined();
    }

    /// <summary>Whether a clause lies ahead or is only imagined, by itself and by what governs it.</summary>
    public EventStatus Governs(int clause) => governing.Of(clause);

    /// <summary>The status of the act that a predicate tells, its clause and the clauses around it read together.</summary>
    /// <param name="predicate">The predicate.</param>
    /// <param name="type">Type of the act, where it is known.</param>
    public EventStatus Of(int predicate, string type = "")
    {
        if (imagined) return EventStatus.Hypothetical;
        var status = Local(predicate, IsDone(predicate, type));
        var at = predicate;
        var outside = false;
        for (var steps = 0; steps < 12; steps++)
        {
            var head = view[at].Head;
            if (head < 0) break;

            // Beyond its own clause only a condition reaches an act: "will discuss the controls that Tokyo imposed" imposes none ahead.
            if (!outside) status = Stronger(status, Around(predicate, at, head, type));
            else if (Conditional(head)) status = Stronger(status, EventStatus.Hypothetical);
            outside |= IsOutside(at, head, predicate, type);
            at = head;
        }

        return status;
    }

    /// <summary>Whether what stands above a word says nothing of the act below it: another clause, or a verb that only speaks of the act.</summary>
    private bool IsOutside(int at, int head, int predicate, string type)
    {
        if (view.Is(at, "acl") || view.Is(at, "ccomp") || view.Is(at, "advcl") || view.Is(at, "parataxis") || view.Is(at, "appos")) return true;

        // "Would have an effect on the talks held now", "regrets being the face for a call to war".
        if (view.Is(at, "nmod") && view.Case(at) is not ("of" or "") && type != "SANCTION" && (type == "CONSULT" || !IsGentle(type))) return true;
        return view.IsNominal(at) && (view.Is(at, "obl") || view.Is(at, "obj")) && arguments.Support(at) != head && Around(predicate, at, head, type) == EventStatus.Actual;
    }

    /// <summary>The status that the words directly at a predicate give.</summary>
    /// <param name="predicate">The predicate.</param>
    /// <param name="asContent">Whether an outer word says what its "to" means, so that it tells no purpose.</param>
    public EventStatus Local(int predicate, bool asContent = false)
    {
        return Stronger(Timeless(predicate, asContent), OfTime(predicate));
    }

    /// <summary>The same without what words of time say of the clause.</summary>
    private EventStatus Timeless(int predicate, bool asContent = false)
    {
        var status = EventStatus.Actual;
        foreach (var child in view.Children(predicate))
            if (OfChild(predicate, child) is { } told) status = Stronger(status, told);
        if (IsInNoWay(predicate) || governing.IsMissed(predicate)) status = EventStatus.Negated;
        if (governing.IsArranged(predicate)) status = Stronger(status, EventStatus.Future);
        if (status == EventStatus.Future && IsConditioned(predicate)) status = EventStatus.Hypothetical;
        if (!asContent && governing.IsPurpose(predicate)) status = Stronger(status, governing.IsMotion(view[predicate].Head) ? EventStatus.Future : EventStatus.Hypothetical);
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
        if (view.Is(child, "aux") && view[child].Deprel != "aux:pass") return governing.OfAuxiliary(predicate, child);
        if (view.Is(child, "mark")) return words.StatusOf("mark", governing.MarkText(child));
        if (view.Is(child, "case")) return words.StatusOf("case", governing.MarkText(child));
        if (view.Is(child, "advmod") && view[child].Form.Equals("longer", StringComparison.OrdinalIgnoreCase) && child > 0 && view.Lemma(child - 1) == "no") return EventStatus.Negated;
        if (view.Is(child, "advmod"))
        {
            // "Once vilified", "was once banned"; but "met once".
            var told = words.StatusOf("adverb", lemma) ?? words.StatusOf("adverb", view[child].Form.ToLowerInvariant());
            return told == EventStatus.Historical && child > predicate ? null : told;
        }

        if (view.Is(child, "amod")) return words.StatusOf("adjective", view[child].Form.ToLowerInvariant()) ?? words.StatusOf("adjective", lemma);
        if (view.Is(child, "det")) return words.StatusOf("determiner", lemma);
        if (view.Is(child, "cc") && lemma is "nor") return EventStatus.Negated;

        // "In no way", "at no time", "under no circumstances".
        if (view.Is(child, "obl") && view.Case(child) is "in" or "at" or "under" or "on" or "by")
            return SubjectNegates(child) ? EventStatus.Negated : child < predicate ? words.StatusOf("phrase", view.Case(child) + " " + lemma) : null;
        return view.Is(child, "nsubj") && SubjectNegates(child) ? EventStatus.Negated : null;
    }

    /// <summary>"Greece <b>in no way</b> recognises": right before the verb the phrase negates it, whatever it hangs on.</summary>
    private bool IsInNoWay(int verb) =>
        verb >= 3 && view[verb].Upos == Upos.VERB && view[verb - 1].Upos == Upos.NOUN && view.Lemma(verb - 2) == "no" && view[verb - 3].Upos == Upos.ADP && view.Is(verb - 3, "case");

    private bool SubjectNegates(int subject)
    {
        if (view.Lemma(subject) is "nobody" or "none" or "no-one" or "neither") return true;
        var determiner = view.Child(subject, "det");
        return determiner >= 0 && view.Lemma(determiner) is "no" or "neither";
    }

    /// <summary>What the clause around a word adds.</summary>
    private EventStatus Around(int predicate, int at, int head, string type)
    {
        var verbal = view[head].Upos is Upos.VERB or Upos.AUX or Upos.ADJ || arguments.IsCopular(head);
        if (governing.IsShared(at)) return Local(head);
        if (view.Is(at, "xcomp")) return Local(head);
        if (IsGentle(type) && governing.Sibling(at) >= 0) return EventStatus.Hypothetical;
        if (view.Is(at, "ccomp") || view.Is(at, "advcl") || view.Is(at, "acl") || view.Is(at, "conj") || view.Is(at, "parataxis"))
            return Conditional(head) ? EventStatus.Hypothetical : at == predicate && OfNoun(at, head, type) is not EventStatus.Actual and var told ? told : Leans(at, type) ? governing.Of(head) : EventStatus.Actual;
        if (view.Is(at, "csubj")) return governing.Of(head);
        if (view.Is(at, "nmod")) return at == predicate ? OfTopic(at, head, type) : EventStatus.Actual;
        if (!verbal || !view.IsNominal(at)) return EventStatus.Actual;

        // A noun that names the act takes part in its verb's reality when the verb carries it, or when it is any such act.
        if (arguments.Support(at) == head) return Stronger(Local(head, IsDone(head, type)), governing.Governed(head));
        if (view.Is(at, "obl") && view.Case(at) is "in case of" or "in the event of" or "without" or "in case") return EventStatus.Hypothetical;
        return at == predicate && (IsGentle(type) || type == "SANCTION") && OfVerb(at, head, type) is { } spoken ? spoken : OfPart(at, head, type);
    }

    /// <summary>What a clause makes of a noun in it that tells an act, though its verb does not carry it.</summary>
    private EventStatus OfPart(int noun, int verb, string type)
    {
        var gentle = IsGentle(type) || type == "SANCTION";
        var phrase = view.Is(noun, "obl") ? view.Case(noun) : "";
        // "Left for Oslo <b>for talks</b>", "arrives for a meeting": they come after the way there.
        if (type == "CONSULT" && phrase == "for" && governing.IsSetOut(verb)) return EventStatus.Future;
        if (type == "CONSULT" && phrase is "at" or "during" && governing.Of(verb) != EventStatus.Actual && Local(verb) != EventStatus.Negated) return EventStatus.Future;
        if (!IsIndefinite(noun)) return EventStatus.Actual;
        if (view.Is(noun, "nsubj") || view.Is(noun, "obj"))
        {
            var own = gentle ? Local(verb) : Timeless(verb);

            // "Could never accept an invasion" tells of none; "did not answer the attack" does.
            if (own == EventStatus.Negated) return view.Child(noun, "det") >= 0 && governing.Of(verb) == EventStatus.Hypothetical ? EventStatus.Hypothetical : EventStatus.Actual;
            return gentle ? Stronger(own, governing.Of(verb)) : own is EventStatus.Hypothetical or EventStatus.Future ? own : EventStatus.Actual;
        }

        return gentle && type != "AGREE" && phrase is "to" or "toward" or "into" or "at" or "during" or "by" or "in" ? governing.Of(verb) : EventStatus.Actual;
    }

    /// <summary>What a verb that speaks of an act says of it: "<b>opposed</b> the grant", "the withdrawal would <b>begin</b>", "a visit is <b>unlikely</b> to help".</summary>
    private EventStatus? OfVerb(int noun, int verb, string type)
    {
        var kind = governing.Over(noun);
        if (kind == OperatorKind.Stop && type == "CONSULT") return EventStatus.Negated;
        if (kind is OperatorKind.Refuse or OperatorKind.Demand || (kind == OperatorKind.Imagine && IsIndefinite(noun))) return EventStatus.Hypothetical;
        if (!view.Is(noun, "nsubj") || view[noun].Deprel == "nsubj:pass") return null;
        if (view.Knowledge.Classes.Holds("happening", view.Lemma(verb))) return governing.Of(verb);
        return IsIndefinite(noun) && view.Child(verb, "xcomp") is >= 0 and var inner && governing.Governed(inner) is not EventStatus.Actual and var told ? told : null;
    }

    /// <summary>"<b>No sign</b> that Tehran is building one", "did not find any evidence": what nothing speaks for.</summary>
    private bool IsTraceless(int noun) =>
        view.Knowledge.Classes.Holds("trace", view.Lemma(noun)) && (Local(noun) == EventStatus.Negated || (view.Is(noun, "obj") && view[noun].Head is >= 0 and var verb && Local(verb) == EventStatus.Negated));

    /// <summary>What a clause without tense takes from the noun that it describes: "could file a complaint <b>challenging</b> the decision", "talks about <b>joining</b>".</summary>
    private EventStatus OfNoun(int clause, int noun, string type)
    {
        if (view.Child(clause, "mark") is >= 0 and var mark && view.Is(clause, "advcl") && view.Lemma(mark) == "about" && IsGentle(type)) return EventStatus.Hypothetical;
        if (!view.Is(clause, "acl")) return EventStatus.Actual;
        if (IsTraceless(noun)) return EventStatus.Hypothetical;
        var topic = OfTopic(clause, noun, type);
        if (topic != EventStatus.Actual || !view[clause].Form.EndsWith("ing", StringComparison.Ordinal) || view.Child(clause, "mark") >= 0) return topic;
        if (!(view.Is(noun, "obj") || view.Is(noun, "nsubj")) || !IsIndefinite(noun) || view.NameAt(noun) is not null || view.Knowledge.Roles.Find(view.Lemma(noun)) is not null) return EventStatus.Actual;
        return governing.Of(view[noun].Head) == EventStatus.Hypothetical ? EventStatus.Hypothetical : EventStatus.Actual;
    }

    /// <summary>"Talks on <b>joining</b> the coalition", "the eve of a <b>visit</b>": what a noun is about need not have happened.</summary>
    private EventStatus OfTopic(int at, int noun, string type)
    {
        if (view.Knowledge.Words.StatusOf("topic", view.Lemma(noun)) is not { } told || (told != EventStatus.Historical && !IsGentle(type))) return EventStatus.Actual;
        var mark = view.Child(at, "mark");
        return (mark >= 0 ? view.Lemma(mark) : view.Case(at)) is "on" or "about" or "over" or "for" or "to" or "of" or "toward" ? told : EventStatus.Actual;
    }

    /// <summary>Acts that are talked about before they come, where blows and measures are talked about when they have fallen.</summary>
    public static bool IsGentle(string type) => type is "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" or "COOPERATE" or "AID" or "RETREAT";

    /// <summary>Whether a clause without tense takes its reality from the one around it; who speaks beside what is to come has spoken.</summary>
    private bool Leans(int clause, string type) =>
        governing.IsDependent(clause)
        && (view.Child(clause, "mark") >= 0 || !(type is "ACCUSE" or "REQUEST" or "REJECT" or "THREATEN" or "ASSAULT" || governing.IsPurpose(view[clause].Head)));

    /// <summary>"Disrupted the session <b>to protest</b>", "sat down <b>to discuss</b>": a purpose that is reached by what was done for it.</summary>
    private bool IsDone(int predicate, string type)
    {
        if (!governing.IsPurpose(predicate) || governing.Governed(predicate) != EventStatus.Actual) return false;
        var head = view[predicate].Head;
        var carried = -1;
        while (view.Is(head, "nmod") && view[head].Head >= 0) head = view[head].Head;
        if (view.IsNominal(head))
        {
            // "Found no evidence to charge him", "backed a bill to help".
            if (!(view.Is(head, "obj") || view[head].Deprel == "nsubj:pass") || Local(head) != EventStatus.Actual || view.Knowledge.Words.StatusOf("topic", view.Lemma(head)) is not null) return false;
            (carried, head) = (head, view[head].Head);
        }

        if (!IsPast(head) || Local(head) != EventStatus.Actual || governing.Of(head) != EventStatus.Actual) return false;
        if (type is "PROTEST" or "ACCUSE" or "REQUEST" or "AID" || (type == "REJECT" && carried < 0)) return !governing.IsMotion(head);
        return type == "CONSULT" && !arguments.IsPassive(head) && view.Knowledge.Classes.Holds(carried >= 0 ? "talks" : "sitting", view.Lemma(carried >= 0 ? carried : head));
    }

    /// <summary>Whether a verb tells what has been: in the past, or in the perfect.</summary>
    public bool IsPast(int verb)
    {
        if (view[verb].Upos != Upos.VERB) return false;
        var past = view[verb].Feats.Contains("Tense=Past", StringComparison.Ordinal);
        foreach (var child in view.Children(verb))
        {
            if (!view.Is(child, "aux")) continue;
            if (view.Lemma(child) is not ("have" or "be" or "do")) return false;
            past |= view[child].Feats.Contains("Tense=Past", StringComparison.Ordinal);
            if (view.Lemma(child) == "be" && !view[child].Feats.Contains("Tense=Past", StringComparison.Ordinal) && view[child].Feats.Contains("VerbForm=Fin", StringComparison.Ordinal)) return false;
        }

        return past;
    }

    /// <summary>"Until Zambia <b>reaches</b> an agreement", "when they <b>meet</b> on Monday": what is waited for, or lies as far ahead as what is told of it.</summary>
    private EventStatus OfTime(int predicate)
    {
        if (!view.Is(predicate, "advcl") || view[predicate].Head < 0) return EventStatus.Actual;
        var main = view[predicate].Head;
        var text = "";
        foreach (var child in view.Children(predicate))
            if (child < predicate && (view.Is(child, "mark") || view.Is(child, "advmod")) && text.Length == 0) text = governing.MarkText(child);
        if (view[main].Upos == Upos.ADV && view[main].Head >= 0)
        {
            // "As soon as Zambia reached".
            text = $"{text} {view.Lemma(main)} as";
            main = view[main].Head;
        }

        if (view.Knowledge.Words.StatusOf("time", text) is not { } told) return EventStatus.Actual;
        var ahead = governing.Of(main);
        if (told == EventStatus.Hypothetical) return ahead != EventStatus.Actual || IsPresent(predicate) ? told : EventStatus.Actual;
        return ahead == EventStatus.Actual || view[predicate].Feats.Contains("Tense=Past", StringComparison.Ordinal) ? EventStatus.Actual : EventStatus.Future;
    }

    /// <summary>"The ministers <b>meet</b>": in the present without an auxiliary.</summary>
    public bool IsSimplePresent(int verb) => view[verb].Upos == Upos.VERB && view.Child(verb, "aux") < 0 && IsPresent(verb);

    private bool IsPresent(int verb)
    {
        foreach (var child in view.Children(verb))
            if (view.Is(child, "aux") && view[child].Feats.Contains("VerbForm=Fin", StringComparison.Ordinal)) return view[child].Feats.Contains("Tense=Pres", StringComparison.Ordinal);
        return view[verb].Feats.Contains("Tense=Pres", StringComparison.Ordinal) && view[verb].Feats.Contains("VerbForm=Fin", StringComparison.Ordinal);
    }

    private bool Conditional(int head)
    {
        foreach (var child in view.Children(head))
            if (view.Is(child, "mark") && view.Knowledge.Words.StatusOf("mark", governing.MarkText(child)) == EventStatus.Hypothetical) return true;
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
