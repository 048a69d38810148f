using Entente.Store.Relating;

namespace Entente.Analysis.Affinity;

/// <summary>The share of cooperation in the whole record, with what happened long ago forgotten at the same pace.</summary>
internal sealed class WorldMean
{
    private readonly double[] means;

    /// <summary>Reads the coverage, in the order of periods.</summary>
    public WorldMean(IReadOnlyList<CoverageCell> coverage, double keep)
    {
        (First, Last) = (coverage[0].Period, coverage[^1].Period);
        means = new double[Last - First + 1];
        var (good, bad, next) = (1.0, 1.0, 0);
        for (var i = 0; i < means.Length; i++)
        {
            (good, bad) = (1 + ((good - 1) * keep), 1 + ((bad - 1) * keep));
            if (coverage[next].Period == First + i)
            {
                good += coverage[next].Cooperation;
                bad += coverage[next++].Conflict;
            }

            means[i] = good / (good + bad);
        }
    }

    /// <summary>First period with coverage.</summary>
    public int First { get; }

    /// <summary>Last period with coverage.</summary>
    public int Last { get; }

    /// <summary>The share in a period and before, between 0 and 1.</summary>
    public double At(int period) => means[Math.Clamp(period - First, 0, means.Length - 1)];

    /// <summary>The share before a period; one half before the first.</summary>
    public double Before(int period) => period <= First ? 0.5 : At(period - 1);
}
