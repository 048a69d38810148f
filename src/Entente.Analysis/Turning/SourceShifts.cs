using System.Collections.Immutable;
using Entente.Store.Relating;

namespace Entente.Analysis.Turning;

/// <summary>Tells when the mixture of sources changed.</summary>
public sealed class SourceShifts
{
    /// <summary>A change of the mixture by so much (Jensen–Shannon distance, 0 to 1) may be seen in figures.</summary>
    public const double Noticeable = 0.4;

    private readonly SortedDictionary<int, Dictionary<string, double>> periods = [];

    /// <summary>Reads what each source gave.</summary>
    public SourceShifts(ImmutableArray<SourceCell> cells)
    {
        foreach (var cell in cells)
        {
            if (!periods.TryGetValue(cell.Period, out var sources)) periods[cell.Period] = sources = new(StringComparer.Ordinal);
            sources[cell.Source] = sources.GetValueOrDefault(cell.Source) + cell.Count;
        }
    }

    /// <summary>Whether the sources of the periods from here on differ noticeably from those before.</summary>
    /// <param name="period">Number of the period.</param>
    /// <param name="reach">Periods on each side that are compared.</param>
    public bool At(int period, int reach = 6) => Distance(Mixture(period - reach, period - 1), Mixture(period, period + reach - 1)) > Noticeable;

    /// <summary>Jensen–Shannon distance of two mixtures (square root of the divergence to base 2), 0 to 1; 0 where one is empty (Endres and Schindelin 2003).</summary>
    internal static double Distance(Dictionary<string, double> one, Dictionary<string, double> other)
    {
        var (all, rest) = (one.Values.Sum(), other.Values.Sum());
        if (all <= 0 || rest <= 0) return 0;
        var sum = 0.0;
        foreach (var source in one.Keys.Union(other.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (p, q) = (one.GetValueOrDefault(source) / all, other.GetValueOrDefault(source) / rest);
            var middle = (p + q) / 2;
            if (p > 0) sum += p / 2 * Math.Log2(p / middle);
            if (q > 0) sum += q / 2 * Math.Log2(q / middle);
        }

        return Math.Sqrt(Math.Max(0, sum));
    }

    private Dictionary<string, double> Mixture(int first, int last)
    {
        var sum = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var period = first; period <= last; period++)
            if (periods.TryGetValue(period, out var sources))
                foreach (var (source, count) in sources) sum[source] = sum.GetValueOrDefault(source) + count;
        return sum;
    }
}
