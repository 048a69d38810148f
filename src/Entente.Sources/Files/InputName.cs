namespace Entente.Sources.Files;

/// <summary>What a file's name tells: the format of its content, whether it is compressed, and the id of its document.</summary>
internal readonly record struct InputName(InputFormat Format, bool Compressed, string Stem, bool Markdown)
{
    /// <summary>The known endings, for messages.</summary>
    public const string Endings = ".txt, .md, .html, .htm, .jsonl, .ndjson, .rss, .atom, .xml, .json, .csv, .tsv, .warc or .zip (each also with .gz)";

    private static readonly (string Ending, InputFormat Format)[] Known =
    [
        (".txt", InputFormat.Text), (".md", InputFormat.Text), (".html", InputFormat.Html), (".htm", InputFormat.Html),
        (".jsonl", InputFormat.Jsonl), (".ndjson", InputFormat.Jsonl), (".rss", InputFormat.Feed), (".atom", InputFormat.Feed), (".xml", InputFormat.Feed),
        (".json", InputFormat.Feed), (".csv", InputFormat.Csv), (".tsv", InputFormat.Tsv), (".warc", InputFormat.Warc), (".zip", InputFormat.Zip),
    ];

    /// <summary>Null when the ending is none that is known.</summary>
    public static InputName? Of(string path)
    {
        string name = Path.GetFileName(path);
        bool compressed = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        string plain = compressed ? name[..^3] : name;
        foreach (var (ending, format) in Known)
        {
            if (plain.Length > ending.Length && plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return new InputName(format, compressed, plain[..^ending.Length], ending == ".md");
        }
        return null;
    }
}
