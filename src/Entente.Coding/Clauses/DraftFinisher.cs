using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Entente.Coding.Mentions;
using Entente.Coding.Places;
using Entente.Coding.Time;
using NodaTime;

namespace Entente.Coding.Clauses;

/// <summary>Makes an event of a draft: reality, claims, date, place, context, scores.</summary>
internal sealed partial class DraftFinisher(SentenceView view, StatusReader statuses, AttributionReader attributions, List<DatePhrase> dates)
{
    /// <summary>An act whose date lies further back than this before publication is background: readers of news say so of most that lie more than two months back.</summary>
    private const int BackgroundDays = 60;

    private const string OwnClaimed = "015";

    private readonly ImmutableArray<(Attribution Claim, int Word, bool Own)> contradictions = attributions.Contradictions();

    /// <summary>The event, still without its final id.</summary>
    public CodedEvent Finish(Draft draft)
    {
        var published = view.Document.Article.Published;
        var phrase = DateChoice.Of(view, draft, dates);
        var date = phrase?.Date
                   ?? (published is { } day ? new EventDate(day, day, DatePrecision.Day, DateBasis.Published, null) : null);
        var status = Status(draft, phrase, published);
        if (date is { Basis: DateBasis.Published } && status == EventStatus.Future && IsAhead(draft))
            date = new EventDate(published, null, DatePrecision.Range, DateBasis.Published, null);
        var act = Ahead(draft, status);
        var claims = Claims(draft);
        if (status == EventStatus.Negated && (IsRefused(draft) || IsBeyond(draft, claims)))
        {
            act = Inside("REJECT", draft);
            status = EventStatus.Actual;
        }

        if (act.Event == "REQUEST" && IsUltimatum(draft.Predicate)) act = act with { Event = "THREATEN", Mode = null, Cameo = "130", Content = null };
        if (status == EventStatus.Actual && !claims.IsEmpty && claims.All(c => c.Stance == Stance.Doubts)) status = EventStatus.Hypothetical;
        if (IsOwned(act, claims)) act = act with { Cameo = OwnClaimed };
        var ontology = view.Knowledge.Ontology;
        return new CodedEvent
        {
            Id = "",
            Document = view.Document.Article.Id,
            Sentence = view.Sentence.Number,
            Published = published,
            Date = date,
            Actor = act.Actor,
            Recipient = act.Recipient,
            Event = act.Event,
            Mode = act.Mode,
            Context = ContextReader.Of(view, draft.Predicate),
            Quad = ontology.Quad(act.Event),
            Cameo = act.Cameo,
            Goldstein = ontology.Goldstein(act.Cameo),
            Score = ontology.Score(act.Event, act.Mode),
            Content = act.Content is { } inner ? new EventContent(inner.Event, inner.Mode, inner.Cameo) : null,
            Status = status,
            Attribution = claims,
            Place = PlaceReader.Of(view, draft.Predicate),
            Evidence = [new Evidence(view.Sentence.Number, view.Text(view.Sentence.Range), view.Sentence.Range,
                view.Range(draft.First, draft.Last))],
            Confidence = Math.Round(act.Confidence * (status == EventStatus.Actual ? 1 : 0.95), 3),
            Coder = EventCoder.Version,
            Rule = act.Rule,
        };
    }

    /// <summary>Who claims or admits a deed of his own makes a statement, in CAMEO's eyes (015): "claimed that they had attacked the base".</summary>
    private bool IsOwned(Draft act, ImmutableArray<Attribution> claims) =>
        view.Knowledge.Ontology.Quad(act.Event) == 4 && act.Event is not ("PROTEST" or "MOBILIZE") && claims is [{ Stance: Stance.Asserts, Actor: { } speaker } claim]
        && act.Actor.Any(a => a.SameAs(speaker) || (a.Code is not null && a.Code == speaker.Code))
        && Owning().IsMatch(claim.Text);

    [GeneratedRegex("claim|admi|acknowledg|confess|boast", RegexOptions.IgnoreCase)]
    private static partial Regex Owning();

    private static bool IsAhead(Draft draft) =>
        draft.Event is "AGREE" or "CONSULT" or "COOPERATE" or "AID" or "SUPPORT" or "CONCEDE" or "RETREAT";

    private EventStatus Status(Draft draft, DatePhrase? phrase, LocalDate? published)
    {
        var around = statuses.Of(draft.Predicate, draft.Event);
        var status = draft.Status is { } told ? StatusReader.Stronger(told, around) : around;
        if (status == EventStatus.Actual && IsPromised(draft)) status = EventStatus.Future;
        if (status is not (EventStatus.Actual or EventStatus.Future) || phrase is null) return status;

        // Who tells the year of what is new? Without a day of publication a year in the text is the past.
        if (published is not { } day) return status == EventStatus.Actual && TellsYear(phrase) ? EventStatus.Historical : status;
        if ((phrase.IsAfter ? phrase.Date.Start : phrase.Date.End) is { } over
            && Period.DaysBetween(over, day) > BackgroundDays && (status == EventStatus.Actual || IsOld(phrase))) return EventStatus.Historical;
        if (status == EventStatus.Future && draft is { Event: "CONSULT", Pos: 'n', Status: null } && phrase.Date.End < day && statuses.Local(draft.Predicate) == EventStatus.Actual)
            return EventStatus.Actual; // "urged followers to attack him during his visit last week"
        return status == EventStatus.Actual && IsComing(draft.Predicate, draft.Event, phrase, day) ? EventStatus.Future : status;
    }

    /// <summary>"Agreed last December to cut", "agreed in 1986": what was promised then is old news; but "has scheduled talks in June".</summary>
    private bool IsOld(DatePhrase phrase) => TellsYear(phrase) || view.Lemma(phrase.First) == "last" || view.Lemma(phrase.Last) == "ago";

    /// <summary>Whether a date lies ahead, and the act with it: what a verb in the past tells of a coming day has been done for it.</summary>
    private bool IsComing(int predicate, string type, DatePhrase phrase, LocalDate day)
    {
        if (statuses.IsPast(predicate)) return false;
        if (phrase.Date.Start > day || (phrase.Date.Start == day && view.Lemma(phrase.First) is "later" or "late" && view[phrase.First].Form.Equals("later", StringComparison.OrdinalIgnoreCase))) return true;

        // "The ministers <b>meet</b> in Rome this week".
        if (type == "CONSULT" && phrase.Date.Start <= day && phrase.Date.End > day && statuses.IsSimplePresent(predicate)) return true;

        // "Would leave after meeting him this evening": of today, and behind what is to come.
        return phrase.Date.Start == day && view.Is(predicate, "advcl") && statuses.Governs(view[predicate].Head) == EventStatus.Future;
    }

    /// <summary>"An announced, promised or offered" act is AGREE or CONCEDE and lies ahead (PLOVER manual); an accepted settlement (CAMEO 037) does not.</summary>
    private static bool IsPromised(Draft draft) =>
        draft.Status is null && ((draft.Event == "AGREE" && draft.Cameo != "037") || (draft.Event == "CONCEDE" && draft.Cameo.StartsWith("03", StringComparison.Ordinal)));

    private static bool TellsYear(DatePhrase phrase) =>
        phrase.Date.Precision is DatePrecision.Year or DatePrecision.Decade
        || (phrase.Date.Text is { } text && Year().IsMatch(text));

    [GeneratedRegex(@"\b(1\d|20)\d\d\b")]
    private static partial Regex Year();

    /// <summary>What is announced but not done: AGREE or CONCEDE with the act inside (PLOVER manual, "future").</summary>
    private Draft Ahead(Draft draft, EventStatus status)
    {
        if (status != EventStatus.Future) return draft;
        var type = draft.Event switch
        {
            "CONSULT" or "SUPPORT" or "COOPERATE" or "AID" => "AGREE",
            "RETREAT" => "CONCEDE",
            _ => null,
        };
        return type is null ? draft : Inside(type, draft);
    }

    private Draft Inside(string type, Draft draft)
    {
        var (mode, cameo) = view.Knowledge.Composed.Of(type, draft.Event, draft.Mode, view.Knowledge.Ontology.Cameo(type));
        return draft with { Event = type, Mode = mode, Cameo = cameo, Content = draft };
    }

    /// <summary>"Paris will not lift the ban": a will not to cooperate or yield is a refusal.</summary>
    private bool IsRefused(Draft draft)
    {
        if (!IsAhead(draft) || draft.Content is not null || draft.Actor.IsEmpty) return false;

        // "Is not going to yield".
        var going = view.Is(draft.Predicate, "xcomp") ? view[draft.Predicate].Head : draft.Predicate;
        if (going >= 0 && view[going].Form.Equals("going", StringComparison.OrdinalIgnoreCase) && view.Child(going, "xcomp") >= 0) return true;
        if (draft.Status is not null) return false;
        foreach (var verb in view.Is(draft.Predicate, "xcomp") ? (int[])[draft.Predicate, going] : [draft.Predicate]) // "will not move to lift"
        {
            foreach (var child in view.Children(verb))
                if (view.Is(child, "aux") && view[child].Form.ToLowerInvariant() is "will" or "wo" or "would" or "shall") return true;
        }

        return false;
    }

    /// <summary>"Malta said it <b>could not</b> take in more refugees": who says so of himself refuses.</summary>
    private bool IsBeyond(Draft draft, ImmutableArray<Attribution> claims)
    {
        if (draft.Event is not ("AID" or "RETREAT" or "CONCEDE" or "COOPERATE") || draft.Content is not null || draft.Status is not null || draft.Actor.IsEmpty) return false;
        foreach (var child in view.Children(draft.Predicate))
            if (view.Is(child, "aux") && view[child].Form.ToLowerInvariant() is "can" or "ca" or "could") return claims is [{ Stance: Stance.Asserts } claim] && IsOf(claim.Actor, draft);
        return false;
    }

    /// <summary>"Told Oslo to yield <b>or face</b> tariffs": what is asked for under a threat.</summary>
    private bool IsUltimatum(int predicate)
    {
        foreach (var asked in view.Children(predicate))
        {
            if (!view.Is(asked, "xcomp") && !view.Is(asked, "ccomp")) continue;
            foreach (var child in view.Children(asked))
                if (view.Is(child, "conj") && view.Lemma(child) is "face" or "risk" or "suffer" && view.Child(child, "cc") is >= 0 and var joint && view.Lemma(joint) == "or") return true;
        }

        return false;
    }

    private ImmutableArray<Attribution> Claims(Draft draft)
    {
        if (attributions.IsContradiction(draft.Predicate)) return [];

        var around = attributions.Of(draft.Predicate);
        var claims = draft.Claims.AddRange(around.Where(c => !draft.Claims.Any(own => Same(own, c))));
        var asserted = claims.Any(c => c.Stance == Stance.Asserts);
        return claims.AddRange(contradictions
            .Where(c => (asserted || !c.Own || IsOf(c.Claim.Actor, draft)) && !IsUnder(draft.Predicate, c.Word) && !claims.Any(own => Same(own, c.Claim)))
            .Select(c => c.Claim));
    }

    private static bool IsOf(ActorReference? speaker, Draft draft) =>
        speaker is not null && draft.Event is not ("REJECT" or "REQUEST" or "ACCUSE") && draft.Actor.Any(a => a.SameAs(speaker) || (a.Country is not null && a.Country == speaker.Country) || (a.Code is not null && a.Code == speaker.Code));

    private bool IsUnder(int word, int top)
    {
        for (var at = word; at >= 0; at = view[at].Head)
            if (at == top) return true;
        return false;
    }

    private static bool Same(Attribution one, Attribution other) =>
        one.Stance == other.Stance && one.Actor is { } a && other.Actor is { } b && a.SameAs(b);
}
