namespace Entente.Coding.Knowledge;

/// <summary>A fault in a knowledge file. The row is left out; all others count.</summary>
/// <param name="File">Path of the file as given.</param>
/// <param name="Line">Line, from 1; 0 for the file as a whole.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public sealed record KnowledgeFault(string File, int Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Reason}" : $"{File}: {Reason}";
}
