using System.Collections.Immutable;

namespace Entente.Analysis.Forecasting;

/// <summary>The levels of a series under several discounts, and the means that they foresee.</summary>
/// <param name="periods">Number of periods for which something will be foreseen.</param>
internal sealed class DiscountLevels(int periods)
{
    private static readonly ImmutableArray<double> Discounts = [0.3, 0.5, 0.65, 0.8, 0.9, 0.96, 0.99];

    /// <summary>Share of the way back to the long-run level that a level goes in a period.</summary>
    private static readonly ImmutableArray<double> Returns = [0, 0.15];

    /// <summary>Discount of the long-run level: about fifty periods, since few relations are today what they were decades ago.</summary>
    private const double Long = 0.98;

    /// <summary>No series is foreseen to have ended for good.</summary>
    private const double Least = 1e-3;

    private readonly double[] foreseen = new double[periods * Discounts.Length * Returns.Length];
    private readonly double[] sums = new double[Discounts.Length];
    private readonly double[] counts = new double[Discounts.Length];
    private double sum;
    private double count;

    /// <summary>Number of means that are foreseen for a period.</summary>
    public static int Number => Discounts.Length * Returns.Length;

    /// <summary>The means that were foreseen from the values before a period.</summary>
    public ReadOnlySpan<double> Foreseen(int period) => foreseen.AsSpan(period * Number, Number);

    /// <summary>Foresees the means of the period that lies <paramref name="horizon"/> − 1 after this one, from the values learnt so far.</summary>
    public void Foresee(int period, int horizon)
    {
        // Half a value at the long-run level, and half an event for that level, stand in for the history that is missing at first.
        var overall = (sum + 0.5) / (count + 1);
        for (var r = 0; r < Returns.Length; r++)
        {
            var stay = Math.Pow(1 - Returns[r], horizon);
            for (var d = 0; d < Discounts.Length; d++)
            {
                var level = (sums[d] + (0.5 * overall)) / (counts[d] + 0.5);
                foreseen[(period * Number) + (r * Discounts.Length) + d] = Math.Max(Least, (stay * level) + ((1 - stay) * overall));
            }
        }
    }

    /// <summary>Learns the next value.</summary>
    public void Learn(double value)
    {
        sum = (Long * sum) + value;
        count = (Long * count) + 1;
        for (var d = 0; d < Discounts.Length; d++)
        {
            sums[d] = (Discounts[d] * sums[d]) + value;
            counts[d] = (Discounts[d] * counts[d]) + 1;
        }
    }
}
