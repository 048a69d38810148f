using System.Collections.Immutable;
using Entente.Sources;

namespace Entente.Language;

/// <summary>An article with its parsed sentences.</summary>
/// <param name="Article">The article the sentences were read from.</param>
/// <param name="Sentences">Its sentences in text order, page furniture left out.</param>
public sealed record Document(Article Article, ImmutableArray<ParsedSentence> Sentences);
