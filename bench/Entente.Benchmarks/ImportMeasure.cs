using System.Diagnostics;
using DuckDB.NET.Data;
using Entente.Coding.Knowledge;
using Entente.Store;
using Entente.Store.Importing;

namespace Entente.Benchmarks;

/// <summary>
/// <c>import ROWS FILES FOLDER</c>: makes files of GDELT 2.0 rows, reads the first with the database's own <c>read_csv</c> and imports all of them in the same process.
/// <c>aggregate STORE</c>: months of dyads over all events. Both are one run each, not an average: a run takes minutes.
/// </summary>
internal static class ImportMeasure
{
    /// <summary>Imports.</summary>
    public static void Import(long rows, int files, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "bench.entente");
        File.Delete(path);
        var options = new KnowledgeOptions();
        var knowledge = KnowledgeBase.Load(options);
        using var store = EventStore.OpenOrCreate(path);
        for (var n = 0; n < files; n++)
        {
            var file = Path.Combine(folder, FormattableString.Invariant($"rows{n:000}.export.CSV"));
            GdeltRows.Write(file, rows, 410000000 + (n * rows));
            if (n == 0) Say("size of a file", FormattableString.Invariant($"{new FileInfo(file).Length / 1e6:0} MB"));
            var (count, all) = n == 0 ? (Read(file, "SELECT count(*) FROM"), Read(file, "CREATE OR REPLACE TEMP TABLE everything AS SELECT * FROM")) : (0, 0);
            var import = new EventImport(store, "gdelt2", options, knowledge, (where, why) => Console.Error.WriteLine($"{where}: {why}"));
            var clock = Stopwatch.StartNew();
            import.Add(file);
            import.Finish();
            var took = clock.Elapsed.TotalSeconds;
            Console.WriteLine(FormattableString.Invariant($"import {n}: {rows} rows, {import.Report.Events} events, {took:0.00} s, {rows / took:0} rows a second"));
            if (n == 0) Say("read_csv of the same file", FormattableString.Invariant($"count {count:0.00} s, all columns kept {all:0.00} s; import has {count / took:P0} and {all / took:P0} of their rate"));
            File.Delete(file);
        }

        store.Dispose();
        Say("store", FormattableString.Invariant($"{new FileInfo(path).Length / 1e6:0} MB for {files * rows} rows"));
        Say("peak memory", FormattableString.Invariant($"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
    }

    /// <summary>Aggregates.</summary>
    public static void Aggregate(string path)
    {
        using var connection = new DuckDBConnection($"Data Source={path};access_mode=READ_ONLY;memory_limit=1000MB");
        connection.Open();
        Say("events", Run(connection, "SELECT count(*) FROM events").Value);
        for (var i = 0; i < 3; i++)
        {
            var clock = Stopwatch.StartNew();
            var (groups, _) = Run(connection, "SELECT date_trunc('month', date_start) AS month, actor_country, recipient_country, count(*) AS events, sum(goldstein) AS goldstein, avg(score) AS score FROM current_events WHERE actor_country IS NOT NULL AND recipient_country IS NOT NULL GROUP BY ALL");
            Say("dyad-months", FormattableString.Invariant($"{groups} in {clock.Elapsed.TotalSeconds:0.00} s"));
        }

        Say("peak memory", FormattableString.Invariant($"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
    }

    private static double Read(string file, string what)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        var clock = Stopwatch.StartNew();
        Run(connection, $"{what} read_csv('{file}', delim = '\t', header = false, quote = '', escape = '')");
        return clock.Elapsed.TotalSeconds;
    }

    private static (long Rows, string Value) Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var (rows, value) = (0L, "");
        while (reader.Read())
        {
            rows++;
            value = reader.GetValue(0).ToString() ?? "";
        }

        return (rows, value);
    }

    private static void Say(string what, string value) => Console.WriteLine($"{what}: {value}");
}
