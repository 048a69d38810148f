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

    private readonly StateQuestion question = new(reading, states);
    private readonly RoleQuestion roles = new(reading);

    /// <summary>The act with its parties mended.</summary>
    public Draft Revise(Draft draft) => WithStates(WithRecipient(draft));

    /// <summary>The act with the states of parties that do not tell theirs.</summary>
    public Draft WithStates(Draft draft)
    {
        if (states.Ranked.IsEmpty || !draft.Actor.Concat(draft.Recipient).Any(StateQuestion.IsOpen)) return draft;
        var (actor, recipient) = (draft.Actor.Select(a => WithState(draft, a)).ToImmutableArray(), draft.Recipient.Select(a => WithState(draft, a)).ToImmutableArray());
        return actor.SequenceEqual(draft.Actor) && recipient.SequenceEqual(draft.Recipient) ? draft : draft with { Actor = actor, Recipient = recipient };
    }

    private Draft WithRecipient(Draft draft)
    {
        if (!draft.Recipient.IsEmpty) return draft;
        var label = RoleQuestion.Labels.IndexOf("R");
        var found = roles.Candidates(draft).Where(c => c.Told == "N" && which.Probabilities(roles.Of(draft, c))[label] >= LeastRecipient).SelectMany(c => c.Parties).ToList();
        return found.Count == 0 ? draft : draft with { Recipient = [.. ActorFiller.Without([.. found], draft.Actor)] };
    }

    private ActorReference WithState(Draft draft, ActorReference party)
    {
        if (!StateQuestion.IsOpen(party)) return party;
        var head = NounPhrase.Head(reading.View, party.Range);
        if (head < 0) return party;
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
