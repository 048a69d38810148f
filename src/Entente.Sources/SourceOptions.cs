using Entente.Sources.Furniture;
using Entente.Sources.Web;
using NodaTime;

namespace Entente.Sources;

/// <summary>How inputs are read.</summary>
public sealed record SourceOptions
{
    /// <summary>Format of standard input (<c>-</c>). Default <see cref="InputFormat.Text"/>.</summary>
    public InputFormat StandardInputFormat { get; init; } = InputFormat.Text;

    /// <summary>
    /// Id for a single document that has none of its own; null for the file's name. It holds where the input is one file or <c>-</c>;
    /// the lines of a JSONL file and the rows of a table take it with <c>:line</c>. Folders and several inputs keep their files' names.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>Day of publication for documents that tell none.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>Largest document, in UTF-16 code units; what lies behind is left out and reported. Default 4 million.</summary>
    public int MaxDocumentLength { get; init; } = 4_000_000;

    /// <summary>Largest decompressed size of one file in bytes. Default 16 GiB.</summary>
    public long MaxFileBytes { get; init; } = 16L << 30;

    /// <summary>Deepest nesting of HTML elements that is read. Default 512.</summary>
    public int MaxHtmlDepth { get; init; } = 512;

    /// <summary>Longest time for finding one page's main text by its tree; then a simpler way is taken. Default 10 seconds.</summary>
    public TimeSpan HtmlTimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Which columns of a table mean what; null for the obvious names (<see cref="TableColumns"/>).</summary>
    public TableColumns? Columns { get; init; }

    /// <summary>What may be read of a zip archive.</summary>
    public ArchiveLimits Archives { get; init; } = new();

    /// <summary>How addresses are fetched.</summary>
    public WebOptions Web { get; init; } = new();

    /// <summary>What page furniture looks like; null for <see cref="FurnitureTable.Default"/>.</summary>
    public FurnitureTable? Furniture { get; init; }
}
