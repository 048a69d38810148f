using Entente.Analysis;
using Entente.Analysis.Affinity;
using Entente.Analysis.Blocs;
using Entente.Analysis.Networks;
using Entente.Store.Relating;

namespace Entente.Cli.Commands.Relations;

/// <summary><c>relations blocs</c>: who stands with whom.</summary>
internal static class BlocsTable
{
    /// <summary>Resampled networks for the stability of factions.</summary>
    private const int Resamples = 100;

    private static readonly string[] Columns = ["actor", "faction", "support", "in_between", "rival", "friends", "foes", "positive_at_home"];

    /// <summary>Makes the table.</summary>
    /// <param name="data">The record.</param>
    /// <param name="length">Periods of the window at the end of the record; null for twelve months, or half of what there is.</param>
    public static RelationTable Make(RelationData data, int? length)
    {
        if (data.Coverage.IsEmpty) return new RelationTable(Columns, [], ["no events between two parties"]);
        var (_, window) = MoversTable.Windows(data, length);
        var network = PeriodNetwork.Of(new TieFinder(new AffinityModel(data.Affinity)).Find(data.Rows, data.Coverage, window));
        var graph = network.Graph;
        var stability = FactionStability.Measure(graph, network.Resamples(Resamples, 1));
        var unit = data.Request.Unit;
        var (triangles, frustration) = (Balance.Triangles(graph), Balance.Frustration(graph));
        return new RelationTable(
            Columns,
            stability.Places.Where(p => p.Home >= 0).OrderBy(p => p.Home).ThenByDescending(p => p.Support).ThenBy(p => graph.Names[p.Actor], StringComparer.Ordinal).Select(p => Row(graph, p)),
            [
                FormattableString.Invariant($"{Periods.Name(window.First, unit)} to {Periods.Name(window.Last, unit)}: {graph.Count} parties, {graph.Ties.Count()} ties of a sure sign (probability {Tie.Sure} or more), {stability.Factions.Factions} factions"),
                FormattableString.Invariant($"balance: {triangles.Share:0.000} of {triangles.All} triangles, walks {Balance.Walk(graph):0.000}, frustration {frustration.Index:0.000}{(frustration.Exact ? "" : " (best found)")}"),
                FormattableString.Invariant($"support: share of {Resamples} resamples of the events in which the actor is with its faction; in_between: 1 for one that is with the rival as often"),
            ]);
    }

    private static object?[] Row(SignedGraph graph, ActorPlace p)
    {
        var ties = graph.Row(p.Actor).ToArray();
        return
        [
            graph.Names[p.Actor], (long)p.Home + 1, RelationTable.Number(p.Support), RelationTable.Number(p.InBetween), p.Rival < 0 ? null : (long)p.Rival + 1,
            (long)ties.Count(t => t > 0), (long)ties.Count(t => t < 0), RelationTable.Number(p.PositiveAtHome),
        ];
    }
}
