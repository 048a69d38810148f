using System.Collections.Immutable;

namespace Entente.Coding.Knowledge;

/// <summary>A form of address or abbreviated rank before a name.</summary>
/// <param name="Sectors">Sectors that it tells, often none.</param>
/// <param name="Gender"><c>f</c>, <c>m</c> or null.</param>
internal sealed record PersonTitle(ImmutableArray<string> Sectors, string? Gender);

/// <summary>Reads roles/titles.tsv.</summary>
internal static class TitleReader
{
    /// <summary>Reads the table.</summary>
    public static Dictionary<string, PersonTitle> Read(KnowledgeFolder folder)
    {
        var titles = new Dictionary<string, PersonTitle>(StringComparer.Ordinal);
        foreach (var row in folder.Rows("roles/titles.tsv", ["title"], r => r["title"]))
            titles[row["title"]] = new PersonTitle(row.List("sectors"), row.Optional("gender"));
        return titles;
    }
}
