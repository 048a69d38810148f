namespace Entente.Compiler.Judging;

/// <summary>Figures that judges are measured with.</summary>
internal static class Measures
{
    private const int Bins = 10;

    /// <summary>Mean F1 over the classes of the gold answers, each folded by <paramref name="fold"/>; 0 to 1.</summary>
    public static double MacroF1(IReadOnlyList<(string Gold, string Answer, double Confidence)> answers, Func<string, string> fold)
    {
        var classes = answers.Select(a => fold(a.Gold)).Distinct().ToList();
        return classes.Average(c =>
        {
            double both = answers.Count(a => fold(a.Gold) == c && fold(a.Answer) == c);
            double some = answers.Count(a => fold(a.Gold) == c) + answers.Count(a => fold(a.Answer) == c);
            return both == 0 ? 0 : 2 * both / some;
        });
    }

    /// <summary>The quad class of a type of the practice PLV, in which YIELD is material cooperation.</summary>
    public static string Quad(string type) => type switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" => "1",
        "COOPERATE" or "AID" or "YIELD" => "2",
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => "3",
        _ => "4",
    };

    /// <summary>Expected calibration error: over ten bins of confidence, how far the share of right answers lies from the mean confidence, weighted by size.</summary>
    public static double CalibrationError(IReadOnlyList<(double Confidence, bool Right)> answers) =>
        answers.GroupBy(a => Math.Min(Bins - 1, (int)(a.Confidence * Bins)))
            .Sum(bin => Math.Abs(bin.Average(a => a.Right ? 1.0 : 0.0) - bin.Average(a => a.Confidence)) * bin.Count() / answers.Count);

    /// <summary>Area under the receiver operating characteristic: how probable it is that a right answer has more confidence than a wrong one; ties count half.</summary>
    public static double AreaUnderCurve(IReadOnlyList<(double Confidence, bool Right)> answers)
    {
        double right = answers.Count(a => a.Right), wrong = answers.Count - right, below = 0, sum = 0;
        foreach (var group in answers.GroupBy(a => a.Confidence).OrderBy(g => g.Key))
        {
            double rights = group.Count(a => a.Right), wrongs = group.Count() - rights;
            sum += rights * (below + (wrongs / 2));
            below += wrongs;
        }

        return sum / (right * wrong);
    }
}
