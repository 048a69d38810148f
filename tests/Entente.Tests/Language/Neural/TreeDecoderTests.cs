using CsCheck;
using Entente.Language.Neural;
using Xunit;

namespace Entente.Tests.Language.Neural;

/// <summary>The decoder always gives a tree with one word under the root, and the best one.</summary>
public sealed class TreeDecoderTests
{
    private static readonly TreeDecoder Decoder = new();

    [Fact]
    public void ShortSentencesGetTheBestTree() => Gen.Select(Gen.Int[1, 5], Gen.Int).Sample(
        t =>
        {
            var scores = Scores(t.Item1, t.Item2);
            var heads = Decode(scores, t.Item1);
            AssertTree(heads);
            Assert.Equal(Trees(t.Item1).Max(tree => Sum(scores, tree)), Sum(scores, heads), 4);
        }, iter: 1000, threads: 1);

    [Fact]
    public void LongSentencesGetATree() => Gen.Select(Gen.Int[5, 90], Gen.Int).Sample(
        t => AssertTree(Decode(Scores(t.Item1, t.Item2), t.Item1)), iter: 500, threads: 1);

    [Fact]
    public void EqualScoresGetATree()
    {
        for (var n = 1; n < 40; n++) AssertTree(Decode(new float[n * (n + 1)], n));
    }

    private static int[] Decode(float[] scores, int n)
    {
        var heads = new int[n + 1];
        Decoder.Decode((float[])scores.Clone(), n + 1, n, heads);
        return heads;
    }

    private static float[] Scores(int n, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, n * (n + 1)).Select(_ => random.NextSingle() * 10)];
    }

    private static float Sum(float[] scores, int[] heads) => Enumerable.Range(1, heads.Length - 1).Sum(d => scores[(d - 1) * heads.Length + heads[d]]);

    private static IEnumerable<int[]> Trees(int n)
    {
        var all = 1;
        for (var i = 0; i < n; i++) all *= n + 1;
        for (var number = 0; number < all; number++)
        {
            var heads = new int[n + 1];
            for (int d = 1, rest = number; d <= n; d++, rest /= n + 1) heads[d] = rest % (n + 1);
            if (IsTree(heads)) yield return heads;
        }
    }

    private static void AssertTree(int[] heads) => Assert.True(IsTree(heads), string.Join(' ', heads));

    private static bool IsTree(int[] heads)
    {
        if (heads.Skip(1).Count(h => h == 0) != 1) return false;
        for (var d = 1; d < heads.Length; d++)
        {
            var (at, steps) = (d, 0);
            while (at != 0 && steps++ < heads.Length) at = heads[at];
            if (at != 0) return false;
        }

        return true;
    }
}
