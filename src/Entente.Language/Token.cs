using Entente.Sources;

namespace Entente.Language;

/// <summary>A syntactic word in the sense of Universal Dependencies v2, with its place in the tree.</summary>
public sealed record Token
{
    /// <summary>Place in the sentence, from 0. (CoNLL-U ids are one higher.)</summary>
    public required int Index { get; init; }

    /// <summary>The word as written, without a capital that only a wire's machine gave it ("the U.S. Will"). Words of one multiword token ("don't") carry their own part ("do", "n't").</summary>
    public required string Form { get; init; }

    /// <summary>Where the word stands in the document's text; words without characters of their own carry their token's range.</summary>
    public required TextRange Range { get; init; }

    /// <summary>Dictionary form, as in the treebanks; proper nouns keep their capitals.</summary>
    public required string Lemma { get; init; }

    /// <summary>Universal part of speech.</summary>
    public required Upos Upos { get; init; }

    /// <summary>Morphological features as in column 6 of CoNLL-U, <c>_</c> when none.</summary>
    public string Feats { get; init; } = "_";

    /// <summary>Index of the head, -1 for the root.</summary>
    public required int Head { get; init; }

    /// <summary>Dependency relation with its subtype, e.g. <c>nsubj:pass</c>.</summary>
    public required string Deprel { get; init; }

    /// <summary>Name tag: <c>B-PERSON</c>, <c>I-PLACE</c>, …, or <c>O</c>. Types are PERSON, ORGANIZATION, PLACE.</summary>
    public string Name { get; init; } = "O";
}
