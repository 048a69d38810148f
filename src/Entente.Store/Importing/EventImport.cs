using System.Globalization;
using System.Reflection;
using Entente.Coding.Knowledge;

namespace Entente.Store.Importing;

/// <summary>
/// Brings other people's event data into the store. The rows are read, translated and written by the database itself, a transaction a file,
/// so a file is there as a whole or not at all. One thread at a time.
/// </summary>
public sealed class EventImport
{
    private const int MostNamed = 5;

    private readonly EventStore store;
    private readonly ImportFormat format;
    private readonly LookupTables lookups;
    private readonly Action<string, string> fault;
    private int? run;

    /// <summary>Begins an import.</summary>
    /// <param name="store">Into which store.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="options">Where the knowledge lies.</param>
    /// <param name="knowledge">States, organisations and the ontology.</param>
    /// <param name="fault">Is told what could not be read: where, and why.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public EventImport(EventStore store, string format, KnowledgeOptions options, KnowledgeBase knowledge, Action<string, string> fault)
    {
        this.store = store;
        this.fault = fault;
        this.format = ImportFormat.All.FirstOrDefault(f => f.Name == format) ?? throw new ArgumentException($"{format}: the formats are {string.Join(", ", Formats)}", nameof(format));
        var tables = new ImportTables(options, knowledge);
        lookups = new LookupTables(store, tables);
        foreach (var wrong in tables.Faults) fault(wrong.File, wrong.ToString());
        store.Execute("CREATE OR REPLACE TEMP MACRO given(x) AS CASE WHEN x IN ('', 'None', 'NA', 'NULL', 'NaN', 'nan', '---') THEN NULL ELSE x END");
    }

    /// <summary>The formats that can be read.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. ImportFormat.All.Select(f => f.Name)];

    /// <summary>What was done so far.</summary>
    public ImportReport Report { get; } = new();

    /// <summary>Imports a file or all files of a folder, in name order; a file of the same name and contents as one before is skipped.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public void Add(string input, CancellationToken cancel = default)
    {
        foreach (var path in ImportFile.Expand(input))
        {
            cancel.ThrowIfCancellationRequested();
            var unpacked = Directory.CreateTempSubdirectory("entente-import");
            try
            {
                foreach (var file in ImportFile.Open(path, unpacked.FullName)) AddFile(file);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                fault(path, wrong is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : wrong.Message);
            }
            finally
            {
                unpacked.Delete(recursive: true);
            }
        }
    }

    /// <summary>Says that the import is done.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public void Finish()
    {
        if (run is { } number) store.FinishRun(number);
    }

    private void AddFile(ImportFile file)
    {
        if (store.Scalar<long>("SELECT count(*) FROM imports WHERE file = $1 AND bytes = $2 AND hash = $3 AND format = $4", file.Name, file.Bytes, file.Hash, format.Name) > 0)
        {
            Report.KnownFiles++;
            return;
        }

        ImportSource source;
        try
        {
            source = ImportSource.Of(file, format);
        }
        catch (InvalidDataException wrong)
        {
            fault(file.Shown, wrong.Message);
            return;
        }

        run ??= store.StartRun(new StoreRun { Kind = "import", Coder = $"{format.Name} {format.Version}" });
        try
        {
            store.InTransaction(() => Take(file, source));
        }
        finally
        {
            store.Execute("DROP TABLE IF EXISTS staged; DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans");
        }

        Report.Files++;
    }

    private void Take(ImportFile file, ImportSource source)
    {
        store.Execute($"CREATE OR REPLACE TEMP TABLE staged AS {Sql(source.Format.Template, file, source)}");
        var wrong = NameRejects(file);
        if (source.Format == ImportFormat.Mentions)
        {
            AddMentions(file, wrong);
            return;
        }

        wrong += NameDayless(file);
        Report.Wrong += wrong;
        var known = DropKnown();
        Report.Known += known;
        var before = Report.NoEvents;
        lookups.Fill(source.Format, Report);
        var first = store.Scalar<long>("SELECT coalesce(max(event_key), 0) FROM events");
        var written = store.Execute(Sql("insert", file, source), first, run);
        Report.Events += written;
        store.Execute(
            "INSERT INTO imports SELECT $1, $2, $3, $4, $5, $6, min(id), max(id), $7 FROM staged",
            file.Name, file.Bytes, file.Hash, format.Name, (long)written, wrong + known + Report.NoEvents - before, run);
        store.Execute("INSERT OR REPLACE INTO store VALUES ('incidents', 'stale')");
    }

    private void AddMentions(ImportFile file, long wrong)
    {
        Report.Wrong += wrong;
        var rows = store.Scalar<long>("SELECT coalesce(sum(s.more), 0)::BIGINT FROM staged s WHERE s.id IN (SELECT id FROM events WHERE origin = 'gdelt2')");
        store.Execute("UPDATE events SET reports = reports + s.more FROM staged s WHERE events.id = s.id AND events.origin = 'gdelt2'");
        Report.Mentions += rows;
        store.Execute("INSERT INTO imports VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL, $7)", file.Name, file.Bytes, file.Hash, format.Name, rows, wrong, run);
    }

    /// <summary>Names the first lines that are no rows of the format, and counts all.</summary>
    private long NameRejects(ImportFile file)
    {
        var lines = store.Scalar<long>("SELECT count(DISTINCT line) FROM reject_errors");
        if (lines == 0) return 0;
        foreach (var row in store.Rows("SELECT line, min(error_message) FROM reject_errors GROUP BY line ORDER BY line LIMIT $1", MostNamed).Select(r => (r.GetValue(0), r.GetString(1))).ToList())
            fault(string.Create(CultureInfo.InvariantCulture, $"{file.Shown}:{row.Item1}"), row.Item2.Split('\n')[0]);
        if (lines > MostNamed) fault(file.Shown, string.Create(CultureInfo.InvariantCulture, $"{lines - MostNamed} more lines could not be read"));
        return lines;
    }

    /// <summary>Names the first rows without a day, and counts all.</summary>
    private long NameDayless(ImportFile file)
    {
        var rows = store.Scalar<long>("SELECT count(*) FROM staged WHERE day IS NULL OR id IS NULL");
        if (rows == 0) return 0;
        foreach (var id in store.Rows("SELECT coalesce(id, '(no id)') FROM staged WHERE day IS NULL OR id IS NULL ORDER BY rowid LIMIT $1", MostNamed).Select(r => r.GetString(0)).ToList())
            fault(file.Shown, $"event {id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..]}: the day or the id cannot be read");
        if (rows > MostNamed) fault(file.Shown, string.Create(CultureInfo.InvariantCulture, $"{rows - MostNamed} more rows without a day"));
        store.Execute("DELETE FROM staged WHERE day IS NULL OR id IS NULL");
        return rows;
    }

    /// <summary>
    /// Leaves out rows that the store has. Looking through all its ids would make every small file as slow as the store is large; files whose
    /// range of ids touches no other file's have nothing in common with it.
    /// </summary>
    private long DropKnown()
    {
        long dropped = store.Execute("DELETE FROM staged WHERE rowid IN (SELECT rowid FROM (SELECT rowid, row_number() OVER (PARTITION BY id ORDER BY rowid) AS n FROM staged WHERE id IN (SELECT id FROM staged GROUP BY id HAVING count(*) > 1)) WHERE n > 1)");
        var near = store.Scalar<long>("SELECT count(*) FROM imports, (SELECT min(id) AS low, max(id) AS high FROM staged) WHERE format = $1 AND first_id <= high AND last_id >= low", format.Name);
        if (near > 0) dropped += store.Execute($"DELETE FROM staged WHERE id IN (SELECT id FROM events WHERE origin = '{format.Name}')");
        return dropped;
    }

    private string Sql(string template, ImportFile file, ImportSource source)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Entente.Store.Importing.Sql.{template}.sql")!;
        using var reader = new StreamReader(stream);
        var stem = file.Name.Split('.')[0].Replace("'", "''", StringComparison.Ordinal);
        return reader.ReadToEnd().Replace("{origin}", format.Name, StringComparison.Ordinal).Replace("{coder}", $"{format.Name} {format.Version}", StringComparison.Ordinal)
            .Replace("{stem}", stem, StringComparison.Ordinal).Replace("{source}", source.Sql, StringComparison.Ordinal);
    }
}
