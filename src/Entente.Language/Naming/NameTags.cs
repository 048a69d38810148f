namespace Entente.Language.Naming;

/// <summary>The tags of names. Part of the model's format.</summary>
internal static class NameTags
{
    /// <summary>The tags by number: <c>O</c>, then a beginning (odd) and an inside (even) for each type.</summary>
    public static readonly string[] All = ["O", "B-PERSON", "I-PERSON", "B-ORGANIZATION", "I-ORGANIZATION", "B-PLACE", "I-PLACE"];

    /// <summary>Whether a tag may follow another in a sentence: an inside comes only after a beginning or inside of its type.</summary>
    public static bool MayFollow(int tag, int before) => tag == 0 || tag % 2 == 1 || before == tag || before == tag - 1;
}
