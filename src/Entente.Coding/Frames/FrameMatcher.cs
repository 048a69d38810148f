using Entente.Coding.Actors;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Frames;

/// <summary>Finds the frame of a predicate: the longest form of the predicate, then the frame with most conditions that hold.</summary>
internal sealed class FrameMatcher(SentenceView view, Arguments arguments, ActorResolver actors)
{
    /// <summary>Most words before the head of a noun predicate ("joint military exercise").</summary>
    private const int LongestNoun = 3;

    /// <summary>Before the name of a class, that of the class of phrases that are no members of it though their last word is.</summary>
    private const string Except = "not_";

    /// <summary>The keys under which a word is looked up, the longest first, each with its first and last word.</summary>
    public List<(string Key, int First, int Last)> Keys(int index)
    {
        var keys = new List<(string, int, int)>();
        var lemma = view.Lemma(index);
        switch (view[index].Upos)
        {
            case Upos.VERB when IsHyphenated(index):
                // "Air-dropped food", "ill-treated prisoners"; but "a Lockheed-made bomb" tells no act of this sentence.
                var joined = view.Lemma(index - 2) + " " + lemma + ".v";
                if (view.Knowledge.Frames.Of(joined).Length > 0) keys.Add((joined, index - 2, index));
                break;
            case Upos.VERB when view.Is(index, "amod") || view.Is(index, "compound"):
                // "Visiting prince", "imprisoned editor": a quality, no act of this sentence.
                break;
            case Upos.VERB:
                if (arguments.IsAdjectival(index)) keys.Add((view[index].Form.ToLowerInvariant() + ".a", index, index));
                var particle = Particle(index);
                if (particle < 0 && arguments.ParticleObject(index) >= 0) particle = index + 1;
                if (particle < 0) particle = LooseParticle(index, lemma);
                if (particle >= 0) keys.Add(($"{lemma} {view.Lemma(particle)}.v", Math.Min(index, particle), Math.Max(index, particle)));
                keys.Add((lemma + ".v", index, index));
                break;
            case Upos.ADJ:
                keys.Add((lemma + ".a", index, index));
                break;
            case Upos.NOUN or Upos.PROPN:
                Nouns(index, lemma, keys);
                break;
            default: break;
        }

        return keys;
    }

    /// <summary>The frame that holds for a word, null when none.</summary>
    public FrameMatch? Match(int index)
    {
        foreach (var (key, first, last) in Keys(index))
        {
            foreach (var frame in view.Knowledge.Frames.Of(key))
                if (Failing(frame, index) is null) return new FrameMatch(index, frame, first, last);
        }

        return null;
    }

    /// <summary>What is said of an object: "called the trial <b>a farce</b>", "held Tehran <b>responsible</b>".</summary>
    private List<int> Complements(int predicate)
    {
        var found = new List<int>();
        foreach (var child in view.Children(predicate))
        {
            if (view[child].Deprel == "obl:unmarked" && child > predicate) found.Add(child);
            if (!view.Is(child, "obj")) continue;
            if (arguments.IsPassive(predicate) || found.Count == 0 && view.Child(predicate, "obj") is var first && first < child) found.Add(child); // "held hostage", "called her a very stupid woman"
            foreach (var inner in view.Children(child))
                if (inner > child && (view.Is(inner, "amod") || view.Is(inner, "appos"))) found.Add(inner);
        }

        return found;
    }

    private bool IsInfinitive(int clause) => view.Is(clause, "advcl") && view.Child(clause, "mark") is var mark and >= 0 && view.Lemma(mark) == "to";

    /// <summary>The particle of a verb ("rule <b>out</b>"), also where the parser took it for an adverb; -1 when none.</summary>
    private int Particle(int verb)
    {
        var marked = view.ChildExactly(verb, "compound:prt");
        if (marked >= 0) return marked;
        var next = verb + 1;
        return next < view.Count && view[next].Head == verb && view.Is(next, "advmod")
            && view.Lemma(next) is "out" or "off" or "up" or "down" or "back" or "away" or "in" or "on" or "over" or "apart" or "aside" ? next : -1;
    }

    /// <summary>"Pulled <b>out</b> of the treaty", "put <b>forward</b> a plan": a particle that the parser hung elsewhere, if the knowledge lists the verb with it; -1 when none.</summary>
    private int LooseParticle(int verb, string lemma)
    {
        for (var at = verb + 1; at < view.Count && at <= verb + 4; at++)
        {
            var word = view.Lemma(at);
            if (at == verb + 1 && word == "free" && lemma is "let" or "set") return at; // "set free two hostages"
            if (view[at].Upos is not (Upos.ADP or Upos.ADV) && !(at == verb + 1 && word == "back" && at + 1 < view.Count)) continue; // "rolled back tariffs"
            var adjacent = at == verb + 1 && word is "out" or "off" or "up" or "down" or "back" or "away" or "apart" or "aside" or "through" or "ahead" or "forward" or "home" or "together"
                || at == verb + 1 && word == "over" && lemma == "hand"; // "handed over 20 trucks"
            var hung = view[at].Head == verb && view.Is(at, "advmod");
            if (!adjacent && !hung) continue;
            var key = $"{lemma} {word}.v";
            if (view.Knowledge.Frames.Of(key).Length > 0 || view.Knowledge.Operators.Of(key).Length > 0) return at;
        }

        return -1;
    }

    private bool IsHyphenated(int index) => index > 1 && view[index - 1].Form is "-" or "–" && view[index - 1].Range.End == view[index].Range.Start;

    private void Nouns(int index, string lemma, List<(string, int, int)> keys)
    {
        // A name is no predicate ("Operation Desert Storm"), but capitals in a headline or wire text may be.
        if (view[index].Upos == Upos.PROPN && (view.NameAt(index) is not null || !view.Capitals && view[index].Name != "O")) return;
        var words = lemma;
        var written = lemma;
        for (var first = index - 1; first >= 0 && index - first <= LongestNoun && (view[first].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.VERB || view[first].Form == "-"); first--)
        {
            if (view[first].Form == "-") continue;
            words = Premodifier(first) + " " + words;
            written = view[first].Form.ToLowerInvariant() + " " + written;
            keys.Insert(0, (words + ".n", first, index));
            if (written != words) keys.Insert(0, (written + ".n", first, index)); // "arms trade", "sanctions relief"
        }

        // "Declaration of war", "show of force".
        foreach (var child in view.Children(index))
        {
            if (child < index || !view.Is(child, "nmod") || view.Case(child) != "of") continue;
            var phrase = $"{lemma} of {view.Lemma(child)}.n";
            if (view.Knowledge.Frames.Of(phrase).Length > 0) keys.Add((phrase, index, child));
        }

        // "Joint naval exercise" is a joint exercise, too.
        foreach (var child in view.Children(index))
            if (child < index - 1 && (view.Is(child, "amod") || view.Is(child, "compound"))) keys.Add(($"{Premodifier(child)} {lemma}.n", child, index));
        keys.Add((lemma + ".n", index, index));
    }

    private string Premodifier(int index) => view[index].Upos is Upos.ADJ or Upos.VERB ? view[index].Form.ToLowerInvariant() : view.Lemma(index);

    /// <summary>The first condition of a frame that fails at a word, null when all hold.</summary>
    public SlotCondition? Failing(Frame frame, int predicate)
    {
        foreach (var condition in frame.When)
            if (Holds(condition, predicate) == condition.Negated) return condition;
        return null;
    }

    private bool Holds(SlotCondition condition, int predicate)
    {
        if (condition.Slot == "xcomp") return view.Child(predicate, "xcomp") is var infinitive and >= 0 && (condition.Any || Fits(condition, infinitive));
        if (condition.Slot == "aim") return arguments.Aims(predicate).Any(aim => condition.Any || Fits(condition, aim));
        if (condition.Slot == "comp")
        {
            foreach (var child in view.Children(predicate))
                if (view.Is(child, "ccomp") || view.Is(child, "xcomp") || (view.Is(child, "acl") && child > predicate) || IsInfinitive(child)) return condition.Any || Fits(condition, child);
            return !condition.Any && Complements(predicate).Any(c => Fits(condition, c));
        }

        var fillers = arguments.Fillers(predicate, condition.Slot);

        // "Barred them from entering": the phrase may be a clause.
        foreach (var child in view.Children(predicate))
            if (child > predicate && (view.Is(child, "advcl") || view.Is(child, "acl")) && view.Child(child, "mark") is var mark and >= 0 && view.Lemma(mark) == condition.Slot) fillers.Add(child);
        if (condition.Any) return fillers.Count > 0;
        foreach (var filler in fillers)
            if (Fits(condition, filler)) return true;
        return false;
    }

    private bool Fits(SlotCondition condition, int filler)
    {
        var lemma = view.Lemma(filler);
        if (condition.Lemmas.Contains(lemma)) return true;
        foreach (var name in condition.Classes)
            if (InClass(name, filler, lemma) && !IsExcepted(name, filler, lemma)) return true;
        foreach (var child in view.Children(filler))
        {
            if (child > filler && view.Is(child, "nmod") && view.Case(child) == "of" && (Fits(condition, $"{lemma} of {view.Lemma(child)}") || Counts(lemma) && Fits(condition, child))) return true; // "state of emergency", "some of its troops"
            if (child > filler || !(view.Is(child, "amod") || view.Is(child, "compound"))) continue;
            if (Fits(condition, Premodifier(child) + " " + lemma)) return true;
        }

        return false;
    }

    /// <summary>"A <b>hunger</b> strike" is no strike of the class <c>attackkind</c>: the class <c>not_attackkind</c> has it.</summary>
    private bool IsExcepted(string name, int filler, string lemma)
    {
        var except = Except + name;
        foreach (var child in view.Children(filler))
            if (child < filler && (view.Is(child, "amod") || view.Is(child, "compound")) && view.Knowledge.Classes.Holds(except, Premodifier(child) + " " + lemma)) return true;
        return false;
    }

    /// <summary>Whether a word only counts or measures what stands behind its "of".</summary>
    private bool Counts(string lemma) => view.Knowledge.Quantities.Contains(lemma) || view.Knowledge.Classes.Holds("measure_of", lemma);

    private bool Fits(SlotCondition condition, string words)
    {
        if (condition.Lemmas.Contains(words)) return true;
        foreach (var name in condition.Classes)
            if (view.Knowledge.Classes.Holds(name, words)) return true;
        return false;
    }

    /// <summary>"<b>Tokyo</b> decided to acquire …": a capital stands for the state.</summary>
    private bool IsCapital(int filler) => view.NameAt(filler) is { } match && match.Has(EntityKind.Capital) && match.Last == filler;

    private bool InClass(string name, int filler, string lemma) => name switch
    {
        "actor" => !actors.At(filler).IsEmpty,
        "state" => actors.At(filler).Any(a => a.Country is not null && (a.Sectors.IsEmpty || IsCapital(filler))),
        "person" => actors.At(filler).Any(a => a.Person is not null || a.Title is not null) || view[filler].Name.EndsWith("PERSON", StringComparison.Ordinal),
        "place" => view.NameAt(filler) is { } match && (match.Has(EntityKind.Place) || match.Has(EntityKind.State) || match.Has(EntityKind.Capital)),
        "clause" => view[filler].Upos == Upos.VERB,
        "number" => view[filler].Upos == Upos.NUM,
        "plural" => view[filler].Feats.Contains("Number=Plur", StringComparison.Ordinal),
        _ => view.Knowledge.Classes.Holds(name, lemma),
    };
}
