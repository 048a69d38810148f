using System.Globalization;

namespace Entente.Coding.Records;

/// <summary>
/// Writes events as CSV (RFC 4180): the fields of the JSON record flattened in its order, lists joined with <c>;</c>. A text cell
/// that a spreadsheet would read as a formula gets an apostrophe before it; numbers stay numbers.
/// </summary>
public static class EventCsv
{
    private static readonly (string Name, Func<EventRecord, Cell> Read)[] Columns =
    [
        ("id", e => e.Id),
        ("document", e => e.Document),
        ("sentence", e => e.Sentence),
        ("published", e => e.Published),
        ("date_start", e => e.Date?.Start),
        ("date_end", e => e.Date?.End),
        ("date_precision", e => e.Date?.Precision),
        ("date_basis", e => e.Date?.Basis),
        ("date_text", e => e.Date?.Text),
        .. Actor("actor", e => e.Actor),
        .. Actor("recipient", e => e.Recipient),
        ("event", e => e.Event),
        ("mode", e => e.Mode),
        ("context", e => string.Join(';', e.Context)),
        ("quad", e => e.Quad),
        ("cameo", e => e.Cameo),
        ("goldstein", e => e.Goldstein),
        ("score", e => e.Score),
        ("content_event", e => e.Content?.Event),
        ("content_mode", e => e.Content?.Mode),
        ("content_cameo", e => e.Content?.Cameo),
        ("status", e => e.Status),
        ("attribution_actor", e => Join(e.Attribution, a => a.Actor?.Code ?? a.Actor?.Text)),
        ("attribution_stance", e => Join(e.Attribution, a => a.Stance)),
        ("attribution_text", e => Join(e.Attribution, a => a.Text)),
        ("attribution_span", e => Join(e.Attribution, a => Span(a.Span))),
        ("attribution_via", e => Join(e.Attribution, a => string.Join('+', a.Via.Select(v => v.Actor?.Code ?? v.Actor?.Text)))),
        ("place_name", e => e.Place?.Name),
        ("place_country", e => e.Place?.Country),
        ("place_latitude", e => e.Place?.Latitude),
        ("place_longitude", e => e.Place?.Longitude),
        ("place_text", e => e.Place?.Text),
        ("place_span", e => Span(e.Place?.Span)),
        ("evidence_sentence", e => Join(e.Evidence, x => Number(x.Sentence))),
        ("evidence_text", e => Join(e.Evidence, x => x.Text)),
        ("evidence_span", e => Join(e.Evidence, x => Span(x.Span))),
        ("evidence_trigger", e => Join(e.Evidence, x => Span(x.Trigger))),
        ("confidence", e => e.Confidence),
        ("coder", e => e.Coder),
        ("rule", e => e.Rule),
    ];

    /// <summary>The first line, without line end.</summary>
    public static string Header { get; } = string.Join(',', Columns.Select(c => c.Name));

    /// <summary>The event as one line, without line end.</summary>
    public static string Line(CodedEvent coded, CodePoints points) => Line(EventRecord.Of(coded, points));

    /// <summary>The record as one line, without line end.</summary>
    public static string Line(EventRecord record) => string.Join(',', Columns.Select(c => c.Read(record).Written));

    private static (string, Func<EventRecord, Cell>)[] Actor(string side, Func<EventRecord, IEnumerable<ActorRecord>> read) =>
    [
        (side + "_code", e => Join(read(e), a => a.Code)),
        (side + "_country", e => Join(read(e), a => a.Country)),
        (side + "_sector", e => Join(read(e), a => string.Join('+', a.Sector))),
        (side + "_name", e => Join(read(e), a => a.Name)),
        (side + "_person", e => Join(read(e), a => a.Person)),
        (side + "_title", e => Join(read(e), a => a.Title)),
        (side + "_identifier", e => Join(read(e), a => a.Identifier)),
        (side + "_text", e => Join(read(e), a => a.Text)),
        (side + "_span", e => Join(read(e), a => Span(a.Span))),
        (side + "_how", e => Join(read(e), a => a.How)),
        (side + "_confidence", e => Join(read(e), a => Number(a.Confidence))),
    ];

    private static string Join<T>(IEnumerable<T> items, Func<T, string?> read) => string.Join(';', items.Select(i => read(i) ?? ""));

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Span(SpanRecord? span) => span is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s.Start}-{s.End}") : null;

    /// <summary>A cell: text is made harmless and quoted where needed, a number is written as it is.</summary>
    private readonly record struct Cell(string Written)
    {
        public static implicit operator Cell(string? text) => new(CsvCell.Text(text));

        public static implicit operator Cell(double number) => new(Number(number));

        public static implicit operator Cell(double? number) => new(number is { } n ? Number(n) : "");
    }
}
