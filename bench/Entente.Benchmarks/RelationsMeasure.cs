using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Entente.Analysis;
using Entente.Analysis.Affinity;
using Entente.Coding.Knowledge;
using Entente.Store;
using Entente.Store.Querying;
using Entente.Store.Relating;

namespace Entente.Benchmarks;

/// <summary>
/// <c>relations ROWS STORE</c>: makes a store of events between 200 actors over 40 years (some actors far busier than others, as in the
/// news; all from a hash of the row's number) and estimates the monthly affinity of all dyads.
/// <c>actor-month STORE CODE MONTH</c>: all events of an actor in a month with their records, again and again in one process.
/// </summary>
internal static class RelationsMeasure
{
    private const int Threads = 2;

    /// <summary>Estimates.</summary>
    public static void Affinity(long rows, string path)
    {
        if (!File.Exists(path)) Make(rows, path);
        using var store = EventStore.Open(path, new StoreOptions { ReadOnly = true, Threads = Threads });
        var weights = RelationWeights.Read(new KnowledgeOptions());
        var request = new RelationRequest { Weights = weights.Weights, Mutual = weights.Mutual };
        var clock = Stopwatch.StartNew();
        var data = RelationData.Load(store, request);
        var loaded = clock.Elapsed.TotalSeconds;
        var table = new AffinityModel(data.Affinity).Estimate(data.World, data.Coverage);
        var all = clock.Elapsed.TotalSeconds;
        Say("events", rows.ToString("#,0", CultureInfo.InvariantCulture));
        Say("dyads", FormattableString.Invariant($"{table.Count}, dyad-months with events {data.World.Cells.Length}, estimates {table.Estimates}"));
        Say("counted and learnt", FormattableString.Invariant($"{loaded:0.0} s"));
        Say("monthly affinity of all dyads, counting included", FormattableString.Invariant($"{all:0.0} s"));
        Say("peak memory", FormattableString.Invariant($"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
    }

    /// <summary>Asks for one actor's month.</summary>
    public static void ActorMonth(string path, string code, string month)
    {
        var first = NodaTime.Text.LocalDatePattern.Iso.Parse(month + "-01").Value;
        using var store = EventStore.Open(path, new StoreOptions { ReadOnly = true, Threads = Threads });
        var query = new EventQuery(store);
        var filter = new EventFilter { Parties = [new PartyFilter([(code, null, null)], null)], Since = first, Until = first.PlusMonths(1).PlusDays(-1) };
        var times = new List<double>();
        var (events, words) = (0, 0);
        for (var i = 0; i < 21; i++)
        {
            var clock = Stopwatch.StartNew();
            var records = query.Records(filter).ToList();
            times.Add(clock.Elapsed.TotalMilliseconds);
            (events, words) = (records.Count, records.Sum(r => r.Evidence.Length));
        }

        times.RemoveAt(0);
        times.Sort();
        Say($"{code} in {month}", FormattableString.Invariant($"{events} events with {words} pieces of evidence, median of 20 {times[10]:0.0} ms, slowest {times[^1]:0.0} ms"));
    }

    private static void Make(long rows, string path)
    {
        EventStore.OpenOrCreate(path).Dispose();
        using var connection = new DuckDBConnection($"Data Source={path};memory_limit=1500MB;threads={Threads}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"""
            INSERT INTO runs VALUES (1, 'import', 'synthetic', NULL, NULL, NULL, NULL, NULL, TIMESTAMP '2026-01-01', TIMESTAMP '2026-01-01');
            INSERT INTO events BY NAME
            SELECT i AS event_key, 'keds:synthetic:' || i AS id, 1 AS run, 'keds' AS origin, day AS published, day AS date_start, day AS date_end, 'day' AS date_precision, 'text' AS date_basis,
                a AS actor_code, a AS actor_country, b AS recipient_code, b AS recipient_country, FALSE AS many,
                ['CONSULT', 'COOPERATE', 'ACCUSE', 'ASSAULT'][quad] AS event, quad::UTINYINT AS quad, ['040', '060', '111', '190'][quad] AS cameo,
                [1.0, 6.0, -2.0, -10.0][quad]::FLOAT AS goldstein, [2.5, 9.5, -3.0, -9.0][quad]::FLOAT AS score, 'actual' AS status, 'none' AS attribution, 1 AS reports, FALSE AS corrected, FALSE AS rejected
            FROM (SELECT i, DATE '1984-01-01' + CAST(i * 14610 // {rows} AS INTEGER) AS day,
                    'A' || lpad(CAST(floor(200 * pow((hash(i, 1) % 1000003) / 1000003.0, 2)) AS INTEGER)::VARCHAR, 3, '0') AS a,
                    'A' || lpad(CAST(floor(200 * pow((hash(i, 2) % 1000003) / 1000003.0, 2)) AS INTEGER)::VARCHAR, 3, '0') AS b, 1 + CAST(hash(i, 3) % 4 AS INTEGER) AS quad
                FROM range({rows}) t(i));
            CHECKPOINT
            """);
        command.ExecuteNonQuery();
    }

    private static void Say(string what, string value) => Console.WriteLine($"{what}: {value}");
}
