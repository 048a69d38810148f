using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Records;
using Entente.Sources;

namespace Entente.Store.Ingesting;

/// <summary>The parts of a text that are not coded, as the column <c>documents.layout</c> has them.</summary>
internal static class ArticleLayout
{
    /// <summary>Furniture and dateline of an article, null when it has neither.</summary>
    public static string? Write(Article article)
    {
        if (article.Furniture.IsDefaultOrEmpty && article.DatelineRange is null) return null;
        var points = new CodePoints(article.Text);
        var parts = article.Furniture.Select(f => Span(points.Range(f))).ToList();
        if (article.DatelineRange is { } dateline) parts.Add("d:" + Span(points.Range(dateline)));
        return string.Join(';', parts);
    }

    /// <summary>The article with the parts that <see cref="Write"/> told.</summary>
    public static Article Read(Article article, string? layout)
    {
        if (layout is null) return article;
        var points = new CodePoints(article.Text);
        var parts = layout.Split(';');
        ImmutableArray<TextRange> furniture = [.. parts.Where(p => p[0] != 'd').Select(p => Range(points, p))];
        return article with
        {
            Furniture = furniture,
            DatelineRange = parts.FirstOrDefault(p => p[0] == 'd') is { } dateline ? Range(points, dateline[2..]) : null,
        };
    }

    private static string Span((int Start, int End) span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");

    private static TextRange Range(CodePoints points, string span)
    {
        var dash = span.IndexOf('-', StringComparison.Ordinal);
        int At(ReadOnlySpan<char> point) => points.CodeUnit(int.Parse(point, CultureInfo.InvariantCulture)) ?? throw new InvalidDataException($"{span} lies beyond its text");
        return new TextRange(At(span.AsSpan(0, dash)), At(span.AsSpan(dash + 1)));
    }
}
