using Entente.Sources.Archives;
using Entente.Sources.Feeds;
using Entente.Sources.Furniture;
using Entente.Sources.Html;
using Entente.Sources.Json;
using Entente.Sources.Tables;
using Entente.Sources.Text;

namespace Entente.Sources.Files;

/// <summary>The reader of each format.</summary>
internal sealed class FormatReaders : IFormatReader
{
    private readonly PlainTextReader text;
    private readonly JsonLinesReader lines;
    private readonly FeedReader feed;
    private readonly WarcReader warc;
    private readonly TableReader table;
    private readonly ZipReader zip;

    public FormatReaders(SourceOptions options)
    {
        var finisher = new ArticleFinisher(options, options.Furniture ?? FurnitureTable.Default);
        text = new PlainTextReader(finisher);
        Pages = new PageReader(finisher);
        lines = new JsonLinesReader(finisher);
        feed = new FeedReader(finisher);
        warc = new WarcReader(finisher, Pages, text);
        table = new TableReader(finisher);
        zip = new ZipReader(options, this);
    }

    /// <summary>The reader of web pages.</summary>
    public PageReader Pages { get; }

    /// <inheritdoc/>
    public IEnumerable<SourceResult> Read(InputContent content) => Of(content.Name.Format).Read(content);

    private IFormatReader Of(InputFormat format) => format switch
    {
        InputFormat.Html => Pages,
        InputFormat.Jsonl => lines,
        InputFormat.Feed => feed,
        InputFormat.Warc => warc,
        InputFormat.Csv or InputFormat.Tsv => table,
        InputFormat.Zip => zip,
        _ => text,
    };
}
