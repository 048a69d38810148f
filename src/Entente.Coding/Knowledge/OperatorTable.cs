namespace Entente.Coding.Knowledge;

/// <summary>Operators by predicate.</summary>
internal sealed class OperatorTable(Dictionary<string, Operator[]> operators)
{
    /// <summary>Number of rows.</summary>
    public int Count { get; } = operators.Values.Sum(o => o.Length);

    /// <summary>All predicates, without their part of speech.</summary>
    public IEnumerable<string> Predicates => operators.Keys.Select(k => k[..^2]);

    /// <summary>The operators of <c>lemma.pos</c>; empty when none.</summary>
    public ReadOnlySpan<Operator> Of(string predicate) => operators.GetValueOrDefault(predicate);
}

/// <summary>Reads events/composition.tsv.</summary>
internal static class OperatorReader
{
    /// <summary>Reads all operators.</summary>
    public static OperatorTable Read(KnowledgeFolder folder)
    {
        var rows = folder.Rows("events/composition.tsv", ["predicate", "operator", "complements"], r => r["predicate"] + "|" + r["operator"] + "|" + r["complements"]);
        var operators = new List<Operator>();
        foreach (var row in rows)
        {
            var predicate = row["predicate"];
            if (predicate.Length < 3 || predicate[^2] != '.' || !Enum.TryParse<OperatorKind>(row["operator"], ignoreCase: true, out var kind))
                folder.Report(row, "write the predicate as lemma.v, .n or .a and one of the operators of knowledge/README.md");
            else
                operators.Add(new Operator(predicate[..^2], predicate[^1], kind, row.List("complements"), row["controller"], row["cameo"]));
        }

        return new OperatorTable(operators.GroupBy(o => $"{o.Predicate}.{o.Pos}", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal));
    }
}
