using System.Numerics;
using Entente.Coding.Actors;

namespace Entente.Compiler.Coreference;

/// <summary>Fits the weights of <see cref="CorefereeModel"/>: maximum likelihood with a Gaussian prior, by Adam over all lessons.</summary>
internal static class CoreferenceTrainer
{
    private const int Rounds = 400;
    private const double Rate = 0.05;
    private const double Prior = 0.5;

    /// <summary>The weights that make the right answers of the lessons likeliest.</summary>
    public static double[] Fit(IReadOnlyList<Lesson> lessons)
    {
        var size = CorefereeModel.Features * CorefereeModel.Kinds;
        var weights = new double[size];
        double[] mean = new double[size], square = new double[size];
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = Gradient(lessons, weights);
            for (var i = 0; i < size; i++)
            {
                mean[i] = (0.9 * mean[i]) + (0.1 * gradient[i]);
                square[i] = (0.999 * square[i]) + (0.001 * gradient[i] * gradient[i]);
                weights[i] -= Rate * (mean[i] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(square[i] / (1 - Math.Pow(0.999, round))) + 1e-8);
            }
        }

        return weights;
    }

    /// <summary>
    /// For each sort of anaphor the least probability at which answers that name somebody are right often enough, by weights that did
    /// not see the document: ten parts of whole documents.
    /// </summary>
    public static double[] Least(IReadOnlyList<Lesson> lessons, double[] precision)
    {
        const int Parts = 10;
        var answers = new List<(AnaphorKind Kind, double Probability, bool Right)>();
        for (var part = 0; part < Parts; part++)
        {
            var model = new CorefereeModel(Fit([.. lessons.Where(l => l.Document % Parts != part)]), new double[CorefereeModel.Kinds]);
            foreach (var lesson in lessons.Where(l => l.Document % Parts == part))
            {
                var choice = model.Choose(lesson.Anaphor);
                if (choice.Candidate >= 0 && Names(lesson.Anaphor, choice)) answers.Add((lesson.Anaphor.Kind, choice.Probability, lesson.Right.Contains(choice.Candidate)));
            }
        }

        return [.. Enumerable.Range(0, CorefereeModel.Kinds).Select(kind => Least(answers.Where(a => (int)a.Kind == kind), precision[kind]))];
    }

    /// <summary>Whether the answer names somebody, so that it can do good or harm.</summary>
    public static bool Names(Anaphor anaphor, Choice choice) => anaphor.Candidates[choice.Candidate].Last.Referent is { Named: true } or { Actors.IsEmpty: false };

    private static double Least(IEnumerable<(AnaphorKind Kind, double Probability, bool Right)> answers, double precision)
    {
        var least = 0.99;
        int right = 0, all = 0;
        foreach (var answer in answers.OrderByDescending(a => a.Probability))
        {
            all++;
            if (answer.Right) right++;
            if (all >= 10 && right >= precision * all) least = answer.Probability;
        }

        return Math.Round(least, 3);
    }

    private static double[] Gradient(IReadOnlyList<Lesson> lessons, double[] weights)
    {
        var gradient = new double[weights.Length];
        var none = new double[CorefereeModel.Kinds];
        var model = new CorefereeModel(weights, none);
        foreach (var lesson in lessons)
        {
            var anaphor = lesson.Anaphor;
            var scores = anaphor.Candidates.Select(c => Math.Exp(model.Score(anaphor.Kind, c.Features))).Append(Math.Exp(model.Score(anaphor.Kind, anaphor.Nothing))).ToArray();
            var total = scores.Sum();
            var right = lesson.Right.Count == 0 ? scores[^1] : lesson.Right.Sum(r => scores[r]);
            for (var i = 0; i < scores.Length; i++)
            {
                var isRight = lesson.Right.Count == 0 ? i == scores.Length - 1 : lesson.Right.Contains(i);
                var slope = (scores[i] / total) - (isRight ? scores[i] / right : 0);
                var features = i == scores.Length - 1 ? anaphor.Nothing : anaphor.Candidates[i].Features;
                for (var at = (int)anaphor.Kind * CorefereeModel.Features; features != 0; features &= features - 1)
                    gradient[at + BitOperations.TrailingZeroCount(features)] += slope;
            }
        }

        for (var i = 0; i < gradient.Length; i++) gradient[i] += Prior * weights[i];
        return gradient;
    }
}
