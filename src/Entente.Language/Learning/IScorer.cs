namespace Entente.Language.Learning;

/// <summary>A linear model over hashed features: the finished one of the model file or the one being trained.</summary>
internal interface IScorer
{
    /// <summary>Number of classes.</summary>
    int ClassCount { get; }

    /// <summary>Sets <paramref name="scores"/> (at least <see cref="ClassCount"/> long) to the sum of the features' weights.</summary>
    void Score(ReadOnlySpan<uint> features, Span<int> scores);
}
