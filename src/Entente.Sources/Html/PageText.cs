using AngleSharp.Html.Parser;
using Entente.Sources.Furniture;
using SmartReader;

namespace Entente.Sources.Html;

/// <summary>
/// Finds a page's main text: SmartReader on tame pages within a time limit, else, and where it finds nothing, the paragraphs
/// of the page by their length and their share of links. Never uses the network: the tree has no loader.
/// </summary>
internal sealed class PageText(FurnitureTable furniture, SourceOptions options)
{
    /// <summary>Shorter texts are no article.</summary>
    private const int ShortestArticle = 60;

    /// <summary>The parser's and SmartReader's own recursion gets room far beyond the depth that is let through.</summary>
    private const int StackSize = 32 << 20;

    /// <summary>The main text, a blank line between blocks; null when there is none.</summary>
    public string? Find(string html, out string? byline)
    {
        byline = null;
        string? read = null;
        if (HtmlShape.Wild(html, options.MaxHtmlDepth) is null && Readable(html) is { } page)
        {
            byline = page.Byline;
            read = FragmentText.Join(HtmlBlocks.Read(page.Content, furniture, wholePage: false, options.MaxDocumentLength), b => !b.IsLinks);
        }
        if (read is { Length: >= 500 })
            return read;
        string flat = Flat(html);
        string best = read is not null && read.Length * 2 >= flat.Length ? read : flat;
        return best.Length >= ShortestArticle ? best : null;
    }

    private string Flat(string html)
    {
        var blocks = HtmlBlocks.Read(html, furniture, wholePage: true, options.MaxDocumentLength);
        bool inArticle = blocks.Any(b => b.InArticle && IsProse(b));
        var kept = new List<HtmlBlock>();
        foreach (var block in blocks)
        {
            if ((!inArticle || block.InArticle) && (block.IsHeading ? !block.IsLinks : IsProse(block)))
                kept.Add(block);
        }
        while (kept.Count > 0 && kept[^1].IsHeading)
            kept.RemoveAt(kept.Count - 1);
        return kept.Any(IsProse) ? FragmentText.Join(kept, _ => true) : "";
    }

    private static bool IsProse(HtmlBlock block) => !block.IsHeading && block.Linked * 2 < block.Text.Length
        && block.Text.Length >= (block.Tag is "p" or "blockquote" ? 25 : 80) && block.Text.Contains(' ');

    private sealed record Extract(string Content, string? Byline);

    /// <summary>SmartReader's article, null when it finds none, fails, or takes too long.</summary>
    private Extract? Readable(string html)
    {
        Extract? result = null;
        using var cancel = new CancellationTokenSource();
        var token = cancel.Token;
        var thread = new Thread(() => Volatile.Write(ref result, Extracted(html, token)), StackSize) { IsBackground = true };
        thread.Start();
        if (thread.Join(options.HtmlTimeLimit))
            return Volatile.Read(ref result);
        cancel.Cancel();
        return null;
    }

    /// <summary>Third-party code on strange pages throws what it likes; every fault means: not readable.</summary>
    private static Extract? Extracted(string html, CancellationToken cancel)
    {
        try
        {
            using var document = new HtmlParser().ParseDocument(html);
            cancel.ThrowIfCancellationRequested();
            using var reader = new Reader("https://article.invalid/", document) { KeepClasses = true, ContinueIfNotReadable = true };
            var article = reader.GetArticleAsync(cancel).GetAwaiter().GetResult();
            return article.IsReadable && !string.IsNullOrWhiteSpace(article.Content) ? new Extract(article.Content, article.Byline) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
