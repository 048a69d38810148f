using System.Globalization;
using Entente.Sources;
using NodaTime;

namespace Entente.Store.Ingesting;

/// <summary>A text that the store has.</summary>
/// <param name="Key">Its number.</param>
/// <param name="TextHash">SHA-256 of the text.</param>
/// <param name="Article">The article as it was read.</param>
public sealed record StoredDocument(long Key, string TextHash, Article Article);

/// <summary>Reads texts out of a store.</summary>
/// <param name="store">The store.</param>
public sealed class StoredDocuments(EventStore store)
{
    private const int PerPage = 256;

    /// <summary>Number of texts whose events another coder made than this one.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public long CountOutdated(StoreRun coder) => store.Scalar<long>($"SELECT count(*) FROM documents WHERE {Outdated}", Values(coder));

    /// <summary>
    /// The texts whose events another coder made, in the order of reading. They are read a few hundred at a time, so the store may be
    /// written in between; what is coded anew meanwhile does not come twice.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IEnumerable<StoredDocument> OfOthers(StoreRun coder)
    {
        for (long last = 0; ;)
        {
            var page = store.Rows(
                $"SELECT {Columns} FROM documents WHERE {Outdated} AND document_key > $7 ORDER BY document_key LIMIT {PerPage}",
                [.. Values(coder), last]).Select(Read).ToList();
            if (page.Count == 0) yield break;
            foreach (var one in page) yield return one;
            last = page[^1].Key;
        }
    }

    /// <summary>The texts of some documents.</summary>
    /// <param name="keys">Their numbers.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IEnumerable<StoredDocument> Of(IReadOnlyCollection<long> keys) =>
        store.Rows($"SELECT {Columns} FROM documents WHERE document_key IN ({string.Join(',', keys.Select(k => k.ToString(CultureInfo.InvariantCulture)))})").Select(Read);

    private const string Columns = "document_key, text_hash, id, text, layout, published, title, author, url, source, dateline, language";

    private const string Outdated =
        "duplicate_of IS NULL AND run NOT IN (SELECT run FROM runs WHERE coder = $1 AND language_model = $2 AND models_hash = $3 AND knowledge_hash = $4 AND view = $5 AND least_confidence IS NOT DISTINCT FROM $6)";

    private static object?[] Values(StoreRun coder) => [coder.Coder, coder.LanguageModel, coder.ModelsHash, coder.KnowledgeHash, coder.View, coder.LeastConfidence];

    private static StoredDocument Read(DuckDB.NET.Data.DuckDBDataReader row)
    {
        string? Text(int at) => row.IsDBNull(at) ? null : row.GetString(at);
        var article = new Article
        {
            Id = row.GetString(2),
            Text = row.GetString(3),
            Published = row.IsDBNull(5) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(5)),
            Title = Text(6),
            Author = Text(7),
            Url = Text(8),
            Source = Text(9),
            Dateline = Text(10),
            Language = Text(11),
        };
        return new StoredDocument(row.GetInt64(0), row.GetString(1), ArticleLayout.Read(article, Text(4)));
    }
}
