namespace Entente.Coding.Knowledge;

/// <summary>Role nouns by lemma; those of several words by their last.</summary>
internal sealed class RoleTable(Dictionary<string, Role> roles)
{
    /// <summary>Number of roles.</summary>
    public int Count => roles.Count;

    /// <summary>All nouns.</summary>
    public IEnumerable<string> Nouns => roles.Keys;

    /// <summary>The role of a lemma or of words joined by blanks, null when none.</summary>
    public Role? Find(string lemma) => roles.GetValueOrDefault(lemma);
}

/// <summary>Reads roles/roles.tsv.</summary>
internal static class RoleReader
{
    /// <summary>Reads all roles.</summary>
    public static RoleTable Read(KnowledgeFolder folder)
    {
        var roles = new Dictionary<string, Role>(StringComparer.Ordinal);
        foreach (var row in folder.Rows("roles/roles.tsv", ["noun", "sectors", "kind"], r => r["noun"]))
        {
            if (!Enum.TryParse<RoleKind>(row["kind"], ignoreCase: true, out var kind))
                folder.Report(row, $"kind '{row["kind"]}' is none of person, people, body");
            else
                roles.TryAdd(row["noun"].Replace('-', ' '), new Role(row["noun"], row.List("sectors"), kind));
        }

        return new RoleTable(roles);
    }
}
