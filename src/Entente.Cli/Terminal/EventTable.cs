using System.Collections.Immutable;
using Entente.Coding;
using Entente.Coding.Records;
using Entente.Sources;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Entente.Cli.Terminal;

/// <summary>Events for people: a table a document, coloured by quad class, the evidence shortened around its trigger.</summary>
internal sealed class EventTable
{
    private const int NarrowestEvidence = 24;
    private const int EventWidth = 34;
    private const int EvidenceLines = 3;
    private readonly IAnsiConsole console;

    public EventTable(TextWriter writer, bool terminal) => console = Console(writer, terminal);

    /// <summary>A console that writes there; colours only on a terminal that wants them.</summary>
    public static IAnsiConsole Console(TextWriter writer, bool terminal)
    {
        var colours = terminal && !System.Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;
        var made = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        made.Profile.Width = Width();
        made.Profile.Capabilities.Unicode = true;
        return made;
    }

    /// <summary>Writes the events of a document.</summary>
    public void Write(Article article, ImmutableArray<CodedEvent> events)
    {
        var heading = article.Title is { } title && title != article.Id ? $"{article.Id}  {Tidy(title)}" : article.Id;
        if (EventJson.Day(article.Published) is { } day) heading += $"  ({day})";
        console.Write(new Text(heading + "\n", new Style(decoration: Decoration.Bold)));
        if (events.IsEmpty)
        {
            console.Write(new Text("  no events\n\n"));
            return;
        }

        var table = new Table { Border = TableBorder.Simple, Expand = false };
        foreach (var column in (ReadOnlySpan<string>)["when", "who does what to whom", "status", "evidence"]) table.AddColumn(new TableColumn(column) { NoWrap = column is "when" or "status" });
        table.Columns[1].Width = EventWidth;
        var room = Math.Max(NarrowestEvidence, console.Profile.Width - EventWidth - 36);
        table.Columns[3].Width = room;
        foreach (var e in events) table.AddRow(Row(e, room));
        console.Write(table);
        console.Write(new Text("\n"));
    }

    private static IRenderable[] Row(CodedEvent e, int room)
    {
        var style = new Style(foreground: e.Quad switch { 1 => Color.Green, 2 => Color.Aqua, 3 => Color.Yellow, _ => Color.Red });
        var act = e.Event + (e.Mode is { } mode ? " " + mode : "") + (e.Content is { } inner ? " > " + inner.Event + (inner.Mode is { } m ? " " + m : "") : "");
        return
        [
            new Text(When(e.Date)),
            new Paragraph(Who(e.Actor) + (e.Recipient.IsEmpty ? "" : " → " + Who(e.Recipient)) + "\n").Append(act, style),
            new Text(EventJson.Word(e.Status) + Claims(e.Attribution)),
            Evidence(e, room),
        ];
    }

    private static string When(EventDate? date) => date switch
    {
        null => "?",
        { Basis: DateBasis.Published } => "~" + (EventJson.Day(date.Start) ?? ""),
        { Precision: DatePrecision.Year } => date.Start!.Value.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ when date.Start == date.End => EventJson.Day(date.Start)!,
        _ => $"{EventJson.Day(date.Start) ?? "…"}\n–{EventJson.Day(date.End) ?? "…"}",
    };

    private static string Who(ImmutableArray<ActorReference> actors) =>
        actors.IsEmpty ? "–" : string.Join(", ", actors.Select(a => (a.Code ?? a.Country ?? "?") + (a.Sectors.IsEmpty ? "" : " " + a.Sectors[0]) + (a.Person is { } p ? $" ({Tidy(p)})" : "")));

    private static string Claims(ImmutableArray<Attribution> claims) =>
        string.Concat(claims.Select(c => $"\n{(c.Stance switch { Stance.Asserts => "says", Stance.Denies => "denies", _ => "doubts" })} {c.Actor?.Code ?? (c.Actor is { Sectors: [var sector, ..] } ? sector : Tidy(c.Actor?.Text ?? "?"))}"));

    /// <summary>The sentence around its trigger, the trigger itself emphasised.</summary>
    private static Paragraph Evidence(CodedEvent e, int room)
    {
        var lead = e.Evidence[0];
        var width = room * EvidenceLines;
        var from = lead.Trigger.Start - lead.Range.Start;
        var to = lead.Trigger.End - lead.Range.Start;
        var around = Math.Max(10, (width - (to - from)) / 2);
        var start = Math.Max(0, from - around);
        var end = Math.Min(lead.Text.Length, to + around);
        if (start > 0) start = Math.Max(0, lead.Text.LastIndexOf(' ', start) + 1);
        if (end < lead.Text.Length) end = lead.Text.IndexOf(' ', end) is var blank and >= 0 ? blank : lead.Text.Length;
        var paragraph = new Paragraph();
        paragraph.Append((start > 0 ? "… " : "") + Tidy(lead.Text[start..from]));
        paragraph.Append(Tidy(lead.Text[from..to]), new Style(decoration: Decoration.Bold | Decoration.Underline));
        paragraph.Append(Tidy(lead.Text[to..end]).TrimEnd() + (end < lead.Text.Length ? " …" : ""));
        return paragraph;
    }

    /// <summary>Text from an article must not move the cursor or colour the terminal.</summary>
    internal static string Tidy(string text, bool keepLines = false) =>
        string.Concat(text.Select(c => char.IsControl(c) && !(keepLines && c == '\n') ? ' ' : char.IsSurrogate(c) ? '\uFFFD' : c));

    private static int Width()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns is >= 60 and <= 1000) return columns;
        try
        {
            return System.Console.IsOutputRedirected ? 120 : Math.Max(80, System.Console.WindowWidth);
        }
        catch (IOException)
        {
            return 120;
        }
    }
}
