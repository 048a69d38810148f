namespace Entente.Language.Conllu;

/// <summary>One line of CoNLL-U: the ten columns as written.</summary>
/// <param name="Id">Word number, range of a multiword token (<c>3-4</c>) or number of an empty node (<c>8.1</c>).</param>
/// <param name="Form">The word or multiword token as written.</param>
/// <param name="Lemma">Dictionary form.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">The treebank's own tag.</param>
/// <param name="Feats">Features, <c>_</c> when none.</param>
/// <param name="Head">Number of the head, 0 for the root.</param>
/// <param name="Deprel">Relation with its subtype.</param>
/// <param name="Deps">Enhanced dependencies.</param>
/// <param name="Misc">Everything else, <c>|</c> between the parts.</param>
public sealed record ConlluLine(string Id, string Form, string Lemma, string Upos, string Xpos, string Feats, string Head, string Deprel,
    string Deps, string Misc)
{
    /// <summary>Whether the line is a syntactic word, not a multiword token or an empty node.</summary>
    public bool IsWord => !Id.AsSpan().ContainsAny('-', '.');

    /// <summary>Whether the line is a multiword token.</summary>
    public bool IsMultiword => Id.Contains('-');

    /// <summary>Whether a blank follows in the text.</summary>
    public bool SpaceAfter => !Misc.Contains("SpaceAfter=No", StringComparison.Ordinal);

    /// <summary>The line as CoNLL-U, without its line break.</summary>
    public override string ToString() => string.Join('\t', Id, Form, Lemma, Upos, Xpos, Feats, Head, Deprel, Deps, Misc);
}
