using System.Collections.Immutable;
using Entente.Store.Relating;

namespace Entente.Analysis;

/// <summary>What happened between two parties, period by period without gaps.</summary>
public sealed record DyadSeries
{
    /// <summary>The first party: the actor of a directed dyad.</summary>
    public required string One { get; init; }

    /// <summary>The other party: the recipient of a directed dyad.</summary>
    public required string Other { get; init; }

    /// <summary>Whether only what the first does towards the other is counted.</summary>
    public required bool Directed { get; init; }

    /// <summary>The length of a period.</summary>
    public required PeriodUnit Unit { get; init; }

    /// <summary>One point a period, in the order of time, from the first to the last period with coverage.</summary>
    public required ImmutableArray<SeriesPoint> Points { get; init; }

    /// <summary>How the dyad is written: <c>PRK–RUS</c>, or <c>PRK→RUS</c> when directed.</summary>
    public string Name => One + (Directed ? "→" : "–") + Other;
}

/// <summary>A dyad in one period. Numbers of events are weighted by confidence, status and attribution.</summary>
public readonly record struct SeriesPoint
{
    /// <summary>Number of the period (see <see cref="Periods"/>).</summary>
    public required int Period { get; init; }

    /// <summary>Whether anything at all was reported in the period; where nothing was, the numbers are missing and not zero.</summary>
    public required bool Covered { get; init; }

    /// <summary>Number of events, each counted fully.</summary>
    public int Events { get; init; }

    /// <summary>Weighted number of verbal cooperation (quad class 1).</summary>
    public double VerbalCooperation { get; init; }

    /// <summary>Weighted number of material cooperation (quad class 2).</summary>
    public double MaterialCooperation { get; init; }

    /// <summary>Weighted number of verbal conflict (quad class 3).</summary>
    public double VerbalConflict { get; init; }

    /// <summary>Weighted number of material conflict (quad class 4).</summary>
    public double MaterialConflict { get; init; }

    /// <summary>Weighted sum of PLOVER scores.</summary>
    public double Score { get; init; }

    /// <summary>Weighted sum on the Goldstein scale (Goldstein 1992).</summary>
    public double Goldstein { get; init; }

    /// <summary>Weighted number of events between any two parties in the period.</summary>
    public double World { get; init; }

    /// <summary>Texts published in the period, 0 where none are known.</summary>
    public long Documents { get; init; }

    /// <summary>Weighted numbers by PLOVER type, where they were asked for.</summary>
    public ImmutableSortedDictionary<string, double>? Types { get; init; }

    /// <summary>Weighted number of cooperation.</summary>
    public double Cooperation => VerbalCooperation + MaterialCooperation;

    /// <summary>Weighted number of conflict.</summary>
    public double Conflict => VerbalConflict + MaterialConflict;

    /// <summary>Weighted number of events.</summary>
    public double Weight => Cooperation + Conflict;

    /// <summary>Log-odds of cooperation, <c>log((coop + 0.5) / (conf + 0.5))</c>; not a number where the period has no coverage (Lowe 2012, on the log-odds of events).</summary>
    public double LogOdds => Covered ? Statistics.LogOdds.Of(Cooperation, Conflict).Value : double.NaN;

    /// <summary>Mean PLOVER score, −10 to 10; not a number without events.</summary>
    public double MeanScore => Weight > 0 ? Score / Weight : double.NaN;

    /// <summary>Mean on the Goldstein scale, −10 to 10; not a number without events.</summary>
    public double MeanGoldstein => Weight > 0 ? Goldstein / Weight : double.NaN;

    /// <summary>Share of all weighted events of the period, 0 to 1; not a number where the period has no coverage.</summary>
    public double Share => Covered && World > 0 ? Weight / World : double.NaN;

    /// <summary>Weighted events per thousand texts of the period; not a number where none are known.</summary>
    public double PerThousandDocuments => Covered && Documents > 0 ? 1000 * Weight / Documents : double.NaN;
}
