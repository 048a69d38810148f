using System.Collections.Immutable;
using System.Text.Json;
using Entente.Sources.Furniture;
using Entente.Sources.Text;
using NodaTime;

namespace Entente.Sources.Json;

/// <summary>Makes an article of one JSON line.</summary>
internal static class JsonArticle
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 64 };

    /// <summary>The article, or null with a <paramref name="fault"/>. An article with a fault was read, but not all of it.</summary>
    public static Article? Read(ReadOnlyMemory<byte> json, string defaultId, int maximum, out string? fault)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Limits);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return Read(document.RootElement, defaultId, maximum, out fault);
            fault = "The line is no JSON object; write one object a line, with 'id' and 'text'.";
        }
        catch (JsonException e)
        {
            fault = $"The line is no valid JSON (byte {e.BytePositionInLine}); write one object a line, with 'id' and 'text'.";
        }
        catch (InvalidOperationException)
        {
            // GetString throws this on an escaped half of a surrogate pair.
            fault = "The line holds a string that is no valid Unicode; mend its \\u escapes.";
        }
        return null;
    }

    private static Article? Read(JsonElement line, string defaultId, int maximum, out string? fault)
    {
        var fields = new Fields();
        foreach (var property in line.EnumerateObject())
            fields.Take(property);
        fault = null;
        if (fields.Text is null)
            fault = "The line has no string 'text'; name the field with the article's text 'text'.";
        else if (string.IsNullOrWhiteSpace(fields.Text))
            fault = "The line's 'text' holds no text.";
        if (fault is not null)
            return null;
        string text = TextDecoder.Cut(fields.Text!, maximum);
        if (text.Length < fields.Text!.Length)
            fault = $"The text is longer than {maximum} characters; what lies behind them is left out.";
        var published = fields.Published(ref fault);
        return fields.ToArticle(text, defaultId, published);
    }

    private sealed class Fields
    {
        private readonly ImmutableArray<KeyValuePair<string, string>>.Builder other =
            ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();

        private static readonly HashSet<string> Known =
            ["id", "text", "date", "published", "title", "author", "url", "source", "dateline", "language"];

        private string? id, date, published, title, author, url, source, dateline, language;

        public string? Text { get; private set; }

        public void Take(JsonProperty property)
        {
            string name = property.Name;
            if (Value(property.Value, numbers: name is "id" or "date" or "published") is not { } value)
            {
                if (property.Value.ValueKind is not JsonValueKind.Null || !Known.Contains(name))
                    Keep(property);
                return;
            }
            switch (name)
            {
                case "id": id = value; break;
                case "text": Text = value; break;
                case "date": date = value; break;
                case "published": published = value; break;
                case "title": title = value; break;
                case "author": author = value; break;
                case "url": url = value; break;
                case "source": source = value; break;
                case "dateline": dateline = value; break;
                case "language": language = value; break;
                default: Keep(property); break;
            }
        }

        public LocalDate? Published(ref string? fault)
        {
            string? told = string.IsNullOrWhiteSpace(date) ? published : date;
            var day = DateText.Read(told);
            fault ??= ArticleFinisher.DateFault(told, day);
            return day;
        }

        public Article ToArticle(string text, string defaultId, LocalDate? day) => new()
        {
            Id = string.IsNullOrWhiteSpace(id) ? defaultId : id,
            Text = text,
            Published = day,
            Title = NullIfBlank(title),
            Author = NullIfBlank(author),
            Url = NullIfBlank(url),
            Source = NullIfBlank(source),
            Dateline = NullIfBlank(dateline),
            Language = NullIfBlank(language),
            Other = other.ToImmutable(),
        };

        private void Keep(JsonProperty property) => other.Add(new(property.Name, property.Value.GetRawText()));

        private static string? Value(JsonElement value, bool numbers) => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number when numbers => value.GetRawText(),
            _ => null,
        };

        private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
    }
}
