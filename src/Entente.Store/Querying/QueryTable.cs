using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;

namespace Entente.Store.Querying;

/// <summary>The rows of a query. Cells are null, <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/> or, for days, an ISO text.</summary>
public sealed class QueryTable
{
    private readonly EventStore store;
    private readonly string sql;
    private readonly object?[] values;

    /// <summary>A query that is asked when its rows are read.</summary>
    internal QueryTable(EventStore store, string sql, object?[] values) => (this.store, this.sql, this.values) = (store, sql, values);

    /// <summary>The rows with the names of their columns.</summary>
    /// <exception cref="ArgumentException">The statement is wrong; the message says how.</exception>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public (ImmutableArray<string> Columns, IEnumerable<object?[]> Rows) Read()
    {
        var reader = Open();
        return ([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], Cells(reader));
    }

    /// <summary>Writes the rows to a Parquet file.</summary>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public void WriteParquet(string path) =>
        store.Execute($"COPY ({sql}) TO '{path.Replace("'", "''", StringComparison.Ordinal)}' (FORMAT parquet, COMPRESSION zstd)", values);

    private DuckDBDataReader Open()
    {
        try
        {
            return store.Reader(sql, values);
        }
        catch (StoreException fault) when (fault.Fault == StoreFault.Machine)
        {
            throw new ArgumentException(fault.InnerException?.Message.Split('\n')[0].Trim() ?? fault.Message, fault);
        }
    }

    private IEnumerable<object?[]> Cells(DuckDBDataReader row)
    {
        using (row)
        {
            while (EventStore.Guarded(store.Path, row.Read))
            {
                var cells = new object?[row.FieldCount];
                for (var i = 0; i < cells.Length; i++) cells[i] = row.IsDBNull(i) ? null : Cell(row.GetValue(i));
                yield return cells;
            }
        }
    }

    private static object? Cell(object value) => value switch
    {
        string or bool or double => value,
        float f => Math.Round(f, 6),
        byte or sbyte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.TimeOfDay == TimeSpan.Zero ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        Stream bytes => "(" + bytes.Length.ToString(CultureInfo.InvariantCulture) + " bytes)",
        System.Collections.IEnumerable list and not string => string.Join(';', list.Cast<object?>().Select(i => Convert.ToString(i, CultureInfo.InvariantCulture))),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
