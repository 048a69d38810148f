using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Language;

namespace Entente.Coding;

/// <summary>Tells the relation of two marked phrases. Thread-safe and deterministic.</summary>
/// <param name="knowledge">What it knows.</param>
/// <param name="judges">The trained judges.</param>
public sealed class PairCoder(KnowledgeBase knowledge, Judges judges)
{
    private const string Yield = "YIELD";
    private const int MostAlternatives = 4;

    /// <summary>The relation.</summary>
    /// <param name="document">The text, parsed.</param>
    /// <param name="pair">The phrases.</param>
    /// <param name="scheme">By which practice the type is named.</param>
    /// <param name="forced">Whether a type is given in any case, the likeliest.</param>
    public PairAnswer Code(Document document, MarkedPair pair, PairScheme scheme, bool forced)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(pair);
        if (document.Sentences.IsEmpty) return new PairAnswer(null, null, null, null, null, 0, []);
        var question = new PairQuestion(document, pair, knowledge);
        var judge = scheme == PairScheme.Plv ? judges.Plv : judges.Pairs;
        var ranked = judge.Labels.Zip(judge.Probabilities(question.Features)).OrderByDescending(p => p.Second).ToList();
        var best = ranked.First(r => !forced || r.First != AuthoredExample.Nothing);
        var others = ranked.Where(r => r.First != best.First).Take(MostAlternatives).Select(r => (Named(r.First, question), Math.Round(r.Second, 3))).Where(r => r.Item1.Length > 0);
        if (best.First == AuthoredExample.Nothing) return new PairAnswer(null, null, null, null, null, Math.Round(best.Second, 3), [.. others]);
        var type = Named(best.First, question);
        var act = Act(question, type);
        return new PairAnswer(
            type,
            act?.Mode,
            best.First == Yield ? 2 : knowledge.Ontology.Quad(type),
            act?.Cameo ?? knowledge.Ontology.Cameo(type),
            (act ?? Act(question, null))?.Status ?? question.Reading.Status.Of(Math.Max(question.Actor, 0)),
            Math.Round(best.Second, 3),
            [.. others]);
    }

    /// <summary>A type of the ontology: CONCEDE and RETREAT are one in the practice of PLV; what was read, else what the other judge finds likelier, tells them apart.</summary>
    private string Named(string label, PairQuestion question)
    {
        if (label == AuthoredExample.Nothing) return "";
        if (label != Yield) return label;
        if (Act(question, "RETREAT") is not null) return "RETREAT";
        if (Act(question, "CONCEDE") is not null) return "CONCEDE";
        var probabilities = judges.Pairs.Probabilities(question.Features);
        return probabilities[judges.Pairs.Labels.IndexOf("CONCEDE")] > probabilities[judges.Pairs.Labels.IndexOf("RETREAT")] ? "CONCEDE" : "RETREAT";
    }

    /// <summary>The act of a type, or of any, that binds the two most closely.</summary>
    private static CodedEvent? Act(PairQuestion question, string? type) =>
        question.Acts.Select(a => a.Event).Where(e => type is null || e.Event == type).OrderByDescending(Closeness).FirstOrDefault(e => Closeness(e) > 0);

    private static int Closeness(CodedEvent e)
    {
        var sides = e.Actor.Concat(e.Recipient).Select(a => a.Side).Where(s => s != PairSide.None).Distinct().Count();
        return (sides * 2) + (e.Actor.Any(a => a.Side == PairSide.Actor) ? 1 : 0);
    }
}
