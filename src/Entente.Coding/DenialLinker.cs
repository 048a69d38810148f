using Entente.Coding.Knowledge;

namespace Entente.Coding;

/// <summary>
/// Carries a denial back to what it denies: "The ministry said that Libya had shelled the port. Tripoli denies it." The second
/// sentence tells no act of its own beside the denial, so it stands against the claim before it.
/// </summary>
internal static class DenialLinker
{
    /// <summary>How many sentences back a bare denial reaches.</summary>
    private const int Reach = 2;

    /// <summary>The events with such denials among their claims.</summary>
    public static List<CodedEvent> Link(List<CodedEvent> events, KnowledgeBase knowledge)
    {
        var linked = new List<CodedEvent>(events);
        foreach (var denial in events)
        {
            if (!IsBareDenial(denial, knowledge)) continue;
            for (var i = 0; i < linked.Count && linked[i].Sentence < denial.Sentence; i++)
            {
                if (denial.Sentence - linked[i].Sentence > Reach || !Concerns(linked[i], denial)) continue;
                var evidence = denial.Evidence[0];
                var claims = denial.Actor.Select(a => new Attribution(a, Stance.Denies, Words(evidence), evidence.Trigger, []));
                linked[i] = linked[i] with { Attribution = linked[i].Attribution.AddRange(claims) };
            }
        }

        return linked;
    }

    private static string Words(Evidence evidence) => evidence.Text[(evidence.Trigger.Start - evidence.Range.Start)..(evidence.Trigger.End - evidence.Range.Start)];

    private static bool IsBareDenial(CodedEvent e, KnowledgeBase knowledge)
    {
        if (e is not { Event: "REJECT", Content: null or { Event: "ACCUSE" }, Status: EventStatus.Actual }) return false;
        var predicate = e.Rule.Split(':', '>')[0];
        return knowledge.Words.Saying.TryGetValue(predicate, out var stances) && stances[0].Stance == Stance.Denies;
    }

    /// <summary>Whether a claim of another speaks of an act of the denier.</summary>
    private static bool Concerns(CodedEvent claimed, CodedEvent denial) =>
        claimed.Attribution.Any(c => c.Stance == Stance.Asserts && !denial.Actor.Any(d => d.Code == c.Actor?.Code))
        && !claimed.Attribution.Any(c => c.Stance == Stance.Denies && denial.Actor.Any(d => d.Code == c.Actor?.Code))
        && claimed.Event is not ("REJECT" or "REQUEST" or "ACCUSE")
        && claimed.Actor.Any(a => a.Code is not null && denial.Actor.Any(d => d.Code == a.Code || (d.Country is not null && d.Country == a.Country)));
}
