using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Judging;

namespace Entente.Compiler.Judging;

/// <summary>Judges each lesson by a model that was trained without its fold. A lesson's fold is the number in its id modulo five.</summary>
internal static class CrossValidation
{
    /// <summary>Number of folds.</summary>
    public const int Folds = 5;

    /// <summary>A trainer as the judges of types are trained.</summary>
    public static JudgeTrainer Trainer(int classes, int domains) => new(classes) { Domains = domains, Rate = 0.01f, Rounds = 20, Prior = 2e-4f, Own = 0.5f };

    /// <summary>A trainer for a yes or no of which there are few lessons: fewer rounds, and more trust in the domain's own.</summary>
    public static JudgeTrainer Careful() => new(2) { Domains = 2, Rate = 0.004f, Rounds = 8, Prior = 2e-4f, Own = 1 };

    /// <summary>The fold of a lesson.</summary>
    public static int Fold(string id) => int.Parse(id[(id.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture) % Folds;

    /// <summary>The id of a document's lessons, by which all of them fall into one fold.</summary>
    public static string Id(string document) => string.Create(CultureInfo.InvariantCulture, $"document-{Hash(document) % Folds}");

    /// <summary>A number of a document by which documents are parted evenly (FNV-1a).</summary>
    public static int Hash(string document)
    {
        var hash = 2166136261u;
        foreach (var letter in document) hash = (hash ^ letter) * 16777619u;
        return (int)(hash >> 8);
    }

    /// <summary>A model for each fold, trained without it.</summary>
    public static JudgeModel[] Models(IReadOnlyList<JudgeLesson> lessons, Func<JudgeTrainer> make, ImmutableArray<string> labels, double temperature)
    {
        var models = new JudgeModel[Folds];
        Parallel.For(0, Folds, fold =>
        {
            var trainer = make();
            trainer.Fit([.. lessons.Where(l => l.Domain > 0 || Fold(l.Id) != fold)]);
            models[fold] = trainer.Model(labels, 0, temperature);
        });
        return models;
    }

    /// <summary>Probabilities of all classes for each lesson of domain 0, null for those of others.</summary>
    public static float[]?[] Scores(IReadOnlyList<JudgeLesson> lessons, Func<JudgeTrainer> make)
    {
        var scores = new float[]?[lessons.Count];
        Parallel.For(0, Folds, fold =>
        {
            var trainer = make();
            trainer.Fit([.. lessons.Where(l => l.Domain > 0 || Fold(l.Id) != fold)]);
            for (var i = 0; i < lessons.Count; i++)
                if (lessons[i].Domain == 0 && Fold(lessons[i].Id) == fold) scores[i] = trainer.Probabilities(lessons[i].Features, 0);
        });
        return scores;
    }

    /// <summary>The temperature at which the probabilities fit best (least negative log likelihood; Guo et al. 2017).</summary>
    public static double Temperature(float[]?[] scores, IReadOnlyList<JudgeLesson> lessons)
    {
        var (best, least) = (1.0, double.MaxValue);
        for (var temperature = 0.4; temperature <= 4; temperature += 0.05)
        {
            var loss = 0.0;
            for (var i = 0; i < scores.Length; i++)
            {
                if (scores[i] is not { } own) continue;
                var sum = own.Sum(p => Math.Exp(Math.Log(Math.Max(p, 1e-12)) / temperature));
                loss -= (Math.Log(Math.Max(own[lessons[i].Label], 1e-12)) / temperature) - Math.Log(sum);
            }

            if (loss < least) (best, least) = (temperature, loss);
        }

        return Math.Round(best, 2);
    }

    /// <summary>The probabilities at a temperature.</summary>
    public static double[] Softened(float[] probabilities, double temperature)
    {
        var values = probabilities.Select(p => Math.Exp(Math.Log(Math.Max(p, 1e-12)) / temperature)).ToArray();
        var sum = values.Sum();
        return [.. values.Select(v => v / sum)];
    }
}
