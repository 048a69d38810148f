namespace Entente.Coding.Judging;

/// <summary>What an event's confidence says: how probable it is that type, actor, recipient and status are all right.</summary>
internal static class Confidence
{
    /// <summary>The confidence of an event.</summary>
    /// <param name="probability">Probability of its type by the judge.</param>
    /// <param name="e">The event, with the confidence of its frame and its actors.</param>
    public static double Of(double probability, CodedEvent e) => probability;
}
