namespace Entente.Coding.Time;

/// <summary>A date expression in a sentence.</summary>
/// <param name="First">First word.</param>
/// <param name="Last">Last word.</param>
/// <param name="Date">What it says.</param>
internal sealed record DatePhrase(int First, int Last, EventDate Date)
{
    /// <summary>Whether it is told as lying after something ("after 1979"): open behind, yet over.</summary>
    public bool IsAfter { get; init; }
}
