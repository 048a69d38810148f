using System.Globalization;
using Entente.Coding;
using Entente.Coding.Explaining;
using Entente.Language;

namespace Entente.Cli.Terminal;

/// <summary>Writes an explanation for people.</summary>
internal static class ExplanationText
{
    private const int MostFrames = 12;

    /// <summary>Writes one sentence.</summary>
    public static void Write(TextWriter output, SentenceExplanation explanation, Document document, bool all)
    {
        var sentence = explanation.Sentence;
        output.WriteLine($"Sentence {sentence.Number}: {document.Article.Text[sentence.Range.Start..sentence.Range.End].ReplaceLineEndings(" ")}");
        output.WriteLine();
        output.WriteLine("Tree");
        Tree(output, sentence, sentence.Root, "  ", all: true);
        output.WriteLine();
        output.WriteLine("Mentions");
        foreach (var mention in explanation.Mentions)
            foreach (var actor in mention.Actors) EntityLines.Write(output, actor);
        if (explanation.Mentions.IsEmpty) output.WriteLine("  none");
        output.WriteLine();
        output.WriteLine("Words that may tell an act");
        foreach (var predicate in explanation.Predicates) Write(output, predicate, sentence, all);
        if (explanation.Predicates.IsEmpty) output.WriteLine("  none: no frame or operator of the knowledge has one of these words");
        output.WriteLine();
        output.WriteLine("Acts");
        foreach (var act in explanation.Acts) Write(output, act);
        if (explanation.Acts.IsEmpty) output.WriteLine("  none: no frame held, or nobody known takes part as its type wants it");
        output.WriteLine();
    }

    private static void Tree(TextWriter output, ParsedSentence sentence, int word, string indent, bool all)
    {
        if (indent.Length > 120) return;
        var token = sentence.Tokens[word];
        output.WriteLine($"{indent}{token.Form}  {token.Upos} {token.Deprel}{(token.Lemma == token.Form ? "" : $" ({token.Lemma})")}{(token.Name == "O" ? "" : $" {token.Name[2..]}")}");
        foreach (var child in sentence.Children(word))
            if (all || sentence.Tokens[child].Upos != Upos.PUNCT) Tree(output, sentence, child, indent + "  ", all);
    }

    private static void Write(TextWriter output, PredicateExplanation predicate, ParsedSentence sentence, bool all)
    {
        output.WriteLine($"  {sentence.Tokens[predicate.Word].Form}");
        var failed = 0;
        foreach (var frame in predicate.Frames)
        {
            if (!frame.Holds && ++failed > MostFrames && !all) continue;
            output.WriteLine($"    frame {frame.Event} {frame.Frame}: {(frame.Holds ? "holds" : $"fails, as this is not so: {frame.Reason}")}");
            if (frame.Holds && !all) break;
        }

        foreach (var operation in predicate.Operators) output.WriteLine($"    operator {operation}");
    }

    private static void Write(TextWriter output, ActExplanation act)
    {
        var e = act.Event;
        output.WriteLine($"  {e.Event}{(e.Mode is { } mode ? " " + mode : "")} {e.Cameo}, {e.Status.ToString().ToLowerInvariant()}, by {Names(e.Actor)} towards {Names(e.Recipient)}");
        output.WriteLine($"    rule {e.Rule}");
        if (e.Content is { } content) output.WriteLine($"    content {content.Event}{(content.Mode is { } inner ? " " + inner : "")} {content.Cameo}");
        foreach (var claim in e.Attribution) output.WriteLine($"    {claim.Actor?.Text ?? "somebody"} {claim.Stance.ToString().ToLowerInvariant()} it: \"{claim.Text}\"{string.Concat(claim.Via.Select(v => $", as {v.Actor?.Text ?? "somebody"} {v.Stance.ToString().ToLowerInvariant()}"))}");
        if (e.Date is { } date) output.WriteLine($"    date {date.Start?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "?"} to {date.End?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "?"}{(date.Text is { } told ? $" from \"{told}\"" : "")}");
        if (act.Judged.Length > 0) output.WriteLine($"    judge {string.Join(", ", act.Judged.Take(4).Select(j => string.Create(CultureInfo.InvariantCulture, $"{j.Type} {j.Probability:0.00}")))}");
        if (act.Weights.Length > 0) output.WriteLine($"    because {string.Join(", ", act.Weights.Take(8).Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Feature} {w.Weight:+0.00;-0.00}")))}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {act.Fate}, confidence {e.Confidence:0.00}"));
    }

    private static string Names(IReadOnlyCollection<ActorReference> actors) =>
        actors.Count == 0 ? "nobody named" : string.Join(" + ", actors.Select(a => $"{a.Code ?? a.Country ?? "?"}{(a.Sectors.IsEmpty ? "" : " " + a.Sectors[0])} ({(a.Text.Length > 0 ? a.Text : "not told")})"));
}
