using Entente.Coding.Knowledge;
using Entente.Store;
using Entente.Store.Relating;

namespace Entente.Tests.Store.Relating;

/// <summary>A store whose events are written by hand.</summary>
internal sealed class RelationStore : IDisposable
{
    private readonly Scratch scratch = new();
    private long key;

    public RelationStore(int threads = 2) => Store = EventStore.OpenOrCreate(scratch.Store, new StoreOptions { Threads = threads });

    public EventStore Store { get; }

    public RelationQuery Query => new(Store);

    /// <summary>A request with the built-in weights, without the coder's confidence.</summary>
    public static RelationRequest Request(params string[] parties)
    {
        var weights = RelationWeights.Read(new KnowledgeOptions());
        return new RelationRequest
        {
            Weights = weights.Weights,
            Mutual = weights.Mutual,
            ByConfidence = false,
            Parties = [.. parties.Select(p => new RelationParty(p, new Entente.Store.Querying.PartyFilter([(p, null, null)], null)))],
        };
    }

    /// <summary>Adds an event; actors and recipients are codes of states, joined with blanks, <c>?</c> for one nobody could name.</summary>
    public long Add(
        string actors, string recipients, string? start = "2023-05-10", string? end = null, string? published = "2023-05-11", string act = "CONSULT", int quad = 1, string status = "actual",
        string attribution = "none", double? confidence = 1, string cameo = "040", double score = 2.5, string origin = "entente", bool lead = true, string? source = null)
    {
        key++;
        var (one, other) = (actors.Split(' ', StringSplitOptions.RemoveEmptyEntries), recipients.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Store.Execute(
            "INSERT INTO events BY NAME (SELECT $1 AS event_key, $2 AS id, 1 AS run, $3 AS origin, $4::DATE AS published, $5::DATE AS date_start, $6::DATE AS date_end, 'text' AS date_basis, $7::VARCHAR AS actor_code, $7::VARCHAR AS actor_country, "
            + "$8::VARCHAR AS recipient_code, $8::VARCHAR AS recipient_country, $9 AS many, $10 AS event, $11 AS quad, $12 AS cameo, $13 AS goldstein, $13 AS score, $14 AS status, $15 AS attribution, $16::DOUBLE AS confidence, false AS corrected, false AS rejected, $17::VARCHAR AS source)",
            key, $"e{key}", origin, published, start, end ?? start, Code(one.FirstOrDefault()), Code(other.FirstOrDefault()), one.Length > 1 || other.Length > 1, act, quad, cameo, score, status, attribution, confidence, source);
        foreach (var (side, codes) in ((string, string[])[])[("actor", one), ("recipient", other)])
        {
            for (var i = 0; i < codes.Length; i++)
                Store.Execute("INSERT INTO actors BY NAME (SELECT $1 AS event_key, $2 AS side, $3 AS position, $4::VARCHAR AS code, $4::VARCHAR AS country)", key, side, i + 1, Code(codes[i]));
        }

        if (lead && origin == "entente") Store.Execute("INSERT INTO incidents BY NAME (SELECT $1 AS incident, $2 AS event, $3 AS quad, 1 AS reports, 1 AS sources, $4 AS statuses, $1 AS lead)", key, act, quad, status);
        return key;
    }

    /// <summary>What is told of each dyad and period, as <c>PRK–RUS 2023-05 2 1.9</c>: number of events and their weight.</summary>
    public string[] Told(RelationRequest request)
    {
        var rows = Query.Dyads(request);
        return [.. rows.Cells.Select(c => FormattableString.Invariant($"{rows.Parties[c.One]}–{rows.Parties[c.Other]} {Periods.Name(c.Period, request.Unit)}{(c.Event is { } e ? " " + e : "")} {c.Events} {Weight(c)}"))];
    }

    public static double Weight(DyadCell c) => c.VerbalCooperation + c.MaterialCooperation + c.VerbalConflict + c.MaterialConflict;

    public void Dispose()
    {
        Store.Dispose();
        scratch.Dispose();
    }

    private static string? Code(string? code) => code == "?" ? null : code;
}
