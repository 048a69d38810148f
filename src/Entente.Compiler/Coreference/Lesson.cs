using Entente.Coding.Actors;

namespace Entente.Compiler.Coreference;

/// <summary>A pronoun or description of a training text with the right answer.</summary>
/// <param name="Document">Number of the document.</param>
/// <param name="Anaphor">It and its candidates.</param>
/// <param name="Right">Places of the right candidates; none where it refers to none of them.</param>
/// <param name="Named">Whether its gold chain holds an earlier name.</param>
internal sealed record Lesson(int Document, Anaphor Anaphor, IReadOnlyList<int> Right, bool Named);

/// <summary>
/// Answers as the gold annotation does and keeps what was asked, so that a model learns from memories that are right.
/// </summary>
internal sealed class GoldChooser(CoreferenceText text, int document, List<Lesson> lessons) : ICorefereeChooser
{
    /// <inheritdoc/>
    public Choice Choose(Anaphor anaphor)
    {
        var gold = text.At(anaphor.Sentence, anaphor.Head);
        var right = new List<int>();
        for (var i = 0; gold is not null && i < anaphor.Candidates.Count; i++)
            if (Answers.IsRight(text, gold, anaphor.Candidates[i])) right.Add(i);
        lessons.Add(new Lesson(document, anaphor, right, gold is not null && Answers.HasEarlierName(text, gold, anaphor.Sentence)));
        return right.Count > 0 ? new Choice(right[0], 1) : new Choice(-1, 1);
    }
}

/// <summary>Judges answers by the gold annotation.</summary>
internal static class Answers
{
    /// <summary>Whether a candidate is what the gold mention refers to: its last full mention is of the same chain.</summary>
    public static bool IsRight(CoreferenceText text, GoldMention gold, Candidate candidate) => text.IsOf(gold.Chain, candidate.Last.Referent.Anchor);

    /// <summary>Whether the chain holds a name before.</summary>
    public static bool HasEarlierName(CoreferenceText text, GoldMention gold, int sentence)
    {
        for (var s = 0; s < sentence; s++)
            if (text.Mentions[s].Any(m => m.Chain == gold.Chain && m.IsName && (s + 1 < sentence || m.Head < gold.Head))) return true;
        return false;
    }
}
