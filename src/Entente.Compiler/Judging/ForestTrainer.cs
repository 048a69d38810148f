using System.Collections.Immutable;
using Entente.Coding.Judging;

namespace Entente.Compiler.Judging;

/// <summary>
/// Grows the trees of a yes or no by gradient boosting of the logistic loss with second-order steps (Friedman 2001; Chen and Guestrin
/// 2016), each on a share of the lessons and of the inputs. One thread and a fixed order, so that the same lessons give the same trees.
/// </summary>
internal sealed class ForestTrainer
{
    /// <summary>Number of trees.</summary>
    public int Trees { get; init; } = 300;

    /// <summary>Most questions before an answer.</summary>
    public int Depth { get; init; } = 5;

    /// <summary>How much of each answer counts.</summary>
    public double Rate { get; init; } = 0.04;

    /// <summary>Share of the inputs that a tree may ask for.</summary>
    public double InputShare { get; init; } = 0.6;

    private const int Bins = 32;
    private const int LeastLessons = 30;
    private const double Pull = 5;
    private const double LessonShare = 0.7;
    private const double LeastGain = 1e-3;

    /// <summary>Grows a forest.</summary>
    /// <param name="values">The inputs of each lesson.</param>
    /// <param name="right">Whether each is a yes.</param>
    public Forest Fit(int[][] values, bool[] right)
    {
        var (count, inputs) = (values.Length, values[0].Length);
        var random = new Random(3);
        var yes = right.Count(r => r);
        var bias = Math.Log((yes + 1.0) / (count - yes + 1.0));
        var cuts = Enumerable.Range(0, inputs).Select(j => Cuts(values, j)).ToArray();
        var bins = Array.ConvertAll(values, v => Enumerable.Range(0, inputs).Select(j => Bin(cuts[j], v[j])).ToArray());
        var scores = Enumerable.Repeat(bias, count).ToArray();
        var (slope, curve, chosen) = (new double[count], new double[count], new bool[count]);
        var trees = ImmutableArray.CreateBuilder<ImmutableArray<Forest.Node>>();
        for (var t = 0; t < Trees; t++)
        {
            for (var i = 0; i < count; i++)
            {
                var p = 1 / (1 + Math.Exp(-scores[i]));
                (slope[i], curve[i], chosen[i]) = (p - (right[i] ? 1 : 0), p * (1 - p), random.NextDouble() < LessonShare);
            }

            var asked = Enumerable.Range(0, inputs).OrderBy(_ => random.Next()).Take(Math.Max(1, (int)(inputs * InputShare))).ToArray();
            var tree = Grow(bins, cuts, asked, slope, curve, [.. Enumerable.Range(0, count).Where(i => chosen[i])]);
            for (var i = 0; i < count; i++) scores[i] += Forest.Answer(tree, values[i]) / Forest.Steps;
            trees.Add(tree);
        }

        return new Forest(inputs, (int)Math.Round(bias * Forest.Steps), trees.ToImmutable());
    }

    private ImmutableArray<Forest.Node> Grow(byte[][] bins, int[][] cuts, int[] asked, double[] slope, double[] curve, int[] lessons)
    {
        var nodes = new List<Forest.Node> { default };
        var waiting = new Queue<(int Node, int Depth, int[] Lessons)>([(0, 0, lessons)]);
        while (waiting.TryDequeue(out var next))
        {
            var (gradient, hessian) = (next.Lessons.Sum(i => slope[i]), next.Lessons.Sum(i => curve[i]));
            var split = next.Depth < Depth ? Best(bins, cuts, asked, slope, curve, next.Lessons, gradient, hessian) : null;
            if (split is not { } found)
            {
                nodes[next.Node] = new Forest.Node(-1, 0, 0, (int)Math.Round(-gradient / (hessian + Pull) * Rate * Forest.Steps));
                continue;
            }

            nodes[next.Node] = new Forest.Node((short)found.Input, cuts[found.Input][found.Cut], nodes.Count, 0);
            waiting.Enqueue((nodes.Count, next.Depth + 1, Array.FindAll(next.Lessons, i => bins[i][found.Input] <= found.Cut)));
            waiting.Enqueue((nodes.Count + 1, next.Depth + 1, Array.FindAll(next.Lessons, i => bins[i][found.Input] > found.Cut)));
            nodes.Add(default);
            nodes.Add(default);
        }

        return [.. nodes];
    }

    private static (int Input, int Cut)? Best(byte[][] bins, int[][] cuts, int[] asked, double[] slope, double[] curve, int[] lessons, double gradient, double hessian)
    {
        (int, int)? best = null;
        var most = LeastGain;
        var (g, h, n) = (new double[Bins], new double[Bins], new int[Bins]);
        foreach (var j in asked)
        {
            Array.Clear(g);
            Array.Clear(h);
            Array.Clear(n);
            foreach (var i in lessons)
            {
                var bin = bins[i][j];
                g[bin] += slope[i];
                h[bin] += curve[i];
                n[bin]++;
            }

            var (left, weight, number) = (0.0, 0.0, 0);
            for (var cut = 0; cut < cuts[j].Length; cut++)
            {
                (left, weight, number) = (left + g[cut], weight + h[cut], number + n[cut]);
                if (number < LeastLessons || lessons.Length - number < LeastLessons) continue;
                var gain = (left * left / (weight + Pull)) + ((gradient - left) * (gradient - left) / (hessian - weight + Pull)) - (gradient * gradient / (hessian + Pull));
                if (gain > most) (best, most) = ((j, cut), gain);
            }
        }

        return best;
    }

    /// <summary>Values that part the lessons into shares of about one size; the last part has no end.</summary>
    private static int[] Cuts(int[][] values, int input)
    {
        var sorted = values.Select(v => v[input]).Order().ToArray();
        return [.. Enumerable.Range(1, Bins - 1).Select(k => sorted[(int)((long)k * sorted.Length / Bins)]).Distinct().Where(c => c < sorted[^1])];
    }

    private static byte Bin(int[] cuts, int value)
    {
        var bin = 0;
        while (bin < cuts.Length && value > cuts[bin]) bin++;
        return (byte)bin;
    }
}
