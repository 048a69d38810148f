using System.Collections.Immutable;
using Entente.Store.Relating;

namespace Entente.Analysis.Calendar;

/// <summary>What became of an announcement.</summary>
public enum Outcome
{
    /// <summary>Its time lies after the last day of the record.</summary>
    Ahead,

    /// <summary>The record tells an act of the kind, of these parties, in its time.</summary>
    Told,

    /// <summary>Its time is over and the record tells of no such act, which does not mean that there was none.</summary>
    NotTold,
}

/// <summary>Something that the record says will happen.</summary>
public sealed record CalendarEntry
{
    /// <summary>First day of its time, ISO; null when open.</summary>
    public required string? From { get; init; }

    /// <summary>Last day, ISO; null when open.</summary>
    public required string? Until { get; init; }

    /// <summary>PLOVER type of the act that is to come.</summary>
    public required string Event { get; init; }

    /// <summary>Its mode, null when none.</summary>
    public required string? Mode { get; init; }

    /// <summary>Everybody who takes part, codes in the order of the text.</summary>
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>Those who announce it, with their words: the earliest first.</summary>
    public required ImmutableArray<RelationEvidence> Announcements { get; init; }

    /// <summary>What became of it.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The acts that the record tells in its time, at most five.</summary>
    public required ImmutableArray<RelationEvidence> Acts { get; init; }
}
