using System.Collections.Immutable;
using Entente.Cli.Running;
using Entente.Coding.Records;
using Spectre.Console;

namespace Entente.Cli.Terminal;

/// <summary>Writes records of events: a table for people, or JSON lines, CSV or GeoJSON for programs.</summary>
internal static class RecordWriter
{
    private const int MostShown = 500;
    private const int WidestEvidence = 400;

    /// <summary>Writes them.</summary>
    public static void Write(Output output, IEnumerable<EventRecord> records, string format, bool terminal)
    {
        switch (format)
        {
            case "jsonl":
                foreach (var record in records) output.Write(EventJson.Line(record) + "\n");
                break;
            case "csv":
                output.Write(EventCsv.Header + "\r\n");
                foreach (var record in records) output.Write(EventCsv.Line(record) + "\r\n");
                break;
            case "geojson":
                foreach (var part in EventGeoJson.Parts(records)) output.Write(part);
                break;
            default:
                Show(output, records, terminal);
                break;
        }
    }

    private static void Show(Output output, IEnumerable<EventRecord> records, bool terminal)
    {
        var console = EventTable.Console(output.Writer, terminal);
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in (ReadOnlySpan<string>)["when", "who does what to whom", "status", "evidence", "id"]) table.AddColumn(column);
        var count = 0;
        foreach (var e in records)
        {
            if (++count > MostShown) continue;
            table.AddRow([.. new[] { When(e.Date), What(e), e.Status + Claims(e.Attribution), Evidence(e), e.Id }.Select(c => new Text(EventTable.Tidy(c, keepLines: true)))]);
        }

        console.Write(table);
        console.Write(new Text(count > MostShown ? FormattableString.Invariant($"{count} events, {MostShown} shown; take --format csv or jsonl\n") : FormattableString.Invariant($"{count} event{(count == 1 ? "" : "s")}\n")));
    }

    private static string When(DateRecord? date) => date is null ? "?" : date.Start == date.End ? (date.Basis == "published" ? "~" : "") + date.Start : $"{date.Start ?? "…"}\n–{date.End ?? "…"}";

    private static string What(EventRecord e) =>
        $"{Who(e.Actor)}{(e.Recipient.IsEmpty ? "" : " → " + Who(e.Recipient))}\n{e.Event}{(e.Mode is { } mode ? " " + mode : "")}{(e.Content is { } inner ? " > " + inner.Event : "")}";

    private static string Who(ImmutableArray<ActorRecord> actors) =>
        actors.IsEmpty ? "–" : string.Join(", ", actors.Select(a => (a.Code ?? a.Country ?? "?") + (a.Sector.IsEmpty ? "" : " " + a.Sector[0]) + (a.Person is { } p ? $" ({p})" : "")));

    private static string Claims(ImmutableArray<ClaimRecord> claims) =>
        string.Concat(claims.Select(c => $"\n{c.Stance.TrimEnd('s')}s {c.Actor?.Code ?? c.Actor?.Text ?? "?"}"));

    private static string Evidence(EventRecord e)
    {
        var text = e.Evidence.IsEmpty ? "" : e.Evidence[0].Text ?? "";
        return (text.Length > WidestEvidence ? text[..WidestEvidence] + " …" : text) + (e.Evidence.Length > 1 ? FormattableString.Invariant($" (+{e.Evidence.Length - 1})") : "");
    }
}
