using Entente.Sources.Files;
using Entente.Sources.Furniture;
using Entente.Sources.Html;
using Entente.Sources.Json;
using Entente.Sources.Text;
using NodaTime;

namespace Entente.Sources;

/// <summary>
/// Reads plain text, web pages and JSON lines, also compressed, from files, folders and standard input. Holds one document at a
/// time. May be used for several runs, from one thread at a time where standard input is read.
/// </summary>
public sealed class ArticleReader : IArticleReader
{
    /// <summary>The name of standard input among inputs.</summary>
    public const string StandardInput = "-";

    private const int LongestByline = 120;

    private readonly SourceOptions options;
    private readonly Stream? standardInput;
    private readonly FurnitureTable furniture;
    private FileStream? open;
    private long closed;

    /// <summary>A reader with these options.</summary>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="standardInput">Stands for standard input; null for the process's own, opened when it is read. Never closed.</param>
    public ArticleReader(SourceOptions? options = null, Stream? standardInput = null)
    {
        this.options = options ?? new SourceOptions();
        this.standardInput = standardInput;
        furniture = this.options.Furniture ?? FurnitureTable.Default;
    }

    /// <summary>Bytes read from files so far, before decompression; for showing progress from the reading thread.</summary>
    public long BytesRead => closed + (open is { CanRead: true } file ? file.Position : 0);

    /// <inheritdoc/>
    public IEnumerable<SourceResult> Read(IEnumerable<string> inputs)
    {
        string[] paths = [.. inputs];
        foreach (string path in paths)
        {
            string? id = paths.Length == 1 && !Directory.Exists(path) ? options.Id : null;
            foreach (var result in path == StandardInput ? ReadStandardInput(id) : ReadFiles(path, id))
                yield return result;
        }
    }

    private IEnumerable<SourceResult> ReadStandardInput(string? id)
    {
        var name = new InputName(options.StandardInputFormat, false, id ?? "stdin", false);
        using var bytes = new GuardedStream(standardInput ?? Console.OpenStandardInput(), false, options.MaxFileBytes, leaveOpen: true);
        if (bytes.Head is not [0x1F, 0x8B, ..])
        {
            foreach (var result in ReadContent(bytes, name, StandardInput))
                yield return result;
            yield break;
        }
        using var plain = new GuardedStream(bytes, true, options.MaxFileBytes, leaveOpen: true);
        foreach (var result in ReadContent(plain, name, StandardInput))
            yield return result;
    }

    private IEnumerable<SourceResult> ReadFiles(string path, string? id)
    {
        foreach (var file in InputFiles.Of(path))
        {
            if (file.Failure is not null)
            {
                yield return new SourceResult.Failed(file.Path, file.Failure);
                continue;
            }
            var name = InputName.Of(file.Path)!.Value;
            using var source = Open(file.Path, out string? failure);
            if (source is null)
            {
                yield return new SourceResult.Failed(file.Path, failure!);
                continue;
            }
            open = source;
            using var bytes = new GuardedStream(source, name.Compressed, options.MaxFileBytes);
            foreach (var result in ReadContent(bytes, name with { Stem = id ?? name.Stem }, file.Path))
                yield return result;
            closed += source.CanRead ? source.Position : 0;
            open = null;
        }
    }

    private static FileStream? Open(string path, out string? failure)
    {
        try
        {
            failure = null;
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            failure = Faults.Tell(e);
            return null;
        }
    }

    private IEnumerable<SourceResult> ReadContent(GuardedStream bytes, InputName name, string where) => name.Format switch
    {
        InputFormat.Jsonl => ReadLines(bytes, name, where),
        InputFormat.Html => ReadPage(bytes, name, where),
        _ => ReadText(bytes, name, where),
    };

    private IEnumerable<SourceResult> ReadText(GuardedStream bytes, InputName name, string where)
    {
        var decoded = TextDecoder.Decode(bytes, options.MaxDocumentLength);
        if (decoded.Value is null)
        {
            yield return new SourceResult.Failed(where, TextDecoder.BinaryReason);
        }
        else if (!string.IsNullOrWhiteSpace(decoded.Value))
        {
            string? title = Titles.Of(decoded.Value, name.Markdown, out var titleRange);
            if (title is not null && FurnitureFinder.IsByline(furniture, title))
                (title, titleRange) = (null, default);
            var article = new Article { Id = name.Stem, Text = decoded.Value, Title = title };
            yield return new SourceResult.Read(Complete(article, titleRange));
        }
        foreach (var fault in Faulted(bytes, decoded, where))
            yield return fault;
    }

    private IEnumerable<SourceResult> ReadPage(GuardedStream bytes, InputName name, string where)
    {
        var decoded = TextDecoder.Decode(bytes, options.MaxDocumentLength, HtmlCharset.Of(bytes.Head));
        if (decoded.Value is null)
        {
            yield return new SourceResult.Failed(where, TextDecoder.BinaryReason);
        }
        else if (!string.IsNullOrWhiteSpace(decoded.Value))
        {
            string? text = new PageText(furniture, options).Find(decoded.Value, out string? byline);
            yield return text is null
                ? new SourceResult.Failed(where, "No article was found in the page; save its main text as .txt.")
                : new SourceResult.Read(Complete(Described(PageMetadata.Read(decoded.Value), name.Stem, text, byline), default));
        }
        foreach (var fault in Faulted(bytes, decoded, where))
            yield return fault;
    }

    private static Article Described(PageMetadata page, string id, string text, string? byline) => new()
    {
        Id = id,
        Text = text,
        Title = page.Title,
        Author = page.Author ?? (string.IsNullOrWhiteSpace(byline) || byline.Length > LongestByline ? null : byline.Trim()),
        Published = page.Published,
        Url = page.Url,
        Source = page.Site,
        Language = page.Language,
    };

    private IEnumerable<SourceResult.Failed> Faulted(GuardedStream bytes, DecodedText decoded, string where)
    {
        if (decoded.Cut)
            yield return new(where, $"It is longer than {options.MaxDocumentLength} characters; what lies behind them is left out. Split the file.");
        if (decoded.Mended && decoded.Value is not null)
            yield return new(where, TextDecoder.MendedReason);
        if (bytes.Fault is not null)
            yield return new(where, bytes.Fault);
        else if (decoded.Value is not null && string.IsNullOrWhiteSpace(decoded.Value))
            yield return new(where, "It holds no text.");
    }

    private IEnumerable<SourceResult> ReadLines(GuardedStream bytes, InputName name, string where)
    {
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
        int longest = (int)Math.Min((options.MaxDocumentLength * 4L) + (1 << 20), 1 << 30);
        var lines = new JsonLines(utf8, longest);
        bool any = false;
        while (lines.Next())
        {
            // Half a line before a damage is no document; the damage itself is told below.
            if (lines.Unfinished && bytes.Fault is not null)
                break;
            foreach (var result in ReadLine(lines, longest, name, where))
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

    private IEnumerable<SourceResult> ReadLine(JsonLines lines, int longest, InputName name, string where)
    {
        string at = $"{where}:{lines.Number}";
        if (lines.TooLong)
        {
            yield return new SourceResult.Failed(at, $"The line is longer than {longest} bytes and was skipped; split the document.");
            yield break;
        }
        var json = lines.Line;
        if (System.Text.Ascii.IsValid(json.Span) && json.Span.Trim(" \t\r"u8).IsEmpty)
            yield break;
        bool mended = false;
        if (!System.Text.Unicode.Utf8.IsValid(json.Span))
            json = System.Text.Encoding.UTF8.GetBytes(TextDecoder.DecodeUtf8(json.Span, int.MaxValue - 2, false, out mended));
        var article = JsonArticle.Read(json, $"{name.Stem}:{lines.Number}", options.MaxDocumentLength, out string? fault);
        if (article is not null)
            yield return new SourceResult.Read(Complete(article, default));
        if (fault is not null)
            yield return new SourceResult.Failed(at, fault);
        else if (mended)
            yield return new SourceResult.Failed(at, TextDecoder.MendedReason);
    }

    /// <summary>Adds furniture and what it tells; the document's own fields win over bylines, and both over the options.</summary>
    private Article Complete(Article article, TextRange title)
    {
        var found = FurnitureFinder.Find(furniture, article.Text, title);
        LocalDate? published = article.Published ?? found.Published ?? options.Published;
        return article with
        {
            Furniture = found.Ranges,
            Author = article.Author ?? found.Author,
            Source = article.Source ?? found.Source,
            Dateline = article.Dateline ?? found.Dateline,
            DatelineRange = found.DatelineRange,
            Published = published,
        };
    }
}
