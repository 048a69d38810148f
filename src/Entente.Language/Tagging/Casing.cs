namespace Entente.Language.Tagging;

/// <summary>How a sentence uses capitals.</summary>
internal enum Casing
{
    /// <summary>As in running text: capitals mark names and beginnings.</summary>
    Sentence,

    /// <summary>Nearly every word begins with a capital, as in headlines.</summary>
    Title,

    /// <summary>All in capitals, as on old wires.</summary>
    Upper,
}
