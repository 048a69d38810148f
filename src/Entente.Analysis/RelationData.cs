using System.Collections.Immutable;
using Entente.Analysis.Affinity;
using Entente.Analysis.Series;
using Entente.Store;
using Entente.Store.Relating;

namespace Entente.Analysis;

/// <summary>What the measures of this project are made of: the numbers of dyads, and how much was reported at all.</summary>
public sealed record RelationData
{
    /// <summary>What was asked; from the period of the first day with coverage on, where no other day was named.</summary>
    public required RelationRequest Request { get; init; }

    /// <summary>The dyads between all states and organisations.</summary>
    public required DyadRows World { get; init; }

    /// <summary>The dyads between the parties asked for; the same as <see cref="World"/> where none were named.</summary>
    public required DyadRows Rows { get; init; }

    /// <summary>How much was reported in each period.</summary>
    public required ImmutableArray<CoverageCell> Coverage { get; init; }

    /// <summary>What the estimates of affinity rest on, found for this record.</summary>
    public required AffinityOptions Affinity { get; init; }

    /// <summary>Asks a store.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static RelationData Load(EventStore store, RelationRequest request)
    {
        var query = new RelationQuery(store);
        // The first texts tell of the days before them; those of the same period count.
        if (request.Since is null && query.FirstDay() is { } first) request = request with { Since = Periods.First(Periods.Of(first, request.Unit), request.Unit) };
        var world = query.Dyads(request with { Parties = [], Directed = false, ByType = false });
        var coverage = SeriesBuilder.Coverage(world, query.Documents(request.Unit));
        return new RelationData
        {
            Request = request,
            World = world,
            Rows = request.Parties.IsEmpty && !request.Directed && !request.ByType ? world : query.Dyads(request),
            Coverage = coverage,
            Affinity = AffinityModel.Learn(world, coverage, request.Unit),
        };
    }

    /// <summary>The series of the dyads asked for.</summary>
    public ImmutableArray<DyadSeries> Series() => SeriesBuilder.Build(Rows, Coverage, Request.Unit, Request.Directed);
}
