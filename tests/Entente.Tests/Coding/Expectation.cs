using System.Collections.Immutable;
using Entente.Coding;
using Entente.Coding.Records;

namespace Entente.Tests.Coding;

/// <summary>
/// What a sentence must come to, in one line of sentences.txt:
/// <c>ACTORS TYPE[/mode] RECIPIENTS status [DATE] [content=TYPE[/mode]] [says=…] [denies=…] [doubts=…]</c>.
/// Codes are joined with commas; <c>-</c> is nobody, <c>*</c> anything, <c>?:UAF</c> somebody without a code. A date is a day or
/// <c>first..last</c>, open ends empty. A mode or a date that is not written is not looked at; everything else must agree.
/// Outer claims follow their claim: <c>says=KOR&lt;JPN</c> is what Japan says that South Korea says.
/// </summary>
internal sealed record Expectation(string Written)
{
    private static readonly string[] Stances = ["says", "denies", "doubts"];

    private readonly string[] parts = Written.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the event is the one expected.</summary>
    public bool Fits(CodedEvent coded)
    {
        var date = parts.Skip(4).FirstOrDefault(p => !p.Contains('=', StringComparison.Ordinal));
        return Codes(parts[0], coded.Actor) && Act(parts[1], coded.Event, coded.Mode) && Codes(parts[2], coded.Recipient)
            && (parts[3] == "*" || parts[3] == EventJson.Word(coded.Status))
            && (date is null || date == Date(coded.Date))
            && Content(coded.Content)
            && Stances.All(stance => Claimed(stance, Claims(coded, stance)));
    }

    /// <summary>An event in the same form, for messages.</summary>
    public static string Show(CodedEvent coded)
    {
        var content = coded.Content is { } c ? " content=" + Act(c.Event, c.Mode) : "";
        var claims = string.Concat(Stances.Select(s => Claims(coded, s) is { Length: > 0 } said ? $" {s}={said}" : ""));
        return $"{Codes(coded.Actor)} {Act(coded.Event, coded.Mode)} {Codes(coded.Recipient)} {EventJson.Word(coded.Status)} {Date(coded.Date)}{content}{claims}";
    }

    private bool Claimed(string stance, string claims) => Option(stance) switch
    {
        null => claims.Length == 0,
        "*" => claims.Length > 0,
        var want => want == claims,
    };

    private bool Content(EventContent? content) =>
        Option("content") is { } want ? content is not null && Act(want, content.Event, content.Mode) : content is null;

    private string? Option(string name) =>
        parts.Skip(4).FirstOrDefault(p => p.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    private static bool Codes(string want, ImmutableArray<ActorReference> actors) =>
        want == "*" || want.Split(',').Order(StringComparer.Ordinal).SequenceEqual(Codes(actors).Split(',').Order(StringComparer.Ordinal));

    private static bool Act(string want, string type, string? mode) =>
        want == (want.Contains('/', StringComparison.Ordinal) ? Act(type, mode) : type);

    private static string Act(string type, string? mode) => mode is null ? type : $"{type}/{mode}";

    private static string Codes(ImmutableArray<ActorReference> actors) => actors.IsEmpty ? "-" : string.Join(',', actors.Select(Code));

    private static string Code(ActorReference? actor) =>
        actor is null ? "?" : actor.Code ?? "?" + actor.Country + (actor.Sectors is [var sector, ..] ? ":" + sector : "");

    private static string Date(EventDate? date)
    {
        if (date is null) return "-";
        return date.Start == date.End ? EventJson.Day(date.Start)! : $"{EventJson.Day(date.Start)}..{EventJson.Day(date.End)}";
    }

    private static string Claims(CodedEvent coded, string stance) => string.Join(',', coded.Attribution
        .Where(a => a.Stance == (stance switch { "says" => Stance.Asserts, "denies" => Stance.Denies, _ => Stance.Doubts }))
        .Select(a => string.Join('<', a.Via.Reverse().Prepend(a).Select(c => Code(c.Actor)))));
}
