using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Entente.Store.Incidents;

/// <summary>How the parties of two reports agree.</summary>
internal readonly record struct PartyAgreement
{
    /// <summary>Acts that both do: who stands on which side is the teller's choice.</summary>
    private static readonly FrozenSet<string> Mutual = FrozenSet.Create(StringComparer.Ordinal, "CONSULT", "AGREE", "COOPERATE", "SUPPORT");

    /// <summary>Whether they contradict each other: whom one report names the other does not, and the other way round.</summary>
    public bool Contradicts { get; private init; }

    /// <summary>Sides on which both name somebody known, and the same, 0 to 2.</summary>
    public int Same { get; private init; }

    /// <summary>Sides on which sorts of actors stand that are not the same: police and teachers.</summary>
    public int OtherSector { get; private init; }

    /// <summary>Sides on which other bodies of the same state stand.</summary>
    public int OtherBody { get; private init; }

    /// <summary>1 when both name the same person, -1 when each names another of the same state, else 0.</summary>
    public int Person { get; private init; }

    private static readonly PartyAgreement Contradiction = new() { Contradicts = true };

    /// <summary>Compares the parties of two reports.</summary>
    public static PartyAgreement Of(IncidentReport one, IncidentReport other)
    {
        if ((Mutual.Contains(one.Event) && Mutual.Contains(other.Event)) || IsPool(one) || IsPool(other))
        {
            var all = Side([.. one.Actors, .. one.Recipients], [.. other.Actors, .. other.Recipients]);
            return all with { Same = Math.Min(2, all.Same * Math.Min(Count(one), Count(other))) };
        }

        var (actors, recipients) = (Side(one.Actors, other.Actors), Side(one.Recipients, other.Recipients));
        if (actors.Contradicts || recipients.Contradicts || AreReversed(one, other)) return Contradiction;
        return new PartyAgreement
        {
            Same = actors.Same + recipients.Same,
            OtherSector = actors.OtherSector + recipients.OtherSector,
            OtherBody = actors.OtherBody + recipients.OtherBody,
            Person = Math.Sign(actors.Person + recipients.Person),
        };
    }

    /// <summary>Several who did it to each other.</summary>
    private static bool IsPool(IncidentReport report) => report.Recipients.IsEmpty && report.Actors.Length > 1;

    private static int Count(IncidentReport report) => report.Actors.Concat(report.Recipients).Where(p => p.Known).Select(p => p.Country ?? p.Code).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Each known party of the poorer side must be on the other side, too; somebody unknown can be anybody.</summary>
    private static PartyAgreement Side(ImmutableArray<IncidentParty> one, ImmutableArray<IncidentParty> other)
    {
        if (one.IsEmpty || other.IsEmpty) return default;
        var sectors = OtherSectors(one, other) ? 1 : 0;
        var (few, many) = one.Count(p => p.Known) <= other.Count(p => p.Known) ? (one, other) : (other, one);
        var known = few.Where(p => p.Known).ToList();
        if (known.Count == 0) return new PartyAgreement { OtherSector = sectors };
        if (!known.All(f => many.Any(m => m.Known && f.Fits(m)))) return Contradiction;
        var persons = known.Where(f => f.Person is not null && many.Any(m => m.Person is not null && m.Country == f.Country)).ToList();
        return new PartyAgreement
        {
            Same = 1,
            OtherSector = sectors,
            OtherBody = known.Any(f => many.Where(m => m.Known && f.Fits(m)).All(f.IsAnother)) ? 1 : 0,
            Person = persons.Count == 0 ? 0 : persons.Any(f => many.Any(m => m.Person == f.Person)) ? 1 : -1,
        };
    }

    private static bool OtherSectors(ImmutableArray<IncidentParty> one, ImmutableArray<IncidentParty> other) =>
        one.All(p => p.HasSector) && other.All(p => p.HasSector) && !one.Any(p => other.Any(o => o.Sector == p.Sector));

    /// <summary>Within one state: the party accuses the opposition, the opposition the party.</summary>
    private static bool AreReversed(IncidentReport one, IncidentReport other) =>
        OtherSectors(one.Actors, other.Actors) && OtherSectors(one.Recipients, other.Recipients) && !one.Actors.IsEmpty && !one.Recipients.IsEmpty
        && !other.Actors.IsEmpty && !other.Recipients.IsEmpty
        && one.Actors[0].Sector == other.Recipients[0].Sector && one.Recipients[0].Sector == other.Actors[0].Sector;
}
