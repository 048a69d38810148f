using System.Globalization;
using Entente.Store.Querying;
using NodaTime;
using NodaTime.Text;

namespace Entente.Store.Relating;

/// <summary>
/// The common part of the statements: <c>weighed</c> are the events that count, each with the day that it counts on and its weight, and
/// <c>pairs</c> are the dyads that each of them has, with parties as names.
/// </summary>
internal sealed class RelationSql
{
    private readonly List<object?> values;
    private readonly RelationRequest request;
    private readonly string where;

    /// <summary>Reads a request.</summary>
    public RelationSql(RelationRequest request)
    {
        this.request = request;
        var filter = new FilterSql(request.Filter);
        (where, values) = (filter.Where, [.. filter.Values]);
        Pairs = MakeWeighed() + MakePairs();
    }

    /// <summary>The statement's beginning: WITH … weighed … pairs.</summary>
    public string Pairs { get; }

    /// <summary>The values of its parameters.</summary>
    public object?[] Values => [.. values];

    /// <summary>The number of the period of the day that an event counts on.</summary>
    public string Period => Periods.Sql("day", request.Unit);

    /// <summary>
    /// The day that an event counts on: of what is still to come, the day it was announced; of what the text dates within one period,
    /// that; of the rest, the day of publication. What happened at an unknown time in the past has none.
    /// </summary>
    private string Day()
    {
        var same = $"{Periods.Sql("date_start", request.Unit)} = {Periods.Sql("coalesce(date_end, date_start)", request.Unit)}";
        return $"CASE WHEN status = 'future' THEN coalesce(published, date_start) WHEN date_start IS NOT NULL AND {same} THEN date_start WHEN status = 'historical' THEN NULL ELSE coalesce(published, date_end, date_start) END";
    }

    private string MakeWeighed()
    {
        var weights = string.Join(", ", request.Weights.Select(w => string.Create(CultureInfo.InvariantCulture, $"({Value(w.Status)}, {Value(w.Attribution)}, {w.Weight:R}::DOUBLE)")));
        var once = request.Counting == Counting.Incidents ? " AND (origin <> 'entente' OR event_key IN (SELECT lead FROM incidents))" : "";
        var days = (request.Since is { } since ? $" AND day >= {Literal(since)}" : "") + (request.Until is { } until ? $" AND day <= {Literal(until)}" : "");
        return $"WITH weights(status, attribution, weight) AS (VALUES {weights}), "
            + $"weighed AS (SELECT e.event_key, e.many, e.event, e.quad, e.cameo, e.score, e.goldstein, e.day, e.actor_code, e.actor_country, e.recipient_code, e.recipient_country, {(request.ByConfidence ? "(w.weight * coalesce(e.confidence, 1))" : "w.weight")}::DECIMAL(9, 4) AS weight "
            + $"FROM (SELECT *, {Day()} AS day FROM current_events e WHERE {where}{once}) e JOIN weights w USING (status, attribution) WHERE day IS NOT NULL AND w.weight > 0{days})";
    }

    private string MakePairs()
    {
        var daily = request.Counting == Counting.Daily
            // One row as a whole, always the same: acts of one code can differ in score.
            ? "pairs AS (SELECT DISTINCT ON (one, other, event, cameo, day) * FROM every ORDER BY one, other, event, cameo, day, weight DESC, event_key)"
            : "pairs AS (SELECT * FROM every)";
        return ", " + (request.Parties.IsEmpty ? Everybody() : Chosen()) + ", " + daily;
    }

    private string Everybody() =>
        "sides AS (SELECT w.event_key, a.side, coalesce(a.country, a.code) AS name FROM weighed w JOIN actors a USING (event_key) WHERE w.many AND coalesce(a.country, a.code) IS NOT NULL), "
        + Both("coalesce(actor_country, actor_code)", "coalesce(recipient_country, recipient_code)", "weighed w");

    /// <summary>Parties by name, code and days of membership; somebody can belong to several.</summary>
    private string Chosen()
    {
        var members = request.Parties.SelectMany(p => p.Filter.Codes.Select(c => (p.Name, c.Code, c.From, c.Until)));
        var rows = string.Join(", ", members.Select(m => $"({Value(m.Name)}, {Value(m.Code)}, {Open(m.From)}, {Open(m.Until)})"));
        const string During = "(p.since IS NULL OR day >= p.since) AND (p.until IS NULL OR day <= p.until)";
        return $"parties(name, code, since, until) AS (VALUES {rows}), "
            + $"sides AS (SELECT DISTINCT w.event_key, a.side, p.name FROM weighed w JOIN actors a USING (event_key) JOIN parties p ON p.code IN (a.code, a.country) AND {During} WHERE w.many), "
            + $"firsts AS (SELECT DISTINCT w.event_key, p.name FROM weighed w JOIN parties p ON p.code IN (w.actor_code, w.actor_country) AND {During} WHERE NOT w.many), "
            + $"seconds AS (SELECT DISTINCT w.event_key, p.name FROM weighed w JOIN parties p ON p.code IN (w.recipient_code, w.recipient_country) AND {During} WHERE NOT w.many), "
            + Both("x.name", "y.name", "weighed w JOIN firsts x USING (event_key) JOIN seconds y USING (event_key)");
    }

    /// <summary>
    /// Actor with recipient; where there is no recipient, the actors among themselves, both ways, if the act is one of those done with one
    /// another. A recipient whom nobody could name, or who is none of the parties, is a recipient too.
    /// </summary>
    private string Both(string one, string other, string from)
    {
        const string Columns = "w.event, w.quad, w.cameo, w.score, w.goldstein, w.day, w.weight";
        var single = $"SELECT w.event_key, {one} AS one, {other} AS other, {Columns} FROM {from} WHERE NOT w.many";
        var many =
            $"SELECT DISTINCT w.event_key, a.name AS one, b.name AS other, {Columns} FROM weighed w JOIN sides a USING (event_key) JOIN sides b USING (event_key) WHERE a.side = 'actor' AND b.side = 'recipient' "
            + $"UNION ALL SELECT DISTINCT w.event_key, a.name, b.name, {Columns} FROM weighed w JOIN sides a USING (event_key) JOIN sides b USING (event_key) "
            + $"WHERE a.side = 'actor' AND b.side = 'actor' AND {Mutual()} AND NOT EXISTS (SELECT 1 FROM actors r WHERE r.event_key = w.event_key AND r.side = 'recipient')";
        if (request.Directed) return $"every AS (SELECT * FROM ({single} UNION ALL {many}) WHERE one <> other)";
        // An event of many can have a dyad both ways; a single actor and recipient cannot, unless they belong to several parties.
        return request.Parties.IsEmpty
            ? $"every AS ({Sorted(single)} UNION ALL SELECT DISTINCT ON (event_key, one, other) * FROM ({Sorted(many)}))"
            : $"every AS (SELECT DISTINCT ON (event_key, one, other) * FROM ({Sorted($"{single} UNION ALL {many}")}))";
    }

    private string Mutual() => request.Mutual.IsEmpty ? "false" : $"w.event IN ({string.Join(", ", request.Mutual.Select(Value))})";

    private static string Sorted(string pairs) =>
        $"SELECT event_key, least(one, other) AS one, greatest(one, other) AS other, event, quad, cameo, score, goldstein, day, weight FROM ({pairs}) WHERE one <> other";

    private string Value(object? value)
    {
        values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"${values.Count}::VARCHAR");
    }

    private static string Open(LocalDate? day) => day is { } d ? Literal(d) : "NULL::DATE";

    private static string Literal(LocalDate day) => $"DATE '{LocalDatePattern.Iso.Format(day)}'";
}
