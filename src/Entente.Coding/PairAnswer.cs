using System.Collections.Immutable;

namespace Entente.Coding;

/// <summary>The relation of two marked phrases.</summary>
/// <param name="Event">PLOVER type; null where the text tells of no event between the two.</param>
/// <param name="Mode">PLOVER mode, null when none.</param>
/// <param name="Quad">Quad class, 1 to 4; null without an event.</param>
/// <param name="Cameo">CAMEO code; null without an event.</param>
/// <param name="Status">Whether it took place; null without an event.</param>
/// <param name="Confidence">Probability of the answer, 0 to 1.</param>
/// <param name="Alternatives">Other types with their probabilities, likeliest first.</param>
public sealed record PairAnswer(
    string? Event, string? Mode, int? Quad, string? Cameo, EventStatus? Status, double Confidence, ImmutableArray<(string Event, double Confidence)> Alternatives);

/// <summary>By which practice the relation of a pair is named.</summary>
public enum PairScheme
{
    /// <summary>The ontology (docs/ontology.md).</summary>
    Plover,

    /// <summary>The CAMEO-derived practice of the PLV data of the ZSP paper (ACL 2024), learnt from its labels.</summary>
    Plv,
}
