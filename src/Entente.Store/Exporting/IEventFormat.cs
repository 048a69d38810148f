using System.Collections.Immutable;
using Entente.Coding.Records;

namespace Entente.Store.Exporting;

/// <summary>A format that events are written in.</summary>
public interface IEventFormat
{
    /// <summary>Name on the command line.</summary>
    string Name { get; }

    /// <summary>First line, null when the format has none.</summary>
    string? Header { get; }

    /// <summary>What the format cannot say, and so is lost, in words for people.</summary>
    ImmutableArray<string> Losses { get; }

    /// <summary>Whether an event must stay out, and why.</summary>
    LeftOut Refuses(EventRecord e);

    /// <summary>The lines of an event, without line ends: one, or one a pair of actor and recipient.</summary>
    /// <param name="item">The event.</param>
    /// <param name="number">Number of the first of its lines among all lines, from 1.</param>
    IEnumerable<string> Lines(ExportItem item, long number);
}

/// <summary>What several formats have in common.</summary>
internal static class EventFormats
{
    /// <summary>
    /// Formats without statuses tell of acts that took place: what is negated, hypothetical or denied stays out, and of what is to come
    /// only the word that was given, the demand or the threat, which itself took place.
    /// </summary>
    public static LeftOut WithoutStatus(EventRecord e)
    {
        if (e.Status == "negated") return LeftOut.Negated;
        if (e.Status == "hypothetical") return LeftOut.Hypothetical;
        if (e.Status == "future" && !(e.Event is "AGREE" or "CONCEDE" or "THREATEN" or "REQUEST" or "REJECT")) return LeftOut.Future;
        return !e.Attribution.IsEmpty && e.Attribution.All(c => c.Stance != "asserts") ? LeftOut.Denied : LeftOut.No;
    }

    /// <summary>The pairs of an event: each actor with each recipient; where all stand on one side, each two of them once.</summary>
    public static IEnumerable<(ActorRecord? Actor, ActorRecord? Recipient)> Pairs(EventRecord e)
    {
        if (e.Recipient.IsEmpty && e.Actor.Length > 1)
        {
            for (var i = 0; i < e.Actor.Length; i++)
                for (var j = i + 1; j < e.Actor.Length; j++) yield return (e.Actor[i], e.Actor[j]);
            yield break;
        }

        foreach (var actor in e.Actor.DefaultIfEmpty())
            foreach (var recipient in e.Recipient.DefaultIfEmpty()) yield return (actor, recipient);
    }

    /// <summary>Text in a line of tab-separated cells: what would end the cell or the line becomes a blank.</summary>
    public static string Cell(string? text) =>
        text is null ? "" : string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    /// <summary>A day of a record, the act's if known, else the publication's.</summary>
    public static string? Day(EventRecord e) => e.Date?.Start ?? e.Date?.End ?? e.Published;
}
