using Entente.Sources;

namespace Entente.Language;

/// <summary>
/// Turns an article's text into parsed sentences. The place where a better parser slips in: everything behind it sees only
/// <see cref="Document"/>. Implementations are thread-safe and deterministic.
/// </summary>
public interface IDocumentParser
{
    /// <summary>Splits, tokenises, tags, lemmatises and parses <paramref name="article"/>. Never fails on any text.</summary>
    Document Parse(Article article);
}
