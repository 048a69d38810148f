namespace Entente.Store.Relating;

/// <summary>What happened between two parties in one period: weighted numbers of events and weighted sums of their scores.</summary>
public readonly record struct DyadCell
{
    /// <summary>Number of the first party in <see cref="DyadRows.Parties"/>: the actor of a directed dyad, else the one whose name comes first.</summary>
    public required int One { get; init; }

    /// <summary>Number of the other party.</summary>
    public required int Other { get; init; }

    /// <summary>Number of the period (see <see cref="Periods"/>).</summary>
    public required int Period { get; init; }

    /// <summary>PLOVER type; null when numbers by type were not asked for.</summary>
    public string? Event { get; init; }

    /// <summary>Number of events, each counted fully.</summary>
    public required int Events { get; init; }

    /// <summary>Weighted number of verbal cooperation (quad class 1).</summary>
    public required double VerbalCooperation { get; init; }

    /// <summary>Weighted number of material cooperation (quad class 2).</summary>
    public required double MaterialCooperation { get; init; }

    /// <summary>Weighted number of verbal conflict (quad class 3).</summary>
    public required double VerbalConflict { get; init; }

    /// <summary>Weighted number of material conflict (quad class 4).</summary>
    public required double MaterialConflict { get; init; }

    /// <summary>Weighted sum of PLOVER scores.</summary>
    public required double Score { get; init; }

    /// <summary>Weighted sum on the Goldstein scale.</summary>
    public required double Goldstein { get; init; }
}

/// <summary>How much was reported in one period, whoever took part.</summary>
/// <param name="Period">Number of the period.</param>
/// <param name="Events">Number of events between two parties, each counted fully.</param>
/// <param name="Weight">Their weighted number.</param>
/// <param name="Cooperation">Weighted number of cooperation (quad classes 1 and 2).</param>
/// <param name="Conflict">Weighted number of conflict (quad classes 3 and 4).</param>
/// <param name="Documents">Number of texts published in the period that repeat no other; 0 where the events were imported.</param>
public readonly record struct CoverageCell(int Period, long Events, double Weight, double Cooperation, double Conflict, long Documents);

/// <summary>How many texts, or where there are none imported events, one source gave in a period.</summary>
/// <param name="Period">Number of the period.</param>
/// <param name="Source">Name of the outlet, or of the data set.</param>
/// <param name="Count">Number of texts or events.</param>
public readonly record struct SourceCell(int Period, string Source, long Count);
