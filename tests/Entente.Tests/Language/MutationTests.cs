using Xunit;

namespace Entente.Tests.Language;

/// <summary>Odd texts made out of sound ones, read by both models. A class of its own, so that it runs beside the other tests.</summary>
public sealed class MutationTests
{
    /// <summary>One mutation in so many is read by the accurate model too, which takes several times as long.</summary>
    private const int Accurate = 5;

    [Fact]
    public void TenThousandMutationsOfNewsGiveWordsInOrderAndTrees()
    {
        for (var seed = 0; seed < 10_000; seed++)
        {
            RobustnessTests.Check(TestParser.Fast, Mutation.Text(seed), seed % 3 == 0 ? seed : 0);
            if (seed % Accurate == 0) RobustnessTests.Check(TestParser.Instance, Mutation.Text(seed), seed % 2 == 0 ? seed : 0);
        }
    }
}
