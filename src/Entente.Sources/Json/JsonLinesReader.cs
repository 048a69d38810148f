using Entente.Sources.Files;
using Entente.Sources.Furniture;
using Entente.Sources.Text;

namespace Entente.Sources.Json;

/// <summary>JSON lines: a document a line.</summary>
internal sealed class JsonLinesReader(ArticleFinisher finisher) : IFormatReader
{
    /// <inheritdoc/>
    public IEnumerable<SourceResult> Read(InputContent content)
    {
        var (bytes, where) = (content.Bytes, content.Where);
        var (encoding, mark) = TextDecoder.Mark(bytes.Head);
        bytes.Skip(mark);
        if (mark != 2 && bytes.Head.Contains((byte)0))
        {
            yield return new SourceResult.Failed(where, TextDecoder.BinaryReason);
            yield break;
        }
        using Stream utf8 = mark == 2
            ? System.Text.Encoding.CreateTranscodingStream(bytes, encoding!, System.Text.Encoding.UTF8, leaveOpen: true)
            : bytes;
        var lines = new JsonLines(utf8, finisher.LongestRecord);
        bool any = false;
        while (lines.Next())
        {
            // Half a line before a damage is no document; the damage itself is told below.
            if (lines.Unfinished && bytes.Fault is not null)
                break;
            foreach (var result in ReadLine(lines, content))
            {
                any = true;
                yield return result;
            }
        }
        if (bytes.Fault is not null)
            yield return new SourceResult.Failed(where, bytes.Fault);
        else if (!any)
            yield return new SourceResult.Failed(where, "It holds no text.");
    }

    private IEnumerable<SourceResult> ReadLine(JsonLines lines, InputContent content)
    {
        string at = $"{content.Where}:{lines.Number}";
        if (lines.TooLong)
        {
            yield return new SourceResult.Failed(at, $"The line is longer than {finisher.LongestRecord} bytes and was skipped; split the document.");
            yield break;
        }
        var json = lines.Line;
        if (System.Text.Ascii.IsValid(json.Span) && json.Span.Trim(" \t\r"u8).IsEmpty)
            yield break;
        bool mended = false;
        if (!System.Text.Unicode.Utf8.IsValid(json.Span))
            json = System.Text.Encoding.UTF8.GetBytes(TextDecoder.DecodeUtf8(json.Span, int.MaxValue - 2, false, out mended));
        var article = JsonArticle.Read(json, $"{content.Name.Stem}:{lines.Number}", finisher.Options.MaxDocumentLength, out string? fault);
        if (article is not null)
            yield return finisher.Finish(article);
        if (fault is not null)
            yield return new SourceResult.Failed(at, fault);
        else if (mended)
            yield return new SourceResult.Failed(at, TextDecoder.MendedReason);
    }
}
