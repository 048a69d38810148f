namespace Entente.Compiler.Judging;

/// <summary>What a reader said of a coded event.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Start">First code point of the trigger in the document's text.</param>
/// <param name="End">One past its last code point.</param>
/// <param name="Event">The type that was coded.</param>
/// <param name="Right">Whether type, actor, recipient and status are all right; null when the reader was not sure.</param>
internal sealed record Verdict(string Document, int Start, int End, string Event, bool? Right)
{
    private static readonly string[] Fields = ["type", "actor", "recipient", "status"];

    /// <summary>Reads a table of verdicts (docs/audit/events-*.tsv).</summary>
    public static IEnumerable<Verdict> Read(string path) => AuditRow.Read(path).Select(row =>
    {
        var said = Fields.Select(f => row[f]).ToList();
        bool? right = said.Contains("wrong") ? false : said.Contains("unsure") ? null : true;
        return new Verdict(row["document"], row.Span.Start, row.Span.End, row["event"], right);
    });
}
