using Entente.Sources.Files;
using Entente.Sources.Web;

namespace Entente.Sources;

/// <summary>
/// Reads plain text, web pages, JSON lines, feeds, tables and archives from files, folders, standard input and http(s) addresses. Holds
/// one document at a time. Uses the network only for inputs that are addresses, and for the links of feeds among them. May be used for
/// several runs, from one thread at a time where standard input is read.
/// </summary>
public sealed class ArticleReader : IArticleReader
{
    /// <summary>The name of standard input among inputs.</summary>
    public const string StandardInput = "-";

    private readonly SourceOptions options;
    private readonly Stream? standardInput;
    private readonly IFeedMemory? memory;
    private readonly FormatReaders formats;
    private FileStream? open;
    private long closed;

    /// <summary>A reader with these options.</summary>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="standardInput">Stands for standard input; null for the process's own, opened when it is read. Never closed.</param>
    /// <param name="memory">Remembers what was read from addresses, so that only what is new is read; null to read everything.</param>
    public ArticleReader(SourceOptions? options = null, Stream? standardInput = null, IFeedMemory? memory = null)
    {
        this.options = options ?? new SourceOptions();
        this.standardInput = standardInput;
        this.memory = memory;
        formats = new FormatReaders(this.options);
    }

    /// <summary>Bytes read from files so far, before decompression; for showing progress from the reading thread.</summary>
    public long BytesRead => closed + (open is { CanRead: true } file ? file.Position : 0);

    /// <inheritdoc/>
    public IEnumerable<SourceResult> Read(IEnumerable<string> inputs)
    {
        string[] paths = [.. inputs];
        using var web = new WebReader(formats, options, memory);
        foreach (string path in paths)
        {
            string? id = paths.Length == 1 && !Directory.Exists(path) ? options.Id : null;
            var results = path == StandardInput ? ReadStandardInput(id)
                : WebReader.IsAddress(path) ? web.Read(path, id)
                : ReadFiles(path, id);
            foreach (var result in results)
                yield return result;
        }
    }

    private IEnumerable<SourceResult> ReadStandardInput(string? id)
    {
        using var bytes = new GuardedStream(standardInput ?? Console.OpenStandardInput(), false, options.MaxFileBytes, leaveOpen: true);
        var name = new InputName(options.StandardInputFormat, bytes.Head is [0x1F, 0x8B, ..], id ?? "stdin", false);
        using var content = name.Compressed
            ? InputContent.Open(bytes, name, StandardInput, options.MaxFileBytes, leaveOpen: true)
            : new InputContent(bytes, name, StandardInput);
        foreach (var result in formats.Read(content))
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
            using var content = InputContent.Open(source, name with { Stem = id ?? name.Stem }, file.Path, options.MaxFileBytes);
            foreach (var result in formats.Read(content))
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
}
