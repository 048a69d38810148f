using System.Text.Json;

namespace Entente.Sources.Html;

/// <summary>What JSON-LD scripts of a page tell about its article (schema.org's Article and its kinds).</summary>
internal sealed class LinkedData
{
    private const int LongestScript = 1_000_000;
    private const int MostNodes = 10_000;

    private static readonly JsonDocumentOptions Limits = new()
    {
        MaxDepth = 64,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>headline</summary>
    public string? Headline { get; private set; }

    /// <summary>datePublished</summary>
    public string? Published { get; private set; }

    /// <summary>author's names</summary>
    public string? Author { get; private set; }

    /// <summary>publisher's name</summary>
    public string? Publisher { get; private set; }

    /// <summary>inLanguage</summary>
    public string? Language { get; private set; }

    /// <summary>url</summary>
    public string? Url { get; private set; }

    /// <summary>Takes one script; a broken one tells nothing.</summary>
    public void Take(ReadOnlySpan<char> script)
    {
        if (script.Length > LongestScript)
            return;
        try
        {
            using var document = JsonDocument.Parse(script.ToString().AsMemory(), Limits);
            Search(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // A page's broken script is no fault of the article; its other metadata stand.
        }
    }

    private void Search(JsonElement root)
    {
        var open = new Stack<JsonElement>([root]);
        for (int nodes = 0; nodes < MostNodes && open.TryPop(out var node); nodes++)
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray().Reverse())
                    open.Push(item);
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                if (IsArticle(node))
                    TakeArticle(node);
                foreach (string name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
                {
                    if (node.TryGetProperty(name, out var below))
                        open.Push(below);
                }
            }
        }
    }

    private void TakeArticle(JsonElement node)
    {
        Headline ??= Text(node, "headline");
        Published ??= Text(node, "datePublished");
        Author ??= Names(node, "author");
        Publisher ??= Names(node, "publisher");
        Language ??= Text(node, "inLanguage");
        Url ??= Text(node, "url");
    }

    private static bool IsArticle(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type))
            return false;
        if (type.ValueKind == JsonValueKind.Array)
            return type.EnumerateArray().Any(IsArticleName);
        return IsArticleName(type);
    }

    private static bool IsArticleName(JsonElement type) => type.ValueKind == JsonValueKind.String
        && type.GetString() is { } name
        && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal) || name == "Report");

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text
            ? System.Net.WebUtility.HtmlDecode(text)
            : null;

    private static string? Names(JsonElement node, string name)
    {
        if (!node.TryGetProperty(name, out var value))
            return null;
        var names = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(20).Select(OneName) : [OneName(value)];
        string joined = string.Join(", ", names.Where(n => n is not null));
        return joined.Length == 0 ? null : joined;
    }

    private static string? OneName(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when !value.GetString()!.Contains("://", StringComparison.Ordinal) => value.GetString()!.Trim(),
        JsonValueKind.Object => Text(value, "name"),
        _ => null,
    };
}
