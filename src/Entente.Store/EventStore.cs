using System.Globalization;
using DuckDB.NET.Data;
using Entente.Store.Schema;

namespace Entente.Store;

/// <summary>
/// The growing record: documents, events, incidents and corrections in one DuckDB file. What is written is written in transactions,
/// so a process that is killed loses no more than what it had not yet committed. One process at a time may use a store, one thread at
/// a time an instance of this class.
/// </summary>
public sealed class EventStore : IDisposable
{
    private EventStore(string path, DuckDBConnection connection, bool readOnly) => (Path, Connection, ReadOnly) = (path, connection, readOnly);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Whether it was opened for reading only.</summary>
    public bool ReadOnly { get; }

    /// <summary>The connection, for this project's own statements.</summary>
    internal DuckDBConnection Connection { get; }

    /// <summary>Opens a store for reading and writing, and makes it when there is none. An older one is brought up to date, with a backup beside it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to open it; null for the defaults.</param>
    /// <exception cref="StoreException">It cannot be used; the message says why.</exception>
    public static EventStore OpenOrCreate(string path, StoreOptions? options = null)
    {
        if (!File.Exists(path)) Create(path);
        return Open(path, options);
    }

    /// <summary>Opens a store that is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to open it; null for the defaults.</param>
    /// <exception cref="StoreException">It cannot be used; the message says why.</exception>
    public static EventStore Open(string path, StoreOptions? options = null)
    {
        options ??= new StoreOptions();
        if (Directory.Exists(path)) throw new StoreException(StoreFault.Damaged, $"{path} is a folder; name a file.");
        if (!File.Exists(path)) throw new StoreException(StoreFault.Missing, $"{path} does not exist; make a store with `entente ingest … --store {path}`.");
        var connection = Guarded(path, () => Connect(path, options));
        try
        {
            var store = new EventStore(path, connection, options.ReadOnly);
            Guarded(path, () => Migrations.Apply(store));
            return store;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Enters a run and returns its number.</summary>
    /// <exception cref="StoreException">The machine did not let it be kept.</exception>
    public int StartRun(StoreRun run)
    {
        var number = 1 + Scalar<int>("SELECT coalesce(max(run), 0) FROM runs");
        Execute(
            "INSERT INTO runs VALUES ($1, $2, $3, $4, $5, $6, $7, $8, current_timestamp::TIMESTAMP, NULL)",
            number, run.Kind, run.Coder, run.LanguageModel, run.ModelsHash, run.KnowledgeHash, run.View, run.LeastConfidence);
        return number;
    }

    /// <summary>Says that a run came to its end.</summary>
    /// <exception cref="StoreException">The machine did not let it be kept.</exception>
    public void FinishRun(int run) => Execute("UPDATE runs SET finished = current_timestamp::TIMESTAMP WHERE run = $1", run);

    /// <summary>Runs work in one transaction: all of it is kept, or nothing.</summary>
    /// <exception cref="StoreException">The machine did not let it be kept.</exception>
    internal void InTransaction(Action work)
    {
        Guarded(Path, () =>
        {
            using var transaction = Connection.BeginTransaction();
            work();
            transaction.Commit();
            return true;
        });
    }

    /// <summary>Runs a statement with parameters <c>$1</c>, <c>$2</c>, … and returns the number of rows changed.</summary>
    internal int Execute(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        return Guarded(Path, command.ExecuteNonQuery);
    }

    /// <summary>The first cell of a query, null when there is none.</summary>
    internal T? Scalar<T>(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        return Guarded(Path, command.ExecuteScalar) is { } value and not DBNull ? (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), CultureInfo.InvariantCulture) : default;
    }

    /// <summary>The rows of a query, one at a time.</summary>
    internal IEnumerable<DuckDBDataReader> Rows(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        using var reader = Reader(command);
        while (Guarded(Path, reader.Read)) yield return reader;
    }

    /// <summary>A query whose rows are read by the caller.</summary>
    internal DuckDBDataReader Reader(string sql, params object?[] values) => Reader(Command(sql, values));

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();

    /// <summary>Turns what the database says into one line for people.</summary>
    internal static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DuckDBException fault)
        {
            throw StoreFaults.Tell(path, fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw StoreFaults.Tell(path, fault);
        }
    }

    private DuckDBDataReader Reader(DuckDBCommand command)
    {
        command.UseStreamingMode = true;
        return Guarded(Path, command.ExecuteReader);
    }

    private DuckDBCommand Command(string sql, object?[] values)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values) command.Parameters.Add(new DuckDBParameter(value ?? DBNull.Value));
        return command;
    }

    private static DuckDBConnection Connect(string path, StoreOptions options)
    {
        var connection = new DuckDBConnection(new DuckDBConnectionStringBuilder
        {
            ["DataSource"] = path,
            ["access_mode"] = options.ReadOnly ? "READ_ONLY" : "READ_WRITE",
            ["memory_limit"] = string.Create(CultureInfo.InvariantCulture, $"{options.MemoryMegabytes}MB"),
            ["threads"] = options.Threads.ToString(CultureInfo.InvariantCulture),
        }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Makes an empty store under another name first, so that a kill leaves either none or a whole one.</summary>
    private static void Create(string path)
    {
        var fresh = string.Create(CultureInfo.InvariantCulture, $"{path}.new-{Environment.ProcessId}");
        Guarded(path, () =>
        {
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            try
            {
                using (var connection = Connect(fresh, new StoreOptions()))
                {
                    var store = new EventStore(fresh, connection, false);
                    Migrations.Apply(store);
                    store.Execute("CHECKPOINT");
                }

                if (!File.Exists(path)) File.Move(fresh, path);
            }
            finally
            {
                File.Delete(fresh);
                File.Delete(fresh + ".wal");
            }

            return true;
        });
    }
}
