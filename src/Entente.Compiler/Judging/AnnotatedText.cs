using System.Collections.Immutable;
using System.Text.Json;
using Entente.Coding;
using Entente.Coding.Records;
using Entente.Sources;

namespace Entente.Compiler.Judging;

/// <summary>A text with all events that it tells, as annotators see them (tests/Entente.Tests/Coding/statuses.jsonl).</summary>
/// <param name="Article">The text.</param>
/// <param name="Events">Its events.</param>
internal sealed record AnnotatedText(Article Article, ImmutableArray<AnnotatedEvent> Events)
{
    /// <summary>Reads JSONL of <c>{"id", "text", "events": [{"actor": [code], "recipient": [code], "event": [type], "status": [status]}]}</c>; a list of types or statuses names every one that counts as right.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A line is none of these.</exception>
    public static IEnumerable<AnnotatedText> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0) yield return Of(line, $"{path}, line {number}");
        }
    }

    /// <summary>Whether it tells an event of this type and status between the same parties, told by code, state or sector.</summary>
    public bool Tells(CodedEvent e) => Events.Any(g =>
        g.Types.Contains(e.Event) && (g.Statuses.IsEmpty || g.Statuses.Contains(EventJson.Word(e.Status)))
        && ((Holds(e.Actor, g.Actor) && Holds(e.Recipient, g.Recipient)) || (e.Event is "CONSULT" or "COOPERATE" && Holds([.. e.Actor, .. e.Recipient], [.. g.Actor, .. g.Recipient]))));

    private static bool Holds(IReadOnlyList<ActorReference> coded, ImmutableArray<string> told) =>
        coded.All(c => told.Any(t => Bears(c, t))) && told.All(t => coded.Any(c => Bears(c, t)));

    private static bool Bears(ActorReference party, string code) => party.Code == code || party.Country == code || party.Sectors.Contains(code);

    private static AnnotatedText Of(string line, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var article = new Article { Id = root.GetProperty("id").GetString()!, Text = root.GetProperty("text").GetString()! };
            return new AnnotatedText(article, [.. root.GetProperty("events").EnumerateArray().Select(e => new AnnotatedEvent(Words(e, "event"), Words(e, "actor"), Words(e, "recipient"), Words(e, "status")))]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{place}: no annotated text ({fault.Message})", fault);
        }
    }

    private static ImmutableArray<string> Words(JsonElement e, string name) =>
        e.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(w => w.GetString()!)] : [];
}

/// <summary>An event as annotators see it.</summary>
/// <param name="Types">The types that count as right.</param>
/// <param name="Actor">Codes of who acts, of a state or a sector.</param>
/// <param name="Recipient">Codes of towards whom.</param>
/// <param name="Statuses">The statuses that count as right; empty when nobody said.</param>
internal sealed record AnnotatedEvent(ImmutableArray<string> Types, ImmutableArray<string> Actor, ImmutableArray<string> Recipient, ImmutableArray<string> Statuses);
