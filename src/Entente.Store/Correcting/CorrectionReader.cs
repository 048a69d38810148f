using System.Collections.Immutable;
using Entente.Coding.Knowledge;
using Entente.Coding.Records;
using NodaTime.Text;

namespace Entente.Store.Correcting;

/// <summary>Checks corrections against the ontology and the actors, and applies them to records.</summary>
/// <param name="knowledge">Types, modes, codes and actors.</param>
public sealed class CorrectionReader(KnowledgeBase knowledge)
{
    private static readonly ImmutableArray<string> Statuses = ["actual", "historical", "future", "hypothetical", "negated"];

    /// <summary>What is wrong with a value, one sentence for people; null when nothing is.</summary>
    public string? Fault(string field, string? value) => field switch
    {
        "event" => value is not null && knowledge.Ontology.HasType(value) ? null : $"{value}: the types are {string.Join(", ", knowledge.Ontology.Types)}",
        "mode" => value is null || knowledge.Ontology.Types.Any(t => knowledge.Ontology.HasMode(t, value)) ? null : $"{value}: no type has this mode",
        "cameo" => value is not null && knowledge.Ontology.HasCameo(value) ? null : $"{value}: there is no such CAMEO code",
        "status" => value is not null && Statuses.Contains(value) ? null : $"{value}: the statuses are {string.Join(", ", Statuses)}",
        "date" => Days(value) is null && value is not null ? $"{value}: write a day (2023-08-03) or two (2023-08-01/2023-08-31)" : null,
        "actor" or "recipient" => Parties(value).FirstOrDefault(p => !Known(p.Code)) is { Code: { } code } ? $"{code}: no state, organisation or group has this code; knowledge/README.md says how to add one" : null,
        "place" or CorrectionField.Reject or CorrectionField.Confirm => null,
        _ => $"{field}: the fields are {string.Join(", ", CorrectionField.All)}",
    };

    /// <summary>The record with an analyst's words above the coder's, and whether it is rejected.</summary>
    public (EventRecord Record, bool Rejected) Apply(EventRecord record, IEnumerable<Correction> corrections)
    {
        var all = corrections.OrderBy(c => CorrectionField.All.IndexOf(c.Field)).ToList();
        var (coded, rejected) = (record, false);
        foreach (var c in all)
        {
            if (c.Field == CorrectionField.Reject) rejected = true;
            else record = Applied(record, coded, c.Field, c.Value);
        }

        return (record with { Confidence = rejected ? record.Confidence : 1, Corrections = [.. all.Select(c => new CorrectionRecord(c.Field, c.Author, c.Made))] }, rejected);
    }

    private EventRecord Applied(EventRecord e, EventRecord coded, string field, string? value) => field switch
    {
        "event" when value != e.Event => Scored(e with { Event = value!, Mode = null, Cameo = knowledge.Ontology.Cameo(value!), Content = null }),
        "mode" => Scored(e with { Mode = value is not null && knowledge.Ontology.HasMode(e.Event, value) ? value : null }),
        "cameo" => Scored(e with { Cameo = value! }),
        "status" => e with { Status = value! },
        "date" => e with { Date = Days(value) is var (start, end) ? new DateRecord(start, end, start == end ? "day" : "range", "text", e.Date?.Text) : null },
        "place" => e with { Place = value is null ? null : Placed(e, value) },
        "actor" => e with { Actor = [.. Parties(value).Select(p => Party(p, coded))] },
        "recipient" => e with { Recipient = [.. Parties(value).Select(p => Party(p, coded))] },
        _ => e,
    };

    private EventRecord Scored(EventRecord e) => e with
    {
        Quad = knowledge.Ontology.Quad(e.Event),
        Score = knowledge.Ontology.Score(e.Event, e.Mode),
        Goldstein = knowledge.Ontology.Goldstein(e.Cameo),
    };

    private static PlaceRecord Placed(EventRecord e, string value) => e.Place?.Name == value ? e.Place : new PlaceRecord(value, null, null, null, null, null);

    /// <summary>An actor with its code; the words that the coder had found for the same code stay.</summary>
    private ActorRecord Party((string Code, string? Sector) party, EventRecord e)
    {
        var before = e.Actor.Concat(e.Recipient).FirstOrDefault(a => a.Code == party.Code || a.Country == party.Code);
        var state = knowledge.States.GetValueOrDefault(party.Code);
        var other = knowledge.Organisations.GetValueOrDefault(party.Code);
        ImmutableArray<string> sectors = party.Sector is { } s ? [s] : other?.Sectors is { IsDefaultOrEmpty: false } listed ? [.. listed] : before?.Sector ?? [];
        return new ActorRecord(
            party.Code,
            state is not null ? party.Code : other?.Country,
            sectors,
            state?.Name ?? other?.Name ?? before?.Name,
            before?.Person,
            before?.Title,
            before?.Identifier ?? state?.Identifier ?? other?.Identifier,
            before?.Text,
            before?.Span,
            before?.How ?? "listed",
            1);
    }

    private bool Known(string code) => knowledge.States.ContainsKey(code) || knowledge.Organisations.ContainsKey(code);

    private static IEnumerable<(string Code, string? Sector)> Parties(string? value) =>
        (value ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split(':', 2) is [var code, var sector] ? (code.ToUpperInvariant(), (string?)sector.ToUpperInvariant()) : (p.ToUpperInvariant(), null));

    private static (string Start, string End)? Days(string? value)
    {
        if (value is null) return null;
        var parts = value.Split('/');
        return parts.Length is 1 or 2 && parts.All(p => LocalDatePattern.Iso.Parse(p).Success) ? (parts[0], parts[^1]) : null;
    }
}
