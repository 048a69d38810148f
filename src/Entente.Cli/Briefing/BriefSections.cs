using System.Globalization;
using Entente.Analysis.Calendar;
using Entente.Analysis.Loneliness;
using Entente.Analysis.Networks;
using Entente.Store.Relating;

namespace Entente.Cli.Briefing;

/// <summary>The parts of the page.</summary>
/// <param name="content">What it shows.</param>
/// <param name="names">How parties are called.</param>
/// <param name="book">Where events are entered.</param>
internal sealed class BriefSections(BriefContent content, PartyNames names, EvidenceBook book)
{
    private readonly PeriodUnit unit = content.Data.Request.Unit;

    /// <summary>The dyads looked at closely.</summary>
    public Markup Ties()
    {
        var cards = Markup.Join(content.Ties.Select((d, i) => Tie(d, i + 1)));
        return Section("ties", content.About.Length >= 2 ? "The ties among them" : "The ties with the most events", Markup.Of(
            $"<p>Affinity is the share of cooperation less the share of conflict in what would happen between two parties: +1 only cooperation, −1 only conflict. The band holds the true value with probability {content.Data.Affinity.Level:0.##}; where there is little to read, it is wide and close to the mean of the world. The line remembers the pair’s past; under “Who moved” each window stands for itself. Bars are weighted events a {unit.ToString().ToLowerInvariant()}: cooperation upwards, conflict downwards; dotted lines are the strongest turning points that are likelier than not.</p>{cards}"));
    }

    /// <summary>Who moved.</summary>
    public Markup Movers()
    {
        if (content.Movers.IsEmpty) return Section("movers", "Who moved", Markup.Of($"<p>Nothing to compare.</p>"));
        var rows = content.Movers.Select((m, i) => (names.Short(m.One, m.Other), string.Create(CultureInfo.InvariantCulture, $"#m{i + 1}"), (Analysis.Affinity.AffinityEstimate?)m.Mover!.Before, m.Mover.After, m.Mover.Rose >= 0.5)).ToList();
        var table = Markup.Join(content.Movers.Select((m, i) => Markup.Of(
            $"<tr><th scope=\"row\">{names.Dyad(m.One, m.Other)}</th><td>{(m.Mover!.Rose >= 0.5 ? "▲ closer" : "▼ apart")}</td><td>{m.Mover.Certainty:0.00}</td><td>{(m.Mover.Accepted ? "yes" : "no")}</td><td>{Charts.Signed(m.Mover.Before.Mean)}</td><td>{Charts.Signed(m.Mover.After.Mean)}</td><td>{Charts.Signed(m.Mover.Change.Mean)} ({Charts.Signed(m.Mover.Change.Low)} to {Charts.Signed(m.Mover.Change.High)})</td><td>{m.Mover.Events.Before} / {m.Mover.Events.After}</td></tr><tr class=\"under\"><td colspan=\"8\">{book.Under(m.Events, $"m{i + 1}")}</td></tr>")));
        return Section("movers", "Who moved", Markup.Of(
            $"<p>Affinity before (grey ring) and after (▲ closer, ▼ apart), each with its interval. “Sure” are the longest list, the likeliest first, of which no more than one in ten is expected not to have moved so.</p><figure>{Charts.Intervals("movers-c", "Affinity before and after", rows)}</figure>"
            + $"<div class=\"scroll\"><table><caption>The {content.Movers.Length} likeliest changes of {content.Compared} pairs with events</caption><thead><tr><th scope=\"col\">pair</th><th scope=\"col\">direction</th><th scope=\"col\">probability</th><th scope=\"col\">sure</th><th scope=\"col\">before</th><th scope=\"col\">after</th><th scope=\"col\">change</th><th scope=\"col\">events</th></tr></thead><tbody>{table}</tbody></table></div>"));
    }

    /// <summary>Who stands with whom.</summary>
    public Markup Network()
    {
        var graph = content.Network.Graph;
        if (!graph.Ties.Any()) return Section("network", "Who stands with whom", Markup.Of($"<p>No tie has a sure sign.</p>"));
        var (triangles, frustration) = (Balance.Triangles(graph), Balance.Frustration(graph));
        var rows = content.Factions.Places.Where(p => p.Home >= 0).GroupBy(p => p.Home).OrderBy(g => g.Key).Select(g => Markup.Of(
            $"<tr><th scope=\"row\">{Faction(g.Key)}</th><td>{Markup.Join(g.OrderByDescending(p => p.Support).ThenBy(p => graph.Names[p.Actor], StringComparer.Ordinal).Select((p, i) => Markup.Of($"{(i == 0 ? "" : ", ")}<span title=\"{(p.InBetween >= 0.75 ? "between the factions" : "in its faction")}\">{names.Of(graph.Names[p.Actor])} {p.Support:0.00}{(p.InBetween >= 0.75 ? " ↔" : "")}</span>")))}</td></tr>"));
        var ties = content.Network.Ties.Where(t => t.Sign != 0).OrderByDescending(t => Math.Abs(t.Friendly - 0.5)).ThenBy(t => t.One, StringComparer.Ordinal).ThenBy(t => t.Other, StringComparer.Ordinal)
            .Select(t => Markup.Of($"<tr><th scope=\"row\">{names.Dyad(t.One, t.Other)}</th><td>{(t.Sign > 0 ? "friendly" : "hostile")}</td><td>{Charts.Signed(t.Affinity.Mean)} ({Charts.Signed(t.Affinity.Low)} to {Charts.Signed(t.Affinity.High)})</td><td>{t.Events}</td></tr>"));
        return Section("network", "Who stands with whom", Markup.Of(
            $"<p>The parties with the most events in the later window. A line is a tie whose sign is sure (probability {Analysis.Blocs.Tie.Sure:0.#} or more): full lines are friendly, broken ones hostile; shapes are factions. Of {triangles.All} triangles {(triangles.All == 0 ? "none can be judged" : $"{(100 * triangles.Share).ToString("0", CultureInfo.InvariantCulture)} % are balanced")}; all ties but {(100 * (1 - frustration.Index) / 2).ToString("0", CultureInfo.InvariantCulture)} % fit into two camps{(frustration.Exact ? "" : " (best division found)")}.</p><figure>{NetworkDrawing.Draw(content.Network, content.Factions, names.Of)}</figure>"
            + $"<div class=\"scroll\"><table><caption>Factions; the figure is the share of {content.Factions.Resamples} resamples in which a party is with its faction, ↔ stands between</caption><tbody>{Markup.Join(rows)}</tbody></table></div><details><summary>All {graph.Ties.Count()} ties of a sure sign</summary><div class=\"scroll\"><table><thead><tr><th scope=\"col\">pair</th><th scope=\"col\">tie</th><th scope=\"col\">affinity</th><th scope=\"col\">events</th></tr></thead><tbody>{Markup.Join(ties)}</tbody></table></div></details>"));
    }

    /// <summary>How alone they stand.</summary>
    public Markup Loneliness()
    {
        if (content.Loneliness.IsEmpty) return Markup.None;
        var rows = content.Loneliness.Select(l => Alone(l.Now, l.Before));
        return Section("loneliness", "How alone they stand", Markup.Of(
            $"<p>The E–I index compares cooperation that leaves the group with cooperation inside it: +1 all of it leaves, −1 all of it stays inside. Intervals come from resampling the events; “comparable” is the median of {content.Loneliness[0].Now.Compared} groups of as many parties that are as much in the news, and the rank is the share of them with a smaller figure.</p><div class=\"scroll\"><table><caption>The later window, with the earlier one and comparable groups</caption><thead><tr><th scope=\"col\">who</th><th scope=\"col\">figure</th><th scope=\"col\">value</th><th scope=\"col\">interval</th><th scope=\"col\">before</th><th scope=\"col\">comparable</th><th scope=\"col\">rank</th></tr></thead><tbody>{Markup.Join(rows)}</tbody></table></div>"));
    }

    /// <summary>What is announced.</summary>
    public Markup Calendar()
    {
        if (content.Calendar.IsEmpty) return Section("calendar", "Calendar", Markup.Of($"<p>The record announces nothing with a date.</p>"));
        var rows = content.Calendar.OrderBy(c => c.Outcome != Outcome.Ahead).ThenBy(c => c.From ?? c.Until, StringComparer.Ordinal).Select(c => Markup.Of(
            $"<tr class=\"{c.Outcome.ToString().ToLowerInvariant()}\"><th scope=\"row\">{c.From ?? "…"}{(c.Until == c.From ? Markup.None : c.Until is null ? Markup.Of($" on") : Markup.Of($"<br>to {c.Until}"))}</th><td>{string.Join(", ", c.Parties.Select(names.Of))}: {names.Noun(c.Event)}{(c.Announcements[0].Record.Place is { } place ? $" ({place.Name})" : "")}</td><td>{c.Outcome switch { Outcome.Ahead => "ahead", Outcome.Told => "told", _ => "not told of" }}</td><td><ul class=\"events\">{Markup.Join(c.Announcements.Take(3).Select(book.Line))}</ul>{(c.Acts.IsEmpty ? Markup.None : Markup.Of($"<p>What came of it:</p><ul class=\"events\">{Markup.Join(c.Acts.Take(2).Select(book.Line))}</ul>"))}</td></tr>"));
        return Section("calendar", "Calendar", Markup.Of(
            $"<p>What the record announces for a day after its publication, and what it tells of it later. “Not told of” means that no text of this record tells it, not that it did not happen.</p><div class=\"scroll\"><table><thead><tr><th scope=\"col\">when</th><th scope=\"col\">what</th><th scope=\"col\">since then</th><th scope=\"col\">words</th></tr></thead><tbody>{Markup.Join(rows)}</tbody></table></div>"));
    }

    /// <summary>Claims against denials.</summary>
    public Markup Disputes()
    {
        if (content.Disputes.IsEmpty) return Section("disputes", "Claims and denials", Markup.Of($"<p>Nobody denies anything in this record.</p>"));
        var cards = content.Disputes.Select(d => Markup.Of(
            $"<article class=\"dispute {(d.Reports[0].Record.Quad <= 2 ? "coop" : "conf")}\"><h3>{book.Act(d.Reports[0].Record)}</h3>{Markup.Join(d.Reports.Take(4).Select(r => Markup.Of($"<ul class=\"voices\">{Told(r)}{book.Voices(r.Record)}</ul>{Quoted(r)}")))}</article>"));
        return Section("disputes", "Claims and denials", Markup.Of($"<p>Acts that some tell and others deny or doubt. Each side with its words; this page does not say who is right.</p><div class=\"cards\">{Markup.Join(cards)}</div>"));
    }

    /// <summary>How the figures are made.</summary>
    public Markup Method()
    {
        var weights = content.Data.Request.Weights.GroupBy(w => w.Status).Select(g => Markup.Of($"<tr><th scope=\"row\">{g.Key}</th>{Markup.Join(g.Select(w => Markup.Of($"<td>{w.Attribution} {w.Weight:0.##}</td>")))}</tr>"));
        var affinity = content.Data.Affinity;
        var makers = string.Join("; ", content.Makers.Select(m => m.Coder + (m.Models is null ? "" : $", models {m.Models[..12]}, knowledge {m.Knowledge?[..12]}")));
        return Section("method", "Method", Markup.Of(
            $"<p>Events were coded by {makers}. An act told by several articles counts once. What an event counts, by what it is told as, times the coder’s confidence:</p><div class=\"scroll\"><table><tbody>{Markup.Join(weights)}</tbody></table></div><p>Affinity is a beta-binomial estimate: each pair starts from the mean of the world with the weight of {affinity.PriorStrength:0.##} events; what happened loses half its weight in {affinity.HalfLife:0.#} {unit.ToString().ToLowerInvariant()}s; events of one {unit.ToString().ToLowerInvariant()} repeat one another by {affinity.Repetition:0.##}. These three were chosen so that what each pair does next is foretold best. Coded events are not free of error; look at the words before you rely on a figure.</p>"));
    }

    private static Markup Section(string id, string title, Markup inner) => Markup.Of($"<section id=\"{id}\" aria-labelledby=\"{id}-h\"><h2 id=\"{id}-h\">{title}</h2>{inner}</section>");

    private Markup Tie(BriefDyad d, int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"t{number}");
        if (d.Series is null) return Markup.Of($"<article class=\"tie\"><h3>{names.Dyad(d.One, d.Other)}</h3><p>The record tells of nothing between them.</p></article>");
        var last = d.Affinity.LastOrDefault(a => a is not null);
        var now = last is { } end ? Markup.Of($"<p>At the end of the record <b>{Charts.Signed(end.Mean)}</b> ({Charts.Signed(end.Low)} to {Charts.Signed(end.High)}){(d.Tie is { } tie ? $"; friendly with probability {tie.Friendly.ToString("0.00", CultureInfo.InvariantCulture)}, {tie.Events} events in the later window" : "; nothing in the later window")}.</p>") : Markup.Of($"<p>No events.</p>");
        var turns = d.Turns.IsEmpty ? Markup.None : Markup.Of($"<ul class=\"turns\">{Markup.Join(d.Turns.Select(t => Markup.Of($"<li>{Periods.Name(t.Point.Period, unit)}: {string.Join(" and ", Words(t.Point))}, probability {t.Point.Probability:0.00}{(t.Point.SourcesChanged ? " — the sources changed at the same time" : "")}{book.Under(t.Events)}</li>")))}</ul>");
        return Markup.Of($"<article class=\"tie\"><h3>{names.Dyad(d.One, d.Other)}</h3>{now}<figure>{Charts.Dyad(id, names.Dyad(d.One, d.Other), d.Series, d.Affinity, [.. d.Turns.Select(t => t.Point)])}</figure>{turns}{book.Under(d.Events)}</article>");
    }

    private static IEnumerable<string> Words(Analysis.Turning.DyadTurningPoint turn)
    {
        if (turn.Level is { } level) yield return level.After > level.Before ? "friendlier" : "more hostile";
        if (turn.Volume is { } volume) yield return volume.After > volume.Before ? "more in the news" : "less in the news";
    }

    private static string Faction(int number) => number switch { 0 => "● first", 1 => "■ second", 2 => "◆ third", _ => string.Create(CultureInfo.InvariantCulture, $"▲ {number + 1}th") };

    private Markup Alone(LonelinessFigures now, LonelinessFigures? before)
    {
        Markup Row(string figure, Measured m, Measured? was, string format) => Markup.Of(
            $"<tr><th scope=\"row\">{string.Join(", ", now.Members.Select(names.Of))}</th><td>{figure}</td><td>{Number(m.Value, format)}</td><td>{Number(m.Low, format)} to {Number(m.High, format)}</td><td>{(was is { } w ? Number(w.Value, format) : "")}</td><td>{Number(m.Comparable, format)}</td><td>{Number(m.Rank, "0.00")}</td></tr>");
        var friends = now.Won.IsEmpty && now.Lost.IsEmpty ? Markup.None : Markup.Of($"<tr class=\"under\"><td colspan=\"7\">friends won: {List(now.Won)}; lost: {List(now.Lost)}</td></tr>");
        return Markup.Join(
        [
            now.Members.Length > 1 ? Row("E–I index", now.EIIndex, before?.EIIndex, "+0.00;−0.00;0.00") : Markup.None,
            Row("share of the world’s cooperation that it has beyond itself", now.OutwardShare, before?.OutwardShare, "0.00"),
            Row("warmth of ties beyond itself", now.Warmth, before?.Warmth, "+0.00;−0.00;0.00"),
            Row("effective number of partners", now.Partners, before?.Partners, "0.0"),
            friends,
        ]);
    }

    private string List(IReadOnlyCollection<string> codes) => codes.Count == 0 ? "none" : string.Join(", ", codes.Select(names.Of));

    private static string Number(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "–";

    /// <summary>Where nobody is quoted, the text itself tells it.</summary>
    private static Markup Told(RelationEvidence r) => r.Record.Attribution.Any(c => c.Stance == "asserts") || r.Record.Status == "negated"
        ? Markup.None
        : Markup.Of($"<li class=\"asserts\"><b>{r.Source ?? "the text"}</b> tells it</li>");

    private Markup Quoted(RelationEvidence r) => r.Record.Evidence.IsEmpty ? Markup.None : Markup.Of($"<blockquote>{EvidenceBook.Words(r.Record.Evidence[0])} <a href=\"{book.Link(r)}\">{r.Record.Published ?? "source"}</a></blockquote>");
}
