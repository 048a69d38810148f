using System.Collections.Immutable;
using Entente.Coding.Frames;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Clauses;

/// <summary>
/// Finds against whom a protest is that does not say it beside its own word: "went on strike <b>to press the government</b>", "blocked a road in protest at
/// <b>Rome's</b> policy", "a walkout by workers <b>of Fiat</b>".
/// </summary>
internal sealed class ProtestTarget(SentenceView view, Arguments arguments, ActorFiller filler)
{
    private const int LongestWay = 3;

    /// <summary>Who is protested against; empty when the clause does not tell.</summary>
    /// <param name="predicate">The word that tells the protest.</param>
    public ImmutableArray<ActorReference> Of(int predicate)
    {
        // A noun's aim may stand beside the verb that carries it, or beside the one it is the object of.
        for (int at = predicate, steps = 0; at >= 0 && steps < LongestWay; at = view[at].Head, steps++)
        {
            if (Beside(at) is { IsEmpty: false } target) return target;
            if (view[at].Upos == Upos.VERB && at != predicate && !view.IsNominal(predicate)) break;
            if (view[at].Upos == Upos.VERB && view.Is(at, "ccomp")) break;
        }

        return Employer(predicate);
    }

    private ImmutableArray<ActorReference> Beside(int head)
    {
        foreach (var child in view.Children(head))
        {
            if (child < head && !view.Is(child, "advcl")) continue;
            if ((view.Is(child, "advcl") || view.Is(child, "acl") || view.Is(child, "xcomp")) && view.Knowledge.Classes.Holds("protest_aim", view.Lemma(child)))
            {
                if (Whose(child, "obj") is { IsEmpty: false } pressed) return pressed;
                if (Against(child) is { IsEmpty: false } target) return target;
            }

            if ((view.Is(child, "obl") || view.Is(child, "nmod") || view.Is(child, "obj")) && view.Knowledge.Classes.Holds("protest_cause", view.Lemma(child)) && (Against(child) is { IsEmpty: false } opposed || (opposed = Against(head, child)) is { IsEmpty: false })) return opposed;
        }

        return [];
    }

    /// <summary>Whom a word of protest is turned against; the parser may hang that on the verb, behind the word.</summary>
    private ImmutableArray<ActorReference> Against(int word, int behind = -1)
    {
        foreach (var slot in (ReadOnlySpan<string>)["against", "at", "with", "over", "from"])
            if (Whose(word, slot, behind) is { IsEmpty: false } target) return target;
        return [];
    }

    /// <summary>Whom a phrase names, or whose it is by what stands before it: what lies somewhere or concerns somebody is nobody's yet.</summary>
    private ImmutableArray<ActorReference> Whose(int word, string slot, int behind = -1)
    {
        foreach (var phrase in arguments.Fillers(word, slot))
        {
            if (phrase < behind) continue;
            if (filler.At(phrase) is { IsEmpty: false } named) return named;
            if (filler.OwnerBefore(phrase) is { IsEmpty: false } owner) return owner;
        }

        return [];
    }

    /// <summary>"Workers <b>of Fiat</b> went on strike", "miners employed <b>by the state company</b>": whom their work is denied to.</summary>
    private ImmutableArray<ActorReference> Employer(int predicate)
    {
        foreach (var slot in (ReadOnlySpan<string>)["subj", "by", "of"])
        {
            foreach (var worker in arguments.Fillers(predicate, slot))
            {
                if (!view.Knowledge.Classes.Holds("employee", view.Lemma(worker))) continue;
                foreach (var child in view.Children(worker))
                {
                    if (child < worker) continue;
                    var owner = view.Is(child, "acl") && view.Lemma(child) is "employ" ? filler.Fill(["by"], child).Actors
                        : view.Is(child, "nmod") && view.Case(child) is "at" or "of" or "for" or "with" ? filler.At(child)
                        : [];
                    if (owner.Where(o => o.Code is not null && o.Sectors is ["BUS" or "MNC" or "GOV", ..]).ToImmutableArray() is { IsEmpty: false } employer) return employer;
                }
            }
        }

        return [];
    }
}
