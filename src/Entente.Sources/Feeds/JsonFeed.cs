using System.Text.Json;
using Entente.Sources.Furniture;

namespace Entente.Sources.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org). It is held as a whole, within a limit of size.</summary>
internal sealed class JsonFeed : IFeed, IDisposable
{
    /// <summary>Largest JSON feed, in characters.</summary>
    public const int MostCharacters = 64 << 20;

    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 64 };

    private readonly JsonDocument? document;
    private JsonElement.ArrayEnumerator items;
    private int number;

    /// <summary>Reads the feed's head.</summary>
    public JsonFeed(string json)
    {
        try
        {
            document = JsonDocument.Parse(json, Limits);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var found) && found.ValueKind == JsonValueKind.Array
                && String(root, "version")?.Contains("jsonfeed.org", StringComparison.Ordinal) == true)
            {
                items = found.EnumerateArray();
                Head.Title = Plain(root, "title");
                Head.Language = String(root, "language");
                Head.Author = Authors(root);
                Head.Base = String(root, "home_page_url") ?? String(root, "feed_url");
                return;
            }
            Fault = FeedReader.NoFeed;
        }
        catch (JsonException e)
        {
            Fault = $"The feed is no valid JSON (line {e.LineNumber + 1}). Fetch it again.";
        }
        catch (InvalidOperationException)
        {
            Fault = "The feed holds a string that is no valid Unicode; mend its \\u escapes.";
        }
    }

    public FeedHead Head { get; } = new();

    public FeedEntry? Entry { get; private set; }

    public string? Fault { get; }

    public bool Next()
    {
        if (Fault is not null || !items.MoveNext())
            return false;
        Entry = new FeedEntry { At = $":items[{number++}]" };
        try
        {
            Fill(Entry, items.Current);
        }
        catch (InvalidOperationException)
        {
            Entry.Fault = "The entry holds a string that is no valid Unicode; mend its \\u escapes.";
        }
        return true;
    }

    public void Dispose() => document?.Dispose();

    private static void Fill(FeedEntry entry, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            entry.Fault = "The entry is no JSON object.";
            return;
        }
        entry.Id = String(item, "id");
        entry.Link = String(item, "url") ?? String(item, "external_url");
        entry.Title = Plain(item, "title");
        entry.Content = String(item, "content_html") is { } html ? new FeedText(html, true) : Plain(item, "content_text");
        entry.Summary = Plain(item, "summary");
        entry.Published = String(item, "date_published");
        entry.Updated = String(item, "date_modified");
        entry.Author = Authors(item);
        entry.Language = String(item, "language");
    }

    private static FeedText? Plain(JsonElement parent, string name) => String(parent, name) is { } text ? new FeedText(text, false) : null;

    private static string? String(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => ArticleFinisher.Told(value.GetString()),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    /// <summary><c>authors</c> of version 1.1, else <c>author</c> of 1.0.</summary>
    private static string? Authors(JsonElement parent)
    {
        if (parent.TryGetProperty("authors", out var several) && several.ValueKind == JsonValueKind.Array)
        {
            var names = several.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.Object).Select(a => String(a, "name")).Where(n => n is not null);
            return ArticleFinisher.Told(string.Join(", ", names));
        }
        return parent.TryGetProperty("author", out var one) && one.ValueKind == JsonValueKind.Object ? String(one, "name") : null;
    }
}
