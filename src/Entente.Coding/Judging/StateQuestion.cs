using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Actors;
using Entente.Coding.Clauses;
using Entente.Language;

namespace Entente.Coding.Judging;

/// <summary>Asks whether somebody whose state no word tells is of one that the document names.</summary>
/// <param name="reading">The sentence.</param>
/// <param name="states">The states that its document names.</param>
internal sealed class StateQuestion(SentenceReading reading, DocumentStates states)
{
    /// <summary>The class of those who are.</summary>
    public const string Yes = "YES";

    /// <summary>The classes.</summary>
    public static readonly ImmutableArray<string> Labels = ["NO", Yes];

    private const int MostCandidates = 8;

    /// <summary>Whether nobody told whose a party is.</summary>
    public static bool IsOpen(ActorReference party) => party.Code is null && party.Country is null && party.Range.Length > 0;

    /// <summary>The states that are asked about: those of the sentence, those named most, the one named last.</summary>
    public IEnumerable<string> Candidates()
    {
        var number = reading.View.Sentence.Number;
        return states.In(number).Select(m => m.Code).Concat(states.Ranked.Take(MostCandidates)).Concat(Before(number).Take(1)).Distinct().Take(2 * MostCandidates);
    }

    /// <summary>The states by where they were last named before a sentence, the nearest first.</summary>
    private IEnumerable<string> Before(int sentence)
    {
        for (var i = states.All.Length - 1; i >= 0; i--)
            if (states.All[i].Sentence < sentence && states.All[i].Kind != StateMentionKind.Title) yield return states.All[i].Code;
    }

    /// <summary>The features of one candidate.</summary>
    /// <param name="draft">The act.</param>
    /// <param name="party">Its party.</param>
    /// <param name="head">Head word of the party.</param>
    /// <param name="code">The state.</param>
    public FeatureList Of(Draft draft, ActorReference party, int head, string code)
    {
        var view = reading.View;
        var number = view.Sentence.Number;
        var features = new FeatureList();
        var lemma = view[head].Upos == Upos.PROPN && reading.Actors.At(head) is not [{ Title: not null }] ? "PROPN" : view.Lemma(head);
        var sector = party.Sectors.IsEmpty ? "-" : party.Sectors[0];
        var sort = (party.Person is not null ? "person" : view[head].Upos == Upos.PROPN ? "name" : "noun") + "," + sector;
        var article = Article(head);

        var rank = states.Ranked.IndexOf(code);
        var share = (double)states.Count(code) / states.All.Length;
        var ranked = rank switch { 0 => "0", 1 => "1", 2 => "2", _ => "3" } + (share >= 0.75 ? "a" : share >= 0.5 ? "b" : share >= 0.3 ? "c" : share >= 0.15 ? "d" : "e");
        var only = states.Ranked.Length switch { 1 => "1", 2 => "2", <= 4 => "4", _ => "+" };
        var own = states.In(number).Where(m => m.Code == code).ToList();
        var others = states.In(number).Any(m => m.Code != code);
        var here = own.Count == 0 ? others ? "others" : "none" : string.Join('+', own.Select(m => m.Kind.ToString()).Distinct().Order(StringComparer.Ordinal)) + (others ? ",others" : "");
        var order = Before(number).Distinct().TakeWhile(c => c != code).Count();
        var gap = Enumerable.Range(0, states.All.Length).Where(i => states.All[i].Code == code && states.All[i].Sentence < number && states.All[i].Sentence > 0).Select(i => number - states.All[i].Sentence).DefaultIfEmpty(99).Min();
        var near = (own.Count > 0 ? "0" : gap switch { 1 => "1", 2 => "2", <= 4 => "4", <= 8 => "8", 99 => "-", _ => "9" }) + "," + Math.Min(order, 3).ToString(CultureInfo.InvariantCulture);
        var filed = states.In(0).Where(m => m.Code == code).Select(m => m.Kind.ToString()).Distinct().Order(StringComparer.Ordinal);
        var head0 = string.Join('+', filed);
        if (head0.Length == 0) head0 = states.In(0).Any(m => m.Kind == StateMentionKind.Dateline) ? "elsewhere" : "-";
        var side = Side(draft, party, code);
        var located = Located(head, draft.Predicate, own);

        features.Add("m", sort);
        features.Add("ml", lemma);
        features.Add("ma", article, sector);
        features.Add("r", ranked);
        features.Add("rs", ranked, sort);
        features.Add("ro", ranked, only);
        features.Add("h", here);
        features.Add("hs", here, sort);
        features.Add("n", near);
        features.Add("ns", near, sort);
        features.Add("d", head0);
        features.Add("ds", head0, sort);
        features.Add("rh", ranked, here);
        features.Add("rd", ranked, head0);
        features.Add("rn", ranked, near, head0);
        features.Add("s", side, sector);
        features.Add("se", side, draft.Event, sector);
        features.Add("sh", side, here);
        features.Add("l", located);
        features.Add("ls", located, sector);
        features.Add("lc", lemma, code);
        features.Add("sc", sector, code);
        features.Add("c", code);
        features.Add("lr", lemma, ranked);
        features.Add("la", lemma, article);
        features.Add("lh", lemma, here);
        features.Add("e", draft.Event, sector);
        var bearing = states.Bearing(view.Lemma(head), code) > 0 ? "noun" : party.Sectors.Length > 0 && states.BearingSector(sector, code) > 0 ? "sector" : "-";
        var rival = states.Ranked.Any(c => c != code && (states.Bearing(view.Lemma(head), c) > 0 || (bearing != "noun" && party.Sectors.Length > 0 && states.BearingSector(sector, c) > 0)));
        features.Add("b", bearing, rival ? "rival" : "");
        features.Add("bs", bearing, rival ? "rival" : "", sort);
        features.Add("br", bearing, ranked);
        var first = states.First(party.Chain);
        var when = first == 0 || first == number ? "now" : states.In(first).Any(m => m.Code == code) ? states.In(first).Any(m => m.Code != code) ? "with,others" : "with" : "without";
        features.Add("f", when, sort);
        features.Add("fr", when, ranked);
        var lead = states.All.FirstOrDefault(m => m.Sentence > 0).Sentence is > 0 and var one && states.In(one).Any(m => m.Code == code) ? states.In(one).First().Code == code ? "first" : "lead" : "-";
        features.Add("e1", lead, ranked);
        features.Add("es", lead, sort);
        foreach (var child in view.Children(head))
        {
            if (child > head || !(view.Is(child, "amod") || view.Is(child, "compound"))) continue;
            var word = view[child].Upos == Upos.PROPN ? view[child].Form : view.Lemma(child);
            features.Add("mw", word);
            features.Add("mc", word, code);
        }

        return features;
    }

    private string Article(int head)
    {
        foreach (var child in reading.View.Children(head))
        {
            if (child > head) continue;
            var word = reading.View.Lemma(child);
            if (word is "the" or "a" or "an" or "some" or "other" or "his" or "its" or "their") return word;
            if (reading.View[child].Upos == Upos.NUM) return "number";
        }

        return "bare";
    }

    /// <summary>Where the state stands among the act's parties: on the same side, on the other, nowhere.</summary>
    private static string Side(Draft draft, ActorReference party, string code)
    {
        var acts = draft.Actor.Contains(party);
        var beside = (acts ? draft.Actor : draft.Recipient).Any(a => a.Country == code);
        var opposite = (acts ? draft.Recipient : draft.Actor).Any(a => a.Country == code);
        var any = (acts ? draft.Recipient : draft.Actor).Any(a => a.Country is not null);
        return (acts ? "A" : "R") + (beside ? "b" : "") + (opposite ? "o" : any ? "x" : "");
    }

    /// <summary>Whether the state stands as the place of the phrase, of its clause or of the act, before or behind it.</summary>
    private string Located(int head, int predicate, List<StateMention> own)
    {
        var view = reading.View;
        var best = "-";
        foreach (var mention in own)
        {
            var word = mention.Word;
            var above = view[word].Head;
            var relation = (view.Is(word, "obl") || view.Is(word, "nmod") ? view[word].Deprel + ":" + view.Case(word) : view[word].Deprel) + ",";
            if (above == head) return relation + "own";
            if (above == predicate) best = relation + "act";
            else if (above >= 0 && above == view[head].Head) best = relation + "clause";
            else if (best == "-") best = (word < head ? "before" : "behind") + (Math.Abs(word - head) < 6 ? "near" : "far");
        }

        return best;
    }
}
