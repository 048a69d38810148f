namespace Entente.Cli.Commands.Relations;

/// <summary>What a part of <c>relations</c> tells: columns, rows and remarks for people, which go to standard error.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The rows: null, text, whole numbers, numbers or truth values.</param>
/// <param name="Remarks">What a reader has to know, a line each.</param>
internal sealed record RelationTable(IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows, IReadOnlyList<string> Remarks)
{
    /// <summary>The columns that people see who ask for a table, with their headings there; null for all. Programs get them all.</summary>
    public IReadOnlyList<(string Column, string Heading)>? Shown { get; init; }

    /// <summary>The table that people see.</summary>
    public RelationTable ForPeople()
    {
        if (Shown is null) return this;
        int[] places = [.. Shown.Select(s => Columns.ToList().IndexOf(s.Column))];
        return new RelationTable([.. Shown.Select(s => s.Heading)], Rows.Select(r => places.Select(p => r[p]).ToArray()), Remarks);
    }

    /// <summary>A number with so many decimals, null where there is none.</summary>
    public static object? Number(double value, int decimals = 3) => double.IsFinite(value) ? Math.Round(value, decimals) : null;
}
