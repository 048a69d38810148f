using System.Collections.Immutable;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Clauses;

/// <summary>
/// Words that may tell an act though no frame says so: two known parties hang on them. What act it is, if any, only a judge can say.
/// </summary>
internal sealed class SilentActs(SentenceView view, ActorFiller filler)
{
    private static readonly SlotPath Actor = SlotPath.Parse("subj");
    private static readonly SlotPath Recipient = SlotPath.Parse("obj/iobj/against/with/to/on/from/at/into/over/for/of/comp/in/between/among/toward");

    /// <summary>The type of a draft that waits for its judge.</summary>
    public const string Unknown = "?";

    /// <summary>A draft without type for each such word that tells none of the acts at hand.</summary>
    public IEnumerable<Draft> Of(IReadOnlyList<Draft> acts)
    {
        var taken = new bool[view.Count];
        foreach (var act in acts)
            for (var at = act; at is not null; at = at.Content)
                taken[at.Predicate] = taken[at.First] = taken[at.Last] = true;
        for (var i = 0; i < view.Count; i++)
            if (!taken[i] && IsPredicate(i) && Read(i) is { } draft) yield return draft;
    }

    private bool IsPredicate(int word) => view[word].Upos switch
    {
        Upos.VERB => !(view.Is(word, "amod") || view.Is(word, "compound") || view.Knowledge.Words.Saying.ContainsKey(view.Lemma(word) + ".v")),
        Upos.NOUN => view.NameAt(word) is null && view.Knowledge.Roles.Find(view.Lemma(word)) is null, // who somebody is tells nothing that he does
        Upos.ADJ => view.Child(word, "cop") >= 0,
        _ => false,
    };

    private Draft? Read(int word)
    {
        var actor = filler.Fill(Actor, word);
        if (actor.Actors.IsEmpty || actor.Certainty < 1 || !actor.Actors.Any(IsKnown)) return null;
        var recipients = ImmutableArray<ActorReference>.Empty;
        foreach (var alternative in Recipient.Alternatives)
        {
            // What belongs to somebody is not he: the judge would have to know what it is.
            var reached = filler.Fill(alternative, word);
            recipients = reached.Certainty < 1 ? [] : ActorFiller.Without(reached.Actors, actor.Actors);
            if (recipients.Any(IsKnown)) break;
        }

        if (!recipients.Any(IsKnown)) return null;
        return new Draft
        {
            Predicate = word,
            First = word,
            Last = word,
            Pos = view[word].Upos == Upos.VERB ? 'v' : view[word].Upos == Upos.ADJ ? 'a' : 'n',
            Event = Unknown,
            Cameo = "",
            Actor = actor.Actors,
            Recipient = recipients,
            Rule = $"{view.Lemma(word)}.{(view[word].Upos == Upos.VERB ? 'v' : view[word].Upos == Upos.ADJ ? 'a' : 'n')}:judge",
            Confidence = 0.5,
            HasObject = true,
        };
    }

    private static bool IsKnown(ActorReference actor) => actor.Side != PairSide.None || actor.Code is not null || actor.Country is not null || actor.Sectors is [not "UNK", ..];
}
