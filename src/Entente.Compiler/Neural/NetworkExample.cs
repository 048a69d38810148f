namespace Entente.Compiler.Neural;

/// <summary>A sentence as the network is trained on it. Arrays hold one entry a word, from 0.</summary>
internal sealed class NetworkExample
{
    /// <summary>The words.</summary>
    public required string[] Forms { get; init; }

    /// <summary>Tag numbers from 0; −1 where unknown. Null when the sentence has no tags.</summary>
    public int[]? Tags { get; init; }

    /// <summary>Heads, 0 for the root, words counted from 1. Null when the sentence has no tree.</summary>
    public int[]? Heads { get; init; }

    /// <summary>Relation numbers.</summary>
    public int[]? Labels { get; init; }

    /// <summary>How much the sentence counts.</summary>
    public float Weight { get; init; } = 1;
}
