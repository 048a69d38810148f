using System.Collections.Immutable;
using NodaTime;

namespace Entente.Store.Querying;

/// <summary>Which events are wanted. An empty list, or null, asks for nothing; all that is asked for must hold.</summary>
public sealed record EventFilter
{
    /// <summary>One of these acts.</summary>
    public ImmutableArray<PartyFilter> Actors { get; init; } = [];

    /// <summary>Towards one of these.</summary>
    public ImmutableArray<PartyFilter> Recipients { get; init; } = [];

    /// <summary>Each of these takes part, on whichever side.</summary>
    public ImmutableArray<PartyFilter> Parties { get; init; } = [];

    /// <summary>PLOVER types.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>PLOVER modes.</summary>
    public ImmutableArray<string> Modes { get; init; } = [];

    /// <summary>Quad classes, 1 to 4.</summary>
    public ImmutableArray<int> Quads { get; init; } = [];

    /// <summary>PLOVER contexts, one of which it has.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Beginnings of CAMEO codes.</summary>
    public ImmutableArray<string> Cameo { get; init; } = [];

    /// <summary><c>actual</c>, <c>historical</c>, <c>future</c>, <c>hypothetical</c> or <c>negated</c>.</summary>
    public ImmutableArray<string> Statuses { get; init; } = [];

    /// <summary><c>none</c>, <c>asserted</c>, <c>denied</c>, <c>doubted</c> or <c>disputed</c>.</summary>
    public ImmutableArray<string> Attributions { get; init; } = [];

    /// <summary>Codes of countries, or names of places.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Where it took place, null for anywhere.</summary>
    public GeoBox? Box { get; init; }

    /// <summary>First day of the time wanted: acts that end before it are left out.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Last day of the time wanted: acts that begin after it are left out.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Least confidence, 0 to 1.</summary>
    public double? LeastConfidence { get; init; }

    /// <summary>Words that stand in the lead evidence, whatever their case.</summary>
    public string? Text { get; init; }

    /// <summary><c>entente</c> for events coded here, else the format of an import.</summary>
    public ImmutableArray<string> Origins { get; init; } = [];

    /// <summary>Ids of documents.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];
}

/// <summary>A party: a code with the sector that it must have, or a bloc of states.</summary>
/// <param name="Codes">
/// Codes of the actor or its country, each with the days on which it counts (null where open): one for an actor, the members with the
/// time of their membership for a bloc.
/// </param>
/// <param name="Sector">Sector that it must have, null for any.</param>
public sealed record PartyFilter(ImmutableArray<(string Code, LocalDate? From, LocalDate? Until)> Codes, string? Sector);

/// <summary>A rectangle on the map, in decimal degrees; one that crosses the date line has its west east of its east.</summary>
/// <param name="South">Southern edge, -90 to 90.</param>
/// <param name="West">Western edge, -180 to 180.</param>
/// <param name="North">Northern edge.</param>
/// <param name="East">Eastern edge.</param>
public sealed record GeoBox(double South, double West, double North, double East);
