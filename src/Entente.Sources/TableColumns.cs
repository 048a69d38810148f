namespace Entente.Sources;

/// <summary>
/// Which columns of a table (CSV, TSV) mean what, by the names in its header, whatever their case. A null property stands for the
/// obvious names, of which the first that the header has is taken. Columns that mean nothing here are kept in
/// <see cref="Article.Other"/>.
/// </summary>
public sealed record TableColumns
{
    /// <summary>The column of ids. Default <c>id</c>; without it a row's id is the file's name and the line.</summary>
    public string? Id { get; init; }

    /// <summary>The column of texts, the only one that must be there. Default <c>text</c>, <c>body</c>, <c>content</c> or <c>article</c>.</summary>
    public string? Text { get; init; }

    /// <summary>The column of days of publication. Default <c>date</c>, <c>published</c> or <c>pubdate</c>.</summary>
    public string? Date { get; init; }

    /// <summary>The column of headlines. Default <c>title</c> or <c>headline</c>.</summary>
    public string? Title { get; init; }

    /// <summary>The column of addresses. Default <c>url</c> or <c>link</c>.</summary>
    public string? Url { get; init; }

    /// <summary>The column of outlets. Default <c>source</c>, <c>outlet</c> or <c>publisher</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The column of languages (BCP 47 tags). Default <c>language</c> or <c>lang</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The column of authors. Default <c>author</c> or <c>byline</c>.</summary>
    public string? Author { get; init; }

    /// <summary>Reads <c>field=column,field=column</c>, as in <c>text=body,date=day</c>.</summary>
    /// <param name="text">What stands on the command line. Column names can hold no comma and no equals sign.</param>
    /// <param name="fault">Null, or what is wrong with it, as words behind the option's name.</param>
    /// <returns>The columns, null with a <paramref name="fault"/>.</returns>
    public static TableColumns? Parse(string text, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        var columns = new TableColumns();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = part.Split('=', StringSplitOptions.TrimEntries);
            if (sides is not [_, { Length: > 0 } column] || columns.With(sides[0], column) is not { } more)
            {
                fault = $"'{part}' is none of id=, text=, date=, title=, url=, source=, language=, author= with a column's name behind it";
                return null;
            }
            columns = more;
        }
        fault = columns == new TableColumns() ? "name at least one column, as in text=body,date=day" : null;
        return fault is null ? columns : null;
    }

    private TableColumns? With(string field, string column) => field.ToLowerInvariant() switch
    {
        "id" => this with { Id = column },
        "text" => this with { Text = column },
        "date" => this with { Date = column },
        "title" => this with { Title = column },
        "url" => this with { Url = column },
        "source" => this with { Source = column },
        "language" => this with { Language = column },
        "author" => this with { Author = column },
        _ => null,
    };
}
