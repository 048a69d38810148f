using System.Collections.Immutable;
using Entente.Coding.Actors;
using Entente.Coding.Clauses;
using Entente.Coding.Mentions;

namespace Entente.Coding.Judging;

/// <summary>Mends the parties of acts by what judges have learnt of readers: whom an act concerns where frames find nobody, and whose "the government" is.</summary>
/// <param name="reading">The sentence.</param>
/// <param name="states">The states that its document names.</param>
/// <param name="whose">The judge of whose somebody is.</param>
/// <param name="which">The judge of who takes which part.</param>
internal sealed class PartyReviser(SentenceReading reading, DocumentStates states, JudgeModel whose, JudgeModel which)
{
    /// <summary>Least probability that somebody is of a state that only the document around names.</summary>
    public const double LeastState = 0.4;

    /// <summary>Least probability that somebody is the recipient whom frames do not find.</summary>
    public const double LeastRecipient = 0.6;

    /// <summary>Least probability that somebody acts where frames find nobody who does.</summary>
    public const double LeastNewActor = 0.5;

    /// <summary>Least probability that somebody takes part beside those whom frames find.</summary>
    public const double LeastMore = 0.7;

    /// <summary>Least probability that a recipient whom frames tell takes no part.</summary>
    public const double LeastNone = 0.7;

    private static readonly int None = RoleQuestion.Labels.IndexOf("N");
    private static readonly int Actor = RoleQuestion.Labels.IndexOf("A");
    private static readonly int Recipient = RoleQuestion.Labels.IndexOf("R");

    private readonly StateQuestion question = new(reading, states);
    private readonly RoleQuestion roles = new(reading);

    /// <summary>The act with its parties mended.</summary>
    public Draft Revise(Draft draft) => WithStates(WithParts(draft));

    /// <summary>The act with the states of parties that do not tell theirs.</summary>
    public Draft WithStates(Draft draft)
    {
        if (states.Ranked.IsEmpty || !draft.Actor.Concat(draft.Recipient).Any(StateQuestion.IsOpen)) return draft;
        var (actor, recipient) = (WithStates(draft, draft.Actor), WithStates(draft, draft.Recipient));
        return actor.SequenceEqual(draft.Actor) && recipient.SequenceEqual(draft.Recipient) ? draft : draft with { Actor = actor, Recipient = recipient };
    }

    /// <summary>The parties of a side with their states; "the two leaders" are of two.</summary>
    private ImmutableArray<ActorReference> WithStates(Draft draft, ImmutableArray<ActorReference> side) =>
        [.. side.Select(a => side.Any(o => !ReferenceEquals(o, a) && o.Range == a.Range) ? a : WithState(draft, a))];

    /// <summary>The act with those who take part in it as the judge sees it; what would no longer be enough for an event stays as it was.</summary>
    private Draft WithParts(Draft draft)
    {
        var (actor, recipient) = (draft.Actor, draft.Recipient);
        var (nobodyActs, nobodySuffers) = (actor.All(a => a.Range.Length == 0), recipient.IsEmpty);
        foreach (var candidate in roles.Candidates(draft))
        {
            if (candidate.Told == "A" || (candidate.Told == "R" && recipient.Length == 0)) continue;
            var part = which.Probabilities(roles.Of(draft, candidate));
            if (candidate.Told == "R")
            {
                if (part[None] >= LeastNone) recipient = [.. recipient.Where(r => !candidate.Parties.Any(p => p.Range.Overlaps(r.Range)))];
            }
            else if (part[Actor] >= LeastNewActor && (nobodyActs || (part[Actor] >= LeastMore && IsAnother(candidate, actor)))) actor = With(nobodyActs ? [.. actor.Where(a => a.Range.Length > 0)] : actor, candidate.Parties, recipient);
            else if (part[Recipient] >= LeastRecipient && (nobodySuffers || (part[Recipient] >= LeastMore && IsAnother(candidate, recipient)))) recipient = With(recipient, candidate.Parties, actor);
        }

        if (actor == draft.Actor && recipient == draft.Recipient) return draft;
        var mended = draft with { Actor = actor, Recipient = recipient };
        return Sufficiency.IsEnough(mended) ? mended : draft;
    }

    /// <summary>Whether somebody is of another state or body than those of a side: "<b>Chad</b> said its troops attacked" names one attacker, not two.</summary>
    private static bool IsAnother(RoleCandidate candidate, ImmutableArray<ActorReference> side) =>
        candidate.Parties.All(p => (p.Code ?? p.Country) is not null && !side.Any(s => (s.Country ?? s.Code) is not { } of || of == p.Country || of == p.Code));

    /// <summary>A side with more parties; who stands on the other side already stays there alone.</summary>
    private static ImmutableArray<ActorReference> With(ImmutableArray<ActorReference> side, ImmutableArray<ActorReference> more, ImmutableArray<ActorReference> other) =>
        side.AddRange(ActorFiller.Without(more, [.. side, .. other]).Where(m => !side.Any(s => s.Range.Overlaps(m.Range))));

    /// <summary>"A <b>foreign</b> leader", "the <b>organization</b>", "forty <b>countries</b>": of no one state that the text tells; a foreign minister serves his own.</summary>
    private bool IsForeign(int head)
    {
        if (reading.View.Lemma(head) is "organization" or "organisation" or "cartel" or "bloc" or "alliance") return true;
        if (reading.View.Lemma(head) is "country" or "nation" && reading.View[head].Feats.Contains("Number=Plur", StringComparison.Ordinal)) return true;
        foreach (var child in reading.View.Children(head))
            if (child < head && reading.View.Lemma(child) is "foreign" or "overseas") return reading.View.Lemma(head) is not ("minister" or "ministry" or "secretary" or "office" or "service" or "department" or "committee" or "spokesman" or "spokeswoman");
        return false;
    }

    private ActorReference WithState(Draft draft, ActorReference party)
    {
        if (!StateQuestion.IsOpen(party)) return party;
        var head = NounPhrase.Head(reading.View, party.Range);
        if (head < 0 || IsForeign(head)) return party;
        var (best, code) = (LeastState, (string?)null);
        var yes = StateQuestion.Labels.IndexOf(StateQuestion.Yes);
        foreach (var candidate in question.Candidates())
        {
            var probability = whose.Probabilities(question.Of(draft, party, head, candidate))[yes];
            if (probability > best) (best, code) = (probability, candidate);
        }

        if (code is null || !reading.View.Knowledge.States.TryGetValue(code, out var state)) return party;
        return party with { Code = code, Country = code, Name = party.Name ?? state.Name, How = Recognition.Context, Confidence = Math.Round(best, 3) };
    }
}
