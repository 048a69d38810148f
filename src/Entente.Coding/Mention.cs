using System.Collections.Immutable;
using Entente.Sources;

namespace Entente.Coding;

/// <summary>A noun phrase of a sentence with the actors it names (several where it names several: "Russian and Chinese forces").</summary>
/// <param name="Sentence">Number of the sentence, from 1.</param>
/// <param name="Head">Where the head word stands in the document's text.</param>
/// <param name="Range">Words of the phrase without relative clauses.</param>
/// <param name="Actors">Whom it names; empty when it is no actor.</param>
public sealed record Mention(int Sentence, TextRange Head, TextRange Range, ImmutableArray<ActorReference> Actors);
