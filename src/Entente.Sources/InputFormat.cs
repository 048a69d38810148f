namespace Entente.Sources;

/// <summary>The kinds of content that a stream can hold.</summary>
public enum InputFormat
{
    /// <summary>One document of plain text.</summary>
    Text,

    /// <summary>One web page.</summary>
    Html,

    /// <summary>One JSON document a line.</summary>
    Jsonl,

    /// <summary>A feed: RSS 2.0 and its forerunners, RSS 1.0, Atom (RFC 4287) or JSON Feed 1.1; which one, its content tells.</summary>
    Feed,

    /// <summary>A web archive (ISO 28500): a record an article.</summary>
    Warc,

    /// <summary>A table with a header, a row an article (RFC 4180); comma, semicolon or tab, as the header tells.</summary>
    Csv,

    /// <summary>Like <see cref="Csv"/>; where the header has a tab, the tab separates.</summary>
    Tsv,

    /// <summary>A zip archive of files, each read by its ending.</summary>
    Zip,
}
