using Entente.Sources.Files;
using Entente.Sources.Furniture;
using Entente.Sources.Text;

namespace Entente.Sources.Html;

/// <summary>One web page: its main text and what it tells about itself.</summary>
internal sealed class PageReader(ArticleFinisher finisher) : IFormatReader
{
    /// <summary>For messages about pages of menus and links.</summary>
    public const string NoArticle = "No article was found in the page; save its main text as .txt.";

    private const int LongestByline = 120;

    /// <inheritdoc/>
    public IEnumerable<SourceResult> Read(InputContent content)
    {
        var article = Find(content, out var decoded);
        if (decoded.Value is null)
            yield return new SourceResult.Failed(content.Where, TextDecoder.BinaryReason);
        else if (!string.IsNullOrWhiteSpace(decoded.Value))
            yield return article is null ? new SourceResult.Failed(content.Where, NoArticle) : finisher.Finish(article);
        foreach (var fault in finisher.Faults(content.Bytes, decoded, content.Where))
            yield return fault;
    }

    /// <summary>The article as the page tells it, not yet finished; null when there is none.</summary>
    public Article? Find(InputContent content, out DecodedText decoded)
    {
        decoded = TextDecoder.Decode(content.Bytes, finisher.Options.MaxDocumentLength, content.Charset ?? HtmlCharset.Of(content.Bytes.Head));
        if (string.IsNullOrWhiteSpace(decoded.Value))
            return null;
        string? text = new PageText(finisher.Furniture, finisher.Options).Find(decoded.Value, out string? byline);
        if (text is null)
            return null;
        var page = PageMetadata.Read(decoded.Value);
        return new Article
        {
            Id = content.Name.Stem,
            Text = text,
            Title = page.Title,
            Author = page.Author ?? (string.IsNullOrWhiteSpace(byline) || byline.Length > LongestByline ? null : byline.Trim()),
            Published = page.Published,
            Url = page.Url ?? content.Address,
            Source = page.Site,
            Language = page.Language,
        };
    }
}
