namespace Entente.Coding.Clauses;

/// <summary>Says whether enough is known of an act to report it: who takes part, as the codebook asks it of its type.</summary>
internal static class Sufficiency
{
    /// <summary>Whether the act is reported.</summary>
    public static bool IsEnough(Draft draft)
    {
        if (!draft.Actor.Concat(draft.Recipient).Any(IsKnown)) return false;
        if (IsBusiness(draft) || (draft.Actor.IsEmpty && !MayLackActor(draft))) return false;
        return !draft.Recipient.IsEmpty || MayLackRecipient(draft);
    }

    /// <summary>What companies do among themselves is no politics, unless somebody is harmed.</summary>
    private static bool IsBusiness(Draft draft) =>
        draft.Event is not ("ASSAULT" or "PROTEST" or "COERCE") && draft.Actor.Concat(draft.Recipient).Where(IsKnown).All(a => a.Side == PairSide.None && a.Sectors is ["BUS" or "MNC", ..]);

    private static bool IsKnown(ActorReference actor) => actor.Side != PairSide.None || actor.Code is not null || actor.Country is not null || actor.Sectors is [not "UNK", ..];

    /// <summary>"The attack on Kyiv" tells an act although nobody is named who did it.</summary>
    private static bool MayLackActor(Draft draft) =>
        draft.Pos == 'n' && !draft.ActorUnknown && !draft.Recipient.IsEmpty && draft.Event is "ASSAULT" or "SANCTION" or "THREATEN" or "ACCUSE" or "AID";

    /// <summary>COOPERATE, AID and SANCTION want a recipient (PLOVER manual); a meeting wants a second party.</summary>
    private static bool MayLackRecipient(Draft draft)
    {
        var actors = draft.Actor;
        if (actors.Length > 1 && draft.Event is not ("AID" or "SANCTION")) return true;
        if (actors.IsEmpty || actors[0].Range.Length == 0) return false;
        return draft.Event switch
        {
            "COOPERATE" or "AID" or "CONSULT" => draft.Gathers,
            "AGREE" when draft.Content is not null || draft.Pos == 'a' => true, // "Finland is ready to contribute"
            "AGREE" or "SUPPORT" or "SANCTION" => draft is { Pos: 'v', HasObject: true } && actors[0].How != Recognition.Coreference,
            "PROTEST" or "MOBILIZE" or "RETREAT" or "CONCEDE" or "REJECT" => true,
            _ => draft.Pos == 'v',
        };
    }
}
