namespace Entente.Analysis.Forecasting;

/// <summary>How one forecaster did in a <see cref="BackTest"/>; NaN throughout where nothing could be forecast.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Forecasts">Number of forecasts that could be scored.</param>
/// <param name="Crps">Mean of <see cref="Scores.Crps"/>.</param>
/// <param name="Ignorance">Mean of <see cref="Scores.Ignorance"/>, in bits.</param>
/// <param name="Interval">Mean of <see cref="Scores.Interval"/>.</param>
/// <param name="Calibration">Whether its chances were those that came.</param>
/// <param name="AgainstFirst">
/// CRPS of the first forecaster less that of this one, averaged over the series at each period: its mean, its standard error and whether
/// it is chance. Below 0 where the first one is better.
/// </param>
/// <param name="Ratio">Geometric mean over the series of (CRPS of the first forecaster / CRPS of this one): below 1 where the first is better.</param>
/// <param name="SeriesWon">Number of series on which the first forecaster has the lower mean CRPS.</param>
public sealed record ForecasterScore(
    string Name, int Forecasts, double Crps, double Ignorance, double Interval, Calibration Calibration, ScoreDifference AgainstFirst, double Ratio, int SeriesWon);
