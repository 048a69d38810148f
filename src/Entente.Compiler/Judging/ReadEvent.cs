using Entente.Coding;
using Entente.Coding.Records;

namespace Entente.Compiler.Judging;

/// <summary>What a reader says is right about a coded event (docs/audit/events-parties.tsv). Offsets count Unicode code points of the document's text.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Start">First code point of the trigger.</param>
/// <param name="End">One past its last code point.</param>
/// <param name="Coded">The type that was coded.</param>
/// <param name="Event">The right type; <c>NONE</c> when the word tells no act.</param>
/// <param name="Actor">Who acts; null when the reader does not tell.</param>
/// <param name="Recipient">Towards whom; null when the reader does not tell.</param>
/// <param name="Status">The right status in small letters; <c>?</c> when the reader does not tell.</param>
internal sealed record ReadEvent(string Document, int Start, int End, string Coded, string Event, IReadOnlyList<ReadParty>? Actor, IReadOnlyList<ReadParty>? Recipient, string Status)
{
    /// <summary>Whether its trigger is that of these code points.</summary>
    public bool IsAt(int start, int end) => Start == start && End == end;

    /// <summary>What is wrong about an event at the same words by what the reader said: <c>none</c> (no act), <c>type</c>, <c>actor</c>, <c>recipient</c>, <c>status</c>, joined; empty when it is right, null where the reader does not tell.</summary>
    public string? Faults(CodedEvent e, CodePoints points)
    {
        if (Event == "NONE") return "none";
        var faults = new List<string>();
        if (e.Event != Event) faults.Add("type");
        if (Status != "?" && !Status.Equals(e.Status.ToString(), StringComparison.OrdinalIgnoreCase)) faults.Add("status");

        // The sides of a meeting may stand on either side.
        if (Actor is not null && Recipient is not null && !(e.Event is "CONSULT" or "COOPERATE" && Agrees([.. e.Actor, .. e.Recipient], [.. Actor, .. Recipient], points)))
        {
            if (!Agrees(e.Actor, Actor, points)) faults.Add("actor");
            if (!Agrees(e.Recipient, Recipient, points)) faults.Add("recipient");
        }

        return faults.Count == 0 && (Actor is null || Recipient is null || Status == "?") ? null : string.Join(' ', faults);
    }

    /// <summary>Whether a side names all whom the reader names, nobody else, and the right states.</summary>
    private static bool Agrees(IReadOnlyList<ActorReference> coded, IReadOnlyList<ReadParty> told, CodePoints points)
    {
        var named = coded.Where(c => c.Range.Length > 0).Select(c => (Party: c, Range: points.Range(c.Range))).ToList();
        if (named.Count == 0 || told.Count == 0) return named.Count == 0 && told.Count == 0;
        return named.TrueForAll(n => told.Any(t => t.Start < n.Range.End && n.Range.Start < t.End && (t.Code is null or Any || t.Code == n.Party.Code || t.Code == n.Party.Country)))
            && told.All(t => named.Exists(n => t.Start < n.Range.End && n.Range.Start < t.End));
    }

    /// <summary>The code of a party whose code the reader was not asked for.</summary>
    public const string Any = "*";

    /// <summary>Reads a table.</summary>
    public static IEnumerable<ReadEvent> Read(string path) => AuditRow.Read(path).Select(row =>
        new ReadEvent(row["document"], row.Span.Start, row.Span.End, row["event"], row["gold_type"], Parties(row["gold_actor"]), Parties(row["gold_recipient"]), row["gold_status"]));

    private static List<ReadParty>? Parties(string cell) => cell switch
    {
        "?" => null,
        "-" => [],
        _ => [.. cell.Split(' ').Select(Party)],
    };

    private static ReadParty Party(string text)
    {
        var parts = text.Split('-', '=');
        return new ReadParty(AuditRow.Number(parts[0]), AuditRow.Number(parts[1]), parts[2] == "?" ? null : parts[2]);
    }
}

/// <summary>A party as a reader sees it.</summary>
/// <param name="Start">First code point of its words.</param>
/// <param name="End">One past the last.</param>
/// <param name="Code">Code of the party or of its state; null when it is not known or none is needed, <see cref="ReadEvent.Any"/> where nobody asked.</param>
internal sealed record ReadParty(int Start, int End, string? Code);
