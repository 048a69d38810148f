using NodaTime;

namespace Entente.Store.Duplicates;

/// <summary>
/// Tells whether of two texts one repeats the other: a copy, cut, extended, set into a page, lightly rewritten, corrected or brought up to date. A form
/// filled in anew, a new story with the old one's background, and another reporter's story of the same matter are no repeats.
/// </summary>
internal static class DuplicateJudge
{
    /// <summary>Least score of a repeat.</summary>
    public const double LeastScore = 0.55;

    // Fitted by logistic regression (maximum likelihood with an L2 penalty of 0.01 on standardised features) on the development half (odd ids) of
    // tests/Entente.Tests/Store/Duplicates/document-pairs.jsonl; at 0.55 ten-fold cross-validation there finds 98 to 100 % of the repeats and takes
    // nothing else for one.
    private const double OfCovered = 11.36;
    private const double OfRunning = 7.54;
    private const double OfReplaced = -8.13;
    private const double OfDelay = -3.01;
    private const double Bias = -13.08;

    /// <summary>Corrections and updates come within so many days. Later the same words with other names or numbers are other news.</summary>
    private const int Revising = 2;

    /// <summary>
    /// A text of fewer words says too little to tell a form ("Qtly div 10 cts vs 10 cts prior") from a rewrite, and leaves to its headline whom it
    /// is about: only the same words under the same headline are a repeat.
    /// </summary>
    private const int FewWords = 25;

    /// <summary>The longer ago a text was published, the less likely it is repeated; after so many days no less any more.</summary>
    private const int Week = 7;

    /// <summary>Probability that one text repeats the other, 0 to 1. Which of them comes first makes no difference.</summary>
    /// <param name="one">A text.</param>
    /// <param name="other">Another.</param>
    /// <param name="apart">Days between their publications, not negative; null when unknown.</param>
    public static double Score(TextOutline one, TextOutline other, int? apart)
    {
        if (!CanTell(one) || !CanTell(other)) return SaysTheSame(one, other) ? 1 : 0;
        var f = DuplicateFeatures.Of(one, other);
        if (apart > Revising && f.Replaced > 0) return 0;
        var delay = Math.Min(apart ?? 0, Week) / (double)Week;
        var sum = Bias + (OfCovered * f.Covered) + (OfRunning * f.Running) + (OfReplaced * f.Replaced) + (OfDelay * delay);
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Whether a text has words enough to be judged by them alone.</summary>
    public static bool CanTell(TextOutline text) => text.Length >= FewWords;

    /// <summary>Whether all words are the same and none of the two has another headline.</summary>
    private static bool SaysTheSame(TextOutline one, TextOutline other) =>
        one.Words.SequenceEqual(other.Words) && (one.Title.IsEmpty || other.Title.IsEmpty || one.Title.Select(w => w.Text).SequenceEqual(other.Title.Select(w => w.Text)));

    /// <summary>Days between two publications, null when one is not known.</summary>
    public static int? Apart(LocalDate? one, LocalDate? other) => one is { } a && other is { } b ? Math.Abs(Period.DaysBetween(a, b)) : null;
}
