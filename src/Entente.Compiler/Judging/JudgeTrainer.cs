using System.Collections.Immutable;
using Entente.Coding.Judging;

namespace Entente.Compiler.Judging;

/// <summary>
/// Fits a multinomial logistic model with a Gaussian prior by stochastic steps whose size AdaGrad (Duchi et al. 2011) chooses for each
/// weight. One thread and a fixed order, so that the same lessons give the same model.
/// </summary>
/// <param name="classes">Number of classes.</param>
internal sealed class JudgeTrainer(int classes)
{
    /// <summary>Times that all lessons are gone through.</summary>
    public int Rounds { get; init; } = 12;

    /// <summary>Size of the first steps.</summary>
    public float Rate { get; init; } = 0.15f;

    /// <summary>Pull of each weight towards zero, at each lesson that has its feature.</summary>
    public float Prior { get; init; } = 2e-4f;

    /// <summary>Features in fewer lessons than this are left out.</summary>
    public int Least { get; init; } = 2;

    /// <summary>Number of domains whose lessons differ; each has weights of its own beside the shared ones (Daumé 2007).</summary>
    public int Domains { get; init; } = 1;

    /// <summary>How much a domain's own weights count beside the shared ones.</summary>
    public float Own { get; init; } = 0.5f;

    private readonly Dictionary<uint, int> rows = [];
    private float[] weights = [];

    /// <summary>Fits the weights.</summary>
    public void Fit(IReadOnlyList<JudgeLesson> lessons)
    {
        Number(lessons);
        var width = classes * (Domains + 1);
        weights = new float[(rows.Count + 1) * width];
        var squares = new float[weights.Length];
        var random = new Random(7);
        var order = Enumerable.Range(0, lessons.Count).ToArray();
        var known = lessons.Select(l => Known(l.Features)).ToArray();
        var slopes = new float[classes];
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var lesson = lessons[i];
                Probabilities(known[i], lesson.Domain, slopes);
                slopes[lesson.Label] -= 1;
                for (var c = 0; c < classes; c++) slopes[c] *= lesson.Weight;
                foreach (var row in known[i])
                {
                    Step(squares, row * width, slopes, 1);
                    if (Domains > 1) Step(squares, (row * width) + ((lesson.Domain + 1) * classes), slopes, Own);
                }
            }
        }
    }

    /// <summary>Probabilities of the classes by the weights in training.</summary>
    public float[] Probabilities(uint[] features, int domain)
    {
        var into = new float[classes];
        Probabilities(Known(features), domain, into);
        return into;
    }

    /// <summary>The model of one domain that the program reads, with weights in whole steps.</summary>
    public JudgeModel Model(ImmutableArray<string> labels, int domain, double temperature)
    {
        var features = new List<(uint, (byte, sbyte)[])>();
        foreach (var (key, row) in rows)
        {
            var list = Enumerable.Range(0, classes)
                .Select(c => ((byte)c, (sbyte)Math.Clamp(Math.Round(Weight(row, c, domain) * JudgeModel.Steps), -127, 127)))
                .Where(w => w.Item2 != 0).ToArray();
            if (list.Length > 0) features.Add((key, list));
        }

        return new JudgeModel(labels, [.. Enumerable.Range(0, classes).Select(c => (int)Math.Round(Weight(0, c, domain) * JudgeModel.Steps))], temperature, features);
    }

    private float Weight(int row, int label, int domain)
    {
        var at = (row * classes * (Domains + 1)) + label;
        return weights[at] + (Domains > 1 ? Own * weights[at + ((domain + 1) * classes)] : 0);
    }

    // Row 0 is the classes' own weight.
    private int[] Known(uint[] features) => [0, .. features.Where(rows.ContainsKey).Select(f => rows[f])];

    private void Number(IReadOnlyList<JudgeLesson> lessons)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var lesson in lessons)
            foreach (var feature in lesson.Features) counts[feature] = counts.GetValueOrDefault(feature) + 1;
        foreach (var (feature, count) in counts)
            if (count >= Least) rows[feature] = rows.Count + 1;
    }

    private void Probabilities(int[] known, int domain, float[] into)
    {
        Array.Clear(into);
        foreach (var row in known)
            for (var c = 0; c < classes; c++) into[c] += Weight(row, c, domain);
        var best = into.Max();
        var sum = 0f;
        for (var c = 0; c < classes; c++) sum += into[c] = MathF.Exp(into[c] - best);
        for (var c = 0; c < classes; c++) into[c] /= sum;
    }

    private void Step(float[] squares, int at, float[] slopes, float scale)
    {
        for (var c = 0; c < classes; c++)
        {
            var slope = (slopes[c] * scale) + (Prior * weights[at + c]);
            squares[at + c] += slope * slope;
            weights[at + c] -= Rate * slope / (MathF.Sqrt(squares[at + c]) + 1e-6f);
        }
    }
}
