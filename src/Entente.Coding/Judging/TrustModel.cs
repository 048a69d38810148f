using System.Collections.Immutable;

namespace Entente.Coding.Judging;

/// <summary>
/// How far an event may be trusted as a whole: two linear models, one over what was told and how sure the other judges are, one over the
/// words of the sentence, and trees over their scores and over numbers of the event (stacking; Wolpert 1992). Immutable; safe for many threads.
/// </summary>
/// <param name="told">Right or wrong by what was told.</param>
/// <param name="words">Right or wrong by the words.</param>
/// <param name="forest">The trees; their first two inputs are the scores of the linear models.</param>
/// <param name="scale">How log odds become a probability.</param>
internal sealed class TrustModel(JudgeModel told, JudgeModel words, Forest forest, TrustScale scale)
{
    /// <summary>The file's first bytes.</summary>
    public const string Magic = "ENTENTE TRUST\n";

    /// <summary>Version of the format; names of features and the order of numbers are part of it.</summary>
    public const int Version = 2;

    /// <summary>The classes of the linear models.</summary>
    public static readonly ImmutableArray<string> Labels = ["WRONG", "RIGHT"];

    /// <summary>How its log odds become a probability.</summary>
    public TrustScale Scale => scale;

    /// <summary>Log odds that the event is right, before they are scaled.</summary>
    /// <param name="toldFeatures">What was told.</param>
    /// <param name="wordFeatures">The words.</param>
    /// <param name="numbers">The numbers of the event, as <see cref="TrustQuestion"/> gives them.</param>
    public double Odds(IReadOnlyCollection<uint> toldFeatures, IReadOnlyCollection<uint> wordFeatures, ReadOnlySpan<int> numbers)
    {
        Span<int> inputs = stackalloc int[numbers.Length + 2];
        inputs[0] = Difference(told, toldFeatures);
        inputs[1] = Difference(words, wordFeatures);
        numbers.CopyTo(inputs[2..]);
        return forest.Score(inputs);
    }

    /// <summary>Probability that the event is right, 0 to 1.</summary>
    /// <param name="toldFeatures">What was told.</param>
    /// <param name="wordFeatures">The words.</param>
    /// <param name="numbers">The numbers of the event.</param>
    /// <param name="picked">Whether its text is one that somebody picked (<see cref="Clauses.DocumentReading.IsPicked"/>).</param>
    public double Probability(IReadOnlyCollection<uint> toldFeatures, IReadOnlyCollection<uint> wordFeatures, ReadOnlySpan<int> numbers, bool picked) =>
        scale.Probability(Odds(toldFeatures, wordFeatures, numbers), picked);

    /// <summary>The same model on another scale.</summary>
    public TrustModel Scaled(TrustScale to) => new(told, words, forest, to);

    /// <summary>By how much a linear model takes the event for right rather than wrong, in steps.</summary>
    public static int Difference(JudgeModel model, IReadOnlyCollection<uint> features)
    {
        var scores = model.Scores(features);
        return scores[1] - scores[0];
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such model, of another version, cut off, or damaged.</exception>
    public static TrustModel Read(byte[] file)
    {
        using var reader = JudgeFile.Open(file, Magic, Version);
        var scale = new TrustScale(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        var told = JudgeModel.Read(reader.ReadBytes(reader.ReadInt32()));
        var words = JudgeModel.Read(reader.ReadBytes(reader.ReadInt32()));
        var forest = Forest.Read(reader);
        if (forest.Inputs != TrustQuestion.Numbers + 2) throw new InvalidDataException($"the judge asks for {forest.Inputs - 2} numbers, this program has {TrustQuestion.Numbers}");
        return new TrustModel(told, words, forest, scale);
    }

    /// <summary>The bytes of the model's file.</summary>
    public byte[] Write() => JudgeFile.Write(Magic, Version, writer =>
    {
        writer.Write(scale.Temperature);
        writer.Write(scale.Shift);
        writer.Write(scale.Picked);
        foreach (var model in new[] { told.Write(), words.Write() })
        {
            writer.Write(model.Length);
            writer.Write(model);
        }

        forest.Write(writer);
    });
}
