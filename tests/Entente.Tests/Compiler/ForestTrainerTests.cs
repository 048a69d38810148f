using Entente.Compiler.Judging;
using Xunit;

namespace Entente.Tests.Compiler;

/// <summary>What trees can learn that a sum of single features cannot, and the figures by which they are judged.</summary>
public sealed class ForestTrainerTests
{
    [Fact]
    public void Trees_learn_what_only_two_inputs_together_tell()
    {
        var random = new Random(5);
        var values = Enumerable.Range(0, 2000).Select(_ => new[] { random.Next(-9, 10), random.Next(-9, 10), random.Next(100) }).ToArray();
        var right = Array.ConvertAll(values, v => v[0] > 0 ^ v[1] > 3);
        var forest = new ForestTrainer { Trees = 60, Depth = 4, Rate = 0.2, InputShare = 1 }.Fit(values, right);
        var fresh = Enumerable.Range(0, 500).Select(_ => new[] { random.Next(-9, 10), random.Next(-9, 10), random.Next(100) }).ToList();
        var area = Measures.AreaUnderCurve([.. fresh.Select(v => (forest.Score(v), v[0] > 0 ^ v[1] > 3))]);
        Assert.InRange(area, 0.98, 1);
    }

    [Fact]
    public void The_same_lessons_give_the_same_trees()
    {
        var random = new Random(6);
        var values = Enumerable.Range(0, 400).Select(_ => new[] { random.Next(50), random.Next(50) }).ToArray();
        var right = Array.ConvertAll(values, v => v[0] + random.Next(20) > v[1]);
        var (one, two) = (new ForestTrainer { Trees = 10 }.Fit(values, right), new ForestTrainer { Trees = 10 }.Fit(values, right));
        Assert.All(values, v => Assert.Equal(one.Score(v), two.Score(v)));
    }

    [Fact]
    public void Inputs_that_tell_nothing_are_not_asked()
    {
        var forest = new ForestTrainer { Trees = 20 }.Fit([.. Enumerable.Range(0, 100).Select(_ => (int[])[3, 3])], [.. Enumerable.Range(0, 100).Select(i => i % 4 > 0)]);
        Assert.Equal(Math.Log(76 / 26.0), forest.Score([0, 0]), 1);
    }

    [Fact]
    public void The_area_counts_pairs_in_right_order_and_ties_half()
    {
        Assert.Equal(1, Measures.AreaUnderCurve([(0.2, false), (0.7, true), (0.9, true)]));
        Assert.Equal(0.5, Measures.AreaUnderCurve([(0.5, false), (0.5, true)]));
        Assert.Equal(0.75, Measures.AreaUnderCurve([(0.1, false), (0.3, true), (0.4, false), (0.8, true)]));
    }
}
