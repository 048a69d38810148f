namespace Entente.Analysis.Affinity;

/// <summary>What the estimate of affinity rests on besides the events. <see cref="AffinityModel.Learn"/> finds values for a record.</summary>
public sealed record AffinityOptions
{
    /// <summary>Of how many events the world's mean has the weight, more than 0. Default 4.</summary>
    public double PriorStrength { get; init; } = 4;

    /// <summary>After how many periods what happened has half its weight, more than 0. Default 12.</summary>
    public double HalfLife { get; init; } = 12;

    /// <summary>
    /// How much events of one period repeat one another, 0 (not at all) to 1: n events have the weight of n / (1 + (n − 1) ρ) independent
    /// ones (design effect of a cluster sample; Kish 1965). Default 0.05.
    /// </summary>
    public double Repetition { get; init; } = 0.05;

    /// <summary>The probability that an interval holds the true value, between 0 and 1. Default 0.9.</summary>
    public double Level { get; init; } = 0.9;

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is out of its range.</exception>
    public void Check()
    {
        if (!(PriorStrength > 0)) throw new ArgumentOutOfRangeException(nameof(PriorStrength), PriorStrength, "must be more than 0");
        if (!(HalfLife > 0)) throw new ArgumentOutOfRangeException(nameof(HalfLife), HalfLife, "must be more than 0");
        if (!(Repetition is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(Repetition), Repetition, "must be from 0 to 1");
        if (!(Level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(Level), Level, "must lie between 0 and 1");
    }

    /// <summary>The weight of n events that partly repeat one another.</summary>
    internal double Effective(double events) => events <= 1 ? events : events / (1 + ((events - 1) * Repetition));
}
