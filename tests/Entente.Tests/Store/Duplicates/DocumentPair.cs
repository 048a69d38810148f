using System.Globalization;
using System.Text.Json;
using Entente.Sources;
using NodaTime;

namespace Entente.Tests.Store.Duplicates;

/// <summary>Two texts of document-pairs.jsonl, written for this project, and whether the second repeats the first.</summary>
internal sealed record DocumentPair(int Id, string Kind, bool Same, Article A, Article B)
{
    /// <summary>All pairs, in the file's order.</summary>
    public static IReadOnlyList<DocumentPair> All { get; } =
        [.. File.ReadLines(Repository.At("tests", "Entente.Tests", "Store", "Duplicates", "document-pairs.jsonl")).Where(l => l.Length > 0).Select(Read)];

    private static DocumentPair Read(string line)
    {
        var pair = JsonDocument.Parse(line).RootElement;
        var id = pair.GetProperty("id").GetInt32();
        return new DocumentPair(id, pair.GetProperty("kind").GetString()!, pair.GetProperty("same").GetBoolean(), Text(pair, id, "a"), Text(pair, id, "b"));
    }

    private static Article Text(JsonElement pair, int id, string side)
    {
        var text = pair.GetProperty(side);
        return new Article
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{id}-{side}"),
            Published = LocalDate.FromDateTime(text.GetProperty("published").GetDateTime()),
            Source = text.GetProperty("source").GetString(),
            Title = text.GetProperty("title").GetString(),
            Text = text.GetProperty("text").GetString()!,
        };
    }
}
