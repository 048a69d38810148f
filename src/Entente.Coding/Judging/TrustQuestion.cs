using System.Globalization;
using Entente.Coding.Actors;
using Entente.Coding.Clauses;
using Entente.Language;

namespace Entente.Coding.Judging;

/// <summary>What speaks for or against trusting an event as a whole, beside its words: how sure the other judges are, who is left out, what sort of text it is.</summary>
/// <param name="reading">The sentence.</param>
/// <param name="document">The states and sorts of parties that its document names.</param>
/// <param name="types">The judge of types.</param>
/// <param name="which">The judge of who takes which part.</param>
internal sealed class TrustQuestion(SentenceReading reading, DocumentStates document, JudgeModel types, JudgeModel which)
{
    private readonly RoleQuestion roles = new(reading);

    /// <summary>Which of the features of an event count for trust: what was told, the few of its words that help, and those added here, whose names are in capitals.</summary>
    public static bool Wants(string feature) => char.IsUpper(feature[0]) || feature.StartsWith("told", StringComparison.Ordinal) || feature is "www" or "xck" or "actl" or "tct" or "ag1ct";

    /// <summary>Adds its features to those of the event that count for trust, and returns how probable the event's type is.</summary>
    /// <param name="features">The features that count for trust.</param>
    /// <param name="all">All features of the event as frames tell it.</param>
    /// <param name="draft">The act.</param>
    /// <param name="e">The event.</param>
    public double AddTo(FeatureList features, FeatureList all, Draft draft, CodedEvent e)
    {
        var probabilities = types.Probabilities(all);
        var probability = probabilities[types.Labels.IndexOf(e.Event)];
        var best = Array.IndexOf(probabilities, probabilities.Max());
        features.Add("Jp", Step(probability));
        features.Add("Jt", Step(probability), e.Event);
        features.Add("Jb", types.Labels[best], e.Event);
        features.Add("Jn", Step(probabilities[types.Labels.IndexOf(AuthoredExample.Nothing)]));
        Parts(features, draft, e);
        Whole(features, draft, e);
        return probability;
    }

    private void Parts(FeatureList features, Draft draft, CodedEvent e)
    {
        double actor = 1, recipient = 1, otherActor = 0, otherRecipient = 0;
        var (a, r) = (RoleQuestion.Labels.IndexOf("A"), RoleQuestion.Labels.IndexOf("R"));
        foreach (var candidate in roles.Candidates(draft))
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
        var depth = 0;
        for (var at = view[draft.Predicate].Head; at >= 0 && depth < 6; at = view[at].Head) depth++;
        features.Add("Wp", depth.ToString(CultureInfo.InvariantCulture), e.Status.ToString());
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
}
