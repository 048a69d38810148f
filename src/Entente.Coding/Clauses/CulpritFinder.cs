using System.Collections.Immutable;
using Entente.Coding.Frames;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Clauses;

/// <summary>
/// Finds who did the harm that a passive tells without saying it in its own clause: "were kidnapped by Chad's rebels and <b>held</b>", "died in clashes
/// <b>with police</b>", "were killed when <b>an Israeli jet</b> bombed the house".
/// </summary>
internal sealed class CulpritFinder(SentenceView view, Arguments arguments, ActorFiller filler, FrameMatcher matcher)
{
    private const int DeepestPhrase = 4;

    private static readonly ImmutableArray<string> Circumstances = ["in", "during", "after", "under", "from", "by", "amid", "following"];

    /// <summary>Who did it; empty when the sentence does not tell.</summary>
    /// <param name="predicate">The passive verb, or a verb of dying.</param>
    public ImmutableArray<ActorReference> Of(int predicate)
    {
        return [.. Named(predicate).Where(a => a.Code is not null || a.Country is not null || a.Sectors is [not "UNK", ..])];
    }

    private ImmutableArray<ActorReference> Named(int predicate)
    {
        if (Shared(predicate) is { IsEmpty: false } shared) return shared;
        foreach (var phrase in view.Children(predicate))
        {
            if (!(view.Is(phrase, "obl") || (phrase > predicate && (view.Is(phrase, "obj") || view.Is(phrase, "nmod") || view.Is(phrase, "xcomp"))))) continue;
            if (Circumstances.Contains(view.Case(phrase)) && Striker(predicate, phrase, 0) is { IsEmpty: false } striker) return striker;
            if (phrase > predicate && Displaced(phrase, 0) is { IsEmpty: false } agent) return agent;
        }

        return Around(predicate);
    }

    /// <summary>"Were expelled and <b>killed by rebels</b>", "was seized by rebels but <b>freed</b>": verbs that share their sufferer share who does it.</summary>
    private ImmutableArray<ActorReference> Shared(int predicate)
    {
        var first = predicate;
        while (view.Is(first, "conj") && view[first].Head is >= 0 and var head && view[head].Upos == Upos.VERB) first = head;
        foreach (var verb in view.Coordinated(first))
        {
            // Whoever holds somebody need not be the one who lets him go.
            if (verb == predicate || !arguments.IsPassive(verb) || view[verb].Upos != Upos.VERB || Frees(verb) != Frees(predicate)) continue;
            if (verb != first && view.Child(verb, "nsubj") >= 0) continue;
            if (arguments.Fillers(verb, "by").Any(IsBlow)) continue;
            if (filler.Fill(["by"], verb).Actors is { IsEmpty: false } agents) return agents;
        }

        return [];
    }

    private bool Frees(int verb) => matcher.Match(verb) is { Frame.Event: "RETREAT" or "CONCEDE" };

    /// <summary>Who struck in a blow that a phrase names, however deep: "in the first days <b>of Chad's offensive</b>", "in dozens <b>of raids by rebels</b>", "in clashes <b>with police</b>".</summary>
    private ImmutableArray<ActorReference> Striker(int predicate, int phrase, int depth)
    {
        if (depth > DeepestPhrase) return [];
        foreach (var noun in view.Coordinated(phrase))
        {
            if (IsBlow(noun))
            {
                if (filler.Owner(noun).Where(a => a.Range.Start > view[predicate].Range.Start).ToImmutableArray() is { IsEmpty: false } owner) return owner;
                if (Before(noun) is { IsEmpty: false } before) return before;
                if (Sides(noun) is { IsEmpty: false } sides) return sides;
            }

            foreach (var inner in view.Children(noun))
                if (inner > noun && view.Is(inner, "nmod") && view.Case(inner) is "of" or "by" or "from" && (IsBlow(inner) || view.Knowledge.Quantities.Contains(view.Lemma(noun)) || view[noun].Upos == Upos.NOUN && IsTime(noun))
                    && Striker(predicate, inner, depth + 1) is { IsEmpty: false } deeper) return deeper;
        }

        return [];
    }

    private bool IsTime(int noun) => view.Lemma(noun) is "day" or "week" or "month" or "hour" or "year" or "night" or "minute" or "one" or "wave" or "series" or "spate" or "course" or "start" or "beginning";

    /// <summary>"In clashes <b>with police</b>", "in fighting <b>between rebels and the army</b>".</summary>
    private ImmutableArray<ActorReference> Sides(int noun)
    {
        foreach (var slot in (ReadOnlySpan<string>)["with", "between", "against"])
            if (filler.Fill([slot], noun).Actors is { IsEmpty: false } sides) return sides;

        // "In clashes that broke out between rebels and the army".
        foreach (var clause in view.Children(noun))
        {
            if (!view.Is(clause, "acl") || view[clause].Upos != Upos.VERB) continue;
            foreach (var slot in (ReadOnlySpan<string>)["between", "with"])
                if (filler.Fill([slot], clause).Actors is { IsEmpty: false } sides) return sides;
        }

        return [];
    }

    /// <summary>"<b>Insurgent</b> attacks": who acts by the noun before another.</summary>
    private ImmutableArray<ActorReference> Before(int noun) =>
        [.. filler.Fill(["subj"], noun).Actors.Where(a => Enumerable.Range(0, noun).Any(word => view[word].Head == noun && a.Range.Overlaps(view[word].Range)))];

    /// <summary>"Was kidnapped as a spy <b>by rebels</b>", where the parser hangs the doer on the noun before.</summary>
    private ImmutableArray<ActorReference> Displaced(int noun, int depth)
    {
        if (depth > DeepestPhrase || !view.IsNominal(noun) || matcher.Match(noun) is not null) return [];
        foreach (var inner in view.Children(noun))
        {
            if (inner < noun || !view.Is(inner, "nmod") || IsBlow(inner)) continue;
            if (view.Case(inner) == "by" && view.Coordinated(inner).SelectMany(c => filler.At(c)).Where(a => a.Range.Length > 0).ToImmutableArray() is { IsEmpty: false } agents) return agents;
            if (Displaced(inner, depth + 1) is { IsEmpty: false } deeper) return deeper;
        }

        return [];
    }

    /// <summary>"Were killed <b>when troops stormed the camp</b>", "<b>as Chad's army struck back</b>": who strikes in the clause that tells how it came.</summary>
    private ImmutableArray<ActorReference> Around(int predicate)
    {
        foreach (var clause in view.Children(predicate))
        {
            if (!view.Is(clause, "advcl") || clause < predicate || !(HasMark(clause, "when") || HasMark(clause, "as") || HasMark(clause, "after"))) continue;
            if (arguments.IsPassive(clause) || view.Child(clause, "nsubj") is not (>= 0 and var subject)) continue;
            if (IsBlow(subject)) return filler.Owner(subject);
            if (matcher.Match(clause) is { Frame: { Event: "ASSAULT" or "COERCE" } frame } && filler.Fill(frame.Actor, clause).Actors is { IsEmpty: false } strikers) return strikers;
        }

        return [];
    }

    private bool HasMark(int clause, string word)
    {
        foreach (var child in view.Children(clause))
            if (child < clause && (view.Is(child, "mark") || view.Is(child, "advmod")) && view.Lemma(child) == word) return true;
        return false;
    }

    private bool IsBlow(int noun) => view.Knowledge.Classes.Holds("instrument", view.Lemma(noun)) || (view[noun].Upos == Upos.NOUN && matcher.Match(noun) is { Frame: { Pos: 'n', Event: "ASSAULT" } });
}
