namespace Entente.Coding.Judging;

/// <summary>How log odds become a probability (Platt 1999).</summary>
/// <param name="Temperature">What they are divided by.</param>
/// <param name="Shift">What is added to them then.</param>
/// <param name="Picked">
/// What is added beside it where the text is a few sentences that somebody picked: such texts tell an act far more often than the next
/// sentence of the next story does, and the share of acts among what is read is part of every probability.
/// </param>
internal readonly record struct TrustScale(double Temperature, double Shift, double Picked)
{
    /// <summary>The probability, 0 to 1.</summary>
    /// <param name="odds">Log odds.</param>
    /// <param name="picked">Whether the text was picked.</param>
    public double Probability(double odds, bool picked) => 1 / (1 + Math.Exp(-(odds / Temperature) - Shift - (picked ? Picked : 0)));
}
