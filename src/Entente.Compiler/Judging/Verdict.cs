using System.Globalization;
using Entente.Coding;
using Entente.Coding.Records;

namespace Entente.Compiler.Judging;

/// <summary>What a reader said of a coded event.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Start">First code point of the trigger in the document's text.</param>
/// <param name="End">One past its last code point.</param>
/// <param name="Event">The type that was coded.</param>
/// <param name="Coded">Actors, recipients and status that the reader saw, as <see cref="Parties"/> writes them; null where the table does not keep them.</param>
/// <param name="Right">Whether type, actor, recipient and status are all right; null when the reader was not sure.</param>
internal sealed record Verdict(string Document, int Start, int End, string Event, string? Coded, bool? Right)
{
    private static readonly string[] Fields = ["type", "actor", "recipient", "status"];

    /// <summary>Reads a table of verdicts (docs/audit/events-*.tsv).</summary>
    public static IEnumerable<Verdict> Read(string path) => AuditRow.Read(path).Select(row =>
    {
        var said = Fields.Select(f => row[f]).ToList();
        bool? right = said.Contains("wrong") ? false : said.Contains("unsure") ? null : true;
        return new Verdict(row["document"], row.Span.Start, row.Span.End, row["event"], row.Has("coded_actor") ? $"{row["coded_actor"]}>{row["coded_recipient"]}>{row["coded_status"]}" : null, right);
    });

    /// <summary>Whether the reader saw the event as it is coded now: of one with other parties or another status he said nothing.</summary>
    public bool Saw(CodedEvent e, CodePoints points) =>
        Coded is null || Coded == $"{Parties(e.Actor, points)}>{Parties(e.Recipient, points)}>{e.Status.ToString().ToLowerInvariant()}";

    /// <summary>A side as the tables write it: places in code points with the code of the party or of its state (<c>?</c>: none), or <c>-</c>.</summary>
    private static string Parties(IReadOnlyList<ActorReference> side, CodePoints points)
    {
        var named = side.Where(a => a.Range.Length > 0).Select(a => (Range: points.Range(a.Range), Code: a.Code ?? a.Country ?? "?")).ToList();
        return named.Count == 0 ? "-" : string.Join(' ', named.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Range.Start}-{n.Range.End}={n.Code}")));
    }
}
