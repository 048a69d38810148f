using System.Collections.Immutable;

namespace Entente.Analysis.Forecasting;

/// <summary>
/// The project's own forecast of counts: gamma-Poisson updating with exponential forgetting (Smith 1979; Harvey and Fernandes 1989),
/// a(t) = ω · a(t−1) + x(t) and b(t) = ω · b(t−1) + 1, for seven discounts ω at once; the level a / b of each stays, or goes back to a
/// long-run level (ω = 0.98) by 15 % a period; around it stand negative binomial distributions of eight sizes, with and without a fifth of
/// additional zeros. All 224 are mixed with weights proportional to the probability that each gave to the past counts at the same
/// horizon, those of older counts discounted by 0.98 a period (dynamic model averaging; Raftery, Kárný and Ettler 2010). So the discount,
/// the spread and the zeros are learnt from the past alone, and a short history gets a wide forecast. On monthly counts of events it does
/// better than naive rules one month ahead; half a year ahead the mean of the last twelve months is about as good.
/// </summary>
public sealed class DiscountForecaster : IForecaster
{
    /// <inheritdoc/>
    public string Name => "discount";

    /// <inheritdoc/>
    public ImmutableArray<double> Forecast(ReadOnlySpan<double> history, int horizon, int draws, ulong seed)
    {
        if (!History.Check(history, horizon, draws)) return [];
        var levels = new DiscountLevels(history.Length + 1);
        var weights = new DiscountWeights();
        for (var t = 0; t < history.Length; t++)
        {
            levels.Foresee(t, horizon);
            if (double.IsNaN(history[t])) continue;
            // What could be said of this period a horizon before it, the first period foreseen with no history at all among it.
            if (t - horizon + 1 >= 0) weights.Enter(levels.Foreseen(t - horizon + 1), history[t]);
            levels.Learn(history[t]);
        }

        levels.Foresee(history.Length, horizon);
        var (parts, shares) = weights.Mix(levels.Foreseen(history.Length));
        return NegativeBinomial.Draw(parts, shares, draws, seed);
    }
}
