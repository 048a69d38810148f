using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Actors;
using Entente.Coding.Clauses;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Judging;

/// <summary>What speaks for or against trusting an event as a whole, beside its words: how sure the other judges are, who is left out, what sort of text it is.</summary>
/// <param name="reading">The sentence.</param>
/// <param name="document">The states and sorts of parties that its document names.</param>
/// <param name="types">The judge of types.</param>
/// <param name="which">The judge of who takes which part.</param>
internal sealed class TrustQuestion(SentenceReading reading, DocumentStates document, JudgeModel types, JudgeModel which)
{
    /// <summary>How many numbers an event has.</summary>
    public const int Numbers = 83;

    private static readonly ImmutableArray<string> EventTypes =
        ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];

    private static readonly ImmutableArray<string> Relations = ["nsubj", "nsubj:pass", "nmod:poss", "nmod", "compound", "amod", "obj", "obl:agent", "obl", "conj", "appos"];

    private readonly RoleQuestion roles = new(reading);

    /// <summary>Which of the features of an event count for trust: what was told, the few of its words that help, and those added here, whose names are in capitals.</summary>
    public static bool Wants(string feature) => char.IsUpper(feature[0]) || feature.StartsWith("told", StringComparison.Ordinal) || feature is "www" or "xck" or "actl" or "tct" or "ag1ct";

    /// <summary>Adds its features to those of the event that count for trust, and returns how probable the event's type is.</summary>
    /// <param name="features">The features that count for trust.</param>
    /// <param name="numbers">Room for <see cref="Numbers"/> numbers of the event, which are written there.</param>
    /// <param name="all">All features of the event as frames tell it.</param>
    /// <param name="draft">The act.</param>
    /// <param name="e">The event.</param>
    public double AddTo(FeatureList features, Span<int> numbers, FeatureList all, Draft draft, CodedEvent e)
    {
        var probabilities = types.Probabilities(all);
        var probability = probabilities[types.Labels.IndexOf(e.Event)];
        var best = Array.IndexOf(probabilities, probabilities.Max());
        features.Add("Jp", Step(probability));
        features.Add("Jt", Step(probability), e.Event);
        features.Add("Jb", types.Labels[best], e.Event);
        features.Add("Jn", Step(probabilities[types.Labels.IndexOf(AuthoredExample.Nothing)]));
        var list = new NumberList(numbers);
        list.Add(probability);
        list.Add(probabilities[types.Labels.IndexOf(AuthoredExample.Nothing)]);
        list.Add(probabilities[best]);
        list.Add(draft.Confidence);
        var candidates = Parts(features, ref list, draft, e);
        Whole(features, draft, e);
        Sentence(ref list, draft, e, candidates);
        Party(ref list, draft, draft.Actor);
        Party(ref list, draft, draft.Recipient);
        foreach (var type in EventTypes) list.Add(e.Event == type);
        foreach (var status in (EventStatus[])[EventStatus.Actual, EventStatus.Historical, EventStatus.Future]) list.Add(e.Status == status);
        return probability;
    }

    private ImmutableArray<RoleCandidate> Parts(FeatureList features, ref NumberList numbers, Draft draft, CodedEvent e)
    {
        double actor = 1, recipient = 1, otherActor = 0, otherRecipient = 0;
        var (a, r) = (RoleQuestion.Labels.IndexOf("A"), RoleQuestion.Labels.IndexOf("R"));
        var candidates = roles.Candidates(draft);
        foreach (var candidate in candidates)
        {
            var p = which.Probabilities(roles.Of(draft, candidate));
            if (candidate.Told == "A") actor = Math.Min(actor, p[a]);
            else if (candidate.Told == "R") recipient = Math.Min(recipient, p[r]);
            if (candidate.Told != "A") otherActor = Math.Max(otherActor, p[a]);
            if (candidate.Told != "R") otherRecipient = Math.Max(otherRecipient, p[r]);
        }

        var noActor = draft.Actor.All(x => x.Range.Length == 0);
        features.Add("Ra", noActor ? "-" : Step(actor));
        features.Add("Rae", noActor ? "-" : Step(actor), e.Event);
        features.Add("Rr", draft.Recipient.IsEmpty ? "-" : Step(recipient));
        features.Add("Rre", draft.Recipient.IsEmpty ? "-" : Step(recipient), e.Event);
        features.Add("Roa", noActor ? "none" : "some", Step(otherActor));
        features.Add("Ror", draft.Recipient.IsEmpty ? "none" : "some", Step(otherRecipient));
        features.Add("Rore", draft.Recipient.IsEmpty ? "none" : "some", Step(otherRecipient), e.Event);
        foreach (var (side, parties) in new[] { ("A", draft.Actor), ("R", draft.Recipient) })
        {
            features.Add("Rn", side, Math.Min(3, parties.Length).ToString(CultureInfo.InvariantCulture), e.Event);
            foreach (var party in parties)
            {
                features.Add("Rh", side, party.How.ToString(), party.Code is null && party.Country is null ? "open" : "");
                features.Add("Rs", side, party.Code is null && party.Country is null ? "open" : "known", party.Sectors.IsEmpty ? "-" : party.Sectors[0]);
                if (party.How == Recognition.Context) features.Add("Rc", side, Step(party.Confidence));
                else features.Add("Rp", side, party.How.ToString(), Step(party.Confidence));
            }
        }

        numbers.Add(noActor ? -1 : actor);
        numbers.Add(draft.Recipient.IsEmpty ? -1 : recipient);
        numbers.Add(otherActor);
        numbers.Add(otherRecipient);
        return candidates;
    }

    /// <summary>Numbers of the sentence and of the act in it.</summary>
    private void Sentence(ref NumberList numbers, Draft draft, CodedEvent e, ImmutableArray<RoleCandidate> candidates)
    {
        var view = reading.View;
        var used = draft.Actor.Concat(draft.Recipient).Select(p => p.Country).ToHashSet();
        var left = candidates.Where(c => c.Told == "N").Select(c => c.Parties[0].Country).ToList();
        int quotes = 0, commas = 0, children = 0;
        for (var i = 0; i < view.Count; i++)
        {
            if (view[i].Form is "\"" or "\u201C" or "\u201D" or "``" or "''") quotes++;
            else if (view[i].Form == ",") commas++;
        }

        foreach (var _ in view.Children(draft.Predicate)) children++;
        numbers.Add(view.Sentence.Number);
        numbers.Add(view.Count);
        numbers.Add(reading.Drafts.Count);
        numbers.Add(document.Business);
        numbers.Add(document.Ranked.Length);
        numbers.Add(candidates.Length);
        numbers.Add(left.Count(c => c is not null));
        numbers.Add(left.Count(c => c is null));
        numbers.Add(left.Where(c => c is not null && !used.Contains(c)).Distinct().Count());
        numbers.Add(e.Actor.Length > 0 && e.Recipient.Length > 0 && e.Actor[0].Country is { } country && country == e.Recipient[0].Country);
        numbers.Add(quotes);
        numbers.Add(draft.Pos switch { 'v' => 0, 'n' => 1, _ => 2 });
        numbers.Add((double)draft.Predicate / view.Count);
        numbers.Add(Relations.IndexOf(view[draft.Predicate].Deprel));
        numbers.Add(draft.Content is not null);
        numbers.Add(e.Attribution.Length);
        numbers.Add(e.Date is { } date ? (int)date.Basis : -1);
        numbers.Add(e.Quad);
        numbers.Add(Depth(draft.Predicate, 20));
        numbers.Add(commas);
        numbers.Add(reading.Drafts.TakeWhile(d => d.Predicate < draft.Predicate).Count());
        numbers.Add(children);
    }

    /// <summary>Numbers of one side of the act.</summary>
    private void Party(ref NumberList numbers, Draft draft, ImmutableArray<ActorReference> parties)
    {
        var view = reading.View;
        var heads = parties.Where(p => p.Range.Length > 0).Select(p => NounPhrase.Head(view, p.Range)).Where(h => h >= 0).ToList();
        var country = parties.IsEmpty ? null : parties[0].Country;
        numbers.Add(heads.Count == 0 ? 99 : heads.Max(h => Math.Abs(h - draft.Predicate)));
        numbers.Add(heads.Count == 0 ? 99 : heads.Min(h => Math.Abs(h - draft.Predicate)));
        numbers.Add(heads.Count == 0 ? 0 : heads[0] < draft.Predicate ? -1 : 1);
        numbers.Add(heads.Count == 0 ? -2 : Relations.IndexOf(view[heads[0]].Deprel));
        numbers.Add(heads.Count == 0 ? -1 : (int)view[heads[0]].Upos);
        numbers.Add(parties.Length);
        numbers.Add(parties.Count(p => p.Code is null && p.Country is null));
        numbers.Add(parties.IsEmpty ? -1 : parties.Min(p => p.Confidence));
        numbers.Add(parties.IsEmpty ? -1 : (int)parties[0].How);
        numbers.Add(parties.Count(p => p.Sectors.Contains("BUS") || p.Sectors.Contains("MNC")));
        numbers.Add(parties.Count(p => p.Sectors.IsEmpty));
        numbers.Add(parties.Count(p => !p.Sectors.IsEmpty && p.Sectors[0] == "GOV"));
        numbers.Add(parties.Count(p => !p.Sectors.IsEmpty && p.Sectors[0] is "UNK" or "UAF" or "CVL"));
        numbers.Add(country is null ? -1 : document.Ranked.IndexOf(country));
        numbers.Add(country is null ? -1 : document.All.Any(m => m.Kind == StateMentionKind.Title && m.Code == country) ? 1 : 0);
        numbers.Add(country is null ? -1 : document.Count(country));
        numbers.Add(parties.IsEmpty ? -1 : parties.Sum(p => p.Range.Length));
    }

    private int Depth(int word, int most)
    {
        var depth = 0;
        for (var at = reading.View[word].Head; at >= 0 && depth < most; at = reading.View[at].Head) depth++;
        return depth;
    }

    private void Whole(FeatureList features, Draft draft, CodedEvent e)
    {
        var view = reading.View;
        var number = view.Sentence.Number;
        features.Add("Ws", number switch { 1 => "1", 2 => "2", <= 4 => "4", <= 9 => "9", _ => "+" });
        features.Add("Wl", view.Count switch { <= 12 => "12", <= 20 => "20", <= 30 => "30", <= 45 => "45", _ => "+" });
        features.Add("Wd", Math.Min(6, reading.Drafts.Count).ToString(CultureInfo.InvariantCulture));
        features.Add("Wb", Step(document.Business), e.Quad.ToString(CultureInfo.InvariantCulture));
        features.Add("Wbe", Step(document.Business), e.Event);
        features.Add("Wn", Math.Min(8, document.Ranked.Length).ToString(CultureInfo.InvariantCulture));
        features.Add("Wr", view[draft.Predicate].Deprel, e.Status.ToString());
        features.Add("Wre", view[draft.Predicate].Deprel, e.Event, e.Status.ToString());
        features.Add("Wp", Depth(draft.Predicate, 6).ToString(CultureInfo.InvariantCulture), e.Status.ToString());
        features.Add("Wt", Tense(draft.Predicate), e.Status.ToString());
        features.Add("Wte", Tense(draft.Predicate), e.Event, e.Status.ToString());
        if (e.Date is { } date) features.Add("Wa", date.Basis.ToString(), date.Precision.ToString(), e.Status.ToString());
    }

    private string Tense(int predicate)
    {
        var view = reading.View;
        if (view[predicate].Upos is not (Upos.VERB or Upos.AUX)) return "n";
        var form = view[predicate].Form;
        foreach (var child in view.Children(predicate))
            if (view.Is(child, "aux") && view.ChildExactly(predicate, "aux:pass") != child) return view[child].Form.ToLowerInvariant();
        return view.Child(predicate, "mark") is >= 0 and var mark ? view.Lemma(mark) : form.EndsWith("ing", StringComparison.Ordinal) ? "ing" : form.EndsWith("ed", StringComparison.Ordinal) ? "ed" : form.EndsWith('s') ? "s" : "x";
    }

    private static string Step(double probability) =>
        probability switch { < 0.02 => "0", < 0.1 => "1", < 0.2 => "2", < 0.35 => "3", < 0.5 => "4", < 0.65 => "5", < 0.8 => "6", < 0.9 => "7", < 0.97 => "8", _ => "9" };

    /// <summary>Numbers in a fixed order; shares and probabilities in thousandths, so that all are whole.</summary>
    private ref struct NumberList(Span<int> room)
    {
        private readonly Span<int> room = room;
        private int count;

        public void Add(int value) => room[count++] = value;

        public void Add(bool value) => room[count++] = value ? 1 : 0;

        public void Add(double share) => room[count++] = (int)Math.Round(share * 1000);
    }
}
