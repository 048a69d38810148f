using System.Collections.Immutable;
using Entente.Coding.Frames;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;

namespace Entente.Coding.Clauses;

/// <summary>Reads all acts of a sentence: frames first, then what outer words make of the acts inside them, from the inside out.</summary>
internal sealed class ClauseCoder(SentenceView view, Arguments arguments, FrameCoder frames, FrameMatcher matcher, Composer composer, AttributionReader attributions)
{
    private static readonly Operator Demanding = new("must", 'v', OperatorKind.Demand, ["ccomp"], "subj", "100");

    private const string Wrongdoing = "wrongdoing";

    private readonly ImmutableArray<Draft>?[] coded = new ImmutableArray<Draft>?[view.Count];
    private readonly bool[] consumed = new bool[view.Count];
    private readonly Politics politics = new(view);
    private readonly InnerActs inner = new(view);

    /// <summary>The acts of the sentence in text order, those inside other acts left out.</summary>
    public List<Draft> Code()
    {
        for (var i = 0; i < view.Count; i++) Code(i, 0);
        var acts = new List<Draft>();
        for (var i = 0; i < view.Count; i++)
            if (!consumed[i]) acts.AddRange(coded[i]!.Value.Where(Sufficiency.IsEnough).Where(politics.Concerns));
        acts = [.. acts.Select(act => Answered(act, acts))];
        acts.RemoveAll(act => (act.Event == "REQUEST" && IsCauseOfProtest(act, acts)) || IsTerm(act, acts) || IsRejected(act, acts) || inner.IsSwallowed(act, acts));
        return acts;
    }

    /// <summary>"Washington accused Pyongyang of …, <b>despite denials</b> from Pyongyang": a denial by the accused answers those who accuse him.</summary>
    private Draft Answered(Draft act, List<Draft> acts)
    {
        if (act is not { Event: "REJECT", Pos: 'n', Recipient.IsEmpty: true } || !attributions.IsContradiction(act.Predicate)) return act;
        var accusers = acts.Where(a => a.Event == "ACCUSE" && a.Recipient.Any(r => act.Actor.Any(d => IsOf(d, r)))).SelectMany(a => a.Actor).Where(a => !act.Actor.Any(d => IsOf(d, a)));
        return act with { Recipient = [.. accusers] };
    }

    private static bool IsOf(ActorReference one, ActorReference other) => one.SameAs(other) || (one.Country is { } country && country == other.Country);

    /// <summary>What a protest is about is no request of its own (PLOVER manual): "demonstrated, demanding that the government resign".</summary>
    private bool IsCauseOfProtest(Draft request, List<Draft> acts) => IsCauseOfProtest(request.Predicate, acts) || IsCauseOfProtest(request.Last, acts);

    private bool IsCauseOfProtest(int request, List<Draft> acts)
    {
        for (int at = request, steps = 0; at >= 0 && steps < 4; at = view[at].Head, steps++)
        {
            if (steps > 0 && acts.Exists(a => a.Event == "PROTEST" && (a.Predicate == at || a.First == at || a.Last == at || view[a.Last].Head == at))) return true;
            if (!(view.Is(at, "advcl") || view.Is(at, "acl") || view.Is(at, "conj") || view.Is(at, "xcomp") || view.Is(at, "nmod"))) return false;
        }

        return false;
    }

    /// <summary>"Threatened to kill him unless Tokyo <b>withdraws</b>": what a threat is to bring about is its term, no act of its own.</summary>
    private bool IsTerm(Draft act, List<Draft> acts)
    {
        var term = false;
        for (int at = act.First, steps = 0; at >= 0 && steps < 6; at = view[at].Head, steps++)
        {
            if (term && acts.Exists(a => a != act && a.Event == "THREATEN" && (a.Predicate == at || a.Content?.First == at || a.Content?.Predicate == at))) return true;
            term |= view.Is(at, "advcl") && (HasMark(at, "if") || HasMark(at, "unless"));
        }

        return false;
    }

    /// <summary>"Opposed <b>a grant</b> to Chad": the refusal tells what is refused.</summary>
    private bool IsRejected(Draft act, List<Draft> acts) =>
        act.Pos == 'n' && StatusReader.IsGentle(act.Event) && (view.Is(act.First, "obj") || view.Is(act.Last, "obj")) && view[act.Last].Head is >= 0 and var verb
        && acts.Exists(a => a != act && a.Event == "REJECT" && a.Predicate == verb);

    private ImmutableArray<Draft> Code(int predicate, int depth)
    {
        if (coded[predicate] is { } done) return done;
        coded[predicate] = [];
        var acts = depth > 12 ? [] : Read(predicate, depth);
        coded[predicate] = acts;
        return acts;
    }

    private ImmutableArray<Draft> Read(int predicate, int depth)
    {
        var match = frames.Match(predicate);
        var composed = Composed(predicate, match, depth);
        if (composed.Any(Sufficiency.IsEnough)) return composed;
        if (Duty(predicate, depth) is { IsEmpty: false } demanded) return demanded;
        if (Charge(predicate, match, depth) is { } charge) return [charge];
        if (match is null) return composed;
        ImmutableArray<Draft> plain = frames.Code(match) is { } draft ? [.. FrameCoder.WithConsequences(draft)] : [];
        if (match.Frame.Event == "PROTEST") ConsumeAims(predicate, depth);
        if (match.Frame.Pos == 'v' && (plain.IsEmpty || plain.Any(Sufficiency.IsEnough))) ConsumeCarried(match, depth);

        // "Agreed to an extension of the truce": where the frame lacks a party, what it takes inside tells more.
        if (composed.IsEmpty && match.Frame is { Event: not "NONE", When.Length: > 0 } && !arguments.IsPassive(predicate) && !plain.Any(Sufficiency.IsEnough)) composed = Composed(predicate, null, depth, phrases: true);
        return composed.IsEmpty || plain.Any(Sufficiency.IsEnough) ? plain : composed;
    }

    /// <summary>What the outer words of <paramref name="predicate"/> make of the acts inside, of those in phrases and clauses alone where that is asked; empty when they hold none.</summary>
    private ImmutableArray<Draft> Composed(int predicate, FrameMatch? match, int depth, bool phrases = false)
    {
        var specific = match is { Frame.When.Length: > 0 };
        foreach (var key in OperatorKeys(predicate))
        {
            foreach (var operation in view.Knowledge.Operators.Of(key).ToArray())
            {
                foreach (var complement in operation.Complements)
                {
                    if (phrases && complement is "obj" or "subj") continue;

                    // "Failed to reach a deal": a frame that names what failed knows more than that it did not happen.
                    if (specific && complement == "xcomp" && operation.Kind == OperatorKind.Fail && match!.Frame.Event == "REJECT")
                    {
                        ConsumeClause(predicate, operation, depth);
                        continue;
                    }

                    // "Allowed the agency to deliver food": who lets others help yields, and does not help himself.
                    if (specific && complement == "xcomp" && operation.Kind == OperatorKind.Do && match!.Frame.Event is "RETREAT" or "CONCEDE"
                        && Inside(predicate, "xcomp", operation).SelectMany(c => Code(c, depth + 1)).All(a => StatusReader.IsGentle(a.Event)))
                    {
                        ConsumeClause(predicate, operation, depth);
                        continue;
                    }

                    if (specific && complement is not ("xcomp" or "ccomp") && operation.Kind is not (OperatorKind.Accuse or OperatorKind.Deny)) continue;
                    if (Composed(operation, predicate, complement, depth) is { IsEmpty: false } composed) return composed;
                }
            }
        }

        return [];
    }

    /// <summary>The keys of a predicate, before them those of the verb with a preposition that follows it ("call on").</summary>
    private List<string> OperatorKeys(int predicate)
    {
        var keys = new List<string>();
        if (view[predicate].Upos == Language.Upos.VERB)
        {
            foreach (var child in view.Children(predicate))
            {
                if (child < predicate || !view.Is(child, "obl") || view.Case(child) is not { Length: > 0 } preposition || arguments.IsTime(child)) continue; // "called him on Wednesday to …"
                var key = $"{view.Lemma(predicate)} {preposition}.v";
                if (view.Knowledge.Operators.Of(key).Length > 0) keys.Add(key);
            }
        }

        keys.AddRange(matcher.Keys(predicate).Select(k => k.Key));

        // "Went on strike to press for more" goes on with nothing.
        if (view.Lemma(predicate) != "go") return keys;
        foreach (var child in view.Children(predicate))
            if (child > predicate && view.Is(child, "obl") && view.Case(child) == "on" && matcher.Match(child) is not null) keys.RemoveAll(k => k == "go on.v");
        return keys;
    }

    /// <summary>"The minister said that Ankara must withdraw": a demand, though no word of demanding stands there.</summary>
    private ImmutableArray<Draft> Duty(int predicate, int depth)
    {
        var clause = view.Child(predicate, "ccomp");
        if (clause < 0 || !view.Knowledge.Words.Saying.TryGetValue(view.Lemma(predicate) + ".v", out var saying) || saying[0].Stance != Stance.Asserts) return [];
        if (!IsDuty(clause)) return [];
        var acts = Code(clause, depth + 1);
        var demands = ImmutableArray.CreateBuilder<Draft>();
        var opinions = 0;
        foreach (var act in acts)
        {
            foreach (var demand in composer.Compose(Demanding, predicate, "ccomp", act).Where(d => !d.Recipient.IsEmpty))
            {
                if (composer.IsOpinion(predicate, clause, demand.Actor, demand.Recipient)) opinions++;
                else demands.Add(demand);
            }
        }

        // What is only thought right has not happened either: "Lima should hold talks" tells of no talks.
        if (demands.Count + opinions > 0) consumed[clause] = true;
        else if (acts.IsEmpty && composer.Duty(predicate, clause) is { } bare) demands.Add(bare);
        return demands.ToImmutable();
    }

    /// <summary>"Moscow said that the alliance <b>undermined</b> security", "according to Seoul, Pyongyang …": whoever says of another that he does wrong accuses him.</summary>
    private Draft? Charge(int predicate, FrameMatch? match, int depth)
    {
        var clause = view.Child(predicate, "ccomp");
        if (clause < 0) return match is null && IsWrong(predicate) ? composer.Charge(predicate, predicate, attributed: true) : null;
        if (!view.Knowledge.Words.Saying.TryGetValue(view.Lemma(predicate) + ".v", out var saying) || saying[0].Stance != Stance.Asserts) return null;
        if (IsWrong(clause)) return Code(clause, depth + 1).IsEmpty ? composer.Charge(predicate, clause, attributed: false) : null;
        return composer.Charge(predicate, clause, attributed: false) is { } charge && IsDenied(charge, predicate) ? charge with { First = predicate, Last = predicate, Rule = view.Lemma(predicate) + ".v>denied" } : null;
    }

    /// <summary>
    /// "Washington stated that Pyongyang arms Moscow, <b>despite denials</b> from Pyongyang": what is said of somebody who denies it is a charge; what is only "said" (a plain
    /// statement is no event) must be called one: "said that …, a <b>charge</b> that Pyongyang denies".
    /// </summary>
    private bool IsDenied(Draft charge, int saying) =>
        attributions.Contradictions().Any(c => c.Claim is { Stance: Stance.Denies, Actor: { } denier } && charge.Recipient.Any(r => IsOf(denier, r))
            && (view.Lemma(saying) is not ("say" or "note" or "add") || (view[c.Word].Head is >= 0 and var told && view.Knowledge.Classes.Holds("charge", view.Lemma(told)))));

    private bool IsWrong(int verb) => view.Knowledge.Classes.Holds(Wrongdoing, view.Lemma(verb));

    private bool IsDuty(int clause)
    {
        foreach (var child in view.Children(clause))
            if (view.Is(child, "aux") && view.Knowledge.Words.Duties.Contains(view[child].Form.ToLowerInvariant())) return true;
        return view.Lemma(clause) is "need" or "have" && view.Child(clause, "xcomp") >= 0;
    }

    private ImmutableArray<Draft> Composed(Operator operation, int predicate, string complement, int depth)
    {
        var composed = ImmutableArray.CreateBuilder<Draft>();
        foreach (var inside in Inside(predicate, complement, operation))
        {
            foreach (var part in view.Coordinated(inside))
            {
                if (part != inside && arguments.StepsBack(inside, part)) continue;
                var acts = Code(part, depth + 1);
                if (acts.IsEmpty || consumed[part]) continue;
                consumed[part] = true;
                foreach (var act in acts) composed.AddRange(composer.Compose(operation, predicate, complement, act));
            }
        }

        return composed.ToImmutable();
    }

    /// <summary>A verb frame that names its object ("imposed sanctions") speaks for the noun too.</summary>
    private void ConsumeCarried(FrameMatch match, int depth)
    {
        foreach (var condition in match.Frame.When)
        {
            // "The aid arrived": that arriving is no act takes nothing from the aid.
            if (condition.Negated || condition.Any || (match.Frame.Event == "NONE" && condition.Slot == "subj")) continue;
            foreach (var filler in arguments.Fillers(match.Predicate, condition.Slot))
            {
                // "Launched an operation to detain deputies": that launching is no act takes nothing from what the operation is for.
                var carried = Code(filler, depth + 1);
                if (carried.IsEmpty || match.Frame.Event == "NONE" && carried.Any(a => a.Rule.Contains('>', StringComparison.Ordinal))) continue;
                consumed[filler] = true;
            }
        }
    }

    /// <summary>"Went on strike <b>to press the government</b>": what a protest is about is no request of its own (PLOVER manual).</summary>
    private void ConsumeAims(int predicate, int depth)
    {
        for (int at = predicate, steps = 0; at >= 0 && steps < 2; at = view[at].Head, steps++)
        {
            foreach (var aim in view.Children(at))
                if ((view.Is(aim, "advcl") || view.Is(aim, "acl") || view.Is(aim, "xcomp")) && view.Knowledge.Classes.Holds("protest_aim", view.Lemma(aim)) && Code(aim, depth + 1).All(a => a.Event == "REQUEST")) consumed[aim] = true;
            if (view[at].Upos == Language.Upos.VERB) break;
        }
    }

    /// <summary>What a frame has told of an infinitive is no act of its own.</summary>
    private void ConsumeClause(int predicate, Operator operation, int depth)
    {
        foreach (var clause in Inside(predicate, "xcomp", operation))
            if (!Code(clause, depth + 1).IsEmpty) consumed[clause] = true;
    }

    /// <summary>"Called <b>on Washington</b> to lift …": what the parser took for a purpose is what is demanded of the one before it.</summary>
    private bool IsAddressed(Operator operation, int predicate, int clause)
    {
        if (operation.Kind is not (OperatorKind.Demand or OperatorKind.Invite or OperatorKind.Accuse))
        {
            // "Failed on Monday to condemn": nothing else could be what was failed at.
            return view.Child(predicate, "obj") < 0 && view.Child(predicate, "xcomp") < 0 && view.Child(predicate, "ccomp") < 0 && !arguments.IsPassive(predicate);
        }

        foreach (var child in view.Children(predicate))
            if (child > predicate && child < clause && (view.Is(child, "obj") || view.Is(child, "iobj") || (view.Is(child, "obl") && view.Case(child) is "on" or "to" or "with" or "for" or "upon"))) return true;
        return false;
    }

    /// <summary>Heads of the phrases and clauses in which the inner act may stand.</summary>
    private List<int> Inside(int predicate, string complement, Operator operation)
    {
        var found = new List<int>();
        if (complement == "charge") return Charged(predicate);
        if (complement.Split(' ') is [var before, var last]) return Behind(predicate, before, last);
        foreach (var child in view.Children(predicate))
        {
            var fits = complement switch
            {
                "xcomp" => view.Is(child, "xcomp") || IsBareGerund(child, predicate) || (view[child].Deprel == "acl" && child > predicate && HasMark(child, "to")) || (view.Is(child, "advcl") && HasMark(child, "to") && (view[predicate].Upos != Language.Upos.VERB || IsAddressed(operation, predicate, child))),
                "ccomp" => view.Is(child, "ccomp") || (view.Is(child, "acl") && child > predicate && (HasMark(child, "that") || (view[child].Deprel == "acl" && view.Child(child, "mark") < 0 && view.Child(child, "nsubj") >= 0))),
                "obj" => view.Is(child, "obj") || view[child].Deprel == "nsubj:pass",
                "subj" => view[child].Deprel == "nsubj",
                _ => (view.Is(child, "obl") || view.Is(child, "nmod")) && view.Case(child) == complement
                     || (view.Is(child, "advcl") || view.Is(child, "acl")) && (HasMark(child, complement) || IsOwnedGerund(child, predicate, complement)),
            };
            if (fits) found.Add(child);

            // "The failure of the talks to reach an agreement", "a plea to the rebels to talk": the clause may hang on whose failure it is, or on who is asked.
            if (complement == "xcomp" && view.Is(child, "nmod") && child > predicate && (view.Case(child) == "of" || operation.Kind == OperatorKind.Demand && view.Case(child) is "to" or "on"))
            {
                foreach (var inner in view.Children(child))
                    if (view[inner].Deprel == "acl" && HasMark(inner, "to")) found.Add(inner);
            }

            // "Accused the soldiers of having killed": the clause may hang on the object.
            if (!view.Is(child, "obj") && !view.Is(child, "iobj") || complement is "xcomp" or "ccomp" or "obj") continue;
            foreach (var inner in view.Children(child))
                if (view.Is(inner, "acl") && HasMark(inner, complement)) found.Add(inner);
        }

        // "Complicated his plan to withdraw", "voiced hope of meeting": what stands right behind the noun may hang on the verb.
        if (complement is not ("ccomp" or "obj" or "subj") && found.Count == 0 && view.Is(predicate, "obj") && view[predicate].Head is >= 0 and var verb)
        {
            var word = complement == "xcomp" ? "to" : complement;
            foreach (var child in view.Children(verb))
                if ((view.Is(child, "xcomp") || view.Is(child, "advcl")) && view.Child(child, "mark") == predicate + 1 && view.Lemma(predicate + 1) == word) found.Add(child);
        }

        // "A visit planned for May", "sanctions threatened by Washington": the act is the noun before the participle.
        if (complement == "obj" && view[predicate].Deprel == "acl" && arguments.IsPassive(predicate) && view[predicate].Head >= 0) return [];
        return found;
    }

    /// <summary>"Stopped <b>short of</b> endorsing": what stands behind a word and its preposition.</summary>
    private List<int> Behind(int predicate, string word, string preposition)
    {
        var found = new List<int>();
        foreach (var middle in view.Children(predicate))
        {
            if (middle < predicate || view.Lemma(middle) != word) continue;
            foreach (var inner in view.Children(middle))
                if (inner > middle && (HasMark(inner, preposition) || view.Case(inner) == preposition)) found.Add(inner);
            foreach (var inner in view.Children(predicate))
                if (inner > middle && (HasMark(inner, preposition) || (view.Is(inner, "obl") && view.Case(inner) == preposition))) found.Add(inner);
        }

        return found;
    }

    /// <summary>"No question of <b>Brazil adopting</b> a plan": the phrase names who does what the clause behind it tells.</summary>
    private bool IsOwnedGerund(int clause, int predicate, string preposition)
    {
        if (view.Child(clause, "mark") >= 0 || !view[clause].Form.EndsWith("ing", StringComparison.OrdinalIgnoreCase) || view[predicate].Upos == Language.Upos.VERB) return false;
        foreach (var child in view.Children(predicate))
            if (child < clause && view.Is(child, "nmod") && view.Case(child) == preposition && child >= clause - 2) return true;
        return false;
    }

    /// <summary>"Rejected the accusation that it <b>shelled</b> …", "denied any role in the <b>murder</b>": what the charge is about.</summary>
    private List<int> Charged(int predicate)
    {
        var found = new List<int>();
        foreach (var child in view.Children(predicate))
        {
            if (!(view.Is(child, "obj") || view[child].Deprel == "nsubj:pass") || !view.Knowledge.Classes.Holds("charge", view.Lemma(child))) continue;
            foreach (var inner in view.Children(child))
                if (inner > child && (view.Is(inner, "acl") || view.Is(inner, "ccomp") || (view.Is(inner, "nmod") && view.Case(inner) is "of" or "in" or "for" or "about" or "over"))) found.Add(inner);
            foreach (var inner in view.Children(predicate))
                if (inner > child && (view.Is(inner, "ccomp") || (view.Is(inner, "advcl") && HasMark(inner, "that")))) found.Add(inner);
        }

        return found;
    }

    /// <summary>"Ruled out <b>sending</b> soldiers", where the parser took the gerund for an adverbial clause.</summary>
    private bool IsBareGerund(int child, int predicate) =>
        view.Is(child, "advcl") && child > predicate && child <= predicate + 2 && view[child].Form.EndsWith("ing", StringComparison.OrdinalIgnoreCase) && view.Child(child, "mark") < 0;

    private bool HasMark(int clause, string word)
    {
        foreach (var child in view.Children(clause))
            if ((view.Is(child, "mark") || view.Is(child, "case")) && view.Lemma(child) == word) return true;
        return false;
    }
}
