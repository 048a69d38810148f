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
        if (Shared(one.Words, other.Words) < (parties >= 0 ? FewestShared * 2 : day < 0 || place < 0 ? 1 : FewestShared)) return -0.5;
        return Likeness(one.Words, other.Words) - (Needed + place + parties + day + mode + speech);
    }

    /// <summary>Cosine of two sets of weighted words, 0 to 1.</summary>
    public double Likeness(int[] one, int[] other)
    {
        double shared = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            if (one[i] < other[j]) i++;
            else if (one[i] > other[j]) j++;
            else
            {
                shared += weights[one[i]] * weights[one[i]];
                i++;
                j++;
            }
        }

        var sizes = Size(one) * Size(other);
        return sizes <= 0 ? 0 : shared / Math.Sqrt(sizes);
    }

    private int Shared(int[] one, int[] other)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            if (one[i] < other[j]) i++;
            else if (one[i] > other[j]) j++;
            else
            {
                if (weights[one[i]] >= Telling) shared++;
                i++;
                j++;
            }
        }

        return shared;
    }

    /// <summary>Great-circle distance in kilometres (haversine formula).</summary>
    public static double Distance(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var (a, b) = (latitude1 * Math.PI / 180, latitude2 * Math.PI / 180);
        var (dy, dx) = (Math.Sin((b - a) / 2), Math.Sin((longitude2 - longitude1) * Math.PI / 360));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt((dy * dy) + (Math.Cos(a) * Math.Cos(b) * dx * dx))));
    }

    private double Size(int[] words)
    {
        double size = 0;
        foreach (var word in words) size += weights[word] * weights[word];
        return size;
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
