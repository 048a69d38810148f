using Entente.Sources;

namespace Entente.Store.Ingesting;

/// <summary>What a document that arrives is to the store.</summary>
public enum ArrivalKind
{
    /// <summary>A text that the store does not have.</summary>
    New,

    /// <summary>A new text of a document that the store has.</summary>
    Changed,

    /// <summary>Another document with a text that the store has: a further source of it.</summary>
    Repeated,

    /// <summary>A document that the store has as it is.</summary>
    Known,
}

/// <summary>A document that arrives, with its place in the store.</summary>
/// <param name="Article">What was read; its id is the one it has in the store.</param>
/// <param name="Kind">What it is to the store.</param>
/// <param name="Key">Its number; for a known one that of the row that is there.</param>
/// <param name="Revision">From 1.</param>
/// <param name="TextHash">SHA-256 of its text.</param>
/// <param name="Fingerprint">Its signature.</param>
/// <param name="DuplicateOf">The row whose text it repeats, null for an original.</param>
/// <param name="Similarity">How like that text it is, 0 to 1.</param>
public sealed record Arrival(
    Article Article,
    ArrivalKind Kind,
    long Key,
    int Revision,
    string TextHash,
    Duplicates.Fingerprint? Fingerprint,
    long? DuplicateOf,
    double? Similarity)
{
    /// <summary>Whether its events are to be read out of it.</summary>
    public bool WantsCoding => Kind is ArrivalKind.New or ArrivalKind.Changed && DuplicateOf is null;
}
