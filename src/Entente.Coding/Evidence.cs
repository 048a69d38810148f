using Entente.Sources;

namespace Entente.Coding;

/// <summary>The words that an event rests on.</summary>
/// <param name="Sentence">Number of the sentence, from 1.</param>
/// <param name="Text">Its words.</param>
/// <param name="Range">Where the sentence stands in the document's text.</param>
/// <param name="Trigger">The predicate that tells the act.</param>
public sealed record Evidence(int Sentence, string Text, TextRange Range, TextRange Trigger);
