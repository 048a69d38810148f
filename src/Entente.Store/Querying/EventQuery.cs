using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Records;

namespace Entente.Store.Querying;

/// <summary>How events are put in order.</summary>
public enum EventOrder
{
    /// <summary>In the order of reading.</summary>
    Reading,

    /// <summary>By the first day of the act, unknown ones last.</summary>
    Date,

    /// <summary>By the day of publication.</summary>
    Published,

    /// <summary>The surest first.</summary>
    Confidence,

    /// <summary>The most hostile first (PLOVER score).</summary>
    Score,
}

/// <summary>Asks a store. Not safe for several threads, as the store is not.</summary>
/// <param name="store">The store.</param>
public sealed class EventQuery(EventStore store)
{
    private static readonly ImmutableArray<string> Periods = ["day", "week", "month", "quarter", "year", "decade"];

    private static readonly ImmutableDictionary<string, string> Keys = new Dictionary<string, string>
    {
        ["actor"] = "coalesce(actor_code, actor_country)",
        ["actor-country"] = "actor_country",
        ["actor-sector"] = "actor_sector",
        ["recipient"] = "coalesce(recipient_code, recipient_country)",
        ["recipient-country"] = "recipient_country",
        ["recipient-sector"] = "recipient_sector",
        ["event"] = "event",
        ["mode"] = "mode",
        ["quad"] = "quad",
        ["status"] = "status",
        ["attribution"] = "attribution",
        ["place"] = "place_name",
        ["place-country"] = "place_country",
        ["origin"] = "origin",
        ["source"] = "source",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>What events can be grouped by: periods and fields.</summary>
    public static ImmutableArray<string> GroupKeys { get; } = [.. Periods, .. Keys.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The records of the events wanted, one at a time.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IEnumerable<EventRecord> Records(EventFilter filter, EventOrder order = EventOrder.Reading, bool descending = false, long? limit = null)
    {
        var where = new FilterSql(filter);
        foreach (var row in store.Rows($"SELECT {RecordReader.Columns} FROM current_events e WHERE {where.Where} {OrderBy(order, descending)}{Limit(limit)}", where.Values))
            yield return RecordReader.Read(row);
    }

    /// <summary>Numbers of events by groups: the keys, then <c>events</c>, <c>confidence</c> (mean), <c>score</c> and <c>goldstein</c> (means).</summary>
    /// <param name="filter">Which events.</param>
    /// <param name="keys">Some of <see cref="GroupKeys"/>.</param>
    /// <param name="limit">Most groups, null for all.</param>
    /// <exception cref="ArgumentException">There is no such key.</exception>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public QueryTable Groups(EventFilter filter, ImmutableArray<string> keys, long? limit = null)
    {
        var where = new FilterSql(filter);
        var parts = keys.Select(k => $"{Key(k)} AS \"{k}\"").ToList();
        var numbers = string.Join(", ", Enumerable.Range(1, keys.Length));
        return new QueryTable(
            store,
            $"SELECT {string.Join(", ", parts)}, count(*) AS events, round(avg(confidence), 3) AS confidence, round(avg(score), 3) AS score, round(avg(goldstein), 3) AS goldstein "
            + $"FROM current_events e WHERE {where.Where} GROUP BY {numbers} ORDER BY {numbers}{Limit(limit)}",
            where.Values);
    }

    /// <summary>The incidents whose fullest report is wanted: one act a row, with the ids of its reports, its outlets and the statuses told.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public QueryTable Incidents(EventFilter filter, long? limit = null)
    {
        var where = new FilterSql(filter);
        return new QueryTable(
            store,
            "SELECT i.incident, i.date_start, i.date_end, i.actor_code AS actor, i.event, i.mode, i.recipient_code AS recipient, i.place_name AS place, i.statuses, i.reports, i.sources, i.first_report, "
            + "(SELECT string_agg(DISTINCT d.source, ';' ORDER BY d.source) FROM incident_reports r JOIN events x USING (event_key) JOIN documents d ON coalesce(d.duplicate_of, d.document_key) = x.document_key WHERE r.incident = i.incident) AS outlets, "
            + "(SELECT string_agg(x.id, ';' ORDER BY x.published, x.id) FROM incident_reports r JOIN events x USING (event_key) WHERE r.incident = i.incident) AS events, e.text "
            + $"FROM incidents i JOIN current_events e ON e.event_key = i.lead WHERE {where.Where} ORDER BY i.incident{Limit(limit)}",
            where.Values);
    }

    /// <summary>The rows of the events wanted as a table, the columns of <c>current_events</c> without the record.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public QueryTable Rows(EventFilter filter, EventOrder order = EventOrder.Reading, bool descending = false, long? limit = null)
    {
        var where = new FilterSql(filter);
        return new QueryTable(store, $"SELECT e.* EXCLUDE (record, original, event_key, rejected) FROM current_events e WHERE {where.Where} {OrderBy(order, descending)}{Limit(limit)}", where.Values);
    }

    /// <summary>
    /// The rows of a statement of the user's own. It can read what the store has and nothing else: the store is opened for reading only,
    /// and files and the network are shut off first, for good.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="ArgumentException">The statement is wrong; the message says how.</exception>
    public QueryTable Sql(string sql)
    {
        if (!store.ReadOnly) throw new ArgumentException("A statement of one's own wants a store that is opened for reading only.", nameof(sql));
        store.Execute("SET enable_external_access = false");
        store.Execute("SET lock_configuration = true");
        return new QueryTable(store, sql, []);
    }

    private static string Key(string key)
    {
        if (Periods.Contains(key)) return $"CAST(date_trunc('{key}', coalesce(date_start, published)) AS DATE)";
        return Keys.TryGetValue(key, out var column) ? column : throw new ArgumentException($"{key}: group by one of {string.Join(", ", GroupKeys)}", nameof(key));
    }

    private static string Limit(long? limit) => limit is { } n ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {n}") : "";

    private static string OrderBy(EventOrder order, bool descending)
    {
        var column = order switch
        {
            EventOrder.Date => "coalesce(date_start, date_end)",
            EventOrder.Published => "published",
            EventOrder.Confidence => "-confidence",
            EventOrder.Score => "score",
            _ => "e.document_key",
        };
        return $"ORDER BY {column}{(descending ? " DESC" : "")} NULLS LAST, e.event_key";
    }
}
