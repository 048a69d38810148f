using System.Collections.Immutable;
using CsCheck;
using Entente.Coding;
using Entente.Coding.Judging;
using Xunit;

namespace Entente.Tests.Coding.Judging;

/// <summary>The model of trust: what was written is read again, what was changed is refused, and trees answer as they are drawn.</summary>
public sealed class TrustModelTests
{
    private static readonly JudgeModel Linear = new(TrustModel.Labels, [0, 2], 1, [(7u, [((byte)0, (sbyte)40), ((byte)1, (sbyte)-12)])]);

    /// <summary>Input 0, the linear score, up to -10: -1; above it input 2 decides between 0.5 and 2.</summary>
    private static readonly Forest Trees = new(TrustQuestion.Numbers + 2, 0,
    [
        [new(0, -10, 1, 0), new(-1, 0, 0, -4096), new(2, 500, 3, 0), new(-1, 0, 0, 2048), new(-1, 0, 0, 8192)],
    ]);

    private static readonly byte[] Good = new TrustModel(Linear, Linear, Trees, new TrustScale(2, 0.5, 0.75)).Write();

    [Theory]
    [InlineData(true, 0, -1)]
    [InlineData(false, 500, 0.5)]
    [InlineData(false, 501, 2)]
    public void Trees_answer_as_they_are_drawn(bool said, int first, double odds)
    {
        var model = TrustModel.Read(Good);
        var numbers = new int[TrustQuestion.Numbers];
        numbers[0] = first;
        uint[] features = said ? [7u] : [];
        Assert.Equal(odds, model.Odds(features, [], numbers), 6);
        Assert.Equal(1 / (1 + Math.Exp(-(odds / 2) - 0.5)), model.Probability(features, [], numbers, picked: false), 9);
        Assert.Equal(1 / (1 + Math.Exp(-(odds / 2) - 1.25)), model.Probability(features, [], numbers, picked: true), 9);
    }

    [Fact]
    public void A_file_gives_the_same_model_again() => Assert.Equal(Good, TrustModel.Read(Good).Write());

    [Fact]
    public void Any_flipped_bit_is_noticed() => Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Int[0, 7]).Sample(
        t =>
        {
            var bytes = (byte[])Good.Clone();
            bytes[t.Item1] ^= (byte)(1 << t.Item2);
            Assert.Throws<InvalidDataException>(() => TrustModel.Read(bytes));
        }, iter: 200, threads: 1);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void A_cut_file_is_refused(double share) => Assert.Throws<InvalidDataException>(() => TrustModel.Read(Good[..(int)(Good.Length * share)]));

    [Fact]
    public void A_tree_that_goes_in_circles_or_asks_for_nothing_there_is_refused()
    {
        foreach (var tree in (ImmutableArray<Forest.Node>[])[[new(0, 1, 0, 0), new(-1, 0, 0, 1)], [new(99, 1, 1, 0), new(-1, 0, 0, 1), new(-1, 0, 0, 1)], [new(0, 1, 7, 0), new(-1, 0, 0, 1)], []])
            Assert.Throws<InvalidDataException>(() => TrustModel.Read(new TrustModel(Linear, Linear, new Forest(TrustQuestion.Numbers + 2, 0, [tree]), default).Write()));
    }

    [Fact]
    public void Trees_that_ask_for_other_numbers_are_refused() =>
        Assert.Contains("numbers", Assert.Throws<InvalidDataException>(() => TrustModel.Read(new TrustModel(Linear, Linear, new Forest(5, 0, []), default).Write())).Message, StringComparison.Ordinal);

    [Fact]
    public void The_model_that_ships_can_be_read() =>
        Assert.NotNull(TrustModel.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", Judges.AcceptanceFile))));
}
