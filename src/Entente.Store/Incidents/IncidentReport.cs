using System.Collections.Immutable;

namespace Entente.Store.Incidents;

/// <summary>What one event tells of an act, as far as it helps to know the act again.</summary>
internal sealed record IncidentReport
{
    /// <summary>Number of the event.</summary>
    public required long Key { get; init; }

    /// <summary>Id of the event; with it ties are broken, so that the order of ingest makes no difference.</summary>
    public required string Id { get; init; }

    /// <summary>Number of the text that tells it.</summary>
    public required long Document { get; init; }

    /// <summary>PLOVER type.</summary>
    public required string Event { get; init; }

    /// <summary>PLOVER mode, null when none.</summary>
    public string? Mode { get; init; }

    /// <summary>Type of the act inside the act, null when none.</summary>
    public string? Content { get; init; }

    /// <summary>Quad class.</summary>
    public required int Quad { get; init; }

    /// <summary>Status.</summary>
    public required string Status { get; init; }

    /// <summary>First and last day on which the act can have been, as day numbers.</summary>
    public required (int First, int Last) Days { get; init; }

    /// <summary>Whether the text itself tells the day.</summary>
    public required bool DayTold { get; init; }

    /// <summary>Day of publication as a day number, null when unknown.</summary>
    public int? Published { get; init; }

    /// <summary>Who acts.</summary>
    public required ImmutableArray<IncidentParty> Actors { get; init; }

    /// <summary>Towards whom.</summary>
    public required ImmutableArray<IncidentParty> Recipients { get; init; }

    /// <summary>Where; null when the text does not tell.</summary>
    public IncidentPlace? Place { get; init; }

    /// <summary>The words of the evidence, sorted numbers of the vocabulary.</summary>
    public required int[] Words { get; init; }

    /// <summary>The words of title, beginning of the text and evidence, sorted; shared by the reports of a text.</summary>
    public required int[] Story { get; init; }

    /// <summary>Sum of the squared weights of <see cref="Words"/>.</summary>
    public double WordsSize { get; init; }

    /// <summary>Sum of the squared weights of <see cref="Story"/>.</summary>
    public double StorySize { get; init; }

    /// <summary>The words of the names of parties and place, sorted.</summary>
    public required int[] Names { get; init; }

    /// <summary>The words of the place's name, sorted; empty when the text does not tell a place.</summary>
    public required int[] PlaceWords { get; init; }

    /// <summary>How much the event tells, for choosing the lead.</summary>
    public required double Fullness { get; init; }

    /// <summary>Whether nothing bounds its days, so that it is compared only with texts that share rare words with its own.</summary>
    public bool IsUndated => Days.Last - Days.First > IncidentCandidates.Longest;
}

/// <summary>Somebody who takes part.</summary>
/// <param name="Code">Code, null when nobody could name it.</param>
/// <param name="Country">Country, null when unknown.</param>
/// <param name="Sector">Main sector, null for a state as a whole.</param>
/// <param name="Person">Person, null when none is named.</param>
internal sealed record IncidentParty(string? Code, string? Country, string? Sector, string? Person)
{
    /// <summary>Whether it is known who this is, at least whose.</summary>
    public bool Known => (Country ?? Code) is not null;

    /// <summary>Whether it is a state as a whole, or somebody known only by it.</summary>
    public bool IsState => Code is null || Code == Country;

    /// <summary>Whether the sector tells something.</summary>
    public bool HasSector => Sector is not (null or "UNK" or "UAF");

    /// <summary>Whether both, of whom it is known who they are, can be the same: a state and its army can, two states cannot.</summary>
    public bool Fits(IncidentParty other) =>
        Country is not null && other.Country is not null ? Country == other.Country : Within(Code ?? Country!, other.Code ?? other.Country!);

    /// <summary>Whether both are bodies of their own: two armed groups of one state, two organisations.</summary>
    public bool IsAnother(IncidentParty other) => !IsState && !other.IsState && !Within(Code!, other.Code!);

    /// <summary>The code of a part begins with that of the whole ("UNO", "UNOSEC").</summary>
    private static bool Within(string one, string other) => one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
}

/// <summary>Where an act was.</summary>
/// <param name="Name">Usual English name.</param>
/// <param name="Country">ISO 3166-1 alpha-3, null when unknown.</param>
/// <param name="Latitude">Decimal degrees north, null when unknown.</param>
/// <param name="Longitude">Decimal degrees east, null when unknown.</param>
/// <param name="IsState">Whether no more than the state is told.</param>
/// <param name="IsWide">Whether other places lie in it: a province, a sea.</param>
internal sealed record IncidentPlace(string Name, string? Country, double? Latitude, double? Longitude, bool IsState, bool IsWide);
