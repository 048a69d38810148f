namespace Entente.Store.Incidents;

/// <summary>How two places agree.</summary>
internal enum PlaceAgreement
{
    /// <summary>They are different places.</summary>
    Other,

    /// <summary>One text does not tell, or no more than the state.</summary>
    Unknown,

    /// <summary>One lies in the other, both are the same wide one, or one text names the place of the other, too.</summary>
    Compatible,

    /// <summary>The same, or near.</summary>
    Same,
}

/// <summary>Compares places.</summary>
internal static class IncidentPlaces
{
    /// <summary>Places within so many kilometres of each other can be the same.</summary>
    public const double Nearby = 25;

    /// <summary>What lies in a province or on a river is seldom farther from its middle.</summary>
    private const double Wide = 150;

    /// <summary>What lies in a sea or a region of several states is seldom farther from its middle.</summary>
    private const double Widest = 500;

    private const double EarthRadius = 6371;

    /// <summary>How the places of two reports agree.</summary>
    public static PlaceAgreement Of(IncidentReport one, IncidentReport other)
    {
        if (one.Place is not { } a || other.Place is not { } b) return PlaceAgreement.Unknown;
        if (a.Name == b.Name && (a.Country is null || b.Country is null || a.Country == b.Country)) return a.IsState ? PlaceAgreement.Unknown : a.IsWide ? PlaceAgreement.Compatible : PlaceAgreement.Same;
        var distance = Distance(a, b);
        if ((a.IsState || b.IsState) && !AreOther(a, b)) return PlaceAgreement.Unknown;
        if (distance <= Nearby) return PlaceAgreement.Same;
        if (Names(one, other) || Names(other, one) || (!AreOther(a, b) && distance <= Math.Max(Reach(a), Reach(b)))) return PlaceAgreement.Compatible;
        return AreOther(a, b) ? Ends(one, other) : distance is null ? PlaceAgreement.Unknown : PlaceAgreement.Other;
    }

    /// <summary>Great-circle distance in kilometres (haversine formula).</summary>
    public static double Distance(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var (a, b) = (latitude1 * Math.PI / 180, latitude2 * Math.PI / 180);
        var (dy, dx) = (Math.Sin((b - a) / 2), Math.Sin((longitude2 - longitude1) * Math.PI / 360));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt((dy * dy) + (Math.Cos(a) * Math.Cos(b) * dx * dx))));
    }

    private static double? Distance(IncidentPlace one, IncidentPlace other) =>
        one.Latitude is { } a && one.Longitude is { } b && other.Latitude is { } c && other.Longitude is { } d ? Distance(a, b, c, d) : null;

    private static double Reach(IncidentPlace place) => place.Country is null ? Widest : place.IsWide ? Wide : Nearby;

    private static bool AreOther(IncidentPlace one, IncidentPlace other) => one.Country is not null && other.Country is not null && one.Country != other.Country;

    /// <summary>Whether a text names the place of another.</summary>
    private static bool Names(IncidentReport report, IncidentReport other) =>
        other.PlaceWords.Length > 0 && other.PlaceWords.All(w => Array.BinarySearch(report.Story, w) >= 0);

    /// <summary>An act between two states can be told of either: where the plane took off, where it landed.</summary>
    private static PlaceAgreement Ends(IncidentReport one, IncidentReport other)
    {
        return Between(one) || Between(other) ? PlaceAgreement.Unknown : PlaceAgreement.Other;

        bool Between(IncidentReport report) =>
            report.Actors.Any(a => a.Country is not null && (a.Country == one.Place!.Country || a.Country == other.Place!.Country)
            && report.Recipients.Any(r => r.Country is not null && r.Country != a.Country && (r.Country == one.Place!.Country || r.Country == other.Place!.Country)));
    }
}
