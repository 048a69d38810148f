using Entente.Language.Learning;

namespace Entente.Language.Splitting;

/// <summary>What was learnt about where sentences end: a part of the model file that stands by itself. Immutable; safe for many threads.</summary>
/// <param name="Lexicon">What is known of words by hash of their normal form, packed as <see cref="WordFacts"/>.</param>
/// <param name="Scorer">Weights of <see cref="SplitFeatures"/>: class 1 says that a sentence ends.</param>
internal sealed record SplitterModel(HashTable Lexicon, IScorer Scorer)
{
    /// <summary>Reads the part.</summary>
    public static SplitterModel Read(ref ModelReader reader) => new(HashTable.Read(ref reader), LinearModel.Read(ref reader));
}

/// <summary>What the splitter knows of a word apart from the text in hand; 0 throughout when it is unknown.</summary>
/// <param name="Case">1 when the word is as a rule written small, 3 with a capital, 2 when both; 0 when news does not tell.</param>
/// <param name="Part">The commonest part of speech, one above its number; 0 when the treebanks lack the word.</param>
/// <param name="Cluster">The word cluster.</param>
/// <param name="Kind">Which related forms exist.</param>
internal readonly record struct WordFacts(uint Case, uint Part, uint Cluster, uint Kind)
{
    /// <summary>The facts as one number.</summary>
    public int Packed => (int)(Case | Part << 2 | Cluster << 7 | Kind << 17);

    /// <summary>The facts in a number.</summary>
    public static WordFacts Of(int packed) => new((uint)packed & 3, (uint)packed >> 2 & 31, (uint)packed >> 7 & 1023, (uint)packed >> 17);
}
