using System.Collections.Immutable;

namespace Entente.Analysis.Forecasting;

/// <summary>
/// Turns a rule of thumb for the middle of the coming count into a forecast with an honest spread: negative binomial around the middle,
/// of the size that the rule's own past errors ask for, 1 / size = Σ ((x − m)² − m) / Σ m² over the counts x and middles m of the past.
/// </summary>
internal static class NaiveForecast
{
    /// <summary>Beyond that size a negative binomial is Poisson for all that anyone could tell.</summary>
    private const double Poisson = 1e6;

    /// <summary>The middle by the rule for the period that lies <paramref name="horizon"/> after the end of the history; NaN for none.</summary>
    public delegate double Rule(ReadOnlySpan<double> history, int horizon);

    /// <summary>Draws.</summary>
    public static ImmutableArray<double> Draw(ReadOnlySpan<double> history, int horizon, int draws, ulong seed, Rule rule)
    {
        if (!History.Check(history, horizon, draws)) return [];
        // Nothing seen so far does not mean that nothing can come: no middle below what half an event in the whole history would give.
        var least = 0.5 / history.Length;
        var (excess, squares) = (0.0, 0.0);
        for (var end = 1; end + horizon <= history.Length; end++)
        {
            var (count, past) = (history[end + horizon - 1], rule(history[..end], horizon));
            if (double.IsNaN(count) || double.IsNaN(past)) continue;
            past = Math.Max(past, least);
            excess += ((count - past) * (count - past)) - past;
            squares += past * past;
        }

        var middle = rule(history, horizon);
        if (double.IsNaN(middle)) middle = Last(history);
        var size = excess > 0 ? Math.Clamp(squares / excess, 0.05, Poisson) : squares > 0 ? Poisson : 1;
        return NegativeBinomial.Draw([new NegativeBinomial(Math.Max(middle, least), size)], [1], draws, seed);
    }

    /// <summary>The last value that is not missing, NaN for none.</summary>
    public static double Last(ReadOnlySpan<double> history)
    {
        for (var i = history.Length - 1; i >= 0; i--)
            if (!double.IsNaN(history[i])) return history[i];
        return double.NaN;
    }
}
