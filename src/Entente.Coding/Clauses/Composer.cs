using System.Collections.Immutable;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;

namespace Entente.Coding.Clauses;

/// <summary>Makes one act of an outer word and the act inside it, by the codebook's rules (PLOVER manual 2021, docs/ontology.md).</summary>
internal sealed class Composer(SentenceView view, ActorFiller filler, StatusReader status)
{
    private static readonly string[] Ahead = ["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"];
    private static readonly SlotPath Saying = SlotPath.Parse("subj");
    private static readonly SlotPath According = SlotPath.Parse("according to/accord to");
    private static readonly SlotPath Maker = SlotPath.Parse("subj/by/from");

    /// <summary>CAMEO's code of denying responsibility: the code of the denial and of a deed that is known from it alone.</summary>
    private const string OwnDenied = "016";

    private static readonly string[] Yielding = ["CONCEDE", "RETREAT"];

    /// <summary>What becomes of an inner act.</summary>
    /// <param name="operation">The outer word's operation.</param>
    /// <param name="predicate">Index of the outer word.</param>
    /// <param name="complement">Where the inner act stands.</param>
    /// <param name="inner">The inner act.</param>
    public IEnumerable<Draft> Compose(Operator operation, int predicate, string complement, Draft inner)
    {
        var subject = filler.Fill(["subj"], predicate).Actors;
        var addressee = Addressee(operation, predicate);
        var doer = operation.Controller == "obj" && !addressee.IsEmpty ? addressee : subject;
        if (inner.Actor.IsEmpty) inner = inner with { Actor = doer, Recipient = ActorFiller.Without(inner.Recipient, doer) };
        inner = inner with { Status = Merge(inner.Status, status.Local(inner.Predicate, asContent: true)) };
        return operation.Kind switch
        {
            OperatorKind.Do => [Around(operation, predicate, inner, inner.Status)],
            OperatorKind.Fail => [Around(operation, predicate, inner, Survives(operation, inner) ? inner.Status : EventStatus.Negated)],
            OperatorKind.Imagine => [Imagined(operation, Around(operation, predicate, inner, EventStatus.Hypothetical))],
            OperatorKind.Plan => [Around(operation, predicate, inner, IsSaid(operation, inner) ? inner.Status : EventStatus.Future)],
            OperatorKind.Announce => [Around(operation, predicate, inner, complement == "ccomp" || IsSaid(operation, inner) || (complement == "obj" && Quad(inner) == 4) || IsDeclared(complement, inner) ? inner.Status : EventStatus.Future)],
            OperatorKind.Promise => [Promise(operation, predicate, inner, subject)],
            OperatorKind.Threaten => [Threat(operation, predicate, inner, subject)],
            OperatorKind.Demand => Demand(operation, predicate, inner, subject, addressee),
            OperatorKind.Invite => [Outer(operation, predicate, inner, "AGREE", subject, addressee.IsEmpty ? inner.Actor : addressee)],
            OperatorKind.Refuse => [Refusal(operation, predicate, inner, subject)],
            OperatorKind.Deny => Denial(operation, predicate, complement, inner, subject),
            OperatorKind.Accuse => Accusation(operation, predicate, inner, subject, addressee),
            OperatorKind.Stop => [Stop(operation, predicate, inner, subject)],
            OperatorKind.Statement => [],
            _ => [inner],
        };
    }

    /// <summary>A demand for something that is no act of the ontology: "said that Tehran must choose"; null when nobody is named, or when it is only an opinion.</summary>
    public Draft? Duty(int predicate, int clause)
    {
        var speaker = filler.Fill(["subj"], predicate).Actors;
        var addressed = filler.Fill(["subj"], clause);
        var addressee = ActorFiller.Without(addressed.Actors, speaker);

        // "Production should rise", "the bank did not need to act", "the sale must be approved": nobody is told to do anything.
        if (addressed.Certainty < 1 || view.ChildExactly(clause, "nsubj:pass") >= 0 || status.Local(clause, asContent: true) == EventStatus.Negated && view.Lemma(clause) is "need" or "have") return null;
        if (speaker.IsEmpty || addressee.IsEmpty || addressee.All(a => a.Code is null)) return null;
        if (IsOpinion(predicate, clause, speaker, addressee) || (!IsTold(predicate) && !speaker.Any(IsPublic))) return null;
        return new Draft
        {
            Pos = 'v',
            Predicate = predicate,
            First = predicate,
            Last = predicate,
            Event = "REQUEST",
            Cameo = "100",
            Actor = speaker,
            Recipient = addressee,
            Rule = view.Lemma(predicate) + ".v>must",
            Confidence = 0.7,
        };
    }

    /// <summary>"The Peruvian minister said that Peru <b>should</b> save", "said that Lima <b>would have to</b> save": a policy of one's own or a judgement, and no demand.</summary>
    public bool IsOpinion(int predicate, int clause, ImmutableArray<ActorReference> speaker, ImmutableArray<ActorReference> addressee) =>
        !IsTold(predicate) && (view.Lemma(clause) is "need" or "have" || speaker.Any(s => addressee.Any(a => IsOwn(s, a))));

    /// <summary>"<b>Told Lima</b> that it had to choose": who says it to the other's face demands it.</summary>
    private bool IsTold(int predicate) => view.Child(predicate, "obj") >= 0 || view.Child(predicate, "iobj") >= 0;

    /// <summary>Whether somebody speaks for a state or a body: what a banker or an analyst thinks that a state should do demands nothing of it.</summary>
    private static bool IsPublic(ActorReference speaker) =>
        speaker.Sectors.IsEmpty ? speaker.Person is null && speaker.Code is not null : speaker.Sectors[0] is not ("BUS" or "MNC" or "UNK" or "JRN" or "EDU" or "CVL" or "LAB" or "AGR");

    /// <summary>"The Peruvian finance minister said Peru must save": what a government wants its own state to do is its policy.</summary>
    private static bool IsOwn(ActorReference speaker, ActorReference addressee) =>
        speaker.Country is { } state && addressee.Country == state && (addressee.Sectors.IsEmpty || (addressee.Sectors[0] == "GOV" && speaker.Sectors is ["GOV", ..]));

    /// <summary>An accusation that is made by telling what somebody does: "said that Tehran was stoking unrest"; null when nobody else is named.</summary>
    /// <param name="predicate">Index of the word of saying, or of the wrongdoing itself.</param>
    /// <param name="clause">Index of the wrongdoing.</param>
    /// <param name="attributed">Whether "according to" names who says it.</param>
    public Draft? Charge(int predicate, int clause, bool attributed)
    {
        var speaker = filler.Fill(attributed ? According : Saying, predicate).Actors;
        var told = filler.Fill(["subj"], clause);
        var accused = ActorFiller.Without(told.Actors, speaker);
        if (speaker.IsEmpty || accused.IsEmpty || speaker.Any(s => s.Sectors is ["JRN", ..]) || status.Local(clause, asContent: true) != EventStatus.Actual) return null;
        if (accused.All(a => a.Code is null && a.Country is null) || speaker.Any(s => s.Country is not null && accused.Any(a => a.Country == s.Country && a.Code == s.Code))) return null;
        return new Draft
        {
            Pos = 'v',
            HasObject = true,
            Predicate = predicate,
            First = clause,
            Last = clause,
            Event = "ACCUSE",
            Mode = "allege",
            Cameo = "112",
            Actor = speaker,
            Recipient = accused,
            Rule = (attributed ? "according to" : view.Lemma(predicate) + ".v") + ">wrongdoing",
            Confidence = 0.7 * told.Certainty,
        };
    }

    private ImmutableArray<ActorReference> Addressee(Operator operation, int predicate)
    {
        if (operation.Controller != "obj") return operation.Predicate == "must" ? Hearer(predicate) : [];
        if (operation.Predicate.EndsWith(" for", StringComparison.Ordinal)) return filler.Fill(["for"], predicate).Actors;
        var slots = SlotPath.Parse(operation.Pos == 'v' ? "obj/iobj/on/to/from/with" : "to/on/for/against/from");
        return filler.Fill(slots, predicate).Actors;
    }

    /// <summary>"Warned <b>the city</b> that it must yield": who is told what he must do.</summary>
    private ImmutableArray<ActorReference> Hearer(int predicate)
    {
        var clause = view.Child(predicate, "ccomp");
        if (clause < 0 || view.Child(clause, "nsubj") is not (>= 0 and var subject) || view[subject].Upos != Language.Upos.PRON) return [];
        var hearers = filler.Fill(SlotPath.Parse("obj/iobj"), predicate).Actors;
        return hearers.Any(h => h.Sectors is ["JRN", ..]) ? [] : hearers;
    }

    private int Quad(Draft draft) => view.Knowledge.Ontology.Quad(draft.Event);

    /// <summary>"Escaped a bombing": the blow fell.</summary>
    private static bool Survives(Operator operation, Draft inner) => operation.Predicate is "escape" or "dodge" && inner is { Event: "ASSAULT", Pos: 'n' };

    /// <summary>"Voted <b>to reject</b> the offer": whoever decides to refuse or to condemn has done it.</summary>
    private static bool IsSaid(Operator operation, Draft inner) =>
        inner.Event == "REJECT" ? operation.Predicate is "vote" or "decide" or "choose" or "opt" : operation.Predicate == "vote" && inner.Event is "ACCUSE" or "REQUEST" && inner.Mode != "investigate";

    /// <summary>"Announced the <b>recognition</b> of Kosovo", "the announcement of <b>establishing</b> ties": to back, recognise or draw near is done by saying so; to sign is not.</summary>
    private static bool IsDeclared(string complement, Draft inner) =>
        complement is "obj" or "of" && inner.Event == "SUPPORT" && !inner.Cameo.StartsWith("057", StringComparison.Ordinal);

    private static EventStatus? Merge(EventStatus? one, EventStatus other) =>
        other == EventStatus.Actual ? one : one is { } first ? StatusReader.Stronger(first, other) : other;

    /// <summary>The inner act with the outer word's reality; the inner words stay the trigger.</summary>
    private static Draft Around(Operator operation, int predicate, Draft inner, EventStatus? told) => inner with
    {
        Predicate = predicate,
        Status = inner.Status is { } own && told is { } outer ? StatusReader.Stronger(own, outer) : told ?? inner.Status,
        Rule = operation.Predicate + "." + operation.Pos + ">" + inner.Rule,
        Confidence = inner.Confidence * 0.95,
    };

    /// <summary>What is only considered, hoped or feared has the CAMEO code of that statement (CAMEO codebook 1.1b3, 012 to 014).</summary>
    private static Draft Imagined(Operator operation, Draft inner) => operation.Cameo.Length > 0 ? inner with { Cameo = operation.Cameo } : inner;

    private Draft Promise(Operator operation, int predicate, Draft inner, ImmutableArray<ActorReference> subject)
    {
        if (inner.Status == EventStatus.Negated) return Around(operation, predicate, inner, EventStatus.Negated);
        var type = Ahead.Contains(inner.Event) ? "AGREE" : Yielding.Contains(inner.Event) ? "CONCEDE" : Quad(inner) == 4 && operation.Predicate is "vow" or "swear" or "pledge" or "promise" or "threat" ? "THREATEN" : null;
        if (type is null) return Around(operation, predicate, inner, EventStatus.Future);
        var recipients = ActorFiller.Without([.. inner.Recipient, .. inner.Actor], subject);
        return Outer(operation, predicate, inner, type, subject, recipients) with { Status = type == "THREATEN" ? null : EventStatus.Future };
    }

    private Draft Threat(Operator operation, int predicate, Draft inner, ImmutableArray<ActorReference> subject)
    {
        var addressed = filler.Fill(SlotPath.Parse(operation.Pos == 'v' ? "obj" : "to/against"), predicate).Actors;
        return Outer(operation, predicate, inner, "THREATEN", subject, addressed.IsEmpty ? inner.Recipient : addressed);
    }

    private IEnumerable<Draft> Demand(
        Operator operation, int predicate, Draft inner, ImmutableArray<ActorReference> subject, ImmutableArray<ActorReference> addressee)
    {
        var recipients = ActorFiller.Without(!addressee.IsEmpty ? addressee : ActorFiller.Without(inner.Actor, subject), subject);
        if (recipients.IsEmpty && !inner.ActorUnknown) recipients = ActorFiller.Without(inner.Recipient, subject);

        // "Further purchases would require approval": a thing demands nothing of anybody.
        if (operation.Predicate == "require" && !IsDemander(predicate)) return [];

        // "Ordered its troops to invade": an order to one's own side is the act itself, ahead.
        if (operation.Predicate is "order" or "command" or "instruct" or "direct" && subject.Length > 0 && recipients.All(r => r.Country is not null && subject.Any(s => s.Country == r.Country)))
            return [Around(operation, predicate, inner, EventStatus.Future)];
        return [Outer(operation, predicate, inner, "REQUEST", subject, recipients)];
    }

    private bool IsDemander(int predicate) => filler.Fill(["subj"], predicate) is { Actors.IsEmpty: false, Certainty: >= 1 };

    private Draft Refusal(Operator operation, int predicate, Draft inner, ImmutableArray<ActorReference> subject)
    {
        var others = ActorFiller.Without(inner.Actor, subject);
        return Outer(operation, predicate, inner, "REJECT", subject, others.IsEmpty ? ActorFiller.Without(inner.Recipient, subject) : others);
    }

    private IEnumerable<Draft> Denial(Operator operation, int predicate, string complement, Draft inner, ImmutableArray<ActorReference> subject)
    {
        if (status.Local(predicate) == EventStatus.Negated) yield break;
        var charges = inner.Event is "ACCUSE" or "REQUEST" or "THREATEN" && ActorFiller.Without(inner.Actor, subject) is { IsEmpty: false };
        var recipients = charges ? ActorFiller.Without(inner.Actor, subject) : [];
        var accusers = complement == "charge" ? Accusers(predicate, subject) : [];
        var own = inner.Actor.Any(a => subject.Any(s => s.SameAs(a) || (s.Country is not null && s.Country == a.Country)));
        yield return Outer(operation, predicate, inner, "REJECT", subject, accusers.IsEmpty ? recipients : accusers) with { Cameo = own ? OwnDenied : "120", Mode = null };
        if (charges || subject.IsEmpty) yield break;
        var denials = subject.Select(s => Claim(s, Stance.Denies, predicate));
        yield return inner with
        {
            Status = accusers.IsEmpty ? EventStatus.Negated : inner.Status,
            Cameo = accusers.IsEmpty && own ? OwnDenied : inner.Cameo,
            Claims = [.. accusers.Select(a => Claim(a, Stance.Asserts, predicate)), .. denials, .. inner.Claims],
            Rule = operation.Predicate + "." + operation.Pos + ">" + inner.Rule,
        };
    }

    /// <summary>Who makes the charge that is denied: "rejected <b>Kyiv's</b> claim", "an accusation by <b>the UN</b>".</summary>
    private ImmutableArray<ActorReference> Accusers(int predicate, ImmutableArray<ActorReference> denier)
    {
        foreach (var child in view.Children(predicate))
            if ((view.Is(child, "obj") || view[child].Deprel == "nsubj:pass") && ActorFiller.Without(filler.Fill(Maker, child).Actors, denier) is { IsEmpty: false } makers) return makers;
        return [];
    }

    private IEnumerable<Draft> Accusation(
        Operator operation, int predicate, Draft inner, ImmutableArray<ActorReference> subject, ImmutableArray<ActorReference> addressee)
    {
        var accused = addressee.IsEmpty ? inner.Actor : addressee;
        var verb = operation.Cameo.Length > 0 ? operation.Cameo : "112";
        var mode = verb.StartsWith("112", StringComparison.Ordinal) ? "allege" : "disapprove";
        if (operation.Predicate is "sue" or "indict" or "investigate" or "charge") mode = "investigate";
        if (operation.Predicate is "sue") verb = "115";
        yield return Outer(operation, predicate, inner, "ACCUSE", subject, accused) with { Mode = mode, Cameo = verb };
        if (accused.IsEmpty) yield break;
        yield return inner with
        {
            Actor = accused,
            Recipient = ActorFiller.Without(inner.Recipient, accused),
            Claims = [.. subject.Select(s => Claim(s, Stance.Asserts, predicate)), .. inner.Claims],
            Rule = operation.Predicate + "." + operation.Pos + ">" + inner.Rule,
            Confidence = inner.Confidence * 0.9,
        };
    }

    private Draft Stop(Operator operation, int predicate, Draft inner, ImmutableArray<ActorReference> subject)
    {
        var actor = subject.IsEmpty ? inner.Actor : subject;
        var others = ActorFiller.Without([.. inner.Actor, .. inner.Recipient], actor);
        var (type, mode, cameo) = inner.Event switch
        {
            "AID" => ("SANCTION", "discontinue", "162"),
            "COOPERATE" => ("SANCTION", "discontinue", "161"),
            "CONSULT" or "AGREE" or "SUPPORT" => ("REJECT", inner.Event == "CONSULT" ? "meet" : null, "120"),
            "ASSAULT" => ("RETREAT", "ceasefire", "087"),
            "MOBILIZE" => ("RETREAT", "withdraw", "087"),
            "SANCTION" => ("RETREAT", null, "085"),
            "COERCE" => ("RETREAT", null, "081"),
            _ => ("CONCEDE", (string?)null, "080"),
        };
        return Outer(operation, predicate, inner, type, actor, others) with { Mode = mode, Cameo = cameo, Content = null };
    }

    private Draft Outer(
        Operator operation, int predicate, Draft inner, string type, ImmutableArray<ActorReference> actor, ImmutableArray<ActorReference> recipient)
    {
        var fallback = operation.Cameo.Length > 0 ? operation.Cameo : view.Knowledge.Ontology.Cameo(type);
        var (mode, cameo) = view.Knowledge.Composed.Of(type, inner.Event, inner.Mode, fallback);
        return new Draft
        {
            Pos = operation.Pos,
            HasObject = true,
            Predicate = predicate,
            First = predicate,
            Last = predicate,
            Event = type,
            Mode = mode,
            Cameo = cameo,
            Actor = actor,
            Recipient = ActorFiller.Without(recipient, actor),
            Content = inner,
            Rule = operation.Predicate + "." + operation.Pos + ">" + inner.Rule,
            Confidence = inner.Confidence * 0.95,
        };
    }

    private Attribution Claim(ActorReference speaker, Stance stance, int predicate) =>
        new(speaker, stance, view.Text(view[predicate].Range), view[predicate].Range, []);
}
