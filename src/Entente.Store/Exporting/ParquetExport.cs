using Entente.Store.Querying;

namespace Entente.Store.Exporting;

/// <summary>
/// Writes events as Parquet, a folder a year and month of the act (<c>year=2023/month=7/</c>), so that DuckDB, Spark, ClickHouse or
/// pandas read it as it lies. Events without a date lie under year 0.
/// </summary>
public static class ParquetExport
{
    /// <summary>Writes them.</summary>
    /// <param name="store">The store.</param>
    /// <param name="filter">Which events.</param>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public static void Write(EventStore store, EventFilter filter, string folder)
    {
        var where = new FilterSql(filter);
        Directory.CreateDirectory(folder);
        store.Execute(
            $"COPY (SELECT e.* EXCLUDE (event_key, rejected, original), coalesce(year(coalesce(date_start, date_end, published)), 0) AS year, "
            + $"coalesce(month(coalesce(date_start, date_end, published)), 0) AS month FROM current_events e WHERE {where.Where} ORDER BY e.document_key NULLS LAST, e.event_key) "
            + $"TO '{folder.Replace("'", "''", StringComparison.Ordinal)}' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (year, month), OVERWRITE_OR_IGNORE)",
            where.Values);
    }
}
