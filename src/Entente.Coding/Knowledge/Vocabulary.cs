namespace Entente.Coding.Knowledge;

/// <summary>
/// The words that the knowledge names by their lemma. Where a trained lemmatiser errs on a rare word ("expell", "invad"), the
/// regular inflections of English lead back to a word that the knowledge knows.
/// </summary>
internal sealed class Vocabulary
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    /// <summary>Adds the words of a lemma, a predicate or a compound; hyphens part words.</summary>
    public void Add(string lemma)
    {
        foreach (var word in lemma.Split(' ', '-')) words.Add(word);
    }

    /// <summary>The lemma itself when it is known; else the known word that the form regularly comes from; else the lemma.</summary>
    /// <param name="form">The word as written, lower case.</param>
    /// <param name="lemma">What the lemmatiser says, lower case.</param>
    public string Mended(string form, string lemma)
    {
        if (words.Contains(lemma)) return lemma;
        foreach (var candidate in Candidates(form))
            if (words.Contains(candidate)) return candidate;
        return lemma;
    }

    /// <summary>Whether the knowledge names the word.</summary>
    public bool Holds(string word) => words.Contains(word);

    private static IEnumerable<string> Candidates(string form)
    {
        if (form.EndsWith("ies", StringComparison.Ordinal)) yield return form[..^3] + "y";
        if (form.EndsWith("ied", StringComparison.Ordinal)) yield return form[..^3] + "y";
        if (form.EndsWith("es", StringComparison.Ordinal)) yield return form[..^2];
        if (form.EndsWith('s') && form.Length > 3) yield return form[..^1];
        foreach (var ending in (string[])["ed", "ing"])
        {
            if (!form.EndsWith(ending, StringComparison.Ordinal) || form.Length < ending.Length + 3) continue;
            var stem = form[..^ending.Length];
            yield return stem;
            yield return stem + "e";
            if (stem[^1] == stem[^2]) yield return stem[..^1];
        }
    }
}
