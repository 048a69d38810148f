using CsCheck;
using Entente.Analysis.Statistics;
using Xunit;

namespace Entente.Tests.Analysis.Statistics;

public sealed class FalseDiscoveryTests
{
    /// <summary>The fifteen p-values of Benjamini and Hochberg 1995, section 3.2: at 0.05 the first four are findings.</summary>
    private static readonly double[] Thrombolysis = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];

    [Fact]
    public void The_example_of_the_paper_has_four_findings()
    {
        Assert.Equal([0, 1, 2, 3], FalseDiscovery.BenjaminiHochberg(Thrombolysis, 0.05));
        Assert.Equal(0.0095 * 15 / 4, FalseDiscovery.Adjust(Thrombolysis)[3], 1e-12);
        Assert.Equal(1, FalseDiscovery.Adjust(Thrombolysis)[14]);
    }

    [Fact]
    public void The_longest_list_with_a_small_mean_error_is_kept()
    {
        Assert.Equal([2, 0, 3], FalseDiscovery.ByPosterior([0.9, 0.2, 0.99, 0.8, double.NaN], 0.11));
        Assert.Empty(FalseDiscovery.ByPosterior([0.5], 0.1));
        Assert.Empty(FalseDiscovery.ByPosterior([], 0.1));
        Assert.Equal([0, 1], FalseDiscovery.ByPosterior([1, 0], 1));
    }

    [Fact]
    public void Missing_values_are_no_tests()
    {
        Assert.Equal([0.02, 0.02], FalseDiscovery.Adjust([0.01, double.NaN, 0.02]).Where(p => !double.IsNaN(p)));
        Assert.Empty(FalseDiscovery.BenjaminiHochberg([double.NaN], 1));
        Assert.Empty(FalseDiscovery.BenjaminiHochberg([], 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscovery.Adjust([1.5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscovery.ByPosterior([-0.5], 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscovery.ByPosterior([0.5], double.NaN));
    }

    [Fact]
    public void Findings_are_those_of_the_step_up_rule() => Gen.Select(Gen.Double[0, 1].Array[0, 25], Gen.Double[0, 1]).Sample((p, limit) =>
    {
        var sorted = p.Order().ToArray();
        var last = Enumerable.Range(1, p.Length).LastOrDefault(k => sorted[k - 1] * p.Length / k <= limit);
        return FalseDiscovery.BenjaminiHochberg(p, limit).Length == last;
    });
}
