using System.Globalization;
using Entente.Coding.Knowledge;

namespace Entente.Coding.Actors;

/// <summary>
/// A log-linear model: the probability of each candidate, and of none, is the softmax of the sum of its features' weights (the
/// mention-ranking model of Denis and Baldridge 2008). Chooses none where the best is not probable enough.
/// </summary>
internal sealed class CorefereeModel : ICorefereeChooser
{
    /// <summary>Number of features.</summary>
    public static readonly int Features = Enum.GetValues<CorefereeFeature>().Length;

    /// <summary>Number of sorts of anaphors.</summary>
    public static readonly int Kinds = Enum.GetValues<AnaphorKind>().Length;

    private readonly double[] weights;
    private readonly double[] least;

    /// <summary>Makes a model.</summary>
    /// <param name="weights">Weight of each feature, one sort of anaphor after another.</param>
    /// <param name="least">For each sort the least probability of an answer.</param>
    public CorefereeModel(double[] weights, double[] least)
    {
        this.weights = weights;
        this.least = least;
    }

    /// <inheritdoc/>
    public Choice Choose(Anaphor anaphor)
    {
        var nothing = Score(anaphor.Kind, anaphor.Nothing);
        var best = -1;
        var bestScore = double.NegativeInfinity;
        var total = Math.Exp(nothing);
        for (var i = 0; i < anaphor.Candidates.Count; i++)
        {
            var score = Score(anaphor.Kind, anaphor.Candidates[i].Features);
            total += Math.Exp(score);
            if (score <= bestScore) continue;
            best = i;
            bestScore = score;
        }

        if (best < 0) return new Choice(-1, 1);
        var probability = Math.Exp(bestScore) / total;
        return probability >= least[(int)anaphor.Kind]
            ? new Choice(best, probability)
            : new Choice(-1, 1 - probability);
    }

    /// <summary>Sum of the weights of some features.</summary>
    public double Score(AnaphorKind kind, ulong features)
    {
        var sum = 0.0;
        for (var at = (int)kind * Features; features != 0; features &= features - 1)
            sum += weights[at + System.Numerics.BitOperations.TrailingZeroCount(features)];
        return sum;
    }
}

/// <summary>Reads coreference/weights.tsv.</summary>
internal static class CorefereeReader
{
    /// <summary>The row that holds the least probabilities.</summary>
    public const string Least = "least";

    /// <summary>The columns, one for each <see cref="AnaphorKind"/>.</summary>
    public static readonly IReadOnlyList<string> Columns = ["person", "thing", "plural", "description"];

    /// <summary>Reads the weights; without the table nothing is ever referred to.</summary>
    public static CorefereeModel Read(KnowledgeFolder folder)
    {
        var weights = new double[CorefereeModel.Features * CorefereeModel.Kinds];
        var least = Enumerable.Repeat(1.1, CorefereeModel.Kinds).ToArray();
        foreach (var row in folder.Rows("coreference/weights.tsv", ["feature"], r => r["feature"]))
        {
            if (row["feature"] != Least && !Enum.TryParse<CorefereeFeature>(row["feature"], out _))
            {
                folder.Report(row, $"there is no feature {row["feature"]}");
                continue;
            }

            for (var kind = 0; kind < Columns.Count; kind++)
            {
                if (!double.TryParse(row[Columns[kind]], CultureInfo.InvariantCulture, out var value)) continue;
                if (row["feature"] == Least) least[kind] = value;
                else weights[(kind * CorefereeModel.Features) + (int)Enum.Parse<CorefereeFeature>(row["feature"])] = value;
            }
        }

        return new CorefereeModel(weights, least);
    }
}
