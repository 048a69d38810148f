namespace Entente.Analysis.ChangePoints;

/// <summary>What the values between two change points are taken to be: independent draws from one distribution.</summary>
public enum SeriesModel
{
    /// <summary>Normal; mean and variance may both change. For scores and log odds.</summary>
    Normal,

    /// <summary>Normal with one variance throughout; only the mean changes.</summary>
    NormalMean,

    /// <summary>Poisson counts; the rate changes. Takes every burst of news for a change: see <see cref="NegativeBinomial"/>.</summary>
    Poisson,

    /// <summary>Negative binomial counts of one size throughout, variance mean + mean²/size; the mean changes. For counts of events.</summary>
    NegativeBinomial,
}
