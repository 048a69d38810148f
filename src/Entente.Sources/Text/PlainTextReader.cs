using Entente.Sources.Files;
using Entente.Sources.Furniture;

namespace Entente.Sources.Text;

/// <summary>One document of plain text.</summary>
internal sealed class PlainTextReader(ArticleFinisher finisher) : IFormatReader
{
    /// <inheritdoc/>
    public IEnumerable<SourceResult> Read(InputContent content)
    {
        var decoded = TextDecoder.Decode(content.Bytes, finisher.Options.MaxDocumentLength, content.Charset);
        if (decoded.Value is null)
        {
            yield return new SourceResult.Failed(content.Where, TextDecoder.BinaryReason);
        }
        else if (!string.IsNullOrWhiteSpace(decoded.Value))
        {
            string? title = Titles.Of(decoded.Value, content.Name.Markdown, out var titleRange);
            if (title is not null && FurnitureFinder.IsByline(finisher.Furniture, title))
                (title, titleRange) = (null, default);
            yield return finisher.Finish(new Article { Id = content.Name.Stem, Text = decoded.Value, Title = title, Url = content.Address }, titleRange);
        }
        foreach (var fault in finisher.Faults(content.Bytes, decoded, content.Where))
            yield return fault;
    }
}
