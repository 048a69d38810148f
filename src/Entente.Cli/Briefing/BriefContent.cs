using System.Collections.Immutable;
using Entente.Analysis;
using Entente.Analysis.Affinity;
using Entente.Analysis.Blocs;
using Entente.Analysis.Calendar;
using Entente.Analysis.Loneliness;
using Entente.Analysis.Networks;
using Entente.Analysis.Turning;
using Entente.Store.Relating;

namespace Entente.Cli.Briefing;

/// <summary>A dyad with what there is to show of it.</summary>
/// <param name="One">First party.</param>
/// <param name="Other">Other party.</param>
/// <param name="Tie">How both stand in the later window; null when nothing happened between them there.</param>
/// <param name="Mover">How that changed; null when nothing happened between them in either window.</param>
/// <param name="Series">Its numbers, null where nothing ever happened.</param>
/// <param name="Affinity">Its affinity at each point of the series.</param>
/// <param name="Turns">Its turning points, by time.</param>
/// <param name="Events">The weightiest events of both windows, by time.</param>
internal sealed record BriefDyad(
    string One, string Other, Tie? Tie, Mover? Mover, DyadSeries? Series, ImmutableArray<AffinityEstimate?> Affinity, ImmutableArray<BriefTurn> Turns, ImmutableArray<RelationEvidence> Events);

/// <summary>A turning point with what made it.</summary>
/// <param name="Point">The turning point.</param>
/// <param name="Events">The weightiest events of its first period that go in its direction.</param>
internal sealed record BriefTurn(DyadTurningPoint Point, ImmutableArray<RelationEvidence> Events);

/// <summary>Something that some tell and others deny.</summary>
/// <param name="Reports">The events that tell it, the fullest first.</param>
internal sealed record Dispute(ImmutableArray<RelationEvidence> Reports);

/// <summary>Everything that the page shows.</summary>
internal sealed record BriefContent
{
    /// <summary>Whom the page is about; empty for everybody.</summary>
    public required ImmutableArray<string> About { get; init; }

    /// <summary>The record.</summary>
    public required RelationData Data { get; init; }

    /// <summary>The earlier window.</summary>
    public required PeriodWindow Before { get; init; }

    /// <summary>The later window.</summary>
    public required PeriodWindow After { get; init; }

    /// <summary>Texts, texts that repeat no other, events and incidents.</summary>
    public required (long Texts, long Originals, long Events, long Incidents) Totals { get; init; }

    /// <summary>Who made the events.</summary>
    public required ImmutableArray<(string Coder, string? Models, string? Knowledge)> Makers { get; init; }

    /// <summary>The dyads that the page looks at closely: those among whom it is about, else those with the most events.</summary>
    public required ImmutableArray<BriefDyad> Ties { get; init; }

    /// <summary>The dyads that changed most surely.</summary>
    public required ImmutableArray<BriefDyad> Movers { get; init; }

    /// <summary>Number of dyads that were compared.</summary>
    public required int Compared { get; init; }

    /// <summary>The network of the later window.</summary>
    public required PeriodNetwork Network { get; init; }

    /// <summary>Its factions.</summary>
    public required FactionStability Factions { get; init; }

    /// <summary>How alone the group stands, and each of its members, with the window before; empty without a group.</summary>
    public required ImmutableArray<(LonelinessFigures Now, LonelinessFigures? Before)> Loneliness { get; init; }

    /// <summary>What is announced.</summary>
    public required ImmutableArray<CalendarEntry> Calendar { get; init; }

    /// <summary>What some tell and others deny.</summary>
    public required ImmutableArray<Dispute> Disputes { get; init; }
}
