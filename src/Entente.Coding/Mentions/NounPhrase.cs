using Entente.Language;
using Entente.Sources;

namespace Entente.Coding.Mentions;

/// <summary>The words of a noun phrase around its head.</summary>
internal static class NounPhrase
{
    /// <summary>First word of the phrase: determiners, adjectives, compounds, possessors, but no preposition before it.</summary>
    public static int First(SentenceView view, int head)
    {
        var first = head;
        foreach (var child in view.Children(head))
        {
            if (child >= head || !IsPremodifier(view, child)) continue;
            first = Math.Min(first, Leftmost(view, child, 0));
        }

        first = Math.Min(head, Math.Max(first, view.Begin));
        while (first < head && view[first].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADP && !IsAtLeast(view, first)) first++;
        return first > 0 && IsAtLeast(view, first - 1) ? first - 1 : first;
    }

    /// <summary>"<b>At</b> least 56 people".</summary>
    private static bool IsAtLeast(SentenceView view, int index) =>
        view[index].Form.Equals("at", StringComparison.OrdinalIgnoreCase) && index + 1 < view.Count && view[index + 1].Form is "least" or "most";

    /// <summary>Last word of the phrase: the rest of a name, and an <c>of</c>-phrase where <paramref name="through"/> asks for it.</summary>
    public static int Last(SentenceView view, int head, int through = -1)
    {
        var last = Math.Max(head, through);
        foreach (var child in view.Children(head))
            if (child > head && IsNamePart(view, child)) last = Math.Max(last, Last(view, child));
        if (view.NameAt(head) is { } name) last = Math.Max(last, name.Last);
        return last;
    }

    /// <summary>The phrase as a range of the text.</summary>
    public static TextRange Range(SentenceView view, int head, int through = -1)
    {
        var first = First(view, head);
        var last = Last(view, head, through);
        while (last > head && view[last].Upos == Upos.PUNCT) last--;
        return view.Range(first, last);
    }

    /// <summary>The phrase with the whole of the listed name at its head.</summary>
    public static TextRange Range(SentenceView view, int head, NameMatch name)
    {
        var range = Range(view, head);
        return new TextRange(Math.Min(range.Start, view[name.First].Range.Start), Math.Max(range.End, view[name.Last].Range.End));
    }

    private static bool IsPremodifier(SentenceView view, int child) =>
        view.Is(child, "det") || view.Is(child, "amod") || view.Is(child, "compound") || view.Is(child, "nummod")
        || view.Is(child, "flat") || view[child].Deprel is "nmod:poss" or "nmod:desc" or "nmod" || view.Is(child, "advmod");

    private static bool IsNamePart(SentenceView view, int child) =>
        view.Is(child, "flat") || view.Is(child, "compound") || view.Is(child, "goeswith") || view[child].Deprel == "nmod:desc";

    private static int Leftmost(SentenceView view, int index, int depth)
    {
        var first = index;
        if (depth > 20) return first;
        foreach (var child in view.Children(index))
            if (child < index) first = Math.Min(first, Leftmost(view, child, depth + 1));
        return first;
    }

    /// <summary>The word of a phrase whose own head stands outside, -1 when there is none.</summary>
    public static int Head(SentenceView view, TextRange phrase)
    {
        var first = -1;
        for (var i = 0; i < view.Count; i++)
        {
            if (phrase.Length == 0 || !view[i].Range.Overlaps(phrase)) continue;
            var head = view[i].Head;
            if ((head >= 0 && view[head].Range.Overlaps(phrase)) || view[i].Upos == Upos.PUNCT) continue;
            if (view.IsNominal(i)) return i;
            if (first < 0) first = i;
        }

        return first;
    }
}
