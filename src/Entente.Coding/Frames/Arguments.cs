using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Frames;

/// <summary>
/// The arguments of a predicate by slot, whatever the surface: passives, by-phrases, shared and understood subjects, relative clauses,
/// support verbs. Fillers are heads of noun phrases, coordinations taken apart.
/// </summary>
internal sealed class Arguments(SentenceView view)
{
    private const int DeepestClimb = 12;
    private const int FarSubject = 4;
    private static readonly HashSet<string> Particles = new(["off", "out", "up", "down", "back", "away", "over", "aside"], StringComparer.Ordinal);
    private static readonly HashSet<string> TimePrepositions = new(["in", "on", "at", "by", "during", "since", "for"], StringComparer.Ordinal);

    private readonly Voice voice = new(view);
    private readonly Asides asides = new(view);
    private readonly Misparsed misparsed = new(view);

    /// <summary>The fillers of a slot of a predicate.</summary>
    public List<int> Fillers(int predicate, string slot)
    {
        var heads = view[predicate].Upos is Upos.NOUN or Upos.PROPN && !IsCopular(predicate)
            ? OfNoun(predicate, slot)
            : OfVerb(predicate, slot);
        var fillers = new List<int>();
        foreach (var head in heads)
            foreach (var part in view.Coordinated(head))
                if (!fillers.Contains(part)) fillers.Add(part);
        return fillers;
    }

    /// <summary>Whether the word is a predicate noun or adjective with a copula.</summary>
    public bool IsCopular(int predicate) => view.Child(predicate, "cop") >= 0;

    /// <summary>"Berlin is <b>opposed</b> to the plan": a participle that the knowledge lists as an adjective.</summary>
    public bool IsAdjectival(int word) => voice.IsAdjectival(word);

    /// <summary>Whether a verb stands in the passive, a participle behind its noun ("troops deployed by …") included.</summary>
    public bool IsPassive(int verb) => voice.IsPassive(verb);

    /// <summary>The grammatical subject, its own or the one it is understood with; -1 when none.</summary>
    public int Subject(int predicate, int depth = 0)
    {
        if (depth > DeepestClimb) return -1;
        if (OwnSubject(predicate) is var own and >= 0) return Antecedent(own, predicate);
        var head = view[predicate].Head;
        if (head < 0 || asides.IsReported(predicate, head)) return -1;
        if (asides.Holds(predicate) && asides.Outer(head, IsCopular, OwnSubject) is var main and >= 0 && main != head) return Subject(main, depth + 1);
        if (view.Is(predicate, "acl") && IsCopular(head) && view.Child(head, "nsubj") is var owner and >= 0) return owner;
        if (view[predicate].Deprel == "acl:relcl") return voice.IsPastParticiple(predicate) || view.Child(predicate, "obj") >= 0 || !HasRelative(predicate) ? head : -1;
        if (view.Is(predicate, "acl") && GoesOn(predicate, head)) return Subject(view[head].Head, depth + 1);
        if (IsHeadline(predicate)) return head;
        if (view.Is(predicate, "acl")) return IsInfinitive(predicate) ? SupportedSubject(head, depth + 1) : Author(head) is >= 0 and var author ? author : head;
        if (view.Is(predicate, "conj") && StepsBack(head, predicate) && view[head].Head >= 0 && (view.Is(head, "ccomp") || view.Is(head, "xcomp")) && IsPastFinite(view[head].Head))
            return Subject(view[head].Head, depth + 1);
        if (view.Is(predicate, "conj")) return view[head].Upos is Upos.VERB or Upos.AUX or Upos.ADJ || IsCopular(head) ? Subject(head, depth + 1) : -1;
        if (view.Is(predicate, "xcomp")) return Controller(head, depth);
        if (view.Is(predicate, "advcl") || view.Is(predicate, "ccomp") || view.Is(predicate, "parataxis") && view[predicate].Feats.Contains("VerbForm=Ger", StringComparison.Ordinal))
        {
            var split = view.Lemma(head) is "have" or "be" && view[predicate].Feats.Contains("VerbForm=Part", StringComparison.Ordinal);
            if (view.Is(predicate, "ccomp") && !IsInfinitive(predicate) && !split) return -1;
            return view[head].Upos is Upos.VERB or Upos.AUX || IsCopular(head) || view[head].Upos == Upos.ADJ ? Subject(head, depth + 1) : -1;
        }

        return -1;
    }

    /// <summary>
    /// "Amnesty put out a <b>report</b> accusing the army", "a <b>statement</b> condemning the raid was issued by Cairo": a document says what those say
    /// who give it out, if no name stands with it ("a UN report"); -1 when that is not told.
    /// </summary>
    private int Author(int document)
    {
        var verb = view[document].Head;
        if (verb < 0 || view[verb].Upos != Upos.VERB || !view.Knowledge.Classes.Holds("document", view.Lemma(document)) || !view.Knowledge.Classes.Holds("giving_out", VerbLemma(verb, document))) return -1;
        foreach (var child in view.Children(document))
            if (view.NameAt(child) is not null || view.Is(child, "nmod") && view.Case(child) is "by" or "from") return -1;
        if (view[document].Deprel == "nsubj:pass") return view.ChildExactly(verb, "obl:agent");
        return view.Is(document, "obj") && !voice.IsPassive(verb) ? Subject(verb) : -1;
    }

    /// <summary>The subject in a predicate's own clause; -1 when none.</summary>
    private int OwnSubject(int predicate)
    {
        var subject = -1;
        foreach (var child in view.Children(predicate))
        {
            if (!(view.Is(child, "nsubj") || view.Is(child, "csubj"))) continue;
            if (subject < 0 || (child < predicate && IsNearer(subject, child))) subject = child;
        }

        return subject;
    }

    /// <summary>
    /// Which of two subjects that the parser found is meant: in "hardliners <b>Britain and Chad</b> insisted", "our man <b>Putin</b> said" a noun only
    /// describes the listed name behind it, while what stands behind a comma describes the first, and a far one belongs to a verb before.
    /// </summary>
    private bool IsNearer(int first, int second)
    {
        if (view[second].Upos == Upos.PRON) return true;
        var start = NounPhrase.First(view, second);
        if (start > 0 && view[start - 1].Form == ",") return false;
        return view.NameAt(second) is not null ? view.NameAt(first) is null : view[second].Upos == Upos.NOUN && start - first > FarSubject;
    }

    /// <summary>The verb that carries a noun ("launched an attack"), -1 when none.</summary>
    public int Support(int noun)
    {
        var head = view[noun].Head;
        if (head < 0) return -1;
        if (view.Is(noun, "conj") && view.IsNominal(head)) return Support(head);
        var carried = view.Is(noun, "obj") || view[noun].Deprel == "nsubj:pass" || view.Is(noun, "obl") && view.Case(noun) is "in" or "into" or "on";
        if (!carried || view[head].Upos is not (Upos.VERB or Upos.AUX)) return -1;
        return view.Knowledge.Words.Support.TryGetValue(VerbLemma(head, noun), out var nouns) && (nouns.IsEmpty || nouns.Contains(view.Lemma(noun))) ? head : -1;
    }

    /// <summary>A participle behind a noun whose verb carries it ("sanctions imposed by …"), -1 when none.</summary>
    public int SupportBehind(int noun)
    {
        foreach (var child in view.Children(noun))
            if (view.Is(child, "acl") && view[child].Upos == Upos.VERB && view.Knowledge.Words.Support.ContainsKey(view.Lemma(child))) return child;
        return -1;
    }

    private string VerbLemma(int verb, int noun)
    {
        var lemma = view.Lemma(verb);
        if (view.Child(verb, "compound:prt") is var particle and >= 0) return lemma + " " + view.Lemma(particle);
        return view.Is(noun, "obl") && view.Case(noun) is { Length: > 0 } preposition ? lemma + " " + preposition : lemma;
    }

    private IEnumerable<int> OfVerb(int verb, string slot)
    {
        switch (slot)
        {
            case "self": return [verb];
            case "subj": return IsPassive(verb) ? Phrases(verb, "by") : Existing(Subject(verb));
            case "obj": return IsPassive(verb) ? Existing(Subject(verb)) : Objects(verb);
            case "iobj": return Existing(view.Child(verb, "iobj"));
            case "comp": return Clauses(verb);
            case "aim": return Aims(verb).SelectMany(aim => view.Child(aim, "obj") is >= 0 and var served ? [served] : Phrases(aim, "for"));
            case "aim-in": return Aims(verb).SelectMany(aim => Phrases(aim, "in").Concat(Phrases(aim, "across")));
            case "between" when Phrases(verb, slot) is var own:
                return own.Count == 0 && !IsPassive(verb) && Subject(verb) is var talks and >= 0 && view[talks].Upos == Upos.NOUN ? Phrases(talks, slot) : own; // "talks between Minsk and Vilnius failed"
            default: return Phrases(verb, slot);
        }
    }

    private List<int> Objects(int verb)
    {
        var own = view.Child(verb, "obj") is var direct and >= 0 ? misparsed.Later(verb, direct) : view.Child(verb, "iobj");
        if (own < 0) own = ParticleObject(verb);
        if (own < 0) own = misparsed.Of(verb);
        if (own >= 0) return [Antecedent(own, verb)];
        if (view[verb].Deprel == "acl:relcl" && view.Child(verb, "nsubj") >= 0 && view.Child(verb, "ccomp") < 0 && view.Child(verb, "xcomp") < 0
            && Subject(verb) != view[verb].Head) return [view[verb].Head];

        // "attacked and destroyed the base": the last verb's object is the first one's too.
        foreach (var child in view.Children(verb))
            if (view.Is(child, "conj") && view[child].Upos == Upos.VERB && view.Child(child, "nsubj") < 0 && view.Child(child, "obj") is var shared and >= 0
                && view.Child(verb, "obl") < 0 && child - verb <= 4) return [shared];
        return [];
    }

    /// <summary>"Broke <b>off</b> talks", where the parser took the particle for a preposition: the noun is the object; -1 when no such particle verb is known.</summary>
    public int ParticleObject(int verb)
    {
        foreach (var child in view.Children(verb))
        {
            if (!view.Is(child, "obl") || view.Child(child, "case") != verb + 1) continue;
            var predicate = $"{view.Lemma(verb)} {view.Lemma(verb + 1)}.v";
            var inward = view.Lemma(verb + 1) == "in" && view[child].Upos == Upos.NOUN;
            if ((inward || Particles.Contains(view.Lemma(verb + 1))) && (view.Knowledge.Frames.Of(predicate).Length > 0 || view.Knowledge.Operators.Of(predicate).Length > 0)) return child;
        }

        return -1;
    }

    private IEnumerable<int> OfNoun(int noun, string slot)
    {
        var support = Support(noun);
        var behind = support < 0 ? SupportBehind(noun) : -1;
        switch (slot)
        {
            case "self": return [noun];
            case "subj":
                var owners = Owners(noun).Concat(Phrases(noun, "by")).Concat(Phrases(noun, "from")).ToList();
                if (owners.Count == 0) owners = Below(noun, "by");
                if (owners.Count == 0 && support < 0 && behind < 0) owners = Voiced(noun);
                if (owners.Count > 0) return owners;
                if (support >= 0) return OfVerb(support, "subj");
                return behind >= 0 ? OfVerb(behind, "subj") : [];
            case "obj": return Phrases(noun, "of") is { Count: > 0 } of ? of : Under(noun);
            case "iobj": return support >= 0 ? Existing(view.Child(support, "iobj")) : [];
            case "comp": return Clauses(noun);
            default:
                var own = Phrases(noun, slot).ToList();
                if (own.Count == 0 && support >= 0) own = Phrases(support, slot).Where(p => p != noun).ToList();
                if (own.Count == 0 && slot is "on" or "against") own = Under(noun);
                if (own.Count == 0 && behind >= 0) own = Phrases(behind, slot);
                if (own.Count == 0 && slot == "between") own = Settled(noun);
                return own.Count == 0 && slot is not ("in" or "at" or "of") ? Below(noun, slot) : own;
        }
    }

    /// <summary>Phrases that the parser hung one noun too low: "an attack by rebels <b>on Kyiv</b>", "the arrest of a reporter <b>by police</b>".</summary>
    private List<int> Below(int noun, string preposition)
    {
        var found = new List<int>();
        foreach (var child in view.Children(noun))
            if (child > noun && view.Is(child, "nmod") && (preposition != "by" || view.Case(child) == "of" || !IsAct(child))) found.AddRange(Phrases(child, preposition));
        return found;
    }

    /// <summary>"An effort to resolve the rift <b>between Chad and Sudan</b>": who stands behind what the noun is to settle.</summary>
    private List<int> Settled(int noun)
    {
        foreach (var child in view.Children(noun))
            if (child > noun && view[child].Deprel is "acl" or "acl:to" && HasTo(child) && view.Child(child, "obj") is >= 0 and var quarrel) return Phrases(quarrel, "between");
        return [];
    }

    /// <summary>"Criticism of German policies <b>voiced by Chile</b>": a participle that carries the noun, hung on what the noun is about.</summary>
    private List<int> Voiced(int noun)
    {
        foreach (var child in view.Children(noun))
        {
            if (child < noun || !view.Is(child, "nmod") || view.Case(child) != "of" || IsAct(child)) continue;
            if (SupportBehind(child) is >= 0 and var participle && IsPassive(participle)) return Phrases(participle, "by");
        }

        return [];
    }

    /// <summary>"A protest against the rapes <b>by soldiers</b>": what stands behind a noun that tells an act itself belongs to that act.</summary>
    private bool IsAct(int noun)
    {
        foreach (var frame in view.Knowledge.Frames.Of(view.Lemma(noun) + ".n"))
            if (frame.Event != "NONE") return true;
        return false;
    }

    /// <summary>Who lies under something: "<b>Iran</b>, under sanctions", "the status of an outcast under embargo".</summary>
    private List<int> Under(int noun)
    {
        var found = new List<int>();
        if (view.Case(noun) != "under") return found;
        var at = view[noun].Head;
        for (var steps = 0; at >= 0 && steps < 3 && view.IsNominal(at); at = view[at].Head, steps++) found.Add(at);

        // "Japan has come under criticism".
        if (found.Count == 0 && at >= 0 && view.Lemma(at) is "come" or "fall" or "remain" or "stay" or "be" && Subject(at) is var bearer and >= 0) found.Add(bearer);

        // "Considering Syria's status as an outcast under embargo": the phrase may hang on the verb beside its object.
        if (at >= 0 && found.Count > 0 && view.IsNominal(found[^1]) && view.Case(found[^1]) == "as" && view.Child(at, "obj") is var described and >= 0) found.Add(described);
        return found;
    }

    /// <summary>Possessors, nationality adjectives and names before a noun.</summary>
    private List<int> Owners(int noun)
    {
        var owners = new List<int>();
        foreach (var child in view.Children(noun))
        {
            if (child > noun) break;
            if (view[child].Deprel == "nmod:poss" || ((view.Is(child, "amod") || view.Is(child, "compound") || view[child].Deprel is "nmod" or "nmod:desc") && (view.NameAt(child) is not null || IsActing(child))))
                owners.Add(child);
        }

        return owners;
    }

    /// <summary>Whether a noun before another names who acts: "<b>police</b> raid", "<b>rebel</b> threat", but not "hostage release".</summary>
    private bool IsActing(int noun) =>
        view[noun].Upos is Upos.NOUN && view.Knowledge.Roles.Find(view.Lemma(noun)) is { } role
        && role.Sectors[0] is "GOV" or "MIL" or "COP" or "REB" or "UAF" or "PRM" or "OPP" or "PTY" or "JUD" or "LEG" or "SPY" or "CRM";

    private List<int> Phrases(int predicate, string preposition)
    {
        var found = new List<int>();
        foreach (var child in view.Children(predicate))
        {
            // "Moved troops <b>close to</b> the border".
            if (preposition == "near" && child > predicate && view.Lemma(child) == "close" && view[child].Upos is Upos.ADJ or Upos.ADV) found.AddRange(Phrases(child, "to"));
            if (!(view.Is(child, "obl") || view.Is(child, "nmod")) || view.Case(child) != preposition) continue;
            if (!view[child].Deprel.EndsWith("poss", StringComparison.Ordinal) && !(TimePrepositions.Contains(preposition) && IsTime(child))) found.Add(Antecedent(child, predicate));
        }

        if (found.Count > 0 || view[predicate].Upos != Upos.VERB) return found;

        // "imposed sanctions on Iran": the parser may hang the phrase on the object.
        foreach (var carried in Objects(predicate).Concat(IsPassive(predicate) ? Existing(Subject(predicate)) : []).SelectMany(view.Coordinated))
        {
            foreach (var child in view.Children(carried))
            {
                if (!view.Is(child, "nmod") || child < carried) continue;
                if (view.Case(child) == preposition) found.Add(child);
                else if (preposition == "from" && view.Case(child) == "of") found.AddRange(Phrases(child, preposition)); // "seeks a loan of 600 million dollars from Oslo"
            }

            // "Lift the tariffs imposed against Japan": or on the participle that tells of the object.
            if (found.Count == 0 && preposition != "by" && SupportBehind(carried) is >= 0 and var participle && participle != predicate) found.AddRange(Phrases(participle, preposition));
        }

        return found;
    }

    /// <summary>Whether a phrase tells a time: such a one fills no slot.</summary>
    public bool IsTime(int noun) => misparsed.IsTime(noun);

    /// <summary>Subjects (else objects) of the clauses below a predicate: "urged that <b>Iran</b> release …".</summary>
    private List<int> Clauses(int predicate)
    {
        var found = new List<int>();
        foreach (var child in view.Children(predicate))
        {
            if (!(view.Is(child, "ccomp") || view.Is(child, "xcomp") || view.Is(child, "advcl") || view.Is(child, "acl"))) continue;
            var inside = view.Child(child, "nsubj") is var subject and >= 0 ? subject : view.Child(child, "obj");
            if (inside >= 0) found.Add(inside);
        }

        return found;
    }

    /// <summary>What something is given for: "gave trucks <b>to help</b> Mali", whether the parser hung the clause on the verb, the gift or its "of" and "in".</summary>
    public List<int> Aims(int verb)
    {
        var aims = new List<int>();
        var givens = Objects(verb).Concat(IsPassive(verb) ? Existing(Subject(verb)) : []).ToList();
        givens.AddRange(givens.SelectMany(given => view.Children(given).ToArray()).Where(child => view.Is(child, "nmod") && view.Case(child) is "of" or "in" or "worth").SelectMany(view.Coordinated).ToList());
        foreach (var head in givens.Append(verb))
        {
            foreach (var child in view.Children(head))
                if (child > verb && (view.Is(child, "advcl") || view.Is(child, "xcomp") || view.Is(child, "acl")) && view[child].Deprel != "acl:relcl" && HasTo(child)) aims.Add(child);
        }

        return aims;
    }

    private int Controller(int head, int depth)
    {
        if (view[head].Upos is Upos.VERB)
        {
            if (IsPassive(head)) return Subject(head, depth + 1);
            if (view.Child(head, "obj") is var patient and >= 0) return Antecedent(patient, head);
            if (view.Child(head, "iobj") is var addressee and >= 0) return addressee;
        }

        return Subject(head, depth + 1);
    }

    /// <summary>Who does what an infinitive behind a noun tells: "Russia's decision <b>to withdraw</b>", "made an attempt <b>to …</b>".</summary>
    private int SupportedSubject(int noun, int depth)
    {
        var owners = Owners(noun);
        if (owners.Count > 0) return owners[0];
        var head = view[noun].Head;

        // "The failure of Cuba to release …": whose failure it is.
        if (view.Knowledge.Operators.Of(view.Lemma(noun) + ".n").Length > 0)
        {
            foreach (var child in view.Children(noun))
                if (child > noun && view.Is(child, "nmod") && view.Case(child) == "of" && view.NameAt(child) is not null) return child;
        }

        return head >= 0 && view.Is(noun, "obj") && view[head].Upos == Upos.VERB ? Subject(head, depth + 1) : -1;
    }

    /// <summary>"Smashed four brigades, <b>killed</b> or wounded 1,500 men and …": a past form with an object of its own tells no quality of the noun before it.</summary>
    private bool GoesOn(int verb, int noun) =>
        voice.IsPastParticiple(verb) && view.Child(verb, "obj") >= 0 && !voice.HoldsCaptive(verb) && view.Is(noun, "obj") && view[noun].Head is >= 0 and var before
        && IsPastFinite(before) && verb > 0 && view.Child(verb, "punct") is >= 0 and var comma && comma < verb;

    /// <summary>The noun that a relative pronoun stands for.</summary>
    private int Antecedent(int index, int predicate)
    {
        if (view[index].Upos is not (Upos.PRON or Upos.DET or Upos.ADV) || view.Lemma(index) is not ("who" or "which" or "that" or "whom" or "whose")) return index;
        for (int at = predicate, steps = 0; at >= 0 && steps < DeepestClimb; at = view[at].Head, steps++)
            if (view[at].Deprel == "acl:relcl") return misparsed.Harmer(view[at].Head, at);
        return index;
    }

    /// <summary>"Bush <b>to visit</b> Libya": a headline's future, which has no other verb and no full stop.</summary>
    public bool IsHeadline(int predicate)
    {
        if (view[view.Count - 1].Upos == Language.Upos.PUNCT || !HasTo(predicate)) return false;
        var head = view[predicate].Head;
        if (head < 0) return view.Child(predicate, "nsubj") >= 0 && view.Child(predicate, "aux") < 0 && !IsCopular(predicate);
        return view.Is(predicate, "acl") && view[head].Head < 0 && head < predicate && !IsCopular(head)
            && (view.NameAt(head) is not null || view.Knowledge.Roles.Find(view.Lemma(head)) is not null);
    }

    private bool HasTo(int verb) => view.Child(verb, "mark") is >= 0 and var mark && view.Lemma(mark) == "to";

    private bool HasRelative(int predicate)
    {
        foreach (var child in view.Children(predicate))
            if (view.Lemma(child) is "which" or "that" or "whom" or "where" or "when" or "why" or "how") return true;
        return false;
    }

    /// <summary>"Demanded that Rome lift its ban and <b>ruled</b> out …": a verb in the past does not go on with one that is not.</summary>
    public bool StepsBack(int first, int second) => IsPastFinite(second) && !view[first].Feats.Contains("Tense=Past", StringComparison.Ordinal);

    private bool IsPastFinite(int index) =>
        view[index].Feats.Contains("VerbForm=Fin", StringComparison.Ordinal) && view[index].Feats.Contains("Tense=Past", StringComparison.Ordinal);

    private bool IsInfinitive(int index) =>
        view[index].Feats.Contains("VerbForm=Inf", StringComparison.Ordinal) || (view.Child(index, "mark") is var mark and >= 0 && view.Lemma(mark) == "to");

    private static IEnumerable<int> Existing(int index) => index >= 0 ? [index] : [];
}
