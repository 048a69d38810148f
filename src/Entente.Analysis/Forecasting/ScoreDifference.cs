using Entente.Analysis.Statistics;
using MathNet.Numerics.Distributions;

namespace Entente.Analysis.Forecasting;

/// <summary>
/// Whether one forecaster is better than another: the mean of score differences in order of time with a standard error that allows for
/// their dependence (Diebold and Mariano, Comparing predictive accuracy, 1995).
/// </summary>
/// <param name="Count">Number of differences that are not missing.</param>
/// <param name="Mean">Their mean; below 0 the first forecaster is better.</param>
/// <param name="StandardError">
/// Of the mean: the long-run variance with Bartlett weights (Newey and West 1987), with the correction for few differences of Harvey,
/// Leybourne and Newbold (1997). NaN for fewer than two.
/// </param>
/// <param name="Probability">Two-sided p-value against Student's t with count − 1 degrees of freedom; NaN where it cannot be told.</param>
public sealed record ScoreDifference(int Count, double Mean, double StandardError, double Probability)
{
    /// <summary>
    /// Of differences in order of time. The number of lags is the greater of horizon − 1 and 4 · (n / 100)^(2/9), Newey and West's rule.
    /// </summary>
    /// <param name="differences">Score of the first forecaster less that of the second; NaN is left out.</param>
    /// <param name="horizon">How many periods ahead the forecasts were, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is not positive.</exception>
    public static ScoreDifference Of(ReadOnlySpan<double> differences, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        var present = new List<double>(differences.Length);
        foreach (var value in differences)
            if (!double.IsNaN(value)) present.Add(value);
        var moments = Moments.Of(present.ToArray());
        var count = moments.Count;
        if (count < 2) return new ScoreDifference(count, moments.Mean, double.NaN, double.NaN);
        var lags = Math.Min(count - 1, Math.Max(horizon - 1, (int)(4 * Math.Pow(count / 100.0, 2.0 / 9))));
        var variance = 0.0;
        for (var lag = 0; lag <= lags; lag++)
        {
            var product = 0.0;
            for (var t = lag; t < count; t++) product += (present[t] - moments.Mean) * (present[t - lag] - moments.Mean);
            variance += (lag == 0 ? 1 : 2 * (1 - (lag / (lags + 1.0)))) * product / count;
        }

        var few = (count + 1 - (2.0 * horizon) + (horizon * (horizon - 1.0) / count)) / count;
        // With hardly more differences than the horizon the correction would take everything away.
        var error = Math.Sqrt(Math.Max(0, variance) / count / Math.Max(few, 1.0 / count));
        var probability = error > 0 ? 2 * StudentT.CDF(0, 1, count - 1, -Math.Abs(moments.Mean / error)) : moments.Mean == 0 ? 1 : 0;
        return new ScoreDifference(count, moments.Mean, error, probability);
    }
}
