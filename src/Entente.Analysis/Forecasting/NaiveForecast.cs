using System.Collections.Immutable;

namespace Entente.Analysis.Forecasting;

/// <summary>
/// Turns a rule of thumb for the middle of the coming count into a forecast with an honest spread: negative binomial around the middle m,
/// with the mean of what came after earlier middles of 0 in the place of 0, and of the size that the rule's own past errors ask for,
/// 1 / size = Σ ((x − m)² − m) / Σ m² over the past counts x.
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
        var past = new List<(double Count, double Middle)>();
        for (var end = 1; end + horizon <= history.Length; end++)
        {
            var (came, said) = (history[end + horizon - 1], rule(history[..end], horizon));
            if (!double.IsNaN(came) && !double.IsNaN(said)) past.Add((came, said));
        }

        // That a rule says nothing will come does not mean that nothing can: what came after it said so stands in.
        var nothings = past.Where(p => p.Middle == 0).ToList();
        var nothing = (nothings.Sum(p => p.Count) + 0.5) / (nothings.Count + 1);
        var (excess, squares) = (0.0, 0.0);
        foreach (var (count, said) in past)
        {
            var mean = said == 0 ? nothing : said;
            excess += ((count - mean) * (count - mean)) - mean;
            squares += mean * mean;
        }

        var middle = rule(history, horizon);
        if (double.IsNaN(middle)) middle = Last(history);
        var size = excess > 0 ? Math.Clamp(squares / excess, 0.05, Poisson) : squares > 0 ? Poisson : 1;
        return NegativeBinomial.Draw([new NegativeBinomial(middle == 0 ? nothing : middle, size)], [1], draws, seed);
    }

    /// <summary>The last value that is not missing, NaN for none.</summary>
    public static double Last(ReadOnlySpan<double> history)
    {
        for (var i = history.Length - 1; i >= 0; i--)
            if (!double.IsNaN(history[i])) return history[i];
        return double.NaN;
    }
}
