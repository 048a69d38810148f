using System.Collections.Immutable;

namespace Entente.Language.Conllu;

/// <summary>A sentence of a CoNLL-U file, nothing left out. Immutable.</summary>
/// <param name="Comments">The comment lines with their <c>#</c>, in order.</param>
/// <param name="Lines">Words, multiword tokens and empty nodes in the file's order.</param>
public sealed record ConlluSentence(ImmutableArray<string> Comments, ImmutableArray<ConlluLine> Lines)
{
    /// <summary>The syntactic words.</summary>
    public IEnumerable<ConlluLine> Words => Lines.Where(line => line.IsWord);

    /// <summary>The value of a comment <c># name = value</c>, null when there is none.</summary>
    public string? Comment(string name)
    {
        foreach (var comment in Comments)
        {
            var body = comment.AsSpan(1).Trim();
            var equals = body.IndexOf('=');
            if (equals > 0 && body[..equals].TrimEnd().SequenceEqual(name)) return body[(equals + 1)..].Trim().ToString();
        }

        return null;
    }
}
