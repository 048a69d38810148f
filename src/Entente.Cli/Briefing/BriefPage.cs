using System.Reflection;
using Entente.Analysis.Affinity;
using Entente.Analysis.Calendar;
using Entente.Store.Relating;

namespace Entente.Cli.Briefing;

/// <summary>The page: one file, without scripts, without anything from elsewhere.</summary>
/// <param name="content">What it shows.</param>
/// <param name="names">How parties are called.</param>
internal sealed class BriefPage(BriefContent content, PartyNames names)
{
    private readonly EvidenceBook book = new(names);
    private readonly PeriodUnit unit = content.Data.Request.Unit;

    /// <summary>Writes it.</summary>
    public string Write()
    {
        var sections = new BriefSections(content, names, book);
        var about = content.About.Length == 0 ? "" : string.Join(", ", content.About.Select(names.Of));
        var title = about.Length == 0 ? "Who is drawing together, who is drifting apart" : $"{about}: drawing together, drifting apart";
        var main = Markup.Join([sections.Ties(), sections.Movers(), sections.Network(), sections.Loneliness(), sections.Calendar(), sections.Disputes()]);
        var summary = Summary();
        var body = Markup.Of(
            $"""
            <a class="skip" href="#main">To the figures</a>
            <header><h1>{title}</h1><p class="span">{Span(content.Before)} compared with {Span(content.After)} · {content.Totals.Texts} texts ({content.Totals.Originals} that repeat no other) · {content.Totals.Events} events · {content.Totals.Incidents} acts</p>{summary}
            <nav aria-label="Contents"><ul><li><a href="#ties">Ties</a></li><li><a href="#movers">Movers</a></li><li><a href="#network">Network</a></li>{(content.Loneliness.IsEmpty ? Markup.None : Markup.Of($"<li><a href=\"#loneliness\">Loneliness</a></li>"))}<li><a href="#calendar">Calendar</a></li><li><a href="#disputes">Claims and denials</a></li><li><a href="#evidence">Evidence</a></li><li><a href="#method">Method</a></li></ul></nav></header>
            <main id="main">{main}<section id="evidence" aria-labelledby="evidence-h"><h2 id="evidence-h">Evidence</h2><p>The {book.Count} events that this page names, with the words that they rest on. Marked are the words that tell the act.</p>{book.All()}</section>{sections.Method()}</main>
            """);
        return Markup.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><title>{title}</title><style>{Style()}</style></head>
            <body>{body}</body></html>

            """).Html;
    }

    /// <summary>The most important in a few sentences.</summary>
    private Markup Summary()
    {
        var lines = new List<Markup>();
        var ties = content.Ties.Where(t => t.Mover is not null).ToList();
        if (content.About.Length >= 2)
        {
            foreach (var dyad in ties) lines.Add(Markup.Of($"<li>{Moved(dyad)}</li>"));
        }

        var shown = ties.Select(t => (t.One, t.Other)).ToHashSet();
        foreach (var dyad in content.Movers.Where(m => m.Mover!.Accepted && (content.About.Length < 2 || !shown.Contains((m.One, m.Other)))).Take(4)) lines.Add(Markup.Of($"<li>{Moved(dyad)}</li>"));
        var sure = content.Movers.Count(m => m.Mover!.Accepted);
        lines.Add(sure == 0
            ? Markup.Of($"<li>Of {content.Compared} pairs with events no change is sure: there is too little to read for more.</li>")
            : Markup.Of($"<li>Of {content.Compared} pairs with events <a href=\"#movers\">{sure} changed so clearly</a> that no more than one in ten of these should not have moved so.</li>"));
        var ahead = content.Calendar.Count(c => c.Outcome == Outcome.Ahead);
        if (!content.Calendar.IsEmpty) lines.Add(Markup.Of($"<li><a href=\"#calendar\">{content.Calendar.Length} announced acts with a date</a>: {ahead} ahead, {content.Calendar.Count(c => c.Outcome == Outcome.Told)} told as having happened since.</li>"));
        if (!content.Disputes.IsEmpty) lines.Add(Markup.Of($"<li><a href=\"#disputes\">{content.Disputes.Length} claims stand against denials</a>.</li>"));
        return Markup.Of($"<ul class=\"summary\">{Markup.Join(lines)}</ul>");
    }

    private Markup Moved(BriefDyad dyad)
    {
        var mover = dyad.Mover!;
        var words = mover.Certainty < 0.8
            ? Markup.Of($"it is not sure whether they drew together or apart (closer with probability {mover.Rose:0.00})")
            : Markup.Of($"drew {(mover.Rose >= 0.5 ? "closer" : "apart")} with probability {mover.Certainty:0.00}");
        return Markup.Of($"<b>{names.Dyad(dyad.One, dyad.Other)}</b>: {words}; affinity {Charts.Signed(mover.Before.Mean)} → <b>{Charts.Signed(mover.After.Mean)}</b> ({Charts.Signed(mover.After.Low)} to {Charts.Signed(mover.After.High)}), {mover.Events.Before + mover.Events.After} events.");
    }

    private string Span(PeriodWindow window) => window.First == window.Last ? Periods.Name(window.First, unit) : $"{Periods.Name(window.First, unit)} to {Periods.Name(window.Last, unit)}";

    private static Markup Style()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("brief.css")!;
        using var reader = new StreamReader(stream);
        return new Markup(reader.ReadToEnd());
    }
}
