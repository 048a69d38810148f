using System.Collections.Immutable;
using Entente.Store.Querying;
using NodaTime;

namespace Entente.Store.Relating;

/// <summary>The length of a period.</summary>
public enum PeriodUnit
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week that begins on Monday (ISO 8601).</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three months, from January, April, July or October.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>What counts once.</summary>
public enum Counting
{
    /// <summary>Each report of an act.</summary>
    Raw,

    /// <summary>The same actor, recipient, day and CAMEO code only once (one-a-day filter; Schrodt's KEDS project).</summary>
    Daily,

    /// <summary>Each act once, however many articles tell it; imported events, which have no incidents, as they are.</summary>
    Incidents,
}

/// <summary>Which dyads are wanted, by what periods, and what counts how much.</summary>
public sealed record RelationRequest
{
    /// <summary>Which events count at all.</summary>
    public EventFilter Filter { get; init; } = new();

    /// <summary>The parties between which relations are wanted, each with its name; empty for all states and organisations.</summary>
    public ImmutableArray<RelationParty> Parties { get; init; } = [];

    /// <summary>The length of a period.</summary>
    public PeriodUnit Unit { get; init; } = PeriodUnit.Month;

    /// <summary>
    /// PLOVER types that several actors without a recipient do with one another, as a meeting; other acts without a recipient, as a
    /// condemnation by two, are no dyad of theirs.
    /// </summary>
    public required ImmutableArray<string> Mutual { get; init; }

    /// <summary>Whether A towards B is kept apart from B towards A. What several do with one another counts both ways.</summary>
    public bool Directed { get; init; }

    /// <summary>What counts once.</summary>
    public Counting Counting { get; init; } = Counting.Incidents;

    /// <summary>How much an event counts, by what it is told as.</summary>
    public required ImmutableArray<RelationWeight> Weights { get; init; }

    /// <summary>Whether an event's weight is multiplied with the coder's confidence in it; imported events have none and count fully. Default true.</summary>
    public bool ByConfidence { get; init; } = true;

    /// <summary>First day; earlier events are left out.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Last day; later events are left out.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether numbers are wanted by type besides by quad class.</summary>
    public bool ByType { get; init; }
}

/// <summary>A party of the relations wanted.</summary>
/// <param name="Name">How it is called: a code, or a bloc as <c>@NATO</c>.</param>
/// <param name="Filter">Who belongs to it.</param>
public sealed record RelationParty(string Name, PartyFilter Filter);

/// <summary>How much an event counts.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Attribution">Its attribution: none, asserted, denied, doubted or disputed.</param>
/// <param name="Weight">From 0 to 1.</param>
public sealed record RelationWeight(string Status, string Attribution, double Weight);
