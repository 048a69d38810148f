using Entente.Coding.Judging;

namespace Entente.Compiler.Judging;

/// <summary>Finds how log odds of a judge become probabilities that hold: temperature and shift of least negative log likelihood (Platt 1999).</summary>
internal static class ScaleFitting
{
    /// <summary>The log odds of lessons, and whether they are right.</summary>
    public static List<(double Odds, bool Right)> Scored(TrustModel model, IEnumerable<AcceptanceLesson> lessons) =>
        [.. lessons.Select(l => (TrustTrainer.Odds(model, l), l.IsRight))];

    /// <summary>The shift of the log odds at which the answers fit best, in steps of a twentieth.</summary>
    /// <param name="answers">Log odds, and what was right.</param>
    /// <param name="of">The scale with a shift.</param>
    /// <param name="picked">Whether the answers are of texts that somebody picked.</param>
    public static double Shift(IReadOnlyList<(double Odds, bool Right)> answers, Func<double, TrustScale> of, bool picked) =>
        Enumerable.Range(-40, 81).Select(i => i / 20.0).MinBy(shift => Loss(answers, of(shift), picked));

    /// <summary>Temperature and shift at which the answers fit best.</summary>
    public static TrustScale Fit(IReadOnlyList<(double Odds, bool Right)> answers)
    {
        var (best, least) = (default(TrustScale), double.MaxValue);
        for (var temperature = 0.5; temperature <= 4; temperature += 0.05)
        {
            for (var shift = -1.5; shift <= 1.5; shift += 0.05)
            {
                var scale = new TrustScale(Math.Round(temperature, 2), Math.Round(shift, 2), 0);
                var loss = Loss(answers, scale, picked: false);
                if (loss < least) (best, least) = (scale, loss);
            }
        }

        return best;
    }

    private static double Loss(IReadOnlyList<(double Odds, bool Right)> answers, TrustScale scale, bool picked) => answers.Sum(a =>
    {
        var probability = scale.Probability(a.Odds, picked);
        return -Math.Log(Math.Max(1e-12, a.Right ? probability : 1 - probability));
    });
}
