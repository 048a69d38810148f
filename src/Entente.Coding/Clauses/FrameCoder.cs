using System.Collections.Immutable;
using Entente.Coding.Actors;
using Entente.Coding.Frames;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;
using Entente.Sources;

namespace Entente.Coding.Clauses;

/// <summary>Makes drafts of frames that hold: fills their slots and decides whether enough is known for an event.</summary>
internal sealed class FrameCoder(SentenceView view, Arguments arguments, ActorFiller filler, FrameMatcher matcher, DocumentMemory memory)
{
    /// <summary>A visit without destination leads where the last one led, if that was told so many sentences before.</summary>
    private const int HostReach = 3;

    /// <summary>In so many clauses around talks their unnamed side is looked for.</summary>
    private const int NearestClauses = 2;

    /// <summary>CAMEO code of military protection and peacekeeping.</summary>
    private const string Peacekeeping = "074";

    /// <summary>CAMEO code of military cooperation.</summary>
    private const string JointDrill = "062";

    private static readonly HashSet<string> OfIsActor = new(["CONSULT", "RETREAT", "MOBILIZE", "PROTEST", "CONCEDE", "AGREE", "REJECT"], StringComparer.Ordinal);

    private readonly RolePhrase roles = new(view, memory.Day);
    private readonly ProtestTarget targets = new(view, arguments, filler);
    private readonly CulpritFinder culprits = new(view, arguments, filler, matcher);

    /// <summary>The frame of a predicate, null when none holds.</summary>
    public FrameMatch? Match(int predicate) => matcher.Match(predicate);

    /// <summary>The act that a matched frame tells, null when the sense is none. Whether enough is known of it, <see cref="Sufficiency"/> says.</summary>
    public Draft? Code(FrameMatch match)
    {
        var frame = match.Frame;
        if (frame.Event == "NONE") return null;
        var actor = filler.Fill(frame.Actor, match.Predicate);
        var recipient = filler.Fill(frame.Recipient, match.Predicate);
        if (actor.Actors.IsEmpty && frame.Pos == 'n' && OfIsActor.Contains(frame.Event) && filler.Fill(["of"], match.Predicate) is { Actors.IsEmpty: false } of && !IsGoal(match.Predicate, of))
        {
            // "The visit of the minister", "the withdrawal of Russian troops": of tells who acts.
            actor = of;
            recipient = filler.Fill(frame.Recipient.Except("obj", "of"), match.Predicate);
        }

        if (actor.Actors.IsEmpty && frame is { Pos: 'n', Event: "ASSAULT" } && Culprits(match.Predicate) is { IsEmpty: false } behind) actor = actor with { Actors = behind };
        if (!actor.Present && frame.Pos == 'v' && (frame.Event == "MOBILIZE" || frame.Cameo == Peacekeeping)) actor = actor with { Actors = Moved(match.Predicate) };
        if (frame is { Pos: 'n', Event: "CONSULT" } && OtherSide(match, actor.Actors) is { IsEmpty: false } side) actor = actor with { Actors = [.. side, .. actor.Actors] };
        if (frame is { Event: "ACCUSE", Pos: 'v' } && recipient.Certainty < 1 && Blamed(match.Predicate) is { } blamed) recipient = recipient with { Actors = blamed };
        if (frame is { Event: "THREATEN", Pos: 'v' } && Threatened(match.Predicate, actor.Actors) is { IsEmpty: false } threatened) recipient = recipient with { Actors = threatened };
        if (frame is { Event: "REQUEST", Pos: 'v' } && recipient.Actors.IsEmpty) recipient = recipient with { Actors = Asked(match.Predicate) };
        if (frame.Event == "PROTEST" && recipient.Actors.IsEmpty) recipient = recipient with { Actors = targets.Of(match.Predicate) };
        var recipients = Others(recipient, actor.Actors, frame.Event);
        var actors = actor.Actors;
        if (frame.Event == "CONSULT")
        {
            // Talking to a reporter is no consultation.
            actors = [.. actors.Where(a => a.Sectors is not ["JRN", ..])];
            recipients = [.. recipients.Where(a => a.Sectors is not ["JRN", ..])];
        }

        if (actors.IsEmpty && !recipients.IsEmpty) actors = Unnamed(match, actor.Present);
        var host = recipients.IsEmpty && frame is { Event: "CONSULT" } && actors.Length == 1 ? Host(match.Predicate, actors) : [];
        var gathers = recipients.IsEmpty && Gathers(match, actors, host);
        if (recipients.IsEmpty && !gathers) recipients = host;
        if (frame is { Event: "CONSULT", Mode: "visit" })
        {
            // Coming home is no visit.
            recipients = [.. recipients.Where(r => r.Country is null || r.Person is not null || !actors.Any(a => a.Country == r.Country))];
        }

        if (frame is { Event: "CONSULT", Mode: "visit" }) recipients = Remembered(actors, recipients);
        if (recipients.IsEmpty && recipient.Present && frame is { Pos: 'v', Event: "ASSAULT" or "COERCE" }) recipients = Unnamed(frame.Recipient, match.Predicate, actors);
        var together = IsDrill(frame) && actors.Select(a => a.Country).OfType<string>().Distinct(StringComparer.Ordinal).Skip(1).Any();
        if (together) recipients = [];
        return new Draft
        {
            Pos = frame.Pos,
            Gathers = gathers,
            ActorUnknown = actor.Present && actors.IsEmpty,
            HasObject = view.Child(match.Predicate, "obj") >= 0 || view.Child(match.Predicate, "xcomp") >= 0 || view.Child(match.Predicate, "ccomp") >= 0,
            Predicate = match.Predicate,
            First = match.First,
            Last = match.Last,
            Event = together ? "COOPERATE" : frame.Event,
            Mode = together ? null : frame.Mode,
            Cameo = together ? JointDrill : frame.Cameo,
            Actor = actors,
            Recipient = recipients,
            Rule = frame.Name,

            // "Claimed responsibility": the deed is known from the one who did it.
            Claims = frame.Cameo == "015" ? [.. actors.Select(a => new Attribution(a, Stance.Asserts, view.Text(view.Range(match.First, match.Last)), view.Range(match.First, match.Last), []))] : [],
            Confidence = Confidence(match, actors, recipients, recipient.Present, actor.Certainty * recipient.Certainty),
        };
    }

    /// <summary>"Thailand and the United States held war games": what one state trains alone shows its strength, what two train together is cooperation.</summary>
    private bool IsDrill(Frame frame) => frame.Event == "MOBILIZE" && (frame.Pos == 'n'
        ? view.Knowledge.Classes.Holds("drill", frame.Predicate)
        : frame.When.Any(c => c is { Slot: "obj", Negated: false } && (c.Classes.Contains("drill") || c.Classes.Contains("exercise") || c.Lemmas.Any(l => view.Knowledge.Classes.Holds("drill", l)))));

    /// <summary>"The transfer of warheads <b>to Chad</b>": what stands behind the things moved is where they go, not whose they are.</summary>
    private bool IsGoal(int predicate, Filled of) =>
        of.Certainty < 1 && arguments.Fillers(predicate, "of") is [.., var last] && of.Actors.All(a => a.Range.Start > view[last].Range.Start);

    /// <summary>"<b>Turkish soldiers</b> were deployed along the border": troops whose state is told act themselves where nobody is said to have moved them; where they only stand they do nothing.</summary>
    private ImmutableArray<ActorReference> Moved(int predicate)
    {
        if (!arguments.IsPassive(predicate) || view.Knowledge.Classes.Holds("standing", view.Lemma(predicate))) return [];
        return [.. arguments.Fillers(predicate, "obj").SelectMany(o => filler.At(o)).Where(a => a is { Country: not null, Sectors: ["MIL" or "COP" or "PRM", ..] })];
    }

    /// <summary>"Condemned the killing of two policemen <b>by gunmen</b>": who did it is blamed, never its victims; null where no deed of harm is condemned.</summary>
    private ImmutableArray<ActorReference>? Blamed(int predicate)
    {
        foreach (var deed in arguments.Fillers(predicate, "obj").Concat(arguments.Fillers(predicate, "for")))
            if (matcher.Match(deed) is { Frame: { Pos: 'n', Event: "ASSAULT" or "COERCE" or "SANCTION" or "THREATEN" } frame }) return filler.Fill(frame.Actor, deed).Actors;
        return null;
    }

    /// <summary>"The bloc will retaliate <b>against Chad</b>, a bloc official warned": whom the speaker's own side is going to harm; empty where the warning is of something else.</summary>
    private ImmutableArray<ActorReference> Threatened(int predicate, ImmutableArray<ActorReference> speakers)
    {
        if (view.Child(predicate, "obj") >= 0 || view.Child(predicate, "ccomp") is not (>= 0 and var clause) || matcher.Match(clause) is not { Frame: { Pos: 'v', Event: not "NONE" } frame } || view.Knowledge.Ontology.Quad(frame.Event) != 4) return [];
        var own = filler.Fill(frame.Actor, clause).Actors.Any(a => (a.Country ?? a.Code) is { } side && speakers.Any(s => (s.Country ?? s.Code) == side));
        return own ? ActorFiller.Without(filler.Fill(frame.Recipient, clause).Actors, speakers) : [];
    }

    /// <summary>"Called <b>for the government</b> to offer …", "appealed for greater effort <b>by Tokyo</b>": who is to do what is asked for.</summary>
    private ImmutableArray<ActorReference> Asked(int predicate)
    {
        foreach (var phrase in arguments.Fillers(predicate, "for"))
        {
            foreach (var clause in (int[])[.. view.Children(predicate), .. view.Children(phrase)])
                if (clause > phrase && (view.Is(clause, "advcl") || view.Is(clause, "xcomp") || view.Is(clause, "acl")) && view.Child(clause, "mark") is >= 0 and var mark && view.Lemma(mark) == "to" && filler.At(phrase) is { IsEmpty: false } asked) return asked;
            if (filler.Fill(["by"], phrase).Actors is { IsEmpty: false } doers) return doers;
        }

        return [];
    }

    /// <summary>"<b>Brazil</b> will act after talks with the Fund": of talks that name one side only, he who acts in the clause around them is the other.</summary>
    private ImmutableArray<ActorReference> OtherSide(FrameMatch match, ImmutableArray<ActorReference> named)
    {
        if (named.IsEmpty || !match.Frame.Actor.Written.Contains("with", StringComparison.Ordinal)
            || filler.Fill(["subj", "between", "among", "of"], match.Predicate).Present || arguments.Fillers(match.Predicate, "with").Count == 0) return [];
        for (int at = view[match.Predicate].Head, steps = 0; at >= 0 && steps < NearestClauses; at = view[at].Head)
        {
            if (view[at].Upos != Language.Upos.VERB || arguments.IsPassive(at)) continue;
            steps++;
            if (arguments.Subject(at) is not (>= 0 and var subject)) continue;
            var side = filler.At(subject).Where(s => s.Code is not null && s.Sectors is not ["JRN", ..]).ToImmutableArray();
            return side.Any(s => named.Any(n => n.SameAs(s) || n.Code == s.Code)) ? [] : side;
        }

        return [];
    }

    /// <summary>
    /// "EC ministers met in Florence", "OPEC will convene": a body of states meets by itself, and the town is no side. A noun must tell where, since
    /// "an OPEC meeting" alone is seldom one that is told of.
    /// </summary>
    private bool Gathers(FrameMatch match, ImmutableArray<ActorReference> actors, ImmutableArray<ActorReference> host) =>
        match.Frame is { Event: "CONSULT", Mode: not "visit" } frame && frame.Actor.Written.Contains("with", StringComparison.Ordinal)
        && actors is [{ Country: null, Sectors: ["IGO", ..] } body]
        && (!host.IsEmpty || (body.Person is null && frame.Pos == 'v' && view.Knowledge.Classes.Holds("gathering", view.Lemma(match.Predicate))));

    /// <summary>"The militants <b>behind the attack</b>", "Iran was behind the bombing", "a rebel killed two men <b>in an attack</b>": who did it.</summary>
    private ImmutableArray<ActorReference> Culprits(int noun)
    {
        if (view.Is(noun, "obl") && view.Case(noun) is "in" or "during" && view[noun].Head is >= 0 and var deed && matcher.Match(deed) is { Frame: { Pos: 'v', Event: "ASSAULT" } frame })
            return filler.Fill(frame.Actor, deed).Actors;
        if (view.Case(noun) != "behind") return [];
        var before = view.Child(noun, "case") - 1;
        var culprit = view.Is(noun, "nmod") ? view[noun].Head : view.Is(noun, "obl") && before >= 0 && view[before].Head == view[noun].Head ? before : view.Child(noun, "nsubj");
        return culprit >= 0 ? filler.At(culprit) : [];
    }

    /// <summary>
    /// Whom the act reaches besides the actors. In "blamed the lack of trust between Pyongyang and Washington" an American official blames one of
    /// the two: of several owners of a thing his own country is none. What a state gives is its own: "Nakasone will increase Japanese aid".
    /// </summary>
    private static ImmutableArray<ActorReference> Others(Filled recipient, ImmutableArray<ActorReference> actors, string type)
    {
        var others = ActorFiller.Without(recipient.Actors, actors);
        if (others.IsEmpty || recipient.Certainty >= 1) return others;

        // "The cabinet gave its approval": a possessor of whom nothing is known is the one who acts.
        others = [.. others.Where(o => o.Code is not null || o.Text.ToLowerInvariant() is not ("its" or "their"))];
        var abroad = others.Where(o => !actors.Any(a => a.Country is not null && a.Country == o.Country)).ToImmutableArray();
        if (abroad.IsEmpty && type == "SUPPORT") others = [.. others.Where(o => o.How != Recognition.Nationality || !o.Sectors.IsEmpty)]; // "the minister confirmed Indonesian support": his own
        if (!abroad.IsEmpty || type is not ("AID" or "COOPERATE")) return abroad.IsEmpty ? others : abroad;
        return [.. others.Where(o => o.Code != o.Country || !o.Sectors.IsEmpty || o.Person is not null)];
    }

    /// <summary>Whom or what an act hits when nobody knows it: its words are kept.</summary>
    private ImmutableArray<ActorReference> Unnamed(SlotPath path, int predicate, ImmutableArray<ActorReference> actors)
    {
        foreach (var slot in path.Alternatives.SelectMany(a => a))
        {
            if (slot == "comp") continue;
            var heads = arguments.Fillers(predicate, slot).Where(f => view[f].Upos is Upos.NOUN or Upos.PROPN).ToList();
            if (heads.Count > 0) return ActorFiller.Without([.. heads.Select(filler.Unnamed)], actors);
        }

        return [];
    }

    /// <summary>"Was killed by a bomb", "a blast killed": somebody whom the text does not name.</summary>
    private ImmutableArray<ActorReference> Unnamed(FrameMatch match, bool present)
    {
        if (match.Frame.Pos != 'v' || !(match.Frame.Event is "ASSAULT" or "COERCE" or "SANCTION" || match.Frame.Mode == "release")) return [];
        if (present)
        {
            // "A mortar attack killed four": what did it is told, who did it is not; but "unidentified jets attacked" has somebody in them.
            var means = arguments.Fillers(match.Predicate, "subj").Where(s => view.Knowledge.Classes.Holds("instrument", view.Lemma(s))).ToList();
            if (means.Count == 0) return [];
            if (view.Knowledge.Classes.Holds("aircraft", view.Lemma(means[0]))) return [filler.Unnamed(means[0]) with { Sectors = ["UNK"], Confidence = 0.6 }];
        }
        else
        {
            if (!arguments.IsPassive(match.Predicate) && match.Frame.Actor.Written.Contains("subj", StringComparison.Ordinal)) return [];
            if (culprits.Of(match.Predicate) is { IsEmpty: false } strikers) return strikers;
        }

        var start = view[match.Predicate].Range.Start;
        var country = match.Frame.Event == "COERCE" || match.Frame.Mode == "release" ? Host(match.Predicate, []) : [];
        return
        [
            new ActorReference { Country = country.IsEmpty ? null : country[0].Country, Sectors = ["UNK"], Text = "", Range = new TextRange(start, start), How = Recognition.Title, Confidence = 0.6 },
        ];
    }

    /// <summary>"Two delegations arrived in Hanoi. The visit of the minister …": the second visit leads to Hanoi, too.</summary>
    private ImmutableArray<ActorReference> Remembered(ImmutableArray<ActorReference> actors, ImmutableArray<ActorReference> recipients)
    {
        if (recipients is [var host])
        {
            memory.LastHost = (host, view.Sentence.Number);
            return recipients;
        }

        return recipients.IsEmpty && actors is [{ Country: not null } visitor] && memory.LastHost is { } last
            && view.Sentence.Number - last.Sentence <= HostReach && last.Host.Country != visitor.Country
            ? [last.Host with { How = Recognition.Coreference, Confidence = last.Host.Confidence * 0.7 }]
            : recipients;
    }

    /// <summary>What an act brings with it by the codebook: a conviction to prison is an arrest, too.</summary>
    public static IEnumerable<Draft> WithConsequences(Draft draft)
    {
        yield return draft;
        if (draft is { Event: "SANCTION", Mode: "convict", Cameo: "173" })
            yield return draft with { Event = "COERCE", Mode = "arrest", Rule = draft.Rule + ">prison" };
    }

    /// <summary>Whose ground a visit or a summit takes place on: "attended a summit in Kenya".</summary>
    private ImmutableArray<ActorReference> Host(int predicate, ImmutableArray<ActorReference> actors)
    {
        foreach (var preposition in (ReadOnlySpan<string>)["to", "in", "at"])
        {
            foreach (var phrase in arguments.Fillers(predicate, preposition).Concat(arguments.Fillers(predicate, "obj").SelectMany(o => arguments.Fillers(o, preposition))))
                if (roles.PlaceCountry(phrase) is { } host && actors.All(a => a.Country != host.Country)) return [host];
        }

        return [];
    }

    private double Confidence(
        FrameMatch match, ImmutableArray<ActorReference> actors, ImmutableArray<ActorReference> recipients, bool recipientPresent, double certainty)
    {
        var confidence = match.Frame.Pos == 'v' ? 0.88 : 0.8;
        if (match.Frame.When.Length > 0) confidence += 0.05;
        foreach (var actor in actors.Concat(recipients)) confidence *= Math.Sqrt(actor.Confidence);
        if (recipients.IsEmpty && match.Frame.Recipient != SlotPath.Nobody) confidence *= recipientPresent ? 0.7 : 0.8;
        if (actors.IsEmpty) confidence *= 0.6;

        // Somebody without a country ("states", "officials") does something to somebody: seldom an event worth its place.
        if (view.Knowledge.Ontology.Quad(match.Frame.Event) < 4 && actors.Length > 0 && actors.All(a => a.Code is null && a.Country is null)) confidence *= 0.6;
        if (view[match.Predicate].Upos == Upos.PROPN) confidence *= 0.8;
        return confidence * certainty;
    }
}
