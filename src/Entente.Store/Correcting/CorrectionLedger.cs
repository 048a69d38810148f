using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Records;
using Entente.Store.Incidents;
using Entente.Store.Ingesting;

namespace Entente.Store.Correcting;

/// <summary>The corrections of a store: entered, applied to what is coded, listed.</summary>
public sealed class CorrectionLedger
{
    private readonly EventStore store;
    private readonly CorrectionReader reader;
    private readonly Dictionary<string, List<Correction>> byText = new(StringComparer.Ordinal);

    /// <summary>Reads the corrections of a store.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public CorrectionLedger(EventStore store, CorrectionReader reader)
    {
        (this.store, this.reader) = (store, reader);
        foreach (var row in store.Rows("SELECT event_id, document, text_hash, trigger_start, trigger_end, event, field, value, author, made, note FROM corrections ORDER BY correction"))
            Remember(new Correction(row.GetString(0), row.GetString(1), row.GetString(2), (row.GetInt32(3), row.GetInt32(4)), row.GetString(5), row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7), row.GetString(8), Iso(row.GetFieldValue<DateOnly>(9)), row.IsDBNull(10) ? null : row.GetString(10)));
    }

    /// <summary>All of them, in the order in which they were made.</summary>
    public IEnumerable<Correction> All => byText.Values.SelectMany(c => c);

    /// <summary>The record as it is kept, with the record as it was coded when it was corrected.</summary>
    internal (EventRecord Record, string? Original, bool Rejected) Applied(string textHash, EventRecord coded)
    {
        if (!byText.TryGetValue(textHash, out var all) || Of(all, coded) is not { Count: > 0 } mine) return (coded, null, false);
        var (record, rejected) = reader.Apply(coded, mine);
        return (record, EventJson.Line(coded), rejected);
    }

    /// <summary>Enters corrections of one event and applies them at once.</summary>
    /// <param name="eventId">Id of the event.</param>
    /// <param name="changes">Fields with their right values.</param>
    /// <param name="author">Who says so.</param>
    /// <param name="made">The day.</param>
    /// <param name="note">Why, null when not told.</param>
    /// <returns>What is wrong, one sentence for people; null when all of it was entered.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public string? Enter(string eventId, IReadOnlyList<(string Field, string? Value)> changes, string author, DateOnly made, string? note)
    {
        foreach (var (field, value) in changes)
            if (reader.Fault(field, value) is { } fault) return fault;
        if (Find(eventId) is not { } found) return $"{eventId}: the store has no coded event of this id";
        var (key, document, hash, run, source, url, coded) = found;
        if (coded.Evidence is not [{ Trigger: { } trigger }, ..]) return $"{eventId}: the event rests on no words, so nothing can hang on them";
        store.InTransaction(() =>
        {
            IncidentTable.MarkStale(store);
            foreach (var (field, value) in changes)
            {
                var one = new Correction(eventId, coded.Document, hash, (trigger.Start, trigger.End), coded.Event, field, value, author, Iso(made), note);
                store.Execute(
                    "DELETE FROM corrections WHERE text_hash = $1 AND trigger_start = $2 AND trigger_end = $3 AND event = $4 AND (field = $5 OR ($5 IN ('reject', 'confirm') AND field IN ('reject', 'confirm')))",
                    hash, trigger.Start, trigger.End, coded.Event, field);
                store.Execute(
                    "INSERT INTO corrections SELECT 1 + coalesce(max(correction), 0), $1, $2, $3, $4, $5, $6, $7, $8, $9, CAST($10 AS DATE), $11 FROM corrections",
                    eventId, coded.Document, hash, trigger.Start, trigger.End, coded.Event, field, value, author, Iso(made), note);
                Remember(one);
            }

            var (record, original, rejected) = Applied(hash, coded);
            EventRows.Delete(store, [key]);
            using var rows = new EventRows(store.Connection);
            rows.Add(key, document, run, (source, url), record, original, rejected);
        });
        return null;
    }

    /// <summary>Corrections whose text, or whose words in it, no event rests on any more.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public ImmutableArray<Correction> Adrift()
    {
        var lost = ImmutableArray.CreateBuilder<Correction>();
        foreach (var (hash, all) in byText)
        {
            var coded = store.Rows("SELECT coalesce(e.original, e.record) FROM events e JOIN documents d USING (document_key) WHERE d.text_hash = $1", hash).Select(r => EventJson.Read(r.GetString(0))).ToList();
            var held = coded.SelectMany(e => Of(all, e)).ToHashSet();
            lost.AddRange(all.Where(c => !held.Contains(c)));
        }

        return lost.ToImmutable();
    }

    /// <summary>
    /// The corrections that hang on an event's words: those made of the same type, or, where the coder has come to another type, those on
    /// the same words that no event of the old type takes.
    /// </summary>
    private static List<Correction> Of(List<Correction> all, EventRecord coded)
    {
        if (coded.Evidence is not [{ Trigger: { } trigger }, ..]) return [];
        var here = all.Where(c => c.Trigger.Start < trigger.End && trigger.Start < c.Trigger.End).ToList();
        var same = here.Where(c => c.Type == coded.Event).ToList();
        return same.Count > 0 ? same : [.. here.Where(c => c.Trigger == (trigger.Start, trigger.End) && c.Field != CorrectionField.Confirm && c.Field != CorrectionField.Reject)];
    }

    private (long Key, long Document, string Hash, int Run, string? Source, string? Url, EventRecord Coded)? Find(string id)
    {
        foreach (var row in store.Rows("SELECT e.event_key, e.document_key, d.text_hash, e.run, e.source, e.url, coalesce(e.original, e.record) FROM events e JOIN documents d USING (document_key) WHERE e.id = $1 ORDER BY e.event_key DESC LIMIT 1", id))
            return (row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInt32(3), row.IsDBNull(4) ? null : row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5), EventJson.Read(row.GetString(6)));
        return null;
    }

    private void Remember(Correction one)
    {
        if (!byText.TryGetValue(one.TextHash, out var all)) byText[one.TextHash] = all = [];
        all.RemoveAll(c => c.Trigger == one.Trigger && c.Type == one.Type && (c.Field == one.Field || (IsVerdict(c.Field) && IsVerdict(one.Field))));
        all.Add(one);
    }

    private static bool IsVerdict(string field) => field is CorrectionField.Reject or CorrectionField.Confirm;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
