using System.Collections.Immutable;

namespace Entente.Analysis.Forecasting;

/// <summary>Whether what was called likely came as often as it was called.</summary>
/// <param name="Count">Number of forecasts.</param>
/// <param name="Coverage50">Share of the outcomes inside the central half of their forecasts; at least 0.5 for honest forecasts of counts.</param>
/// <param name="Coverage80">The same of the central 80 %.</param>
/// <param name="Coverage95">The same of the central 95 %.</param>
/// <param name="Histogram">
/// Share of the probability integral transforms in each tenth from 0 to 1: all 0.1 for calibrated forecasts, U-shaped for too narrow
/// ones, hump-shaped for too wide ones, falling for too high ones.
/// </param>
public sealed record Calibration(int Count, double Coverage50, double Coverage80, double Coverage95, ImmutableArray<double> Histogram)
{
    /// <summary>
    /// The probability integral transform of a count: the shares of the draws below the outcome and not above it. For counts it is a
    /// stretch instead of a number (Czado, Gneiting and Held, Predictive model assessment for count data, 2009).
    /// </summary>
    /// <exception cref="ArgumentException">There is no draw.</exception>
    public static (double Below, double NotAbove) Transform(ReadOnlySpan<double> draws, double outcome)
    {
        if (draws.IsEmpty) throw new ArgumentException("There is no draw.", nameof(draws));
        var (below, same) = (0, 0);
        foreach (var draw in draws)
        {
            if (draw < outcome) below++;
            if (draw == outcome) same++;
        }

        return ((double)below / draws.Length, (double)(below + same) / draws.Length);
    }

    /// <summary>
    /// Of the transforms of many forecasts. An outcome is inside the central share c if its transform, as a stretch, touches
    /// (1 − c) / 2 to (1 + c) / 2. All NaN where there is no forecast.
    /// </summary>
    public static Calibration Of(IReadOnlyCollection<(double Below, double NotAbove)> transforms)
    {
        ArgumentNullException.ThrowIfNull(transforms);
        var tenths = new double[10];
        foreach (var (below, notAbove) in transforms)
        {
            for (var i = 0; i < tenths.Length; i++)
            {
                // An outcome that no draw equals has a stretch of no length: it falls whole into its tenth.
                var (from, to) = (i / 10.0, (i + 1) / 10.0);
                tenths[i] += notAbove > below
                    ? Math.Max(0, Math.Min(to, notAbove) - Math.Max(from, below)) / (notAbove - below)
                    : (int)Math.Min(9, below * 10) == i ? 1 : 0;
            }
        }

        return new Calibration(transforms.Count, Inside(0.5), Inside(0.8), Inside(0.95), [.. tenths.Select(t => t / transforms.Count)]);

        double Inside(double share) => transforms.Count == 0
            ? double.NaN
            : (double)transforms.Count(t => t.NotAbove >= (1 - share) / 2 && t.Below <= (1 + share) / 2) / transforms.Count;
    }
}
