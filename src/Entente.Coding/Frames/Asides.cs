using Entente.Coding.Mentions;

namespace Entente.Coding.Frames;

/// <summary>Gerunds behind or before a comma: with which verb they go on.</summary>
internal sealed class Asides(SentenceView view)
{
    private const int Deepest = 12;

    /// <summary>"… , <b>killing</b> 11 people, officials said": who only reports a deed at the end of the sentence did not do it.</summary>
    public bool IsReported(int gerund, int saying) =>
        view.Is(gerund, "advcl") && gerund > 0 && gerund < saying && view[gerund - 1].Form == "," && view[gerund].Form.EndsWith("ing", StringComparison.Ordinal)
        && view.Knowledge.Words.Saying.ContainsKey(view.Lemma(saying) + ".v") && view.Child(saying, "nsubj") > gerund && view.Child(gerund, "mark") < 0;

    /// <summary>"Blew himself up near a crowd of people waiting outside, <b>killing</b> two": a gerund behind a comma goes on with the sentence, not with the words before it.</summary>
    public bool Holds(int gerund) =>
        (view.Is(gerund, "advcl") || view.Is(gerund, "acl")) && gerund > 0 && view[gerund - 1].Form == "," && view[gerund].Head < gerund
        && view[gerund].Form.EndsWith("ing", StringComparison.OrdinalIgnoreCase) && view.Child(gerund, "mark") < 0;

    /// <summary>The verb whose subject a gerund behind a comma shares: from nouns that are no subject, infinitives and participles up to one with a subject of its own; -1 when none.</summary>
    /// <param name="word">Where the climb begins.</param>
    /// <param name="isCopular">Whether a word is a predicate with a copula.</param>
    /// <param name="ownSubject">The subject in a predicate's own clause; -1 when none.</param>
    public int Outer(int word, Func<int, bool> isCopular, Func<int, int> ownSubject)
    {
        for (var steps = 0; word >= 0 && steps < Deepest; word = view[word].Head, steps++)
        {
            if (view.IsNominal(word) && !isCopular(word))
            {
                if (view.Is(word, "nsubj") || view.Is(word, "appos") || view.Is(word, "root")) return -1;
                continue;
            }

            if (ownSubject(word) >= 0 || view.Is(word, "acl") && view[word].Deprel == "acl:relcl") return word;
            if (!(view.Is(word, "xcomp") || view.Is(word, "acl") || view.Is(word, "advcl") || view.Is(word, "conj"))) return word;
        }

        return -1;
    }
}
