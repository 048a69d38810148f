using System.Collections.Immutable;
using System.Text.Json;
using Entente.Sources.Furniture;
using Entente.Sources.Text;
using NodaTime;

namespace Entente.Sources.Tables;

/// <summary>The first row of a table: which cell of a row means what.</summary>
internal sealed class TableHeader
{
    private const int LongestShown = 200;

    private readonly string[] names;
    private readonly bool[] known;
    private readonly List<string> missing = [];
    private readonly int id, text, date, title, url, source, language, author;

    private TableHeader(IEnumerable<string> cells, TableColumns columns)
    {
        names = [.. cells.Select(c => c.Trim())];
        known = new bool[names.Length];
        id = Column(columns.Id, "id");
        text = Column(columns.Text, "text", "body", "content", "article");
        date = Column(columns.Date, "date", "published", "pubdate");
        title = Column(columns.Title, "title", "headline");
        url = Column(columns.Url, "url", "link");
        source = Column(columns.Source, "source", "outlet", "publisher");
        language = Column(columns.Language, "language", "lang");
        author = Column(columns.Author, "author", "byline");
    }

    /// <summary>Number of cells that each row must have.</summary>
    public int Width => names.Length;

    /// <summary>The header, null with a <paramref name="fault"/> when a column that is needed is not there.</summary>
    public static TableHeader? Of(IEnumerable<string> cells, TableColumns columns, out string? fault)
    {
        var header = new TableHeader(cells, columns);
        string shown = TextDecoder.Cut(string.Join(", ", header.names), LongestShown).ReplaceLineEndings(" ");
        fault = header.missing.Count > 0 ? $"The header has no column '{header.missing[0]}'; it has: {shown}."
            : header.text < 0 ? $"No column of the header is named text, body, content or article; name it with --columns text=…. It has: {shown}."
            : null;
        return fault is null ? header : null;
    }

    /// <summary>The article of a row that has <see cref="Width"/> cells, null with a <paramref name="fault"/>; with an article it tells what was not understood.</summary>
    public Article? Article(IReadOnlyList<string> row, string defaultId, int maximum, out string? fault)
    {
        string whole = row[text];
        fault = string.IsNullOrWhiteSpace(whole) ? "The row's text is empty." : null;
        if (fault is not null)
            return null;
        string kept = TextDecoder.Cut(whole, maximum);
        if (kept.Length < whole.Length)
            fault = $"The text is longer than {maximum} characters; what lies behind them is left out.";
        LocalDate? day = DateText.Read(Cell(row, date));
        fault ??= ArticleFinisher.DateFault(Cell(row, date), day);
        return new Article
        {
            Id = Cell(row, id) ?? defaultId,
            Text = kept,
            Published = day,
            Title = Cell(row, title),
            Author = Cell(row, author),
            Url = Cell(row, url),
            Source = Cell(row, source),
            Language = Cell(row, language),
            Other = Others(row),
        };
    }

    private static string? Cell(IReadOnlyList<string> row, int column) => column < 0 ? null : ArticleFinisher.Told(row[column]);

    private ImmutableArray<KeyValuePair<string, string>> Others(IReadOnlyList<string> row)
    {
        var others = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        for (int i = 0; i < names.Length; i++)
        {
            if (!known[i] && names[i].Length > 0 && row[i].Length > 0)
                others.Add(new(names[i], JsonSerializer.Serialize(row[i])));
        }
        return others.ToImmutable();
    }

    private int Column(string? named, params ReadOnlySpan<string> obvious)
    {
        foreach (string name in named is null ? obvious : [named])
        {
            int found = Array.FindIndex(names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (found < 0)
                continue;
            known[found] = true;
            return found;
        }
        if (named is not null)
            missing.Add(named);
        return -1;
    }
}
