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

    /// <summary>"Iran's announcement that <b>it</b> has taken a step": whose announcement it is.</summary>
    public ImmutableArray<ActorReference> OfAnnouncement(int pronoun)
    {
        if (view.Lemma(pronoun) is not ("it" or "they") || !view.Is(pronoun, "nsubj") || view[pronoun].Head is not (>= 0 and var clause)) return [];
        var noun = view[clause].Head;
        if (noun < 0 || noun > pronoun || view[noun].Upos != Upos.NOUN || !(view.Is(clause, "acl") || view.Is(clause, "ccomp")) || view[clause].Deprel == "acl:relcl") return [];
        return view.ChildExactly(noun, "nmod:poss") is var owner and >= 0 ? Meant(pronoun, owner) : [];
    }

    private ImmutableArray<ActorReference> Meant(int pronoun, int speaker) =>
        [.. resolve(speaker).Where(s => s.Country is not null).Take(1).Select(s => s with
        {
            Text = view[pronoun].Form, Range = view[pronoun].Range, How = Recognition.Coreference, Confidence = Math.Round(s.Confidence * 0.8, 3),
        })];

    private bool IsSaying(int word) =>
        view[word].Upos == Upos.VERB && view.Knowledge.Words.Saying.TryGetValue(view.Lemma(word) + ".v", out var said) && said[0].Stance == Stance.Asserts;
}
