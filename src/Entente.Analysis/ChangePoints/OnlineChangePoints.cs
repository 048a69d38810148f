using System.Collections.Immutable;
using Entente.Analysis.Statistics;
using MathNet.Numerics;

namespace Entente.Analysis.ChangePoints;

/// <summary>
/// Bayesian change points: runs of independent values whose parameters are drawn anew at each change, changes at a constant hazard. The
/// filter is that of Adams and MacKay (Bayesian online changepoint detection, 2007): normal-inverse-gamma with Student's t as predictive
/// distribution, gamma-Poisson with the negative binomial, and beta negative binomial for over-dispersed counts. The probability of a
/// change at each period given the whole series is exact, from the forward and the backward recursion of Fearnhead (Exact and efficient
/// Bayesian inference for multiple changepoint problems, 2006): P(start at t | x) = h · E(x before t) · E(x from t) / E(x) with evidences E.
/// Priors come from the series (its mean, its spread and the noise between neighbours), worth one value or so.
/// </summary>
public static class OnlineChangePoints
{
    /// <summary>Weighs a series.</summary>
    /// <param name="series">One value a period; NaN is a missing period: a change may fall on it, but it tells nothing.</param>
    /// <param name="options">The model, the hazard and the pruning; null for the defaults.</param>
    /// <exception cref="ArgumentException">A value is infinite or, in a model of counts, negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static ChangePosterior Weigh(ReadOnlySpan<double> series, OnlineOptions? options = null) => Weigh(series, [], 0, options).Posterior;

    /// <summary>
    /// Weighs a series and gives for some periods the probability, given the whole series, that at least one stretch begins within
    /// <paramref name="within"/> periods of them.
    /// </summary>
    /// <param name="series">One value a period; NaN is a missing period.</param>
    /// <param name="around">The periods asked for.</param>
    /// <param name="within">How many periods before and after them count, at least 0.</param>
    /// <param name="options">The model, the hazard and the pruning; null for the defaults.</param>
    /// <returns>The posterior, and one probability for each period asked for.</returns>
    /// <exception cref="ArgumentException">A value is infinite or, in a model of counts, negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option or a period is outside its range.</exception>
    public static (ChangePosterior Posterior, ImmutableArray<double> Around) Weigh(ReadOnlySpan<double> series, ReadOnlySpan<int> around, int within, OnlineOptions? options)
    {
        options ??= new OnlineOptions();
        Check(options);
        ArgumentOutOfRangeException.ThrowIfNegative(within);
        foreach (var period in around)
            if (period < 0 || period >= series.Length) throw new ArgumentOutOfRangeException(nameof(around), period, "No period of the series.");
        var values = PresentValues.Of(series, options.Model).Values;
        // Without values the prior is all there is, whatever the model.
        if (values.IsEmpty) return Weigh(new PoissonEvidence(1, 1), series, 0, 0, around, within, options);
        var moments = Moments.Of(values);
        var noise = Roughness.Deviation(values);
        noise = noise > 0 ? noise * noise : 1;
        if (options.Model is SeriesModel.Normal or SeriesModel.NormalMean)
        {
            // A level may lie as far off the mean as the values do; the noise is known about as well as from two values.
            var kappa = noise / Math.Max(noise, moments.Variance is > 0 and var spread ? spread : noise);
            return Weigh(new NormalEvidence(kappa, 1, noise, values.Length), series, moments.Mean, 0, around, within, options);
        }

        var mean = Math.Max(moments.Mean, 1.0 / values.Length);
        var size = options.Model == SeriesModel.Poisson ? double.PositiveInfinity : options.Size ?? Roughness.NegativeBinomialSize(values);
        var constant = values.ToArray().Sum(x => (size > 1e7 ? 0 : SpecialFunctions.GammaLn(x + size) - SpecialFunctions.GammaLn(size)) - SpecialFunctions.GammaLn(x + 1));
        return size > 1e7
            ? Weigh(new PoissonEvidence(1, 1 / mean), series, 0, constant, around, within, options)
            : Weigh(new NegativeBinomialEvidence(size, 1, 1 + (size / mean)), series, 0, constant, around, within, options);
    }

    private static (ChangePosterior, ImmutableArray<double>) Weigh<TEvidence>(
        TEvidence model, ReadOnlySpan<double> series, double centre, double constant, ReadOnlySpan<int> around, int within, OnlineOptions options)
        where TEvidence : struct, ISegmentEvidence
    {
        var count = series.Length;
        var filter = new RunLengthFilter<TEvidence>(model, series.ToArray(), centre, options);
        var (recent, length, change) = (new double[count], new double[count], new double[count]);
        var before = filter.Run(backwards: false, recent, length);
        var after = filter.Run(backwards: true);
        for (var t = 1; t < count; t++) change[t] = Math.Min(1, options.Hazard * Math.Exp(before[t] + after[count - t] - before[count]));
        var near = new double[around.Length];
        for (var i = 0; i < near.Length; i++)
        {
            var (first, last) = (Math.Max(1, around[i] - within), Math.Min(count - 1L, (long)around[i] + within));
            if (first > last) continue;
            var none = filter.Run(backwards: false, without: first, until: (int)last)[count] - before[count];
            near[i] = Math.Clamp(-Math.Exp(Math.Min(none, 0)) + 1, 0, 1);
        }

        return (new ChangePosterior([.. change], [.. recent], [.. length], before[count] + constant), [.. near]);
    }

    private static void Check(OnlineOptions options)
    {
        if (!(options.Hazard is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Hazard, "The hazard lies between 0 and 1.");
        if (!(options.Negligible is >= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Negligible, "What is negligible lies between 0 and 1.");
        if (!(options.Size is null or > 0)) throw new ArgumentOutOfRangeException(nameof(options), options.Size, "The size is positive.");
        if (options.Recent < 1) throw new ArgumentOutOfRangeException(nameof(options), options.Recent, "At least one latest period is looked at.");
        if (!Enum.IsDefined(options.Model)) throw new ArgumentOutOfRangeException(nameof(options), options.Model, "Unknown model.");
    }
}
