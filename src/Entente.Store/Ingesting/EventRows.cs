using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;
using Entente.Coding.Records;

namespace Entente.Store.Ingesting;

/// <summary>Appends events to the tables <c>events</c>, <c>actors</c> and <c>attributions</c>.</summary>
internal sealed class EventRows : IDisposable
{
    private readonly DuckDBAppender events;
    private readonly DuckDBAppender actors;
    private readonly DuckDBAppender claims;

    /// <summary>Opens the tables.</summary>
    public EventRows(DuckDBConnection connection)
    {
        events = connection.CreateAppender("events");
        actors = connection.CreateAppender("actors");
        claims = connection.CreateAppender("attributions");
    }

    /// <summary>An ISO day, null stays null.</summary>
    public static DateOnly? Date(string? iso) => iso is null ? null : DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What <c>events.attribution</c> says of some claims.</summary>
    public static string Summary(ImmutableArray<ClaimRecord> claims, string status)
    {
        var asserted = claims.Any(c => c.Stance == "asserts");
        var against = claims.Any(c => c.Stance != "asserts");
        if (claims.IsEmpty) return "none";
        if (!against) return "asserted";
        if (asserted || status != "negated") return "disputed";
        return claims.Any(c => c.Stance == "denies") ? "denied" : "doubted";
    }

    /// <summary>Takes events out of all three tables.</summary>
    public static void Delete(EventStore store, IEnumerable<long> keys)
    {
        var list = string.Join(',', keys.Select(k => k.ToString(CultureInfo.InvariantCulture)));
        if (list.Length == 0) return;
        foreach (var table in (ReadOnlySpan<string>)["events", "actors", "attributions", "incident_reports"]) store.Execute($"DELETE FROM {table} WHERE event_key IN ({list})");
    }

    /// <summary>Appends one event.</summary>
    /// <param name="key">Its number.</param>
    /// <param name="document">Number of its document.</param>
    /// <param name="run">What made it.</param>
    /// <param name="article">Outlet and address of its document.</param>
    /// <param name="e">The event.</param>
    /// <param name="original">The record as it was coded, where it was corrected.</param>
    /// <param name="rejected">Whether it was rejected.</param>
    public void Add(long key, long document, int run, (string? Source, string? Url) article, EventRecord e, string? original = null, bool rejected = false)
    {
        var row = events.CreateRow();
        row.AppendValue(key).AppendValue(e.Id).AppendValue(document).AppendValue(run).AppendValue("entente").AppendValue(Date(e.Published))
            .AppendValue(Date(e.Date?.Start)).AppendValue(Date(e.Date?.End)).AppendValue(e.Date?.Precision).AppendValue(e.Date?.Basis);
        First(row, e.Actor);
        First(row, e.Recipient);
        row.AppendValue(e.Actor.Length > 1 || e.Recipient.Length > 1).AppendValue(e.Event).AppendValue(e.Mode).AppendValue(Joined(e.Context))
            .AppendValue((byte)e.Quad).AppendValue(e.Cameo).AppendValue((float)e.Goldstein).AppendValue((float)e.Score)
            .AppendValue(e.Content?.Event).AppendValue(e.Content?.Mode).AppendValue(e.Content?.Cameo).AppendValue(e.Status).AppendValue(Summary(e.Attribution, e.Status))
            .AppendValue(e.Place?.Name).AppendValue(e.Place?.Country).AppendValue(e.Place?.Latitude).AppendValue(e.Place?.Longitude);
        var lead = e.Evidence.IsEmpty ? null : e.Evidence[0];
        row.AppendValue(e.Sentence).AppendValue(lead?.Trigger?.Start).AppendValue(lead?.Trigger?.End).AppendValue(RecordText.Clean(lead?.Text))
            .AppendValue(RecordText.Clean(article.Source)).AppendValue(RecordText.Clean(article.Url)).AppendValue(1).AppendValue(e.Confidence).AppendValue(e.Coder).AppendValue(e.Rule)
            .AppendValue(original is not null).AppendValue(rejected).AppendValue(EventJson.Line(e)).AppendValue(original).EndRow();
        Side(key, "actor", e.Actor);
        Side(key, "recipient", e.Recipient);
        for (var i = 0; i < e.Attribution.Length; i++) Claim(key, i + 1, e.Attribution[i]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        events.Dispose();
        actors.Dispose();
        claims.Dispose();
    }

    private static void First(IDuckDBAppenderRow row, ImmutableArray<ActorRecord> side)
    {
        var a = side.IsEmpty ? null : side[0];
        row.AppendValue(a?.Code).AppendValue(a?.Country).AppendValue(a is null ? null : Joined(a.Sector)).AppendValue(RecordText.Clean(a?.Person ?? a?.Name ?? a?.Text));
    }

    private void Side(long key, string side, ImmutableArray<ActorRecord> all)
    {
        for (var i = 0; i < all.Length; i++)
        {
            var a = all[i];
            actors.CreateRow().AppendValue(key).AppendValue(side).AppendValue(i + 1).AppendValue(a.Code).AppendValue(a.Country).AppendValue(Joined(a.Sector))
                .AppendValue(a.Name).AppendValue(RecordText.Clean(a.Person)).AppendValue(a.Title).AppendValue(a.Identifier).AppendValue(RecordText.Clean(a.Text))
                .AppendValue(a.Span?.Start).AppendValue(a.Span?.End).AppendValue(a.How).AppendValue((float)a.Confidence).EndRow();
        }
    }

    private void Claim(long key, int position, ClaimRecord c) =>
        claims.CreateRow().AppendValue(key).AppendValue(position).AppendValue(c.Stance).AppendValue(c.Actor?.Code).AppendValue(c.Actor?.Country)
            .AppendValue(c.Actor is null ? null : Joined(c.Actor.Sector)).AppendValue(c.Actor?.Name).AppendValue(RecordText.Clean(c.Actor?.Person)).AppendValue(RecordText.Clean(c.Text))
            .AppendValue(c.Span?.Start).AppendValue(c.Span?.End).AppendValue(c.Via.IsEmpty ? null : string.Join(';', c.Via.Select(v => v.Actor?.Code ?? v.Actor?.Text))).EndRow();

    private static string? Joined(ImmutableArray<string> words) => words.IsEmpty ? null : string.Join(';', words);
}
