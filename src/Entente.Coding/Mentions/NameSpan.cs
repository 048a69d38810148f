namespace Entente.Coding.Mentions;

/// <summary>The words that the language model marks as one name around a word.</summary>
/// <param name="First">First word.</param>
/// <param name="Last">Last word.</param>
internal readonly record struct NameSpan(int First, int Last)
{
    /// <summary>The name around a word, null when the word is part of none.</summary>
    public static NameSpan? At(SentenceView view, int index)
    {
        var tag = view[index].Name;
        if (tag.Length < 3) return null;
        var kind = tag.AsSpan(2);
        var first = index;
        while (first > 0 && view[first].Name[0] == 'I' && IsOf(view, first - 1, kind)) first--;
        var last = index;
        while (last + 1 < view.Count && view[last + 1].Name[0] == 'I' && IsOf(view, last + 1, kind)) last++;
        return new NameSpan(first, last);
    }

    /// <summary>Whether a word is an inner one: its head stands in the same name.</summary>
    public static bool IsInner(SentenceView view, int index)
    {
        var head = view[index].Head;
        return head >= 0 && view[index].Deprel is "compound" or "flat" or "amod" or "nmod:desc" or "nummod"
            && At(view, index) is { } span && span.First < span.Last && head >= span.First && head <= span.Last;
    }

    private static bool IsOf(SentenceView view, int index, ReadOnlySpan<char> kind) => view[index].Name.Length > 2 && view[index].Name.AsSpan(2).SequenceEqual(kind);
}
