using System.Collections.Immutable;
using Entente.Analysis.Affinity;
using Entente.Store.Relating;

namespace Entente.Analysis.Blocs;

/// <summary>Finds the ties of a window.</summary>
/// <param name="model">The model of affinity.</param>
public sealed class TieFinder(AffinityModel model)
{
    /// <summary>The ties of all dyads with events in a window, with what they did before as their prior, in the order of the rows.</summary>
    /// <param name="rows">The dyads' numbers, ordered by dyad and period.</param>
    /// <param name="coverage">How much was reported in each period.</param>
    /// <param name="window">The window.</param>
    public ImmutableArray<Tie> Find(DyadRows rows, IReadOnlyList<CoverageCell> coverage, PeriodWindow window)
    {
        if (coverage.Count == 0) return [];
        var world = new WorldMean(coverage, model.Kept(1));
        var ties = ImmutableArray.CreateBuilder<Tie>();
        for (var (start, end) = (0, 0); start < rows.Cells.Length; start = end)
        {
            end = AffinityModel.Dyad(rows, start);
            if (Of(rows, rows.Cells.AsSpan(start, end - start), window, world.At(window.Last)) is { } tie) ties.Add(tie);
        }

        return ties.DrainToImmutable();
    }

    private Tie? Of(DyadRows rows, ReadOnlySpan<DyadCell> cells, PeriodWindow window, double mean)
    {
        var (good, bad, pastGood, pastBad, events) = (0.0, 0.0, 0.0, 0.0, 0);
        foreach (var cell in cells)
        {
            if (cell.Period > window.Last) break;
            if (cell.Period >= window.First)
            {
                model.Enter(cell, ref good, ref bad);
                events += cell.Events;
                continue;
            }

            var (more, less) = (0.0, 0.0);
            model.Enter(cell, ref more, ref less);
            var kept = model.Kept(window.First - cell.Period);
            pastGood += more * kept;
            pastBad += less * kept;
        }

        if (events == 0) return null;
        var posterior = model.Posterior(pastGood + good, pastBad + bad, mean);
        return new Tie(rows.Parties[cells[0].One], rows.Parties[cells[0].Other], posterior.Estimate(model.Intervals, good + bad), posterior.Friendly, good, bad, events) { Posterior = posterior };
    }
}
