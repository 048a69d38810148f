namespace Entente.Store;

/// <summary>What makes events: a row of the table <c>runs</c>.</summary>
public sealed record StoreRun
{
    /// <summary><c>ingest</c>, <c>import</c> or <c>recode</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Program and version.</summary>
    public required string Coder { get; init; }

    /// <summary><c>accurate</c> or <c>fast</c>; null for an import.</summary>
    public string? LanguageModel { get; init; }

    /// <summary>SHA-256 over the model files, null for an import.</summary>
    public string? ModelsHash { get; init; }

    /// <summary>SHA-256 over the knowledge files, null for an import.</summary>
    public string? KnowledgeHash { get; init; }

    /// <summary>Whom disputed territories count for; null for the default.</summary>
    public string? View { get; init; }

    /// <summary>Least confidence of the events that are kept, 0 to 1; null for the coder's own, and for an import.</summary>
    public double? LeastConfidence { get; init; }

    /// <summary>Whether two runs make the same events of the same text.</summary>
    public bool SameCoder(StoreRun other) =>
        (Coder, LanguageModel, ModelsHash, KnowledgeHash, View, LeastConfidence)
        == (other.Coder, other.LanguageModel, other.ModelsHash, other.KnowledgeHash, other.View, other.LeastConfidence);
}
