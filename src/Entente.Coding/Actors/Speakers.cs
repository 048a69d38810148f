using System.Collections.Immutable;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Actors;

/// <summary>Says whom a pronoun means by who speaks.</summary>
internal sealed class Speakers(SentenceView view, Func<int, ImmutableArray<ActorReference>> resolve)
{
    private const int DeepestClimb = 12;

    /// <summary>"<b>We</b> took out the boat," the president said: the one who speaks.</summary>
    public ImmutableArray<ActorReference> OfWe(int pronoun)
    {
        for (int at = pronoun, steps = 0; at >= 0 && steps < DeepestClimb; at = view[at].Head, steps++)
        {
            var saying = view.Is(at, "ccomp") || view.Is(at, "parataxis") ? view[at].Head : -1;
            if (saying < 0 || !IsSaying(saying))
            {
                saying = -1;
                foreach (var child in view.Children(at))
                    if (view.Is(child, "parataxis") && IsSaying(child)) saying = child;
            }

            if (saying < 0 || view.Child(saying, "nsubj") is not (>= 0 and var speaker)) continue;
            return Meant(pronoun, speaker);
        }

        return [];
    }

    /// <summary>
    /// "Iran's announcement that <b>it</b> has taken a step": whose announcement it is. "Chad told the UN <b>it</b> cannot take in more people": who
    /// tells, while what must be done is told to who must do it.
    /// </summary>
    public ImmutableArray<ActorReference> OfAnnouncement(int pronoun)
    {
        if (view.Lemma(pronoun) is not ("it" or "they") || !view.Is(pronoun, "nsubj") || view[pronoun].Head is not (>= 0 and var clause)) return [];
        var noun = view[clause].Head;
        if (noun >= 0 && view.Is(clause, "ccomp") && IsTelling(noun, pronoun) && !IsDuty(clause) && view.Child(noun, "nsubj") is >= 0 and var teller) return Named(teller);
        if (noun < 0 || noun > pronoun || view[noun].Upos != Upos.NOUN || !(view.Is(clause, "acl") || view.Is(clause, "ccomp")) || view[clause].Deprel == "acl:relcl") return [];
        return view.ChildExactly(noun, "nmod:poss") is var owner and >= 0 ? Named(owner) : [];
    }

    private bool IsTelling(int verb, int clause) =>
        IsSaying(verb) && (view.Child(verb, "iobj") is var hearer && hearer >= 0 || view.Child(verb, "obj") is var other && (hearer = other) >= 0) && hearer > verb && hearer < clause;

    private bool IsDuty(int clause)
    {
        foreach (var child in view.Children(clause))
            if (view.Is(child, "aux") && view.Knowledge.Words.Duties.Contains(view[child].Form.ToLowerInvariant())) return true;
        return false;
    }

    /// <summary>Whoever is named in the sentence itself keeps his words.</summary>
    private ImmutableArray<ActorReference> Named(int speaker) =>
        [.. resolve(speaker).Where(s => s.Code is not null).Take(1).Select(s => s with { How = Recognition.Coreference, Confidence = Math.Round(s.Confidence * 0.9, 3) })];

    private ImmutableArray<ActorReference> Meant(int pronoun, int speaker) =>
        [.. resolve(speaker).Where(s => s.Country is not null).Take(1).Select(s => s with
        {
            Text = view[pronoun].Form, Range = view[pronoun].Range, How = Recognition.Coreference, Confidence = Math.Round(s.Confidence * 0.8, 3),
        })];

    private bool IsSaying(int word) =>
        view[word].Upos == Upos.VERB && view.Knowledge.Words.Saying.TryGetValue(view.Lemma(word) + ".v", out var said) && said[0].Stance == Stance.Asserts;
}
