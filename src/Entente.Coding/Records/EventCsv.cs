using System.Globalization;
using System.Text;

namespace Entente.Coding.Records;

/// <summary>
/// Writes events as CSV (RFC 4180): the fields of the JSON record flattened in its order, lists joined with <c>;</c>. A text cell
/// that a spreadsheet would read as a formula gets an apostrophe before it; numbers stay numbers.
/// </summary>
public static class EventCsv
{
    private static readonly (string Name, Func<CodedEvent, CodePoints, Cell> Read)[] Columns =
    [
        ("id", (e, _) => e.Id),
        ("document", (e, _) => e.Document),
        ("sentence", (e, _) => e.Sentence),
        ("published", (e, _) => EventJson.Day(e.Published)),
        ("date_start", (e, _) => EventJson.Day(e.Date?.Start)),
        ("date_end", (e, _) => EventJson.Day(e.Date?.End)),
        ("date_precision", (e, _) => e.Date is { } d ? EventJson.Word(d.Precision) : null),
        ("date_basis", (e, _) => e.Date is { } d ? EventJson.Word(d.Basis) : null),
        ("date_text", (e, _) => e.Date?.Text),
        .. Actor("actor", e => e.Actor),
        .. Actor("recipient", e => e.Recipient),
        ("event", (e, _) => e.Event),
        ("mode", (e, _) => e.Mode),
        ("context", (e, _) => string.Join(';', e.Context)),
        ("quad", (e, _) => e.Quad),
        ("cameo", (e, _) => e.Cameo),
        ("goldstein", (e, _) => e.Goldstein),
        ("score", (e, _) => e.Score),
        ("content_event", (e, _) => e.Content?.Event),
        ("content_mode", (e, _) => e.Content?.Mode),
        ("content_cameo", (e, _) => e.Content?.Cameo),
        ("status", (e, _) => EventJson.Word(e.Status)),
        ("attribution_actor", (e, _) => Join(e.Attribution, a => a.Actor?.Code ?? a.Actor?.Text)),
        ("attribution_stance", (e, _) => Join(e.Attribution, a => EventJson.Word(a.Stance))),
        ("attribution_text", (e, _) => Join(e.Attribution, a => a.Text)),
        ("attribution_span", (e, p) => Join(e.Attribution, a => Span(p.Range(a.Range)))),
        ("attribution_via", (e, _) => Join(e.Attribution, a => string.Join('+', a.Via.Select(v => v.Actor?.Code ?? v.Actor?.Text)))),
        ("place_name", (e, _) => e.Place?.Name),
        ("place_country", (e, _) => e.Place?.Country),
        ("place_latitude", (e, _) => e.Place?.Latitude),
        ("place_longitude", (e, _) => e.Place?.Longitude),
        ("place_text", (e, _) => e.Place?.Text),
        ("place_span", (e, p) => e.Place is { } place ? Span(p.Range(place.Range)) : null),
        ("evidence_sentence", (e, _) => Join(e.Evidence, x => Number(x.Sentence))),
        ("evidence_text", (e, _) => Join(e.Evidence, x => x.Text)),
        ("evidence_span", (e, p) => Join(e.Evidence, x => Span(p.Range(x.Range)))),
        ("evidence_trigger", (e, p) => Join(e.Evidence, x => Span(p.Range(x.Trigger)))),
        ("confidence", (e, _) => Math.Round(e.Confidence, 3)),
        ("coder", (e, _) => e.Coder),
        ("rule", (e, _) => e.Rule),
    ];

    /// <summary>The first line, without line end.</summary>
    public static string Header { get; } = string.Join(',', Columns.Select(c => c.Name));

    /// <summary>The event as one line, without line end.</summary>
    public static string Line(CodedEvent coded, CodePoints points) =>
        string.Join(',', Columns.Select(c => c.Read(coded, points).Written));

    private static (string, Func<CodedEvent, CodePoints, Cell>)[] Actor(string side, Func<CodedEvent, IEnumerable<ActorReference>> read) =>
    [
        (side + "_code", (e, _) => Join(read(e), a => a.Code)),
        (side + "_country", (e, _) => Join(read(e), a => a.Country)),
        (side + "_sector", (e, _) => Join(read(e), a => string.Join('+', a.Sectors))),
        (side + "_name", (e, _) => Join(read(e), a => a.Name)),
        (side + "_person", (e, _) => Join(read(e), a => a.Person)),
        (side + "_title", (e, _) => Join(read(e), a => a.Title)),
        (side + "_identifier", (e, _) => Join(read(e), a => a.Identifier)),
        (side + "_text", (e, _) => Join(read(e), a => a.Range.Length == 0 ? null : a.Text)),
        (side + "_span", (e, p) => Join(read(e), a => a.Range.Length == 0 ? null : Span(p.Range(a.Range)))),
        (side + "_how", (e, _) => Join(read(e), a => EventJson.Word(a.How))),
        (side + "_confidence", (e, _) => Join(read(e), a => Number(Math.Round(a.Confidence, 3)))),
    ];

    private static string Join<T>(IEnumerable<T> items, Func<T, string?> read) => string.Join(';', items.Select(i => read(i) ?? ""));

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Span((int Start, int End) span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");

    /// <summary>A cell: text is made harmless and quoted where needed, a number is written as it is.</summary>
    private readonly record struct Cell(string Written)
    {
        public static implicit operator Cell(string? text) => new(Quoted(Harmless(text ?? "")));

        public static implicit operator Cell(double number) => new(Number(number));

        public static implicit operator Cell(double? number) => new(number is { } n ? Number(n) : "");

        private static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

        private static string Quoted(string text)
        {
            if (text.AsSpan().IndexOfAny(",\"\r\n") < 0) return text;
            return new StringBuilder(text.Length + 8).Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').ToString();
        }
    }
}
