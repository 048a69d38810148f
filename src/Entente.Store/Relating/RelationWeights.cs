using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Knowledge;

namespace Entente.Store.Relating;

/// <summary>How much events count in figures of relations, and which acts are mutual (knowledge/relations/weights.tsv and mutual.tsv).</summary>
/// <param name="Weights">One a status and attribution.</param>
/// <param name="Mutual">PLOVER types that several actors without a recipient do with one another.</param>
/// <param name="Faults">Faults of the files.</param>
public sealed record RelationWeights(ImmutableArray<RelationWeight> Weights, ImmutableArray<string> Mutual, ImmutableArray<KnowledgeFault> Faults)
{
    /// <summary>Reads the tables, own rows over the built-in ones.</summary>
    public static RelationWeights Read(KnowledgeOptions options)
    {
        var folder = new KnowledgeFolder([options.Base, .. options.Overlays]);
        var weights = ImmutableArray.CreateBuilder<RelationWeight>();
        foreach (var row in folder.Rows("relations/weights.tsv", ["status", "attribution", "weight"], r => r["status"] + " " + r["attribution"]))
        {
            if (double.TryParse(row["weight"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight <= 1)
                weights.Add(new RelationWeight(row["status"], row["attribution"], weight));
            else
                folder.Report(row, $"{row["weight"]}: a weight is a number from 0 to 1");
        }

        ImmutableArray<string> mutual = [.. folder.Rows("relations/mutual.tsv", ["type"], r => r["type"]).Select(r => r["type"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new RelationWeights(weights.ToImmutable(), mutual, [.. folder.Faults]);
    }
}
