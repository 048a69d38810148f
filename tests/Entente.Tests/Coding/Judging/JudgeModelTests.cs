using CsCheck;
using Entente.Coding;
using Entente.Coding.Judging;
using Xunit;

namespace Entente.Tests.Coding.Judging;

/// <summary>Files of judges: what was written is read again, what was changed is refused; probabilities are some.</summary>
public sealed class JudgeModelTests
{
    private static readonly byte[] Good = new JudgeModel(["A", "B", "NONE"], [3, -2, 0], 1.25, [(7u, [((byte)0, (sbyte)40), ((byte)2, (sbyte)-12)]), (4_000_000_000u, [((byte)1, (sbyte)-127)])]).Write();

    [Fact]
    public void A_file_gives_the_same_model_again()
    {
        var read = JudgeModel.Read(Good);
        Assert.Equal(["A", "B", "NONE"], read.Labels);
        Assert.Equal(1.25, read.Temperature);
        Assert.Equal(Good, read.Write());
    }

    [Fact]
    public void Any_flipped_bit_is_noticed() => Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Int[0, 7]).Sample(
        t =>
        {
            var bytes = (byte[])Good.Clone();
            bytes[t.Item1] ^= (byte)(1 << t.Item2);
            Assert.Throws<InvalidDataException>(() => JudgeModel.Read(bytes));
        }, iter: 200, threads: 1);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void A_cut_file_is_refused(double share) => Assert.Throws<InvalidDataException>(() => JudgeModel.Read(Good[..(int)(Good.Length * share)]));

    [Fact]
    public void Probabilities_sum_up_to_one_whatever_is_asked() => Gen.String.Array[0, 40].Sample(
        words =>
        {
            var features = new FeatureList();
            foreach (var word in words) features.Add("w", word);
            var probabilities = JudgeModel.Read(Good).Probabilities(features);
            Assert.All(probabilities, p => Assert.InRange(p, 0, 1));
            Assert.Equal(1, probabilities.Sum(), 9);
        }, iter: 200);

    [Fact]
    public void The_models_that_ship_can_be_read()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "models"), "judge*.model").Where(f => Path.GetFileName(f) != Judges.AcceptanceFile))
            Assert.True(JudgeModel.Read(File.ReadAllBytes(file)).Labels.Length >= 2, file);
    }
}
