using System.Collections.Immutable;
using Entente.Store.Querying;

namespace Entente.Store.Exporting;

/// <summary>Writes a store's events in one of the field's formats.</summary>
/// <param name="store">The store.</param>
public sealed class EventExport(EventStore store)
{
    /// <summary>The formats with lines of their own; jsonl, csv, geojson and parquet are written from the records themselves.</summary>
    public static ImmutableArray<IEventFormat> Formats(FormatTables tables) => [new GdeltFormat(tables), new IcewsFormat(tables), new PolecatFormat(tables), new PloverFormat()];

    /// <summary>The lines of the events wanted, in the order of reading; what had to stay out is counted by its reason.</summary>
    /// <param name="format">The format.</param>
    /// <param name="filter">Which events.</param>
    /// <param name="leftOut">Takes the numbers of events that stayed out.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IEnumerable<string> Lines(IEventFormat format, EventFilter filter, IDictionary<LeftOut, int> leftOut)
    {
        if (format.Header is { } header) yield return header;
        var number = 1L;
        foreach (var item in Items(filter))
        {
            if (format.Refuses(item.Event) is var reason and not LeftOut.No)
            {
                leftOut[reason] = leftOut.TryGetValue(reason, out var n) ? n + 1 : 1;
                continue;
            }

            foreach (var line in format.Lines(item, number))
            {
                number++;
                yield return line;
            }
        }
    }

    /// <summary>The events wanted with what is known of their documents.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IEnumerable<ExportItem> Items(EventFilter filter)
    {
        var where = new FilterSql(filter);
        var rows = store.Rows(
            $"SELECT {RecordReader.Columns}, d.title, coalesce(d.source, e.source), coalesce(d.url, e.url), d.language, coalesce(t.texts, e.reports, 1) FROM current_events e LEFT JOIN documents d ON d.document_key = e.document_key "
            + "LEFT JOIN (SELECT coalesce(duplicate_of, document_key) AS k, count(*) AS texts FROM documents WHERE current GROUP BY 1) t ON t.k = e.document_key "
            + $"WHERE e.event_key IN (SELECT event_key FROM current_events e WHERE {where.Where}) ORDER BY e.document_key NULLS LAST, e.event_key",
            where.Values);
        foreach (var row in rows)
        {
            string? Text(int at) => row.IsDBNull(at) ? null : row.GetString(at);
            yield return new ExportItem(RecordReader.Read(row), Text(RecordReader.Count), Text(RecordReader.Count + 1), Text(RecordReader.Count + 2), Text(RecordReader.Count + 3), (int)row.GetInt64(RecordReader.Count + 4));
        }
    }
}
