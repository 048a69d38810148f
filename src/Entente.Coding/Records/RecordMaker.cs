using Entente.Sources;

namespace Entente.Coding.Records;

/// <summary>Makes records of coded events.</summary>
internal sealed class RecordMaker(CodePoints points)
{
    public EventRecord Of(CodedEvent e) => new()
    {
        Id = e.Id,
        Document = e.Document,
        Sentence = e.Sentence,
        Published = EventJson.Day(e.Published),
        Date = e.Date is { } d ? new DateRecord(EventJson.Day(d.Start), EventJson.Day(d.End), EventJson.Word(d.Precision), EventJson.Word(d.Basis), EventJson.Whole(d.Text)) : null,
        Actor = [.. e.Actor.Select(Actor)],
        Recipient = [.. e.Recipient.Select(Actor)],
        Event = e.Event,
        Mode = e.Mode,
        Context = e.Context,
        Quad = e.Quad,
        Cameo = e.Cameo,
        Goldstein = e.Goldstein,
        Score = e.Score,
        Content = e.Content,
        Status = EventJson.Word(e.Status),
        Attribution = [.. e.Attribution.Select(Claim)],
        Place = e.Place is { } p ? new PlaceRecord(p.Name, p.Country, p.Latitude, p.Longitude, EventJson.Whole(p.Text), Span(p.Range)) : null,
        Evidence = [.. e.Evidence.Select(x => new EvidenceRecord(x.Sentence, EventJson.Whole(x.Text), Span(x.Range), Span(x.Trigger)))],
        Confidence = Math.Round(e.Confidence, 3),
        Coder = e.Coder,
        Rule = e.Rule,
    };

    private ActorRecord Actor(ActorReference a) => new(
        a.Code,
        a.Country,
        a.Sectors,
        a.Name,
        EventJson.Whole(a.Person),
        a.Title,
        a.Identifier,
        a.Range.Length == 0 ? null : EventJson.Whole(a.Text),
        Span(a.Range),
        EventJson.Word(a.How),
        Math.Round(a.Confidence, 3));

    private ClaimRecord Claim(Attribution c) =>
        new(c.Actor is { } actor ? Actor(actor) : null, EventJson.Word(c.Stance), EventJson.Whole(c.Text), Span(c.Range), [.. c.Via.Select(Claim)]);

    private SpanRecord? Span(TextRange range)
    {
        if (range.Length == 0) return null;
        var (start, end) = points.Range(range);
        return new SpanRecord(start, end);
    }
}
