using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Records;
using Entente.Store.Relating;

namespace Entente.Cli.Briefing;

/// <summary>The events that the page rests on: every figure names its events by a link, and here are their words and sources.</summary>
/// <param name="names">How parties are called.</param>
internal sealed class EvidenceBook(PartyNames names)
{
    private const int MostWords = 150;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<RelationEvidence> events = [];

    /// <summary>Number of events.</summary>
    public int Count => events.Count;

    /// <summary>Enters an event and returns where it stands on the page.</summary>
    public string Link(RelationEvidence e)
    {
        if (!numbers.TryGetValue(e.Record.Id, out var number))
        {
            numbers[e.Record.Id] = number = events.Count + 1;
            events.Add(e);
        }

        return string.Create(CultureInfo.InvariantCulture, $"#e{number}");
    }

    /// <summary>Events to be opened under a figure.</summary>
    public Markup Under(IReadOnlyCollection<RelationEvidence> all, string? id = null)
    {
        if (all.Count == 0) return Markup.None;
        var lines = Markup.Join(all.Select(Line));
        var anchor = id is null ? Markup.None : Markup.Of($" id=\"{id}\"");
        return Markup.Of($"<details{anchor}><summary>{all.Count} event{(all.Count == 1 ? "" : "s")} with the most weight</summary><ul class=\"events\">{lines}</ul></details>");
    }

    /// <summary>One event in a line, with a link to its words.</summary>
    public Markup Line(RelationEvidence e)
    {
        var words = e.Record.Evidence.FirstOrDefault()?.Text;
        var quote = words is null ? Markup.None : Markup.Of($" <q>{Shortened(words)}</q>");
        return Markup.Of($"<li class=\"{Side(e.Record)}\"><a href=\"{Link(e)}\">{Day(e)}</a> {Act(e.Record)}{Status(e.Record)}{quote} <cite>{e.Source ?? e.Record.Document}</cite></li>");
    }

    /// <summary>All events that were entered, with their words and sources.</summary>
    public Markup All() => Markup.Join(events.Select((e, i) => Card(e, i + 1)));

    /// <summary>Who did what to whom, in words.</summary>
    public Markup Act(EventRecord e)
    {
        var type = Markup.Of($"<span class=\"type\" title=\"{e.Event}{(e.Mode is null ? "" : " " + e.Mode)}, CAMEO {e.Cameo}\">{names.Verb(e.Event)}</span>");
        var content = e.Content is { } inner ? Markup.Of($" <span class=\"content\">({names.Noun(inner.Event)})</span>") : Markup.None;
        var actors = Side(e.Actor);
        if (e.Recipient.IsEmpty) type = Markup.Of($"<span class=\"type\" title=\"{e.Event}{(e.Mode is null ? "" : " " + e.Mode)}, CAMEO {e.Cameo}\">{names.Noun(e.Event)}</span>");
        return e.Recipient.IsEmpty
            ? Markup.Of($"<b>{(actors.Length == 0 ? "somebody" : actors)}</b>: {type}{content}")
            : Markup.Of($"<b>{(actors.Length == 0 ? "somebody" : actors)}</b> {type} <b>{Side(e.Recipient)}</b>{content}");
    }

    /// <summary>Who says so and who denies it, in words; empty where the text itself says so.</summary>
    public Markup Voices(EventRecord e) => Markup.Join(e.Attribution.Select(c => Markup.Of(
        $"<li class=\"{c.Stance}\"><b>{(c.Actor is { } who ? Name(who) : "somebody")}</b> {c.Stance}{(c.Text is null ? Markup.None : Markup.Of($": <q>{c.Text}</q>"))}{(c.Via.IsEmpty ? "" : " (as told by " + string.Join(", ", c.Via.Select(v => v.Actor is { } via ? Name(via) : "somebody")) + ")")}</li>")));

    /// <summary>The words, with those that tell the act marked.</summary>
    public static Markup Words(EvidenceRecord evidence)
    {
        if (evidence.Text is not { } text) return Markup.None;
        if (evidence.Span is not { } span || evidence.Trigger is not { } trigger || trigger.Start < span.Start || trigger.End > span.End) return Markup.Of($"{text}");
        var points = new CodePoints(text);
        return points.CodeUnit(trigger.Start - span.Start) is { } start && points.CodeUnit(trigger.End - span.Start) is { } end && start < end
            ? Markup.Of($"{text[..start]}<mark>{text[start..end]}</mark>{text[end..]}")
            : Markup.Of($"{text}");
    }

    /// <summary>A link that leads out of the page; only to the web, whatever an article says.</summary>
    public static Markup Outward(string? url, string text) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? Markup.Of($"<a href=\"{address.AbsoluteUri}\" rel=\"noopener noreferrer external\">{text}</a>")
            : Markup.Of($"{text}");

    private Markup Card(RelationEvidence e, int number)
    {
        var r = e.Record;
        var when = r.Date is { } date ? Markup.Of($"{date.Start ?? "…"}{(date.End == date.Start ? "" : " to " + (date.End ?? "…"))} <span class=\"basis\">({(date.Basis == "text" ? $"told: “{date.Text}”" : $"day of the {date.Basis switch { "published" => "report", var other => other }}")})</span>") : Markup.Of($"day unknown");
        var voices = r.Attribution.IsEmpty ? Markup.None : Markup.Of($"<ul class=\"voices\">{Voices(r)}</ul>");
        var words = r.Evidence.IsEmpty ? Markup.Of($"<p class=\"meta\">no words: imported</p>") : Markup.Join(r.Evidence.Select(w => Markup.Of($"<blockquote>{Words(w)}</blockquote>")));
        var corrected = r.Corrections.IsEmpty ? "" : $" · corrected by {string.Join(", ", r.Corrections.Select(c => c.Author).Distinct())}";
        return Markup.Of(
            $"<article id=\"e{number}\" class=\"{Side(r)}\"><h3>{number}. {Act(r)}</h3><p class=\"meta\">{when} · {r.Status} · confidence {r.Confidence:0.00}{corrected}{(r.Place is { } place ? $" · {place.Name}" : "")}</p>{voices}{words}<p class=\"source\">{Outward(e.Url, e.Title ?? r.Document)}{(e.Source is null ? "" : $", {e.Source}")}{(r.Published is null ? "" : $", {r.Published}")} · <code>{r.Id}</code> <code>{r.Event}{(r.Mode is null ? "" : " " + r.Mode)} {r.Cameo}</code> <code>{r.Rule}</code></p></article>");
    }

    /// <summary>The side of an act: cooperation or conflict.</summary>
    private static string Side(EventRecord e) => e.Quad <= 2 ? "coop" : "conf";

    private string Side(ImmutableArray<ActorRecord> actors) => string.Join(", ", actors.Select(Name).Distinct(StringComparer.Ordinal));

    private string Name(ActorRecord a)
    {
        var whose = (a.Country ?? a.Code) is { } code ? names.Of(code) : null;
        var who = a.Person ?? (a.Code is { } own && own != a.Country ? names.Of(own) : null);
        if (whose is null && who is null) return a.Text ?? a.Name ?? "somebody";
        return who is null || who == whose ? whose! : whose is null ? who : $"{who} ({whose})";
    }

    private static Markup Status(EventRecord e)
    {
        var denied = e.Attribution.Any(c => c.Stance is "denies" or "doubts");
        var said = e.Attribution.Any(c => c.Stance == "asserts");
        var told = (e.Status == "actual" ? "" : e.Status) + (denied ? (e.Status == "actual" ? "" : ", ") + "disputed" : said ? (e.Status == "actual" ? "" : ", ") + "claimed" : "");
        return told.Length == 0 ? Markup.None : Markup.Of($" <span class=\"status\">{told}</span>");
    }

    private static string Day(RelationEvidence e) => NodaTime.Text.LocalDatePattern.Iso.Format(e.Day);

    private static string Shortened(string text)
    {
        var words = text.ReplaceLineEndings(" ");
        if (words.Length <= MostWords) return words;
        var end = words.LastIndexOf(' ', MostWords);
        return words[..(end > MostWords / 2 ? end : MostWords)] + "…";
    }
}
