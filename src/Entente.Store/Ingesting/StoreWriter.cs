using System.Text.Json;
using Entente.Coding.Records;
using Entente.Sources;
using Entente.Store.Correcting;
using Entente.Store.Incidents;

namespace Entente.Store.Ingesting;

/// <summary>
/// Writes documents with their events, many in one transaction. What was handed over is kept when <see cref="Commit"/> has returned,
/// all of it or nothing.
/// </summary>
public sealed class StoreWriter
{
    private readonly EventStore store;
    private readonly CorrectionLedger corrections;
    private readonly List<(Arrival Arrival, CodedDocument? Coded)> waiting = [];
    private readonly List<(long Key, string TextHash, CodedDocument Coded)> anew = [];
    private long lastEvent;

    /// <summary>Begins a run.</summary>
    /// <param name="store">The store.</param>
    /// <param name="run">What makes the events.</param>
    /// <param name="corrections">Analysts' words, which stand above the coder's.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public StoreWriter(EventStore store, StoreRun run, CorrectionLedger corrections)
    {
        (this.store, this.corrections) = (store, corrections);
        lastEvent = store.Scalar<long>("SELECT coalesce(max(event_key), 0) FROM events");
        Run = store.StartRun(run);
    }

    /// <summary>Number of the run.</summary>
    public int Run { get; }

    /// <summary>Number of documents that wait to be committed.</summary>
    public int Waiting => waiting.Count + anew.Count;

    /// <summary>Hands over a document; <paramref name="coded"/> is null for one that is not coded.</summary>
    public void Add(Arrival arrival, CodedDocument? coded) => waiting.Add((arrival, coded));

    /// <summary>Hands over a document that the store has and that was coded anew: its events take the place of the old ones.</summary>
    public void Replace(long document, string textHash, CodedDocument coded) => anew.Add((document, textHash, coded));

    /// <summary>Keeps what was handed over.</summary>
    /// <exception cref="StoreException">The machine did not let it be kept; nothing of it is.</exception>
    public void Commit()
    {
        if (Waiting == 0) return;
        var before = lastEvent;
        try
        {
            store.InTransaction(Write);
            waiting.Clear();
            anew.Clear();
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
        IncidentTable.MarkStale(store);
        foreach (var (arrival, _) in waiting.Where(w => w.Arrival.Revision > 1))
            store.Execute("UPDATE documents SET current = false WHERE id = $1", arrival.Article.Id);
        foreach (var (key, _, _) in anew) Forget(key);
        using (var documents = store.Connection.CreateAppender("documents"))
            foreach (var (arrival, _) in waiting) Document(documents.CreateRow(), arrival);
        using (var sentences = store.Connection.CreateAppender("sentences"))
        {
            foreach (var (arrival, coded) in waiting) if (coded is not null) Sentences(sentences, arrival.Key, coded);
            foreach (var (key, _, coded) in anew) Sentences(sentences, key, coded);
        }

        using var rows = new EventRows(store.Connection);
        foreach (var (arrival, coded) in waiting) if (coded is not null) Events(rows, arrival.Key, arrival.TextHash, coded);
        foreach (var (key, hash, coded) in anew) Events(rows, key, hash, coded);
    }

    private void Events(EventRows rows, long document, string textHash, CodedDocument coded)
    {
        if (coded.Events.IsEmpty) return;
        var article = coded.Document.Article;
        var points = new CodePoints(article.Text);
        foreach (var e in coded.Events)
        {
            var (record, original, rejected) = corrections.Applied(textHash, EventRecord.Of(e, points));
            rows.Add(++lastEvent, document, Run, (article.Source, article.Url), record, original, rejected);
        }
    }

    private void Forget(long document)
    {
        EventRows.Delete(store, [.. store.Rows("SELECT event_key FROM events WHERE document_key = $1", document).Select(r => r.GetInt64(0))]);
        store.Execute("DELETE FROM sentences WHERE document_key = $1", document);
        store.Execute("UPDATE documents SET run = $1 WHERE document_key = $2", Run, document);
    }

    private void Document(DuckDB.NET.Data.IDuckDBAppenderRow row, Arrival arrival)
    {
        var a = arrival.Article;
        row.AppendValue(arrival.Key).AppendValue(a.Id).AppendValue(arrival.Revision).AppendValue(IsLatest(arrival)).AppendValue(arrival.TextHash)
            .AppendValue(arrival.DuplicateOf).AppendValue(arrival.Similarity);
        if (arrival.Fingerprint is { } print) row.AppendValue(print.ToBytes());
        else row.AppendNullValue();
        row.AppendValue(EventRows.Date(EventJson.Day(a.Published))).AppendValue(Clean(a.Title)).AppendValue(Clean(a.Author)).AppendValue(Clean(a.Source)).AppendValue(Clean(a.Url))
            .AppendValue(Clean(a.Language)).AppendValue(Clean(a.Dateline)).AppendValue(ArticleLayout.Write(a)).AppendValue(Other(a)).AppendValue(Clean(a.Text)).AppendValue(Run).EndRow();
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
