using System.Collections.Immutable;

namespace Entente.Store.Incidents;

/// <summary>
/// Tells whether two reports tell the same act. What differs for sure (parties, days, places) separates them; what agrees lowers the
/// likeness that their words must have.
/// </summary>
/// <param name="weights">Weight of each word of the vocabulary: the logarithm of its rarity (inverse document frequency).</param>
internal sealed class IncidentMatcher(double[] weights)
{
    /// <summary>Places within so many kilometres of each other can be the same.</summary>
    public const double Nearby = 25;

    private const double EarthRadius = 6371;
    private const double Needed = 0.32;

    /// <summary>"At least three people were killed" tells of no particular act, so likeness alone is not enough.</summary>
    private const int FewestShared = 2;

    /// <summary>Words of less weight are in so many reports that sharing them tells nothing.</summary>
    private const double Telling = 2;

    private static readonly ImmutableHashSet<string> Speech = ["REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"];
    private static readonly ImmutableHashSet<string> Mutual = ["CONSULT", "AGREE", "COOPERATE", "SUPPORT"];

    /// <summary>By how much the likeness of the words exceeds what is needed; negative when the reports tell different acts.</summary>
    public double Margin(IncidentReport one, IncidentReport other)
    {
        if (one.Event != other.Event || !Statuses(one.Status, other.Status)) return -1;
        if (one.Document == other.Document) return -1;
        if (one.Content is not null && other.Content is not null && one.Content != other.Content) return -1;
        if (one.Days.First > other.Days.Last || other.Days.First > one.Days.Last) return -1;
        if (Places(one.Place, other.Place) is not { } place || Parties(one, other) is not { } parties) return -1;
        var day = one.DayTold && other.DayTold && one.Days == other.Days && one.Days.First == one.Days.Last ? -0.06 : 0;
        var mode = one.Mode is not null && other.Mode is not null ? (one.Mode == other.Mode ? -0.02 : 0.08) : 0;
        var speech = Speech.Contains(one.Event) ? 0.04 : 0;
        var (shared, likeness) = Compare(one.Words, other.Words);
        if (shared < (parties >= 0 ? FewestShared * 2 : day < 0 || place < 0 ? 1 : FewestShared)) return -0.5;
        return likeness - (Needed + place + parties + day + mode + speech);
    }

    /// <summary>Number of telling words that two sets share, and the cosine of the weighted sets, 0 to 1.</summary>
    private (int Shared, double Likeness) Compare(int[] one, int[] other)
    {
        var telling = 0;
        double shared = 0, size = 0, otherSize = 0;
        for (int i = 0, j = 0; i < one.Length || j < other.Length;)
        {
            var next = i == one.Length ? other[j] : j == other.Length ? one[i] : Math.Min(one[i], other[j]);
            var weight = weights[next] * weights[next];
            var both = i < one.Length && j < other.Length && one[i] == other[j];
            if (i < one.Length && one[i] == next)
            {
                size += weight;
                i++;
            }

            if (j < other.Length && other[j] == next)
            {
                otherSize += weight;
                j++;
            }

            if (!both) continue;
            shared += weight;
            if (weights[next] >= Telling) telling++;
        }

        return (telling, size * otherSize <= 0 ? 0 : shared / Math.Sqrt(size * otherSize));
    }

    /// <summary>Great-circle distance in kilometres (haversine formula).</summary>
    public static double Distance(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var (a, b) = (latitude1 * Math.PI / 180, latitude2 * Math.PI / 180);
        var (dy, dx) = (Math.Sin((b - a) / 2), Math.Sin((longitude2 - longitude1) * Math.PI / 360));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt((dy * dy) + (Math.Cos(a) * Math.Cos(b) * dx * dx))));
    }

    /// <summary>That somebody says it was not, or only may have been, is another telling of the same act; what is still to come is another act.</summary>
    private static bool Statuses(string one, string other) => one == other || (one != "future" && other != "future");

    /// <summary>What is added to the likeness needed; null when the places differ.</summary>
    private static double? Places(IncidentPlace? one, IncidentPlace? other)
    {
        if (one is null || other is null) return 0.02;
        if (one.Country is not null && other.Country is not null && one.Country != other.Country) return null;
        if (one.IsState || other.IsState) return 0;
        if (one.Name == other.Name) return -0.10;
        if (one.Latitude is not { } a || one.Longitude is not { } b || other.Latitude is not { } c || other.Longitude is not { } d) return 0.05;
        return Distance(a, b, c, d) <= Nearby ? -0.06 : null;
    }

    /// <summary>What is added to the likeness needed; null when the parties differ.</summary>
    private static double? Parties(IncidentReport one, IncidentReport other)
    {
        if (Mutual.Contains(one.Event))
        {
            var all = Side([.. one.Actors, .. one.Recipients], [.. other.Actors, .. other.Recipients]);
            return all is { } a ? a * 2 : null;
        }

        return Side(one.Actors, other.Actors) is { } actors && Side(one.Recipients, other.Recipients) is { } recipients ? actors + recipients : null;
    }

    /// <summary>Each known party of the poorer side must be on the other side, too.</summary>
    private static double? Side(ImmutableArray<IncidentParty> one, ImmutableArray<IncidentParty> other)
    {
        if (one.IsEmpty || other.IsEmpty) return one.IsEmpty && other.IsEmpty ? 0.02 : 0.05;
        var (few, many) = one.Count(p => p.Known) <= other.Count(p => p.Known) ? (one, other) : (other, one);
        var known = few.Where(p => p.Known).ToList();
        if (known.Count == 0) return few.Any(f => many.Any(f.Fits)) ? 0.08 : null;
        if (!known.All(f => many.Any(m => m.Known && f.Fits(m)))) return null;
        if (known.Any(f => f.Person is not null && many.Any(m => m.Person is not null && m.Country == f.Country) && !many.Any(m => m.Person == f.Person))) return 0.10;
        return known.Any(f => f.Person is not null && many.Any(m => m.Person == f.Person)) ? -0.10 : -0.06;
    }
}
