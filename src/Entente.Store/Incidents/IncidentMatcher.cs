namespace Entente.Store.Incidents;

/// <summary>
/// Tells whether two reports tell the same act. What differs for sure (types, parties, days, places) separates them; what is left is a
/// weighted sum of features, the log odds of a logistic regression whose weights stand in knowledge/incidents/weights.tsv.
/// </summary>
/// <param name="words">How much words tell.</param>
/// <param name="knowledge">Neighbouring types and the weights.</param>
internal sealed class IncidentMatcher(WordWeights words, IncidentKnowledge knowledge)
{
    /// <summary>Texts that are less alike (cosine) tell nothing of the same kind; that settles most pairs at once.</summary>
    private const double Least = 0.05;

    /// <summary>More shared rare words tell no more.</summary>
    private const int MostRare = 4;

    /// <summary>The features, in the order of <see cref="Features"/>; each from 0 to about 1.</summary>
    public static readonly string[] Names = ["bias", "story", "sentence", "sentences", "rare", "neighbour", "mode", "other-mode", "parties", "person", "other-person", "other-sector", "other-body", "place", "compatible-place", "other-places", "day", "status"];

    private readonly double[] weights = [.. Names.Select(n => knowledge.Weights.GetValueOrDefault(n))];

    /// <summary>Log odds that both tell the same act, above those needed; null when they tell different acts for sure.</summary>
    public double? Margin(IncidentReport one, IncidentReport other)
    {
        Span<double> features = stackalloc double[Names.Length];
        if (!Features(one, other, features)) return null;
        double sum = 0;
        for (var i = 0; i < features.Length; i++) sum += weights[i] * features[i];
        return sum;
    }

    /// <summary>Whether days, types and statuses allow two reports to tell one act; cheap, and asked before all else.</summary>
    public bool CanBe(IncidentReport one, IncidentReport other) =>
        one.Document != other.Document && one.Days.First <= other.Days.Last && other.Days.First <= one.Days.Last
        && IsType(one.Event, other.Event) && Statuses(one.Status, other.Status)
        && (one.Content is null || other.Content is null || IsType(one.Content, other.Content));

    /// <summary>The features of two reports; false when they tell different acts for sure.</summary>
    public bool Features(IncidentReport one, IncidentReport other, Span<double> features)
    {
        if (!CanBe(one, other)) return false;
        var parties = PartyAgreement.Of(one, other);
        if (parties.Contradicts) return false;
        var place = IncidentPlaces.Of(one, other);
        if (place == PlaceAgreement.Other) return false;
        var (shared, rare) = words.Shared(one.Story, other.Story, one.Names, other.Names);
        if (Cosine(shared, one.StorySize, other.StorySize) < Least) return false;
        features[0] = 1;
        features[1] = Cosine(shared, one.StorySize, other.StorySize);
        features[2] = (Told(one, other) + Told(other, one)) / 2;
        features[3] = Cosine(words.Shared(one.Words, other.Words, [], []).Size, one.WordsSize, other.WordsSize);
        features[4] = Math.Min(MostRare, rare) / (double)MostRare;
        features[5] = one.Event != other.Event ? 1 : 0;
        features[6] = one.Mode is not null && one.Mode == other.Mode ? 1 : 0;
        features[7] = one.Event == other.Event && one.Mode is not null && other.Mode is not null && one.Mode != other.Mode ? 1 : 0;
        features[8] = parties.Same / 2.0;
        features[9] = parties.Person > 0 ? 1 : 0;
        features[10] = parties.Person < 0 ? 1 : 0;
        features[11] = parties.OtherSector / 2.0;
        features[12] = parties.OtherBody / 2.0;
        features[13] = place == PlaceAgreement.Same ? 1 : 0;
        features[14] = place == PlaceAgreement.Compatible ? 1 : 0;
        features[15] = words.NamesOtherPlaces(one.Words, other.Story) && words.NamesOtherPlaces(other.Words, one.Story) ? 1 : 0;
        features[16] = one.DayTold && other.DayTold && one.Days == other.Days && one.Days.First == one.Days.Last ? 1 : 0;
        features[17] = one.Status != other.Status ? 1 : 0;
        return true;
    }

    private static double Cosine(double shared, double size, double other) => size * other <= 0 ? 0 : shared / Math.Sqrt(size * other);

    /// <summary>Share of the evidence of a report that the text of another tells, by the weight of the words.</summary>
    private double Told(IncidentReport report, IncidentReport other) => report.WordsSize > 0 ? words.Shared(report.Words, other.Story, [], []).Size / report.WordsSize : 0;

    private bool IsType(string one, string other) => one == other || knowledge.Neighbours.Contains((one, other));

    /// <summary>That somebody says it was not, or only may have been, is another telling of the same act; what is still to come is another act.</summary>
    private static bool Statuses(string one, string other) => one == other || (one != "future" && other != "future");
}
