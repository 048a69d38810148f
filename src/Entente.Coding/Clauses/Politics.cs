using System.Collections.Immutable;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Clauses;

/// <summary>
/// Says whether somebody political takes part in an act of cooperation. The ontology tells of states, parties, armed groups and the
/// people who answer for them; what companies and private persons agree on, praise or talk about among themselves is no event of it.
/// Harm is another matter: whoever does it or suffers it, it counts.
/// </summary>
internal sealed class Politics(SentenceView view)
{
    /// <summary>Nouns for offices and bodies that companies have, too ("president", "unit", "officials").</summary>
    private const string Shared = "company_role";

    private const string Accident = "accident";
    private const string Force = "force";
    private const string Works = "works";
    private const string Once = "former ";

    private enum Standing
    {
        /// <summary>A company, a private person, somebody unknown.</summary>
        Private,

        /// <summary>An office or a body that may be a company's as well as a state's.</summary>
        Either,

        /// <summary>A political actor.</summary>
        Political,
    }

    /// <summary>Whether the act may be one of politics.</summary>
    public bool Concerns(Draft draft)
    {
        if (IsTrade(draft) || IsAccident(draft)) return false;
        if (!IsAsked(draft)) return true;
        var standings = draft.Actor.Concat(draft.Recipient).Select(Of).ToImmutableArray();
        if (standings.Contains(Standing.Political)) return true;

        // "The committee agreed to meet" may be politics, "officials of the bank met the shareholders" and "the president resigned" are not.
        return !standings.IsEmpty && standings.All(s => s == Standing.Either) && draft.Mode != "resign";
    }

    /// <summary>"A gas explosion killed 56 people", "drowned when the ship capsized": harm that nobody did, unless the sentence has a word of force.</summary>
    private bool IsAccident(Draft draft)
    {
        if (draft.Event != "ASSAULT" || draft.Actor.Any(a => a.Side != PairSide.None || a.Sectors is [not "UNK", ..] && !IsVehicle(a))) return false;
        var (accident, blast, works) = (false, false, false);
        for (var i = view.Begin; i < view.Count; i++)
        {
            var lemma = view.Lemma(i);
            var pair = i > 0 ? view.Lemma(i - 1) + " " + lemma : lemma;
            if (view.Knowledge.Classes.Holds(Force, lemma) && !view.Knowledge.Classes.Holds(Accident, pair) && !(i + 1 < view.Count && view.Knowledge.Classes.Holds(Accident, view.Lemma(i + 1)))) return false;
            accident |= view.Knowledge.Classes.Holds(Accident, lemma) || view.Knowledge.Classes.Holds(Accident, pair);
            blast |= lemma is "explosion" or "blast" or "explode";
            works |= view.Knowledge.Classes.Holds(Works, lemma);
        }

        // "An explosion in a flax factory".
        return accident || (blast && works);
    }

    /// <summary>"A military plane crashed": the plane is nobody who acts.</summary>
    private bool IsVehicle(ActorReference actor) =>
        Head(actor) is >= 0 and var head && (view.Knowledge.Classes.Holds("aircraft", view.Lemma(head)) || view.Knowledge.Classes.Holds("warship", view.Lemma(head)));

    /// <summary>
    /// "The bank's loans to Peru", "the firm will open an office in Chile", "the firm won a contract from the ministry": trade, whoever buys.
    /// Firms of one country that trade with another one do cooperate.
    /// </summary>
    private static bool IsTrade(Draft draft)
    {
        if (draft.Actor.IsEmpty) return false;
        if (draft.Event == "AID" || draft is { Event: "SUPPORT", Cameo: "050" }) return draft.Actor.All(a => a.Side == PairSide.None && IsCompany(a));
        return draft.Event == "COOPERATE" && draft.Actor.All(a => a is { Side: PairSide.None, Code: null, Country: null } && (IsCompany(a) || a.Sectors.IsEmpty));
    }

    private static bool IsCompany(ActorReference actor) =>
        actor.Sectors is not ["IGO", ..] && (actor.Sectors.Contains("BUS") || actor.Sectors.Contains("MNC"));

    /// <summary>Whether the type asks for somebody political: help to the needy, the release of captives and the end of a protest (CAMEO 082) do not.</summary>
    private static bool IsAsked(Draft draft) =>
        draft.Event is "AGREE" or "SUPPORT" or "CONSULT" or "COOPERATE" or "CONCEDE" ? draft.Cameo != "082" && draft.Content is not { Mode: "release" } : draft.Mode == "resign";

    private Standing Of(ActorReference actor)
    {
        if (actor.Side != PairSide.None) return Standing.Political;
        var named = actor.Code is not null || actor.Country is not null;
        var main = actor.Sectors is [var first, ..] ? first : null;
        if (IsCompany(actor)) return Standing.Private;
        switch (main)
        {
            case null: return named ? Standing.Political : Standing.Private;
            case "JRN" or "MED" or "EDU": return Standing.Private;
            case "UNK" or "CVL" or "AGR" or "SOC": return named ? Standing.Political : Standing.Private;
            case "ELI": return named || (actor.Title is not null && !IsShared(actor)) ? Standing.Political : Standing.Private;
            case "GOV" or "MIL" or "PTY" or "COP" or "LEG": return named || !IsShared(actor) ? Standing.Political : Standing.Either;
            default: return Standing.Political;
        }
    }

    /// <summary>Whether the office told, else the noun of the phrase, may be a company's.</summary>
    private bool IsShared(ActorReference actor)
    {
        if (actor.Title is { } title) return view.Knowledge.Classes.Holds(Shared, title.StartsWith(Once, StringComparison.Ordinal) ? title[Once.Length..] : title);
        var head = Head(actor);
        return head >= 0 && view.Knowledge.Classes.Holds(Shared, view.Lemma(head));
    }

    /// <summary>The word that the others of the phrase hang on; -1 for one that stands in another sentence.</summary>
    private int Head(ActorReference actor)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (!Holds(actor, view[i])) continue;
            var above = view[i].Head;
            if (above < 0 || !Holds(actor, view[above])) return i;
        }

        return -1;
    }

    private static bool Holds(ActorReference actor, Token token) => token.Range.Start >= actor.Range.Start && token.Range.End <= actor.Range.End;
}
