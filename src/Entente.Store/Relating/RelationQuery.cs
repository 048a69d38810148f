using System.Collections.Immutable;
using Entente.Coding.Records;
using Entente.Store.Querying;

namespace Entente.Store.Relating;

/// <summary>What a store tells of dyads.</summary>
/// <param name="Parties">Names of the parties, in the order of their bytes.</param>
/// <param name="Cells">One a dyad and period, and type where asked for, in that order; dyads and periods without events have none.</param>
public sealed record DyadRows(ImmutableArray<string> Parties, ImmutableArray<DyadCell> Cells);

/// <summary>Asks a store for relations. Not safe for several threads, as the store is not.</summary>
/// <param name="store">The store.</param>
public sealed class RelationQuery(EventStore store)
{
    /// <summary>Sums of decimals, which come out the same in whatever order the database adds.</summary>
    private const string Sums =
        "count(*)::INTEGER AS events, coalesce(sum(weight) FILTER (quad = 1), 0)::DOUBLE AS q1, coalesce(sum(weight) FILTER (quad = 2), 0)::DOUBLE AS q2, "
        + "coalesce(sum(weight) FILTER (quad = 3), 0)::DOUBLE AS q3, coalesce(sum(weight) FILTER (quad = 4), 0)::DOUBLE AS q4, "
        + "coalesce(sum((weight * score)::DECIMAL(12, 4)), 0)::DOUBLE AS score, coalesce(sum((weight * goldstein)::DECIMAL(12, 4)), 0)::DOUBLE AS goldstein";

    /// <summary>The dyads' numbers.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public DyadRows Dyads(RelationRequest request)
    {
        var sql = new RelationSql(request);
        var names = new List<string>();
        var cells = ImmutableArray.CreateBuilder<DyadCell>();
        var type = request.ByType ? ", event" : "";
        // Counted once, read twice; a table of this connection only, which a store that is opened for reading takes as well.
        store.Execute($"CREATE OR REPLACE TEMP TABLE relation_cells AS {sql.Pairs} SELECT one, other, {sql.Period} AS period{type}, {Sums} FROM pairs GROUP BY one, other, period{type}", sql.Values);
        const string Names = "WITH names AS (SELECT name, (row_number() OVER (ORDER BY name) - 1)::INTEGER AS number FROM (SELECT one AS name FROM relation_cells UNION SELECT other FROM relation_cells)) ";
        foreach (var row in store.Rows(Names + "SELECT name FROM names ORDER BY number")) names.Add(row.GetString(0));
        foreach (var row in store.Rows(Names + $"SELECT a.number, b.number, c.* EXCLUDE (one, other) FROM relation_cells c JOIN names a ON a.name = c.one JOIN names b ON b.name = c.other ORDER BY a.number, b.number, period{type}"))
            cells.Add(Cell(row, request.ByType));
        store.Execute("DROP TABLE temp.relation_cells");
        return new DyadRows([.. names], cells.DrainToImmutable());
    }

    /// <summary>Texts published in each period that repeat no other; periods without any are left out.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyDictionary<int, long> Documents(PeriodUnit unit)
    {
        var documents = new Dictionary<int, long>();
        foreach (var row in store.Rows($"SELECT {Periods.Sql("published", unit)}::INTEGER, count(*) FROM documents WHERE current AND duplicate_of IS NULL AND published IS NOT NULL GROUP BY 1"))
            documents[row.GetInt32(0)] = row.GetInt64(1);
        return documents;
    }

    /// <summary>Which sources the texts of each period came from; of imported events, which data sets and publishers.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public ImmutableArray<SourceCell> Sources(PeriodUnit unit)
    {
        var cells = ImmutableArray.CreateBuilder<SourceCell>();
        foreach (var row in store.Rows(
            $"SELECT period, source, sum(n)::BIGINT FROM (SELECT {Periods.Sql("published", unit)}::INTEGER AS period, coalesce(source, '?') AS source, count(*) AS n FROM documents WHERE current AND published IS NOT NULL GROUP BY 1, 2 "
            + $"UNION ALL SELECT {Periods.Sql("date_start", unit)}::INTEGER, CASE WHEN source IS NULL THEN origin ELSE origin || ': ' || source END, count(*) FROM current_events WHERE origin <> 'entente' AND date_start IS NOT NULL GROUP BY 1, 2) GROUP BY 1, 2 ORDER BY 1, 2"))
            cells.Add(new SourceCell(row.GetInt32(0), row.GetString(1), row.GetInt64(2)));
        return cells.DrainToImmutable();
    }

    /// <summary>The records behind a dyad's numbers, those of the greatest weight and score first.</summary>
    /// <param name="request">The request, of which the first two parties, or <paramref name="one"/> and <paramref name="other"/>, are the dyad.</param>
    /// <param name="one">Name of one party.</param>
    /// <param name="other">Name of the other.</param>
    /// <param name="limit">Most records.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public ImmutableArray<RelationEvidence> Evidence(RelationRequest request, string one, string other, int limit)
    {
        var sql = new RelationSql(request);
        var values = sql.Values.Append(one).Append(other).Append(limit).ToArray();
        var (first, second, most) = (values.Length - 2, values.Length - 1, values.Length);
        var records = ImmutableArray.CreateBuilder<RelationEvidence>();
        var statement = sql.Pairs + $", wanted AS (SELECT event_key, max(weight) AS w, max(day) AS d FROM pairs WHERE (one = ${first} AND other = ${second}) OR (one = ${second} AND other = ${first}) GROUP BY event_key) "
            + $"SELECT {RecordReader.Columns}, w.w::DOUBLE, w.d, x.title, coalesce(x.source, e.source), coalesce(x.url, e.url) FROM wanted w JOIN events e USING (event_key) LEFT JOIN documents x USING (document_key) ORDER BY w.w * (1 + abs(e.score)) DESC, e.event_key LIMIT ${most}";
        foreach (var row in store.Rows(statement, values)) records.Add(Evidence(row));
        return records.DrainToImmutable();
    }

    /// <summary>What is announced for a day that lies after its publication, by that day.</summary>
    /// <param name="filter">Which events.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public ImmutableArray<RelationEvidence> Announced(EventFilter filter) =>
        Told(filter, "status = 'future' AND date_basis = 'text' AND coalesce(date_end, date_start) > published AND (origin <> 'entente' OR event_key IN (SELECT lead FROM incidents))");

    /// <summary>What is told as having happened, by the day of the act.</summary>
    /// <param name="filter">Which events.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public ImmutableArray<RelationEvidence> Happened(EventFilter filter) =>
        Told(filter, "status IN ('actual', 'historical') AND date_start IS NOT NULL AND origin = 'entente'");

    /// <summary>The latest day of publication, whether or not that text tells an event, or of an event without one; null for an empty store.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public NodaTime.LocalDate? LatestDay() =>
        store.Scalar<string>("SELECT CAST(greatest((SELECT max(published) FROM documents WHERE current), (SELECT max(coalesce(published, date_start)) FROM current_events WHERE status IN ('actual', 'historical'))) AS VARCHAR)") is { } day ? NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value : null;

    /// <summary>
    /// The first day with coverage: of the earliest text, or of the earliest imported event. What a text tells of the years before is
    /// background, and no measure of what happened then. Null for an empty store.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public NodaTime.LocalDate? FirstDay() =>
        store.Scalar<string>("SELECT CAST(least((SELECT min(published) FROM documents WHERE current), (SELECT min(date_start) FROM current_events WHERE origin <> 'entente')) AS VARCHAR)") is { } day
            ? NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value
            : null;

    /// <summary>
    /// What is told and denied: events that somebody denies or doubts, and incidents of which some reports say that they happened and some
    /// that they did not. Events of one incident stand together, each with the incident's number (null for an event without one).
    /// </summary>
    /// <param name="filter">Which events.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public ImmutableArray<(long? Incident, RelationEvidence Evidence)> Disputed(EventFilter filter)
    {
        var where = new FilterSql(filter);
        var found = ImmutableArray.CreateBuilder<(long?, RelationEvidence)>();
        var statement = $"SELECT {RecordReader.Columns}, 1.0::DOUBLE, coalesce(e.published, e.date_start), x.title, coalesce(x.source, e.source), coalesce(x.url, e.url), r.incident FROM current_events e LEFT JOIN documents x USING (document_key) "
            + "LEFT JOIN incident_reports r ON r.event_key = e.event_key LEFT JOIN incidents i ON i.incident = r.incident "
            + $"WHERE e.event_key IN (SELECT event_key FROM current_events e WHERE {where.Where}) AND coalesce(e.published, e.date_start) IS NOT NULL "
            + "AND (e.attribution IN ('denied', 'doubted', 'disputed') OR (list_contains(string_split(i.statuses, ';'), 'negated') AND list_contains(string_split(i.statuses, ';'), 'actual'))) ORDER BY r.incident NULLS LAST, e.event_key";
        foreach (var row in store.Rows(statement, where.Values)) found.Add((row.IsDBNull(RecordReader.Count + 5) ? null : row.GetInt64(RecordReader.Count + 5), Evidence(row)));
        return found.DrainToImmutable();
    }

    /// <summary>Numbers of texts, of texts that repeat no other, of events and of incidents.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public (long Texts, long Originals, long Events, long Incidents) Totals() => (
        store.Scalar<long>("SELECT count(*) FROM documents WHERE current"),
        store.Scalar<long>("SELECT count(*) FROM documents WHERE current AND duplicate_of IS NULL"),
        store.Scalar<long>("SELECT count(*) FROM current_events"),
        store.Scalar<long>("SELECT count(*) FROM incidents"));

    /// <summary>What made the events: coder, version and knowledge of each run that made any, the latest first.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public ImmutableArray<(string Coder, string? Models, string? Knowledge)> Makers()
    {
        var makers = ImmutableArray.CreateBuilder<(string, string?, string?)>();
        foreach (var row in store.Rows("SELECT coder, models_hash, knowledge_hash FROM runs WHERE run IN (SELECT run FROM current_events) GROUP BY ALL ORDER BY max(run) DESC"))
            makers.Add((row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)));
        return makers.DrainToImmutable();
    }

    private ImmutableArray<RelationEvidence> Told(EventFilter filter, string condition)
    {
        var where = new FilterSql(filter);
        var records = ImmutableArray.CreateBuilder<RelationEvidence>();
        var statement = $"SELECT {RecordReader.Columns}, 1.0::DOUBLE, coalesce(e.date_start, e.date_end), x.title, coalesce(x.source, e.source), coalesce(x.url, e.url) FROM current_events e LEFT JOIN documents x USING (document_key) "
            + $"WHERE e.event_key IN (SELECT event_key FROM current_events e WHERE {where.Where} AND {condition}) ORDER BY e.date_start, e.event_key";
        foreach (var row in store.Rows(statement, where.Values)) records.Add(Evidence(row));
        return records.DrainToImmutable();
    }

    private static RelationEvidence Evidence(DuckDB.NET.Data.DuckDBDataReader row)
    {
        var at = RecordReader.Count;
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var day = row.GetFieldValue<DateOnly>(at + 1);
        return new RelationEvidence(RecordReader.Read(row), row.GetDouble(at), new NodaTime.LocalDate(day.Year, day.Month, day.Day), Text(at + 2), Text(at + 3), Text(at + 4));
    }

    private static DyadCell Cell(DuckDB.NET.Data.DuckDBDataReader row, bool typed)
    {
        var at = typed ? 4 : 3;
        return new DyadCell
        {
            One = row.GetInt32(0),
            Other = row.GetInt32(1),
            Period = (int)row.GetInt64(2),
            Event = typed ? row.GetString(3) : null,
            Events = row.GetInt32(at),
            VerbalCooperation = row.GetDouble(at + 1),
            MaterialCooperation = row.GetDouble(at + 2),
            VerbalConflict = row.GetDouble(at + 3),
            MaterialConflict = row.GetDouble(at + 4),
            Score = row.GetDouble(at + 5),
            Goldstein = row.GetDouble(at + 6),
        };
    }
}

/// <summary>An event behind a figure.</summary>
/// <param name="Record">The event.</param>
/// <param name="Weight">How much it counts, 0 to 1.</param>
/// <param name="Day">The day that it counts on.</param>
/// <param name="Title">Title of the text that tells it, null when unknown.</param>
/// <param name="Source">Its outlet, null when unknown.</param>
/// <param name="Url">Its address, null when unknown.</param>
public sealed record RelationEvidence(EventRecord Record, double Weight, NodaTime.LocalDate Day, string? Title, string? Source, string? Url);
