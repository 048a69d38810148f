namespace Entente.Analysis.Networks;

/// <summary>Which ties of a signed network count.</summary>
public enum TieKind
{
    /// <summary>Friendly ties.</summary>
    Positive,

    /// <summary>Hostile ties, by their absolute weight.</summary>
    Negative,

    /// <summary>Both, by their absolute weight.</summary>
    All,
}
