using System.Collections.Immutable;
using NodaTime;

namespace Entente.Coding.Knowledge;

/// <summary>What a listed name names.</summary>
public enum EntityKind
{
    /// <summary>A state or territory.</summary>
    State,

    /// <summary>Nationality adjective of a state ("Russian").</summary>
    Adjective,

    /// <summary>Its people ("Russians").</summary>
    Demonym,

    /// <summary>A capital that stands for its government.</summary>
    Capital,

    /// <summary>An organ of one state.</summary>
    Institution,

    /// <summary>A person in office.</summary>
    Leader,

    /// <summary>An international organisation.</summary>
    Organisation,

    /// <summary>An armed group, party, company or other group.</summary>
    Group,

    /// <summary>A place that is no actor.</summary>
    Place,

    /// <summary>A fixed phrase that is neither actor nor place ("Brazil nut").</summary>
    Nothing,
}

/// <summary>Somebody or something that the knowledge lists by name.</summary>
public sealed record Entity
{
    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Usual English name.</summary>
    public required string Name { get; init; }

    /// <summary>Other forms of a person's name, full ones and surnames.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>Actor code, null for places.</summary>
    public string? Code { get; init; }

    /// <summary>Country, null for international ones.</summary>
    public string? Country { get; init; }

    /// <summary>Sectors, the main one first.</summary>
    public ImmutableArray<string> Sectors { get; init; } = [];

    /// <summary>Office of a leader.</summary>
    public string? Title { get; init; }

    /// <summary><c>f</c>, <c>m</c> or null.</summary>
    public string? Gender { get; init; }

    /// <summary>First day of existence or office, null when open.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last day, null when it lasts.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Members of an organisation with the time of their membership; empty when all states or unknown.</summary>
    public ImmutableArray<Membership> Members { get; init; } = [];

    /// <summary>Whether the name only stands for its members ("the Baltic states"), without an institution of its own.</summary>
    public bool IsRegion { get; init; }

    /// <summary>Whether it is a people or part of a state, whose adjective alone names nobody ("English" may be the language).</summary>
    public bool IsPeople { get; init; }

    /// <summary>The larger states that a state was part of, with the time.</summary>
    public ImmutableArray<Membership> PartOf { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 code of a state, null when it has none.</summary>
    public string? TwoLetters { get; init; }

    /// <summary>Abbreviations of a state in the Correlates of War list of state system members, and so in REIGN.</summary>
    public ImmutableArray<string> CorrelatesOfWar { get; init; } = [];

    /// <summary>What kind of place it is (<c>city</c>, <c>sea</c>, <c>base</c>, …), null for actors.</summary>
    public string? PlaceKind { get; init; }

    /// <summary>Identifier in an outside register (<c>wikidata:Q159</c>), null when none is known.</summary>
    public string? Identifier { get; init; }

    /// <summary>Decimal degrees north, null when unknown.</summary>
    public double? Latitude { get; init; }

    /// <summary>Decimal degrees east, null when unknown.</summary>
    public double? Longitude { get; init; }

    /// <summary>Whether it exists or holds office on <paramref name="day"/>.</summary>
    public bool On(LocalDate day) => (From is null || From <= day) && (Until is null || day <= Until);

    /// <summary>Whether it is a listed company.</summary>
    internal bool IsCompany => Kind == EntityKind.Group && Sectors.Any(s => s is "MNC" or "BUS");

    /// <summary>Whether it is a party or a union: many states have one of the same name.</summary>
    internal bool IsPartyOrUnion => Kind == EntityKind.Group && Sectors.Any(s => s is "PTY" or "LAB" or "OPP");

    /// <summary>Codes of those who belong to it on a day (null: today), in the order of the knowledge; empty when unknown.</summary>
    public ImmutableArray<string> MembersOn(LocalDate? day) => day is { } on && !On(on) ? [] : [.. Members.Where(m => m.On(day)).Select(m => m.Code).Distinct()];
}
