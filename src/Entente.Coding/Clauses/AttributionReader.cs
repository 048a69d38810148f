using System.Collections.Immutable;
using Entente.Coding.Actors;
using Entente.Coding.Frames;
using Entente.Coding.Mentions;
using Entente.Language;
using Entente.Sources;

namespace Entente.Coding.Clauses;

/// <summary>Finds who, other than the article, says that an act took place: reporting clauses, "according to", nouns of claim and denial.</summary>
internal sealed class AttributionReader(SentenceView view, Arguments arguments, ActorResolver actors)
{
    /// <summary>The claims about the act that a predicate tells. Nested claims stand in <see cref="Attribution.Via"/>, outermost first.</summary>
    public ImmutableArray<Attribution> Of(int predicate)
    {
        var chain = new List<List<Attribution>>();
        for (int at = predicate, steps = 0; at >= 0 && steps < 14; at = view[at].Head, steps++)
        {
            if (AccordingTo(at) is { Count: > 0 } cited) chain.Add(cited);
            if (Parenthetical(at) is { Count: > 0 } inserted) chain.Add(inserted);
            var head = view[at].Head;
            if (head < 0) break;
            if (LeavesReport(at, head))
            {
                // "Said that …, but Doha denied it": the second half is the article's own.
                at = head;
                if (view[at].Head < 0) break;
                continue;
            }

            if (IsNextSentence(at)) continue;
            if (Told(at, head) is >= 0 and var teller && Claims(teller) is { Count: > 0 } face) chain.Add(face);
            else if (Reports(at, head) && Claims(head) is { Count: > 0 } told) chain.Add(told);
        }

        if (chain.Count == 0) return [];
        ImmutableArray<Attribution> via = [.. chain.Skip(1).Reverse().Select(c => c[0])];
        return [.. chain[0].Select(c => c with { Via = via })];
    }

    /// <summary>
    /// Denials and doubts that the sentence sets against what it tells: "despite denials from Moscow and Pyongyang", "…, which
    /// Moscow denies", "…, but Minsk denies it", "a charge that La Paz dismisses". Other than behind "which", they speak against acts
    /// that somebody claims, or that the denier himself did (<c>Own</c>).
    /// </summary>
    public ImmutableArray<(Attribution Claim, int Word, bool Own)> Contradictions()
    {
        var found = ImmutableArray.CreateBuilder<(Attribution, int, bool)>();
        for (var i = 0; i < view.Count; i++)
        {
            if (!IsContradiction(i)) continue;
            var noun = view[i].Upos == Upos.NOUN;
            var stance = noun || view.Knowledge.Words.Saying.ContainsKey(view.Lemma(i) + ".v") ? view.Knowledge.Words.Saying[view.Lemma(i) + (noun ? ".n" : ".v")][0].Stance : Stance.Denies;
            foreach (var speaker in noun ? Speakers(i) : Named(arguments.Fillers(i, "subj")))
                found.Add((new Attribution(speaker, stance, view.Text(view[i].Range), view[i].Range, []), i, noun || !HasWhich(i)));
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a word sets a denial or doubt against the sentence.</summary>
    public bool IsContradiction(int word) => IsDenyingNoun(word) || IsDenyingClause(word);

    private bool IsDenyingClause(int verb)
    {
        if (view[verb].Upos != Upos.VERB || IsNegated(verb)) return false;
        var lemma = view.Lemma(verb);
        var says = view.Knowledge.Words.Saying.TryGetValue(lemma + ".v", out var stances) && stances[0].Stance != Stance.Asserts;
        if (says && view.Is(verb, "acl") && HasWhich(verb)) return true;
        if (!says && lemma is not ("dismiss" or "reject" or "refute" or "rebut")) return false;

        // "A charge that La Paz dismisses", "a fact that Managua denies".
        if (view[verb].Deprel == "acl:relcl" && view.Child(verb, "nsubj") >= 0 && IsTold(view[verb].Head)) return true;
        if (view.Child(verb, "ccomp") >= 0 || view.Child(verb, "xcomp") >= 0) return false;
        var denied = view.Child(verb, "obj");
        return denied >= 0 && (IsThat(denied) || (IsTold(denied) && IsBare(denied)));
    }

    private bool HasWhich(int verb)
    {
        foreach (var child in view.Children(verb))
            if (view.Lemma(child) == "which" && view.Is(child, "obj")) return true;
        return false;
    }

    private bool IsTold(int noun) => view[noun].Upos == Upos.NOUN && (view.Lemma(noun) is "fact" or "version" or "account" || view.Knowledge.Classes.Holds("charge", view.Lemma(noun)));

    /// <summary>"It", "this"; or "any part in it".</summary>
    private bool IsThat(int word)
    {
        if (view[word].Upos == Upos.PRON) return view.Lemma(word) is "it" or "this" or "that";
        foreach (var child in view.Children(word))
            if (child > word && view.Is(child, "nmod") && view[child].Upos == Upos.PRON && view.Lemma(child) is "it" or "this" or "that") return true;
        return false;
    }

    /// <summary>"The report", not "the report that …" or "a report of …".</summary>
    private bool IsBare(int noun)
    {
        foreach (var child in view.Children(noun))
            if (child > noun && (view.Is(child, "acl") || view.Is(child, "ccomp") || view.Is(child, "nmod"))) return false;
        return true;
    }

    private bool IsDenyingNoun(int noun) =>
        view[noun].Upos == Upos.NOUN && (view.Case(noun) is "despite" or "amid" or "notwithstanding" or "in spite of" or "over" or "contrary to" || IsNotwithstanding(noun))
        && view.Knowledge.Words.Saying.TryGetValue(view.Lemma(noun) + ".n", out var stances) && stances[0].Stance != Stance.Asserts;

    private bool IsNotwithstanding(int noun) => noun + 1 < view.Count && view.Lemma(noun + 1) == "notwithstanding";

    /// <summary>A clause set against a reported one by "but", "while" or a semicolon, with a subject of its own, is no part of the report.</summary>
    private bool LeavesReport(int at, int head)
    {
        // "Said that …, while Doha denied it".
        if (view.Is(at, "advcl") && view.Is(head, "ccomp") && view.Child(at, "nsubj") >= 0 && view.Child(at, "mark") is >= 0 and var mark && view.Lemma(mark) is "while" or "whereas" or "although" or "though"
            && view.Knowledge.Words.Saying.ContainsKey(view.Lemma(at) + ".v")) return true;
        if (!view.Is(at, "conj") || !view.Is(head, "ccomp") || view.Child(at, "nsubj") < 0 || view.Child(at, "mark") >= 0) return false;
        foreach (var child in view.Children(at))
            if (child < at && (view[child].Form is ";" or "—" or "–" || (view.Is(child, "cc") && view.Lemma(child) is "but" or "while" or "yet"))) return true;
        return false;
    }

    /// <summary>"Said …; <b>Doha denied it</b>", where the parser hung both on the word of saying.</summary>
    private bool IsNextSentence(int at)
    {
        if (!view.Is(at, "ccomp") || view.Child(at, "nsubj") < 0) return false;
        foreach (var child in view.Children(at))
            if (child < at && view[child].Form == ";") return true;
        return false;
    }

    /// <summary>"Told parliament <b>that agents had …</b>", where the parser hung what is told on the one who is told it: the word of telling; -1 for other clauses.</summary>
    private int Told(int at, int head)
    {
        if (view[at].Deprel is not ("acl" or "acl:relcl") || view.Child(at, "mark") is not (>= 0 and var mark) || view.Lemma(mark) != "that") return -1;
        var verb = view[head].Head;
        return (view.Is(head, "iobj") || view.Is(head, "obj")) && verb >= 0 && verb < head && view.Lemma(verb) is "tell" or "inform" or "assure" or "remind" or "notify" ? verb : -1;
    }

    /// <summary>Whether what hangs on a word of saying is what is said.</summary>
    private bool Reports(int at, int head)
    {
        if (view.Is(at, "ccomp") || view.Is(at, "parataxis")) return true;
        if ((view.Is(at, "xcomp") || view.Is(at, "advcl")) && view[head].Upos == Upos.VERB && arguments.IsPassive(head) && view.Child(at, "mark") is var to and >= 0 && view.Lemma(to) == "to") return true;
        if (view[head].Upos == Upos.NOUN)
            return view[at].Deprel == "acl" || (view[at].Deprel == "acl:relcl" && view.Child(at, "mark") >= 0 && view.Child(at, "nsubj") >= 0) || view.Is(at, "nmod") && view.Case(at) is "of" or "that";
        return view[head].Upos == Upos.VERB && (view.Is(at, "obj") || view[at].Deprel == "nsubj:pass") && view.Lemma(head) is "report" or "confirm" or "allege" or "claim" or "acknowledge" or "admit" or "deny" or "dispute" or "document" && arguments.Support(at) < 0;
    }

    private List<Attribution> Claims(int head)
    {
        var suffix = view[head].Upos switch { Upos.VERB => ".v", Upos.NOUN => ".n", Upos.ADJ => ".a", _ => "" };
        if (suffix == ".n" && IsNegated(head)) return [];
        if (arguments.IsAdjectival(head) || (suffix == ".v" && view.ChildExactly(head, "aux:pass") >= 0 && view.Knowledge.Words.Saying.ContainsKey(view[head].Form.ToLowerInvariant() + ".a"))) suffix = ".a";
        var word = suffix == ".a" ? view[head].Form.ToLowerInvariant() : view.Lemma(head);
        var negated = IsNegated(head);
        if (negated && view.Knowledge.Words.Saying.TryGetValue("not " + word + suffix, out var denied)) negated = false;
        else if (suffix.Length == 0 || !view.Knowledge.Words.Saying.TryGetValue(word + suffix, out denied)) return [];
        var stances = denied;
        var claims = new List<Attribution>();
        foreach (var (stance, speaker) in stances.Take(1))
        {
            if (negated && stance == Stance.Asserts) return [];
            var words = Words(head);
            var speakers = suffix == ".n" ? Speakers(head) : suffix == ".a" ? Named(Subject(head)) : Named(arguments.Fillers(head, speaker.Length > 0 ? speaker : "subj"));
            claims.AddRange(speakers.Select(s => new Attribution(s, stance, view.Text(words), words, [])));
        }

        return claims;
    }

    private List<int> Subject(int head)
    {
        foreach (var child in view.Children(head))
            if (view.Is(child, "nsubj")) return view.Coordinated(child);
        return arguments.Fillers(head, "subj");
    }

    private bool IsNegated(int verb)
    {
        foreach (var child in view.Children(verb))
            if (view.Is(child, "advmod") && view.Knowledge.Words.StatusOf("adverb", view.Lemma(child)) == EventStatus.Negated
                || view.Is(child, "det") && view.Lemma(child) is "no" or "little") return true;
        return false;
    }

    private TextRange Words(int head)
    {
        var first = head;
        foreach (var child in view.Children(head))
            if (child < head && (view.Is(child, "aux") || (view.Is(child, "advmod") && child + 3 >= head))) first = Math.Min(first, child);
        return view.Range(first, head);
    }

    /// <summary>Who makes a claim that a noun names: "denials from Moscow", "Seoul's allegation", "a report by the UN".</summary>
    private List<ActorReference> Speakers(int noun)
    {
        var named = Named(arguments.Fillers(noun, "subj"));
        return named.Count > 0 || view.Knowledge.Words.Saying[view.Lemma(noun) + ".n"][0].Stance == Stance.Asserts ? named : Named(arguments.Fillers(noun, "of"));
    }

    private List<ActorReference> Named(List<int> fillers)
    {
        var named = new List<ActorReference>();
        foreach (var filler in fillers)
        {
            var found = actors.At(filler);
            if (found.IsEmpty) found = actors.Owner(filler);
            if (found.IsEmpty && view.IsNominal(filler) && view[filler].Upos != Upos.PRON)
            {
                var range = NounPhrase.Range(view, filler);
                found = [new ActorReference { Text = view.Text(range), Range = range, How = Recognition.Title, Confidence = 0.5 }];
            }

            named.AddRange(found.Where(f => !named.Any(n => n.SameAs(f))));
        }

        return named;
    }

    private List<Attribution> AccordingTo(int at)
    {
        foreach (var child in view.Children(at))
        {
            if (!view.Is(child, "obl") && !view.Is(child, "nmod") && !view.Is(child, "advmod")) continue;
            if (view.Case(child) is not ("according to" or "accord to" or "according" or "accord")) continue;
            var range = view.Range(view.Child(child, "case"), child);
            return [.. Named(view.Coordinated(child)).Select(s => new Attribution(s, Stance.Asserts, view.Text(range), range, []))];
        }

        return [];
    }

    /// <summary>A reporting clause hung on what it reports: "the base was hit, officials said".</summary>
    private List<Attribution> Parenthetical(int at)
    {
        foreach (var child in view.Children(at))
        {
            if (!view.Is(child, "parataxis") || view[child].Upos != Upos.VERB || view.Child(child, "nsubj") < 0) continue;
            if (view.Child(child, "ccomp") >= 0 || view.Child(child, "obj") >= 0) continue;
            if (Claims(child) is { Count: > 0 } claims) return claims;
        }

        return [];
    }
}
