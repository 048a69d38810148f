using System.Text.Json;
using Entente.Coding.Records;
using Entente.Sources;

namespace Entente.Store.Ingesting;

/// <summary>
/// Writes documents with their events, many in one transaction. What was handed over is kept when <see cref="Commit"/> has returned,
/// all of it or nothing.
/// </summary>
public sealed class StoreWriter
{
    private readonly EventStore store;
    private readonly List<(Arrival Arrival, CodedDocument? Coded)> waiting = [];
    private long lastEvent;

    /// <summary>Begins a run.</summary>
    /// <param name="store">The store.</param>
    /// <param name="run">What makes the events.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public StoreWriter(EventStore store, StoreRun run)
    {
        this.store = store;
        lastEvent = store.Scalar<long>("SELECT coalesce(max(event_key), 0) FROM events");
        Run = store.StartRun(run);
    }

    /// <summary>Number of the run.</summary>
    public int Run { get; }

    /// <summary>Number of documents that wait to be committed.</summary>
    public int Waiting => waiting.Count;

    /// <summary>Hands over a document; <paramref name="coded"/> is null for one that is not coded.</summary>
    public void Add(Arrival arrival, CodedDocument? coded) => waiting.Add((arrival, coded));

    /// <summary>Keeps what was handed over.</summary>
    /// <exception cref="StoreException">The machine did not let it be kept; nothing of it is.</exception>
    public void Commit()
    {
        if (waiting.Count == 0) return;
        var before = lastEvent;
        try
        {
            store.InTransaction(Write);
            waiting.Clear();
        }
        catch
        {
            lastEvent = before;
            throw;
        }
    }

    /// <summary>Ends the run.</summary>
    /// <exception cref="StoreException">The machine did not let it be kept.</exception>
    public void Finish()
    {
        Commit();
        store.FinishRun(Run);
    }

    private void Write()
    {
        foreach (var (arrival, _) in waiting.Where(w => w.Arrival.Revision > 1))
            store.Execute("UPDATE documents SET current = false WHERE id = $1", arrival.Article.Id);
        using (var documents = store.Connection.CreateAppender("documents"))
            foreach (var (arrival, _) in waiting) Document(documents.CreateRow(), arrival);
        using (var sentences = store.Connection.CreateAppender("sentences"))
            foreach (var (arrival, coded) in waiting) if (coded is not null) Sentences(sentences, arrival.Key, coded);
        using var rows = new EventRows(store.Connection);
        foreach (var (arrival, coded) in waiting)
        {
            if (coded is null || coded.Events.IsEmpty) continue;
            var points = new CodePoints(arrival.Article.Text);
            foreach (var e in coded.Events) rows.Add(++lastEvent, arrival.Key, Run, (arrival.Article.Source, arrival.Article.Url), EventRecord.Of(e, points));
        }
    }

    private void Document(DuckDB.NET.Data.IDuckDBAppenderRow row, Arrival arrival)
    {
        var a = arrival.Article;
        row.AppendValue(arrival.Key).AppendValue(a.Id).AppendValue(arrival.Revision).AppendValue(IsLatest(arrival)).AppendValue(arrival.TextHash)
            .AppendValue(arrival.DuplicateOf).AppendValue(arrival.Similarity);
        if (arrival.Fingerprint is { } print) row.AppendValue(print.ToBytes());
        else row.AppendNullValue();
        row.AppendValue(EventRows.Date(EventJson.Day(a.Published))).AppendValue(Clean(a.Title)).AppendValue(Clean(a.Author)).AppendValue(Clean(a.Source)).AppendValue(Clean(a.Url))
            .AppendValue(Clean(a.Language)).AppendValue(Clean(a.Dateline)).AppendValue(Other(a)).AppendValue(Clean(a.Text)).AppendValue(Run).EndRow();
    }

    /// <summary>Of two revisions that wait together only the later one is current.</summary>
    private bool IsLatest(Arrival arrival) =>
        !waiting.Exists(w => w.Arrival.Revision > arrival.Revision && w.Arrival.Article.Id == arrival.Article.Id);

    private static void Sentences(DuckDB.NET.Data.DuckDBAppender appender, long key, CodedDocument coded)
    {
        var points = new CodePoints(coded.Document.Article.Text);
        for (var i = 0; i < coded.Document.Sentences.Length; i++)
        {
            var (start, end) = points.Range(coded.Document.Sentences[i].Range);
            appender.CreateRow().AppendValue(key).AppendValue(i + 1).AppendValue(start).AppendValue(end).EndRow();
        }
    }

    private static string? Other(Article article)
    {
        if (article.Other.IsDefaultOrEmpty) return null;
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in article.Other)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(value, skipInputValidation: false);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The database takes well-formed text without NUL only.</summary>
    private static string? Clean(string? text) => RecordText.Clean(text);
}
