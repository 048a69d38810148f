using Entente.Sources.Files;
using Entente.Sources.Furniture;
using Entente.Sources.Text;

namespace Entente.Sources.Tables;

/// <summary>A table with a header (CSV by RFC 4180, TSV): a document a row.</summary>
internal sealed class TableReader(ArticleFinisher finisher) : IFormatReader
{
    /// <inheritdoc/>
    public IEnumerable<SourceResult> Read(InputContent content)
    {
        var (bytes, where) = (content.Bytes, content.Where);
        using var text = TextStream.Open(bytes, content.Charset);
        if (text is null)
        {
            yield return new SourceResult.Failed(where, TextDecoder.BinaryReason);
            yield break;
        }
        var rows = new TableRows(text, finisher.LongestRecord);
        TableHeader? header = null;
        bool any = false;
        while (rows.Next())
        {
            // Half a row before a damage is no document; the damage itself is told below.
            if (rows.Unfinished && bytes.Fault is not null)
                break;
            if (IsBlank(rows))
                continue;
            if (header is null)
            {
                header = TableHeader.Of(rows.Cells, finisher.Options.Columns ?? new TableColumns(), out string? fault);
                if (header is not null)
                    continue;
                yield return new SourceResult.Failed($"{where}:{rows.Line}", fault!);
                yield break;
            }
            foreach (var result in ReadRow(rows, header, content))
            {
                any = true;
                yield return result;
            }
        }
        if (bytes.Fault is not null)
            yield return new SourceResult.Failed(where, bytes.Fault);
        else if (!any)
            yield return new SourceResult.Failed(where, header is null ? "It holds no text." : "It holds a header and no rows.");
        else if (text.Mended)
            yield return new SourceResult.Failed(where, TextDecoder.MendedReason);
    }

    private static bool IsBlank(TableRows rows) => rows is { TooLong: false, Unclosed: false, Cells: [var only] } && string.IsNullOrWhiteSpace(only);

    private IEnumerable<SourceResult> ReadRow(TableRows rows, TableHeader header, InputContent content)
    {
        string at = $"{content.Where}:{rows.Line}";
        string? fault = Fault(rows, header);
        if (fault is null)
        {
            var article = header.Article(rows.Cells, $"{content.Name.Stem}:{rows.Line}", finisher.Options.MaxDocumentLength, out fault);
            if (article is not null)
                yield return finisher.Finish(article);
        }
        if (fault is not null)
            yield return new SourceResult.Failed(at, fault);
    }

    private string? Fault(TableRows rows, TableHeader header)
    {
        if (rows.Unclosed)
            return "A quote opens in the row that begins here and is never closed; all that follows is lost. Close it, or double it where it is a word's.";
        if (rows.TooLong)
            return $"The row is longer than {finisher.LongestRecord} characters, or has too many cells, and was skipped; a quote may not be closed.";
        return rows.Cells.Count == header.Width
            ? null
            : $"The row has {rows.Cells.Count} cells and the header {header.Width}; it was skipped. Put cells that hold the separator or line breaks in quotes.";
    }
}
