namespace Entente.Sources.Files;

/// <summary>Reads the content of one format.</summary>
internal interface IFormatReader
{
    /// <summary>Streams the documents; faults come as <see cref="SourceResult.Failed"/>, never as exceptions.</summary>
    IEnumerable<SourceResult> Read(InputContent content);
}
