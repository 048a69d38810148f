using System.Collections.Immutable;
using Entente.Language;

namespace Entente.Coding;

/// <summary>
/// Joins what a headline tells with the sentences under it that tell the same act in full: a headline names the state where the lead
/// names its minister, and leaves out times, places and second parties.
/// </summary>
internal static class HeadlineMerger
{
    /// <summary>How many sentences after the headline can be its lead.</summary>
    private const int Lead = 2;

    /// <summary>The events of a document in text order, those of its headline joined with its lead's.</summary>
    public static List<CodedEvent> Join(List<CodedEvent> events, Document document)
    {
        if (!StartsWithHeadline(document)) return events;
        var joined = new List<CodedEvent>(events);
        foreach (var headline in events.Where(e => e.Sentence == 1))
        {
            var at = joined.FindIndex(e => e.Sentence > 1 && e.Sentence <= 1 + Lead && TellsInFull(e, headline));
            if (at < 0) continue;
            joined[at] = DocumentMerger.Join(joined[at], headline);
            joined.Remove(headline);
        }

        return joined;
    }

    /// <summary>Whether a document's text begins with its title.</summary>
    public static bool StartsWithHeadline(Document document) =>
        document.Article.Title is { } title && document.Sentences.Length > 1
        && document.Article.Text.AsSpan()[document.Sentences[0].Range.Start..document.Sentences[0].Range.End].Trim()
            .Equals(title.AsSpan().Trim(), StringComparison.Ordinal);

    /// <summary>Whether a sentence of the lead tells the headline's act: the same type, no party, time or country that differs.</summary>
    private static bool TellsInFull(CodedEvent lead, CodedEvent headline) =>
        lead.Event == headline.Event && lead.Status == headline.Status && (headline.Mode is null || lead.Mode is null || lead.Mode == headline.Mode)
        && (headline.Content is null || lead.Content is null || lead.Content.Event == headline.Content.Event)
        && (headline.Date?.Basis != DateBasis.Text || DocumentMerger.SameDate(lead.Date, headline.Date)) && (lead.Place is null || headline.Place is null || lead.Place.Country == headline.Place.Country)
        && !headline.Actor.IsEmpty && Named(headline.Actor, lead.Actor, lead.Recipient) && Named(headline.Recipient, lead.Recipient, lead.Actor);

    /// <summary>Whether each party of the headline is one of the lead's, on its own side or, for acts that both sides do, on the other.</summary>
    private static bool Named(ImmutableArray<ActorReference> headline, ImmutableArray<ActorReference> same, ImmutableArray<ActorReference> other) =>
        headline.All(h => same.Any(l => Fits(h, l)) || (h.Code is not null && other.Any(l => l.Code == h.Code)));

    private static bool Fits(ActorReference headline, ActorReference lead) =>
        headline.SameAs(lead)
        || (headline.Code is not null && headline.Code == lead.Code && (headline.Person is null || lead.Person is null || headline.Person == lead.Person))
        || (headline.Code is null && headline.Country is null && lead.Code is null && headline.Sectors.Length > 0 && headline.Sectors[0] == lead.Sectors.FirstOrDefault());
}
