namespace Entente.Language.Naming;

/// <summary>What the lists of names know of a word where it stands. Part of the model's format.</summary>
[Flags]
internal enum ListBits
{
    /// <summary>No list has it.</summary>
    None = 0,

    /// <summary>A given name.</summary>
    Given = 1,

    /// <summary>A surname.</summary>
    Surname = 1 << 1,

    /// <summary>A place of one word.</summary>
    Place = 1 << 2,

    /// <summary>The first word of a place of several.</summary>
    PlaceBegin = 1 << 3,

    /// <summary>A later word of a place of several.</summary>
    PlaceInside = 1 << 4,

    /// <summary>An organisation of one word.</summary>
    Organization = 1 << 5,

    /// <summary>The first word of an organisation of several.</summary>
    OrganizationBegin = 1 << 6,

    /// <summary>A later word of an organisation of several.</summary>
    OrganizationInside = 1 << 7,

    /// <summary>Part of a name, but of none of the three types, of one word: a month, a language.</summary>
    Other = 1 << 8,

    /// <summary>The first word of such a name of several.</summary>
    OtherBegin = 1 << 9,

    /// <summary>A later word of such a name of several.</summary>
    OtherInside = 1 << 10,

    /// <summary>A word that heads or marks organisations ("Ministry", "Inc.").</summary>
    OrganizationWord = 1 << 11,

    /// <summary>A word that heads or marks places ("River", "Street").</summary>
    PlaceWord = 1 << 12,

    /// <summary>A title or office before a person's name.</summary>
    Title = 1 << 13,

    /// <summary>A word for a people or their adjective.</summary>
    Demonym = 1 << 14,
}
