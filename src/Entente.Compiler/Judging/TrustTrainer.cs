using Entente.Coding.Judging;

namespace Entente.Compiler.Judging;

/// <summary>
/// Trains how far an event may be trusted. The trees learn from scores of linear models that have not seen the lesson (stacking; Wolpert
/// 1992), and what they are measured and set on are lessons that neither have seen.
/// </summary>
/// <param name="real">Verdicts of readers.</param>
/// <param name="examples">Lessons of examples, which only the linear model of what was told learns from.</param>
internal sealed class TrustTrainer(IReadOnlyList<AcceptanceLesson> real, IReadOnlyList<JudgeLesson> examples)
{
    private readonly int[] folds = [.. real.Select(r => CrossValidation.Fold(r.Lesson.Id))];

    /// <summary>Log odds of each lesson by a model that was trained without its fold.</summary>
    public double[] Odds()
    {
        var odds = new double[real.Count];
        Parallel.For(0, CrossValidation.Folds, fold =>
        {
            var model = Fit(i => folds[i] != fold);
            for (var i = 0; i < real.Count; i++)
                if (folds[i] == fold) odds[i] = Odds(model, real[i]);
        });
        return odds;
    }

    /// <summary>The model of all lessons, not yet scaled.</summary>
    public TrustModel Fit() => Fit(_ => true);

    /// <summary>Log odds of a lesson.</summary>
    public static double Odds(TrustModel model, AcceptanceLesson lesson) => model.Odds(lesson.Lesson.Features, lesson.Words, lesson.Numbers);

    private TrustModel Fit(Func<int, bool> wanted)
    {
        var own = Enumerable.Range(0, real.Count).Where(wanted).ToList();
        var (told, words) = Linear(own);
        var values = new int[own.Count][];
        foreach (var fold in own.Select(i => folds[i]).Distinct().Order())
        {
            var (innerTold, innerWords) = Linear([.. own.Where(i => folds[i] != fold)]);
            for (var k = 0; k < own.Count; k++)
                if (folds[own[k]] == fold) values[k] = [TrustModel.Difference(innerTold, real[own[k]].Lesson.Features), TrustModel.Difference(innerWords, real[own[k]].Words), .. real[own[k]].Numbers];
        }

        var forest = new ForestTrainer().Fit(values, [.. own.Select(i => real[i].IsRight)]);
        return new TrustModel(told, words, forest, new TrustScale(1, 0, 0));
    }

    private (JudgeModel Told, JudgeModel Words) Linear(IReadOnlyCollection<int> lessons)
    {
        var told = CrossValidation.Careful();
        told.Fit([.. lessons.Select(i => real[i].Lesson), .. examples]);
        var words = CrossValidation.Careful();
        words.Fit([.. lessons.Select(i => real[i].Lesson with { Features = real[i].Words })]);
        return (told.Model(TrustModel.Labels, 0, 1), words.Model(TrustModel.Labels, 0, 1));
    }
}
