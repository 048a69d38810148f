using Entente.Coding.Actors;
using Entente.Coding.Clauses;
using Entente.Coding.Mentions;

namespace Entente.Coding.Judging;

/// <summary>Mends the parties of acts by what the judges have learnt of readers: whose "the government" is.</summary>
/// <param name="reading">The sentence.</param>
/// <param name="states">The states that its document names.</param>
/// <param name="judges">The judges.</param>
internal sealed class PartyReviser(SentenceReading reading, DocumentStates states, Judges judges)
{
    /// <summary>Least probability that somebody is of a state that only the document around names.</summary>
    public const double LeastState = 0.5;

    private readonly StateQuestion question = new(reading, states);

    /// <summary>The act with its parties mended.</summary>
    public Draft Revise(Draft draft) => WithStates(draft);

    /// <summary>The act with the states of parties that do not tell theirs.</summary>
    public Draft WithStates(Draft draft)
    {
        if (states.Ranked.IsEmpty || !draft.Actor.Concat(draft.Recipient).Any(StateQuestion.IsOpen)) return draft;
        return draft with { Actor = [.. draft.Actor.Select(a => WithState(draft, a))], Recipient = [.. draft.Recipient.Select(a => WithState(draft, a))] };
    }

    private ActorReference WithState(Draft draft, ActorReference party)
    {
        if (!StateQuestion.IsOpen(party)) return party;
        var head = NounPhrase.Head(reading.View, party.Range);
        if (head < 0) return party;
        var (best, code) = (LeastState, (string?)null);
        var yes = judges.States.Labels.IndexOf(StateQuestion.Yes);
        foreach (var candidate in question.Candidates())
        {
            var probability = judges.States.Probabilities(question.Of(draft, party, head, candidate))[yes];
            if (probability > best) (best, code) = (probability, candidate);
        }

        if (code is null || !reading.View.Knowledge.States.TryGetValue(code, out var state)) return party;
        return party with { Code = code, Country = code, Name = party.Person is null ? state.Name : party.Name, How = Recognition.Context, Confidence = Math.Round(best, 3) };
    }
}
