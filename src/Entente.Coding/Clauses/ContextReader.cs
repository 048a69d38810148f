using System.Collections.Immutable;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Clauses;

/// <summary>Reads PLOVER's contexts from the words of an act's clause.</summary>
internal static class ContextReader
{
    private const int Most = 4;

    /// <summary>The contexts of the act at a predicate, those shown by most words first.</summary>
    public static ImmutableArray<string> Of(SentenceView view, int predicate)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Collect(view, predicate, counts, 0);
        return [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Most).Select(c => c.Key)];
    }

    private static void Collect(SentenceView view, int index, Dictionary<string, int> counts, int depth)
    {
        var lemma = view.Lemma(index);
        Count(view, lemma, counts);
        if (index > 0 && view.IsNominal(index) && view[index - 1].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN) Count(view, view.Lemma(index - 1) + " " + lemma, counts);
        if (depth > 8) return;
        foreach (var child in view.Children(index))
        {
            var clause = view.Is(child, "conj") && view[child].Upos == Upos.VERB || view.Is(child, "acl") || view.Is(child, "advcl") || view.Is(child, "parataxis");
            if (!clause) Collect(view, child, counts, depth + 1);
        }
    }

    private static void Count(SentenceView view, string words, Dictionary<string, int> counts)
    {
        if (!view.Knowledge.Words.Contexts.TryGetValue(words, out var contexts)) return;
        foreach (var context in contexts) counts[context] = counts.GetValueOrDefault(context) + 1;
    }
}
