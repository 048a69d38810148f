namespace Entente.Sources;

/// <summary>Reads inputs (files, folders, http(s) addresses, <c>-</c>) one document at a time, in order.</summary>
public interface IArticleReader
{
    /// <summary>
    /// Streams the documents of <paramref name="inputs"/>. Faults come as <see cref="SourceResult.Failed"/>, never as exceptions;
    /// nothing but the current document is held in memory.
    /// </summary>
    IEnumerable<SourceResult> Read(IEnumerable<string> inputs);
}
